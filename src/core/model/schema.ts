import * as v from 'valibot';
import { cslVariables } from './cslVariables';
import { SAFE_PATH } from './storePaths';

/**
 * The shape of everything that is stored, in one place: the types, the checks at run time and the JSON
 * Schemas for editors are all made from these. Objects are loose, because unknown keys are kept and
 * reported, never dropped. Keys of sources are spelt as CSL spells them, targets as W3C does.
 */

/** An id that people type: letters of any script, digits, `-`, `_` and `.`. */
export const idSchema = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u), v.maxLength(200));
const personSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** A name, a title of a rule, a unit: in UTF-16 code units, as all lengths here. What is longer costs time for nothing. */
const wordSchema = v.pipe(v.string(), v.maxLength(500));
const globsSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(200));
/** As long as `LONGEST_PATTERN`, and as many as `MOST_PATTERNS`. */
const patternSchema = v.pipe(v.string(), v.maxLength(200));
const MOST_PATTERNS = 200;
/** ISO 8601 instant. */
export const instantSchema = v.pipe(v.string(), v.isoTimestamp());
/** The days that are in every year, as month and day; then 29 February, with the years that have it. */
const EVERY_YEAR = '(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31';
const LEAP_YEAR = '\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00';
/** ISO 8601 calendar date, possibly only a year or a month. */
export const dateSchema = v.pipe(
  v.string(),
  v.regex(new RegExp(`^(?:\\d{4}(?:-(?:0[1-9]|1[0-2]|${EVERY_YEAR}))?|(?:${LEAP_YEAR})-02-29)$`)),
);

/** Whether a text is a date that the calendar has: a year, a month or a day. */
export function isDate(text: string): boolean {
  return v.is(dateSchema, text);
}

/** A file in the workspace: what `isSafePath` takes, as editors can check it. */
export const pathSchema = v.pipe(v.string(), v.regex(SAFE_PATH));

export const targetSchema = v.looseObject({
  exact: v.pipe(v.string(), v.minLength(1)),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
  start: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  heads: v.optional(
    v.looseObject({ row: v.string(), column: v.string(), unit: v.string(), title: v.optional(v.string()) }),
  ),
});

/** Where in a source: CSL locator labels as keys. */
export const locatorSchema = v.looseObject({
  page: v.optional(v.union([v.string(), v.number()])),
  paragraph: v.optional(v.union([v.string(), v.number()])),
  section: v.optional(v.union([v.string(), v.number()])),
  line: v.optional(v.union([v.string(), v.number()])),
  /** Of a recording, as h:mm:ss. */
  timestamp: v.optional(v.union([v.string(), v.number()])),
});

export const citationSchema = v.looseObject({
  source: idSchema,
  exact: v.optional(v.string()),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
  locator: v.optional(locatorSchema),
  note: v.optional(v.string()),
});

export const measureSchema = v.looseObject({
  of: idSchema,
  name: v.pipe(v.string(), v.minLength(1)),
  period: v.optional(v.union([v.string(), v.number()])),
});

export const verdictSchema = v.looseObject({
  by: personSchema,
  at: instantSchema,
  verdict: v.picklist(['verified', 'disputed', 'question']),
  /** The hash of what was judged: see `judgedHash`. */
  of: v.string(),
  note: v.optional(v.string()),
});

export const messageSchema = v.looseObject({
  id: idSchema,
  by: personSchema,
  at: instantSchema,
  text: v.optional(v.string()),
  /** The entry that this one replaces; threads are append-only. */
  edits: v.optional(idSchema),
  /** True closes the thread, false opens it again. */
  resolved: v.optional(v.boolean()),
});

export const claimSchema = v.looseObject({
  target: targetSchema,
  citations: v.optional(v.array(citationSchema)),
  entities: v.optional(v.array(idSchema)),
  measure: v.optional(measureSchema),
  note: v.optional(v.string()),
  by: personSchema,
  at: instantSchema,
  /** Set when a person took the claim off the text; it stays listed and can be put back. */
  detached: v.optional(v.looseObject({ by: personSchema, at: instantSchema })),
  verdicts: v.optional(v.array(verdictSchema)),
  thread: v.optional(v.array(messageSchema)),
});

export const exemptionSchema = v.looseObject({
  target: targetSchema,
  reason: v.pipe(v.string(), v.minLength(1)),
  by: personSchema,
  at: instantSchema,
  until: v.optional(dateSchema),
});

/** "This name here means that entity", or with null "means none of them". */
export const mentionOverrideSchema = v.looseObject({
  target: targetSchema,
  entity: v.nullable(idSchema),
  by: personSchema,
  at: instantSchema,
});

export const articleFileSchema = v.looseObject({
  version: v.optional(v.literal(1)),
  article: v.pipe(v.string(), v.minLength(1)),
  /** Git blob id (SHA-1, 40 hexadecimal digits) of the article as last anchored. */
  text: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/))),
  claims: v.optional(v.record(idSchema, claimSchema)),
  exemptions: v.optional(v.record(idSchema, exemptionSchema)),
  mentions: v.optional(v.record(idSchema, mentionOverrideSchema)),
});

export const sourceSchema = v.looseObject({
  ...cslVariables,
  type: v.pipe(v.string(), v.minLength(1)),
  title: v.optional(v.string()),
  'container-title': v.optional(v.string()),
  publisher: v.optional(v.string()),
  author: v.optional(
    v.array(
      v.looseObject({
        family: v.optional(v.string()),
        given: v.optional(v.string()),
        literal: v.optional(v.string()),
        suffix: v.optional(v.string()),
        'dropping-particle': v.optional(v.string()),
        'non-dropping-particle': v.optional(v.string()),
      }),
    ),
  ),
  issued: v.optional(v.union([dateSchema, v.number(), v.looseObject({})])),
  accessed: v.optional(v.union([dateSchema, v.number(), v.looseObject({})])),
  URL: v.optional(v.string()),
  DOI: v.optional(v.string()),
  language: v.optional(v.string()),
  note: v.optional(v.string()),
  custom: v.optional(
    v.looseObject({
      kind: v.optional(v.picklist(['primary', 'secondary'])),
      status: v.optional(v.picklist(['active', 'retracted', 'superseded'])),
      /** The source that takes this one's place. */
      supersededBy: v.optional(idSchema),
      /** Path in the workspace of a copy of its text. */
      text: v.optional(pathSchema),
      /** SHA-256 of that copy (UTF-8) when it was cited, in hexadecimal. */
      sha256: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
      confidential: v.optional(v.boolean()),
    }),
  ),
});

export const entitySchema = v.looseObject({
  type: v.picklist(['person', 'organization', 'product', 'place', 'publication', 'event', 'other']),
  /** Language tag to the name shown in that language. */
  names: v.pipe(v.record(wordSchema, wordSchema), v.maxEntries(200)),
  /** Other names found in texts, in any language. */
  aliases: v.optional(v.pipe(v.array(wordSchema), v.maxLength(500))),
  sameAs: v.optional(v.pipe(v.array(v.string()), v.maxLength(500))),
  note: v.optional(v.string()),
});

export const sourcesFileSchema = v.record(idSchema, sourceSchema);
export const entitiesFileSchema = v.record(idSchema, entitySchema);

export const levelSchema = v.picklist(['error', 'warning', 'information', 'hint', 'off']);
const figureKindSchema = v.pipe(v.string(), v.maxLength(100));

export const configSchema = v.looseObject({
  version: v.optional(v.literal(1)),
  /** Globs of the texts that are checked. */
  articles: v.optional(globsSchema),
  exclude: v.optional(globsSchema),
  /** The language of the articles where a sentence does not tell; `auto` by default. */
  language: v.optional(v.picklist(['auto', 'ja', 'en', 'zh'])),
  rules: v.optional(v.pipe(v.record(wordSchema, levelSchema), v.maxEntries(200))),
  figures: v.optional(
    v.looseObject({
      /** Kinds to flag; all when absent. */
      kinds: v.optional(v.pipe(v.array(figureKindSchema), v.maxLength(100))),
      /** Texts or wildcard patterns never to flag. */
      never: v.optional(v.pipe(v.array(patternSchema), v.maxLength(MOST_PATTERNS))),
      patterns: v.optional(
        v.pipe(
          v.array(
            v.looseObject({ pattern: patternSchema, kind: v.optional(figureKindSchema), unit: v.optional(wordSchema) }),
          ),
          v.maxLength(MOST_PATTERNS),
        ),
      ),
    }),
  ),
  /** What one unit of `from` is worth in `to` (ISO 4217), on a date. */
  rates: v.optional(
    v.pipe(
      v.array(v.looseObject({ from: wordSchema, to: wordSchema, rate: v.number(), date: v.optional(dateSchema) })),
      v.maxLength(1000),
    ),
  ),
  review: v.optional(
    v.looseObject({
      /** How many people must have verified a claim; 1 when absent. */
      required: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      /** Whether the claim's author counts; false when absent. */
      ownClaims: v.optional(v.boolean()),
    }),
  ),
  /** Which citations in a text count as unchecked sources; `any` when absent. */
  textCitations: v.optional(v.picklist(['any', 'known', 'none'])),
  /** Whether a supported figure answers for the same quantity elsewhere in its article; `cover` when absent. */
  repeats: v.optional(v.picklist(['cover', 'flag'])),
  people: v.optional(
    v.pipe(
      v.record(personSchema, v.looseObject({ name: v.optional(wordSchema), email: v.optional(wordSchema) })),
      v.maxEntries(2000),
    ),
  ),
});

/** A stored type by its known keys; unknown ones are there at run time, and nothing in the code asks for them. */
type Known<T> = T extends readonly (infer Item)[]
  ? Known<Item>[]
  : T extends object
    ? { [Key in keyof T as string extends Key ? (unknown extends T[Key] ? never : Key) : Key]: Known<T[Key]> }
    : T;

export type Locator = Known<v.InferOutput<typeof locatorSchema>>;
export type Citation = Known<v.InferOutput<typeof citationSchema>>;
export type Measure = Known<v.InferOutput<typeof measureSchema>>;
export type Verdict = Known<v.InferOutput<typeof verdictSchema>>;
export type VerdictKind = Verdict['verdict'];
export type ThreadMessage = Known<v.InferOutput<typeof messageSchema>>;
export type Claim = Known<v.InferOutput<typeof claimSchema>>;
export type Exemption = Known<v.InferOutput<typeof exemptionSchema>>;
export type MentionOverride = Known<v.InferOutput<typeof mentionOverrideSchema>>;
export type ArticleFile = Known<v.InferOutput<typeof articleFileSchema>>;
export type Source = Known<v.InferOutput<typeof sourceSchema>>;
export type Entity = Known<v.InferOutput<typeof entitySchema>>;
export type Config = Known<v.InferOutput<typeof configSchema>>;
export type Level = Known<v.InferOutput<typeof levelSchema>>;
