import type { Config, Source } from '../model/schema';
import { fileKey, type Library, type Stored } from '../workspace/library';
import { addressKey, couldBeSource, linkedFile } from '../workspace/sourceAddress';
import type { CitedNames, TextCitation } from './textCitations';

/** A citation in the text, with what the store knows of it. */
export interface CitedSources extends TextCitation {
  readonly sources: readonly Stored<Source>[];
  /** Whether the team lets it stand behind the figures of its sentence; never as more than unchecked. */
  readonly counts: boolean;
  /** Whether it would count if the store had a source of that name. */
  readonly mayCount: boolean;
}

/** Which citations in a text count where `config.yaml` says nothing: a store from before the key keeps its ways. */
export const DEFAULT_TEXT_CITATIONS: NonNullable<Config['textCitations']> = 'any';

/** Looks up what the citations of an article's text name: by id, by web address or DOI, or by the file of a text. */
export function findCitedSources(
  article: string,
  citations: readonly TextCitation[],
  { config, sources, addresses }: Pick<Library, 'config' | 'sources' | 'addresses'>,
): CitedSources[] {
  const policy = config.textCitations ?? DEFAULT_TEXT_CITATIONS;
  return citations.map((citation) => {
    const { ids, addresses: links } = citation.names;
    const found = new Set<Stored<Source>>();
    for (const source of ids.map((id) => sources.get(id))) if (source) found.add(source);
    for (const key of addressKeys(article, citation.names)) {
      const source = addresses.get(key);
      if (source) found.add(source);
    }
    const couldCount = citation.kind !== 'link' || links.some(couldBeSource);
    return {
      ...citation,
      sources: [...found],
      counts: policy === 'any' ? couldCount : policy === 'known' && found.size > 0,
      mayCount: policy === 'known' && ids.length + links.length > 0,
    };
  });
}

/** What `Library.addresses` is asked for the addresses that a citation names. */
export function addressKeys(article: string, { addresses }: CitedNames): string[] {
  return addresses.flatMap((address) => {
    const key = addressKey(address);
    if (key !== undefined) return [key];
    const file = linkedFile(article, address);
    return file === undefined ? [] : [fileKey(file)];
  });
}
