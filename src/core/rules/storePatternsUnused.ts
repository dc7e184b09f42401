import { arePatternsUsed } from '../figures/teamPatterns';
import { message } from '../model/message';
import { CONFIG_PATH } from '../model/storePaths';
import type { WorkspaceRule } from './rule';

/** Patterns of the config that are too many for an article of its length: none of them is looked for in it. */
export const storePatternsUnused: WorkspaceRule = {
  id: 'store/schema',
  level: 'error',
  scope: 'workspace',
  *check(workspace, isAsked) {
    const { never = [], patterns = [] } = workspace.config.figures ?? {};
    const count = never.length + patterns.length;
    if (count === 0 || !isAsked(CONFIG_PATH)) return;
    const tooLong = workspace.articles.filter(
      (article) => !arePatternsUsed({ never, patterns }, workspace.text(article)?.length ?? 0),
    );
    const [article, ...others] = tooLong;
    if (article === undefined) return;
    yield {
      file: CONFIG_PATH,
      range: placeOfFigures(workspace.text(CONFIG_PATH) ?? ''),
      message:
        others.length === 0
          ? message('{article} is too long for these patterns ({count}): none of them is used in it.', {
              article,
              count,
            })
          : message(
              '{article} and other articles ({others}) are too long for these patterns ({count}): none of them is used there.',
              { article, others: others.length, count },
            ),
    };
  },
};

function placeOfFigures(config: string): { readonly start: number; readonly end: number } {
  const start = Math.max(0, config.search(/(?<=^\s*"?)figures"?\s*:/m));
  return { start, end: Math.min(config.length, start + 'figures'.length) };
}
