import type { Level } from '../model/schema';
import type { Workspace } from '../workspace/workspace';
import { claimAmbiguous } from './claimAmbiguous';
import { claimContested } from './claimContested';
import { claimDisputed } from './claimDisputed';
import { claimOrphaned } from './claimOrphaned';
import { claimStaleVerdict } from './claimStaleVerdict';
import { claimUncited } from './claimUncited';
import { claimValueChanged } from './claimValueChanged';
import { entityAmbiguousName } from './entityAmbiguousName';
import { entityUnknown } from './entityUnknown';
import { exemptionExpired } from './exemptionExpired';
import { exemptionUnused } from './exemptionUnused';
import { figureConflicts } from './figureConflicts';
import { figureConversion } from './figureConversion';
import { figureDiffersFromSource } from './figureDiffersFromSource';
import { figureRepeated } from './figureRepeated';
import { figureUnchecked } from './figureUnchecked';
import { figureUnsourced } from './figureUnsourced';
import type { ArticleRule, Diagnostic, Finding, Rule } from './rule';
import { sourceQuoteNotFound } from './sourceQuoteNotFound';
import { sourceUnknown } from './sourceUnknown';
import { sourceUnused } from './sourceUnused';
import { storeArticleMoved } from './storeArticleMoved';
import { storePatternsUnused } from './storePatternsUnused';
import { storeConflict, storeSchema, storeSyntax, storeUnknownKey, storeUnmerged } from './storeProblems';

export const allRules: readonly Rule[] = [
  figureUnsourced,
  figureRepeated,
  figureUnchecked,
  figureDiffersFromSource,
  figureConflicts,
  figureConversion,
  claimUncited,
  claimValueChanged,
  claimAmbiguous,
  claimOrphaned,
  claimContested,
  claimDisputed,
  claimStaleVerdict,
  sourceUnknown,
  sourceUnused,
  sourceQuoteNotFound,
  entityUnknown,
  entityAmbiguousName,
  exemptionExpired,
  exemptionUnused,
  storeSyntax,
  storeSchema,
  storePatternsUnused,
  storeUnknownKey,
  storeArticleMoved,
  storeConflict,
  storeUnmerged,
];

/** What can be said of an article while sources and entities are still being read: all of it stays true. */
export const rulesOfPartialLibrary: readonly Rule[] = allRules.flatMap((rule) =>
  rule.scope === 'article' && !rule.needsWholeLibrary ? [asPartial(rule)] : [],
);

/** The same when only the texts of sources are still to be read. */
export const rulesOfUnreadTexts: readonly Rule[] = allRules.flatMap((rule): Rule[] =>
  rule.scope !== 'article' ? [rule] : rule.needsTexts ? [] : [asPartial(rule)],
);

function asPartial(rule: ArticleRule): ArticleRule {
  return rule.checkPartial ? { ...rule, check: rule.checkPartial } : rule;
}

/** What the rules find in one article and in its store file, by file and place. */
export function checkArticle(workspace: Workspace, path: string, rules = allRules): Diagnostic[] {
  return sorted([...checkView(workspace, path, rules), ...checkSummary(workspace, path, rules)]);
}

/**
 * What the rules find in what all articles share: sources, entities, config, and files that cannot be read.
 * @param isAsked narrows it to these files of the store; what they hold is the only thing that is read for it.
 */
export function checkShared(
  workspace: Workspace,
  rules = allRules,
  isAsked: (file: string) => boolean = () => true,
): Diagnostic[] {
  return sorted(
    collect(workspace, rules, (rule) => (rule.scope === 'workspace' ? rule.check(workspace, isAsked) : [])),
  );
}

/** Everything there is to say about a workspace. */
export function checkWorkspace(workspace: Workspace, rules = allRules): Diagnostic[] {
  return checkFiles(workspace, workspace.articles, () => true, rules);
}

/** What there is to say about some articles, their store files, and other files of the store that are asked for. */
export function checkFiles(
  workspace: Workspace,
  articles: readonly string[],
  isAsked: (file: string) => boolean,
  rules = allRules,
): Diagnostic[] {
  // Of thousands of articles few views are kept, so each is asked for once, and the summaries are there afterwards.
  const ofViews = articles.flatMap((path) => checkView(workspace, path, rules));
  const ofSummaries = articles.flatMap((path) => checkSummary(workspace, path, rules));
  const own = new Set(articles.map((path) => workspace.storeFileOf(path)));
  const ofStore = checkShared(workspace, rules, (file) => own.has(file) || isAsked(file));
  return sorted([...ofStore, ...ofViews, ...ofSummaries]);
}

function checkView(workspace: Workspace, path: string, rules: readonly Rule[]): Diagnostic[] {
  const article = workspace.article(path);
  return collect(workspace, rules, (rule) => (rule.scope === 'article' ? rule.check(article, workspace) : []));
}

function checkSummary(workspace: Workspace, path: string, rules: readonly Rule[]): Diagnostic[] {
  const summary = workspace.summary(path);
  return collect(workspace, rules, (rule) => (rule.scope === 'summary' ? rule.check(summary, workspace) : []));
}

function collect(workspace: Workspace, rules: readonly Rule[], check: (rule: Rule) => Iterable<Finding>): Diagnostic[] {
  const levels = workspace.config.rules ?? {};
  const diagnostics: Diagnostic[] = [];
  for (const rule of rules) {
    const level: Level = (Object.hasOwn(levels, rule.id) ? levels[rule.id] : undefined) ?? rule.level;
    if (level === 'off') continue;
    for (const finding of check(rule)) diagnostics.push({ rule: rule.id, level, ...finding });
  }
  return diagnostics;
}

function sorted(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.range.start - b.range.start ||
      a.range.end - b.range.end ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
}
