import { type Anchor, isFound } from '../anchoring/target';
import type { Mention, MentionFinder } from '../entities/findMentions';
import type { Figure } from '../figures/figure';
import type { ArticleFile } from '../model/schema';
import type { Parsed } from '../store/parseStoreFile';
import { overlaps, type Range } from '../text/range';
import type { ArticleView, ClaimView, ExemptionView, Whereabouts } from './articleView';
import { buildClaimView, type ClaimContext } from './buildClaimView';
import { findCitedSources } from './citedSources';
import { coverFigures } from './coverFigures';
import { findTextCitations } from './textCitations';

export interface ArticleInput {
  readonly path: string;
  readonly storeFile: string;
  readonly whereabouts: Whereabouts;
  readonly text: string | undefined;
  readonly stored: Parsed<ArticleFile> | undefined;
  readonly figures: readonly Figure[];
  /** By id, of claims, exemptions and mention overrides. */
  readonly anchors: ReadonlyMap<string, Anchor>;
  readonly mentions: MentionFinder;
  readonly context: ClaimContext;
  readonly today: string;
}

/** Joins an article's text with what the store says of it. Claims come in the order of the text, unplaced ones last. */
export function buildArticleView(input: ArticleInput): ArticleView {
  const { text, stored, figures, anchors } = input;
  const read = text === undefined ? undefined : { text, figures };
  const claims = Object.entries(stored?.value.claims ?? {})
    .map(([id, claim]) => buildClaimView(id, claim, anchors.get(id), read, input.context))
    .sort((a, b) => placeOf(a) - placeOf(b));
  const exemptions = Object.entries(stored?.value.exemptions ?? {}).map(([id, exemption]): ExemptionView => {
    const anchor = anchors.get(id);
    return {
      id,
      exemption,
      anchor,
      range: foundRange(anchor),
      // `until` may be a year or a month, so it is compared at its own length and holds to its end.
      expired: exemption.until !== undefined && exemption.until < input.today.slice(0, exemption.until.length),
    };
  });
  const { library } = input.context;
  const textCitations = text === undefined ? [] : findCitedSources(input.path, findTextCitations(text), library);
  const mentions = text === undefined ? [] : withOverrides(input.mentions.find(text), stored?.value, anchors);
  return {
    path: input.path,
    text,
    storeFile: input.storeFile,
    whereabouts: input.whereabouts,
    stored,
    figures,
    coverage:
      text === undefined
        ? []
        : coverFigures({ text, figures, claims, exemptions, textCitations, mentions, repeats: library.config.repeats }),
    claims,
    exemptions,
    mentions,
    textCitations,
  };
}

function placeOf(claim: ClaimView): number {
  return claim.range?.start ?? Number.MAX_SAFE_INTEGER;
}

function foundRange(anchor: Anchor | undefined): Range | undefined {
  return isFound(anchor) ? anchor.range : undefined;
}

function withOverrides(
  mentions: readonly Mention[],
  stored: ArticleFile | undefined,
  anchors: ReadonlyMap<string, Anchor>,
): Mention[] {
  const overrides = Object.entries(stored?.mentions ?? {}).flatMap(([id, override]) => {
    const range = foundRange(anchors.get(id));
    return range ? [{ range, entity: override.entity }] : [];
  });
  if (overrides.length === 0) return [...mentions];
  return mentions.flatMap((mention) => {
    const override = overrides.find(({ range }) => overlaps(range, mention));
    if (!override) return [mention];
    return override.entity === null ? [] : [{ ...mention, entities: [override.entity] }];
  });
}
