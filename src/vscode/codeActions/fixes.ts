import * as vscode from 'vscode';
import type { Diagnostic, FindingData } from '../../core/rules/rule';
import type { Range } from '../../core/text/range';
import { conflictFixes } from '../merging/conflictFixes';
import { type ArticleReference, toReference } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import { createRangeReader } from '../session/positions';
import { oneLine } from '../views/treeNode';

/** One way to settle a finding: a command of ours and its argument. */
export interface Fix {
  readonly title: string;
  readonly command: `sourcemark.${string}`;
  readonly argument: object;
  /** The one that the editor's Auto Fix key takes. */
  readonly isPreferred?: boolean;
}

/** What can be done about a finding, the likeliest first. What only a person can write anew has none. */
export function fixesFor(session: FolderSession, { rule, data = {}, range, file }: Diagnostic): readonly Fix[] {
  const reference = toReference({ session, path: data.article ?? file });
  const claim = { ...reference, claim: data.claim };
  const fix = (title: string, command: Fix['command'], argument: object, isPreferred = false): Fix => ({
    title,
    command,
    argument,
    isPreferred,
  });
  const verify = fix(vscode.l10n.t('Verify again'), 'sourcemark.verifyClaim', claim);
  const cite = (title: string, isPreferred = false) => fix(title, 'sourcemark.citeSource', claim, isPreferred);
  const detach = fix(vscode.l10n.t('Take the claim off the text'), 'sourcemark.detachClaim', claim);
  const openPassage = fix(vscode.l10n.t('Open the cited passage'), 'sourcemark.openPassage', citationOf(claim, data));
  switch (rule) {
    case 'figure/unchecked':
      return data.claim === undefined
        ? unsourcedFixes(session, { ...reference, range })
        : [cite(vscode.l10n.t('Cite another source…'))];
    case 'figure/unsourced':
    case 'figure/repeated':
      return unsourcedFixes(session, { ...reference, range });
    case 'claim/uncited':
      return [
        cite(vscode.l10n.t('Cite a source…'), true),
        fix(vscode.l10n.t('Delete the claim'), 'sourcemark.removeClaim', claim),
      ];
    case 'claim/value-changed':
      return [
        fix(vscode.l10n.t('The source still supports it'), 'sourcemark.keepChangedValue', claim, true),
        cite(vscode.l10n.t('Cite anew…')),
        detach,
      ];
    case 'claim/ambiguous':
      return [...candidateFixes(session, claim), choosePlaceFix(claim), detach];
    case 'claim/orphaned':
      if (data.claim === undefined) return moveFixes(session, reference);
      return [choosePlaceFix(claim), detach, fix(vscode.l10n.t('Delete the claim'), 'sourcemark.removeClaim', claim)];
    case 'claim/contested':
      // A citation in the text is for its writer to change.
      if (data.claim === undefined) return [];
      return [
        openPassage,
        cite(vscode.l10n.t('Cite another source…')),
        fix(vscode.l10n.t('Choose another source…'), 'sourcemark.changeCitation', {
          ...citationOf(claim, data),
          ask: 'source',
        }),
        ...acceptTextFix(session, data),
      ];
    case 'claim/disputed':
      return [openPassage, cite(vscode.l10n.t('Cite another source…'))];
    case 'claim/stale-verdict':
      return [{ ...verify, isPreferred: true }, openPassage];
    case 'figure/differs-from-source':
      return [
        openPassage,
        fix(vscode.l10n.t('Quote other words of the source…'), 'sourcemark.changeCitation', citationOf(claim, data)),
        fix(vscode.l10n.t('Ask about it'), 'sourcemark.questionClaim', claim),
      ];
    case 'figure/conflicts':
      return [openPassage, fix(vscode.l10n.t('Ask about it'), 'sourcemark.questionClaim', claim)];
    case 'source/unknown':
      return unknownSourceFixes(session, claim, data);
    case 'source/quote-not-found':
      return [
        fix(vscode.l10n.t('Pick the words again…'), 'sourcemark.changeCitation', citationOf(claim, data), true),
        openPassage,
        ...acceptTextFix(session, data),
      ];
    case 'source/unused':
      return [
        fix(vscode.l10n.t('Delete the source…'), 'sourcemark.removeSource', {
          folder: reference.folder,
          source: data.source,
        }),
      ];
    case 'entity/unknown':
      return [
        fix(
          vscode.l10n.t('Create the entity “{entity}”…', { entity: data.entity ?? '' }),
          'sourcemark.addEntity',
          { ...reference, id: data.entity },
          true,
        ),
      ];
    case 'entity/ambiguous-name':
      return mentionFixes(session, data, range);
    case 'exemption/expired':
      return [
        fix(
          vscode.l10n.t('Extend the exemption…'),
          'sourcemark.extendExemption',
          { ...reference, exemption: data.exemption },
          true,
        ),
        removeExemptionFix(reference, data),
      ];
    case 'exemption/unused':
      return [{ ...removeExemptionFix(reference, data), isPreferred: true }];
    case 'store/conflict':
      return conflictFixes(session, file, range);
    case 'store/schema':
      return data.article === undefined ? [] : moveFixes(session, reference);
    case 'figure/conversion':
    case 'store/syntax':
      return [];
  }
}

/** For the annotations of an article that is not where they say. */
function moveFixes(session: FolderSession, reference: Required<ArticleReference>): Fix[] {
  const whereabouts = session.workspace.whereabouts(reference.article);
  const command: Fix['command'] = 'sourcemark.moveAnnotations';
  if (whereabouts.status === 'moved')
    return [{ title: vscode.l10n.t('Move the annotations along'), command, argument: reference, isPreferred: true }];
  if (whereabouts.status !== 'gone') return [];
  return [
    ...whereabouts.candidates.map((to) => ({
      title: vscode.l10n.t('Move the annotations to {article}', { article: to }),
      command,
      argument: { ...reference, to },
    })),
    { title: vscode.l10n.t('Choose the article that the annotations are of…'), command, argument: reference },
  ];
}

function unsourcedFixes(session: FolderSession, argument: { article: string; range: Range }): Fix[] {
  const figure = oneLine(
    session.workspace.text(argument.article)?.slice(argument.range.start, argument.range.end) ?? '',
  );
  return [
    {
      title: vscode.l10n.t('Cite a source for “{figure}”…', { figure }),
      command: 'sourcemark.citeSource',
      argument,
      isPreferred: true,
    },
    { title: vscode.l10n.t('Mark “{figure}” as a claim', { figure }), command: 'sourcemark.markClaim', argument },
    {
      title: vscode.l10n.t('Exempt “{figure}” with a reason…', { figure }),
      command: 'sourcemark.exemptFigure',
      argument,
    },
  ];
}

function citationOf(claim: object, { citation }: FindingData): object {
  return { ...claim, ...(citation !== undefined && { citation }) };
}

function choosePlaceFix(claim: object): Fix {
  return { title: vscode.l10n.t('Choose the place…'), command: 'sourcemark.choosePlace', argument: claim };
}

/** So many candidates stand in the menu; the picker of “Choose the place…” has them all. */
const MOST_CANDIDATES = 5;

function candidateFixes(session: FolderSession, claim: ArticleReference & { claim: string | undefined }): Fix[] {
  const article = session.workspace.article(claim.article ?? '');
  const anchor = article.claims.find(({ id }) => id === claim.claim)?.anchor;
  if (anchor?.status !== 'ambiguous' || article.text === undefined) return [];
  const toRange = createRangeReader(article.text);
  return anchor.ranges.slice(0, MOST_CANDIDATES).map((range) => {
    const text = oneLine(article.text?.slice(Math.max(0, range.start - 12), range.end + 12) ?? '', 60);
    const line = toRange(range).start.line + 1;
    return {
      title: vscode.l10n.t('It is the one in line {line}: “{text}”', { line, text }),
      command: 'sourcemark.choosePlace',
      argument: { ...claim, range },
    };
  });
}

function acceptTextFix(session: FolderSession, { article, claim, citation, source }: FindingData): Fix[] {
  const view = session.workspace.claim(article ?? '', claim ?? '')?.citations[citation ?? 0];
  if (view?.contested !== 'textChanged') return [];
  return [
    {
      title: vscode.l10n.t('The changed text was checked: it still holds'),
      command: 'sourcemark.acceptSourceText',
      argument: { folder: session.folder.uri.toString(), source },
    },
  ];
}

function unknownSourceFixes(session: FolderSession, claim: { claim: string | undefined }, data: FindingData): Fix[] {
  const create: Fix = {
    title: vscode.l10n.t('Create the source “{source}”…', { source: data.source ?? '' }),
    command: 'sourcemark.addSource',
    argument: { folder: session.folder.uri.toString(), id: data.source },
    isPreferred: true,
  };
  if (claim.claim === undefined) return [create];
  return [
    create,
    {
      title: vscode.l10n.t('Choose another source…'),
      command: 'sourcemark.changeCitation',
      argument: { ...citationOf(claim, data), ask: 'source' },
    },
    {
      title: vscode.l10n.t('Take the citation off the claim'),
      command: 'sourcemark.removeCitation',
      argument: citationOf(claim, data),
    },
  ];
}

function mentionFixes(session: FolderSession, { article }: FindingData, range: Range): Fix[] {
  const view = session.workspace.article(article ?? '');
  const mention = view.mentions.find(({ start, end }) => start < range.end && range.start < end);
  const argument = { ...toReference({ session, path: view.path }), range };
  return [
    ...(mention?.entities ?? []).map((entity): Fix => {
      const names = Object.values(session.workspace.library.entities.get(entity)?.value.names ?? {});
      return {
        title: vscode.l10n.t('Here it means {name}', { name: names.join(' / ') || entity }),
        command: 'sourcemark.chooseMention',
        argument: { ...argument, entity },
      };
    }),
    {
      title: vscode.l10n.t('Here it means none of them'),
      command: 'sourcemark.chooseMention',
      argument: { ...argument, entity: null },
    },
  ];
}

export function removeExemptionFix(reference: ArticleReference, { exemption }: FindingData): Fix {
  return {
    title: vscode.l10n.t('Remove the exemption'),
    command: 'sourcemark.removeExemption',
    argument: { ...reference, exemption },
  };
}
