import type { Level } from '../model/schema';
import type { Workspace } from '../workspace/workspace';
import { claimAmbiguous } from './claimAmbiguous';
import { claimContested } from './claimContested';
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
import { figureUnsourced } from './figureUnsourced';
import type { Diagnostic, Finding, Rule } from './rule';
import { sourceQuoteNotFound } from './sourceQuoteNotFound';
import { sourceUnknown } from './sourceUnknown';
import { sourceUnused } from './sourceUnused';
import { storeArticleMoved } from './storeArticleMoved';
import { storeConflict, storeSchema, storeSyntax, storeUnknownKey } from './storeProblems';

export const allRules: readonly Rule[] = [
  figureUnsourced,
  figureDiffersFromSource,
  figureConflicts,
  figureConversion,
  claimUncited,
  claimValueChanged,
  claimAmbiguous,
  claimOrphaned,
  claimContested,
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
  storeUnknownKey,
  storeArticleMoved,
  storeConflict,
];

/** What the rules find in one article and in its store file, by file and place. */
export function checkArticle(workspace: Workspace, path: string, rules = allRules): Diagnostic[] {
  const article = workspace.article(path);
  return collect(workspace, rules, (rule) => (rule.scope === 'article' ? rule.check(article, workspace) : []));
}

/** What the rules find in what all articles share: sources, entities, config, and files that cannot be read. */
export function checkShared(workspace: Workspace, rules = allRules): Diagnostic[] {
  return collect(workspace, rules, (rule) => (rule.scope === 'workspace' ? rule.check(workspace) : []));
}

/** Everything there is to say about a workspace. */
export function checkWorkspace(workspace: Workspace, rules = allRules): Diagnostic[] {
  return sorted([
    ...checkShared(workspace, rules),
    ...workspace.articles.flatMap((path) => checkArticle(workspace, path, rules)),
  ]);
}

function collect(workspace: Workspace, rules: readonly Rule[], check: (rule: Rule) => Iterable<Finding>): Diagnostic[] {
  const levels = workspace.config.rules ?? {};
  const diagnostics: Diagnostic[] = [];
  for (const rule of rules) {
    const level: Level = (Object.hasOwn(levels, rule.id) ? levels[rule.id] : undefined) ?? rule.level;
    if (level === 'off') continue;
    for (const finding of check(rule)) diagnostics.push({ rule: rule.id, level, ...finding });
  }
  return sorted(diagnostics);
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
