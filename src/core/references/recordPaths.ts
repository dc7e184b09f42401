import type { ArticleSummary } from '../articles/articleSummary';
import { entityStorePath, isSafePath, sourceStorePath } from '../model/storePaths';
import type { Library } from '../workspace/library';

/**
 * Where the sources and entities that an article names are, if each has a file of its own as we write them. People may
 * keep several in one file, so what is not there may be elsewhere.
 */
export function recordPaths({ sources, textSources, entities }: ArticleSummary): readonly string[] {
  const paths = [
    ...Array.from(sources.keys(), sourceStorePath),
    ...Array.from(textSources, sourceStorePath),
    ...Array.from(entities.keys(), entityStorePath),
  ];
  return [...new Set(paths)].filter(isSafePath);
}

/** The texts of the sources that an article names, as far as those sources are known. */
export function citedTexts({ sources, textSources }: ArticleSummary, library: Library): readonly string[] {
  const ids = new Set([...sources.keys(), ...textSources]);
  const texts = Array.from(ids, (id) => library.sources.get(id)?.value.custom?.text ?? '');
  return [...new Set(texts)].filter(isSafePath);
}
