import type { RecognizeOptions } from '../figures/recognizeFigures';
import type { Config } from '../model/schema';

/** What the team's config says about reading figures, for a text of that path. */
export function figureOptions(config: Config, path: string): RecognizeOptions {
  const { figures, language } = config;
  return {
    format: path.endsWith('.txt') ? 'plaintext' : 'markdown',
    ...(language && language !== 'auto' && { locale: language }),
    ...(figures?.never && { never: figures.never }),
    ...(figures?.patterns && { patterns: figures.patterns }),
  };
}
