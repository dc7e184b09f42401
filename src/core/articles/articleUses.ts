import type { ClaimState } from '../model/claimState';
import { overlapping } from '../text/overlapping';
import type { Range } from '../text/range';
import { sentences } from '../text/sentences';
import type { ArticleView, ClaimView, FigureCoverage } from './articleView';

/** What an article says of one entity. */
export interface EntityUse {
  readonly claims: readonly ClaimView[];
  /** Checkable figures that stand in a sentence naming the entity or in a claim about it. */
  readonly figures: readonly FigureCoverage[];
  readonly mentions: readonly Range[];
}

/** An article seen from what it uses: entities, sources, and the states its claims are in. */
export interface ArticleUses {
  readonly entities: ReadonlyMap<string, EntityUse>;
  readonly sources: ReadonlyMap<string, readonly ClaimView[]>;
  readonly states: ReadonlyMap<ClaimState, readonly ClaimView[]>;
}

/**
 * Makes a function that turns an article around, and remembers the answer as long as the view is the
 * same object, so that a tree over thousands of articles does again only what changed.
 *
 * A claim is about an entity when it names it, measures it or holds a mention of it. A name that two
 * entities bear counts for both: which one is meant is for a person to say.
 */
export function createArticleUses(): (article: ArticleView) => ArticleUses {
  const known = new WeakMap<ArticleView, ArticleUses>();
  return (article) => {
    let uses = known.get(article);
    if (!uses) {
      uses = findArticleUses(article);
      known.set(article, uses);
    }
    return uses;
  };
}

/** The answer of `createArticleUses`, without a memory. */
export function findArticleUses(article: ArticleView): ArticleUses {
  const sources = new Map<string, ClaimView[]>();
  const states = new Map<ClaimState, ClaimView[]>();
  for (const claim of article.claims) {
    push(states, claim.state, claim);
    for (const source of new Set(claim.citations.map(({ citation }) => citation.source))) push(sources, source, claim);
  }
  return { entities: findEntityUses(article), sources, states };
}

function findEntityUses(article: ArticleView): Map<string, EntityUse> {
  const claims = new Map<string, Set<ClaimView>>();
  const figures = new Map<string, Set<FigureCoverage>>();
  const mentions = new Map<string, Range[]>();
  const text = article.text ?? '';
  let line: Range & { readonly sentences: readonly Range[] } = { start: 0, end: 0, sentences: [] };
  let first = 0;
  for (const mention of article.mentions) {
    // A line end ends a sentence, so lines without a name need not be divided.
    if (mention.start >= line.end) line = lineAt(text, mention.start);
    const [sentence = mention] = overlapping(line.sentences, { start: mention.start, end: mention.start + 1 });
    // Both lists are in the order of the text, so neither is begun anew for each mention.
    while (first < article.coverage.length && article.coverage[first]!.figure.end <= sentence.start) first++;
    for (const entity of mention.entities) {
      push(mentions, entity, { start: mention.start, end: mention.end });
      for (let i = first; i < article.coverage.length && article.coverage[i]!.figure.start < sentence.end; i++)
        add(figures, entity, article.coverage[i]!);
    }
  }
  const touched = new Map<ClaimView, FigureCoverage[]>();
  for (const covered of article.coverage) for (const claim of covered.claims) push(touched, claim, covered);
  for (const claim of article.claims)
    for (const entity of entitiesOf(claim, article)) {
      add(claims, entity, claim);
      for (const covered of touched.get(claim) ?? []) add(figures, entity, covered);
    }
  return new Map(
    [...new Set([...claims.keys(), ...figures.keys(), ...mentions.keys()])].map((id) => [
      id,
      {
        claims: [...(claims.get(id) ?? [])],
        figures: [...(figures.get(id) ?? [])].sort((a, b) => a.figure.start - b.figure.start),
        mentions: mentions.get(id) ?? [],
      },
    ]),
  );
}

function lineAt(text: string, offset: number): Range & { readonly sentences: readonly Range[] } {
  const start = text.lastIndexOf('\n', offset) + 1;
  const feed = text.indexOf('\n', offset);
  const end = feed < 0 ? text.length : feed + 1;
  const within = sentences(text.slice(start, end));
  return { start, end, sentences: within.map((range) => ({ start: start + range.start, end: start + range.end })) };
}

function entitiesOf({ claim, range }: ClaimView, article: ArticleView): Set<string> {
  const entities = new Set(claim.entities ?? []);
  if (claim.measure) entities.add(claim.measure.of);
  if (range)
    for (const mention of overlapping(article.mentions, range))
      for (const entity of mention.entities) entities.add(entity);
  return entities;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function add<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
