import { stat } from 'node:fs/promises';
import path from 'node:path';
import { figureStates } from '../core/articles/figureState';
import { figureCountMessages, figureReasonMessage, lostClaimsMessage } from '../core/articles/figureStateMessage';
import { type Message, message } from '../core/model/message';
import type { Diagnostic } from '../core/rules/rule';
import { checkFiles } from '../core/rules/runRules';
import { LineTable } from '../core/text/lineTable';
import { type LoadedWorkspace, loadWorkspace } from '../core/workspace/loadWorkspace';
import type { Workspace } from '../core/workspace/workspace';
import { GitBatchHistory } from '../node/gitBatchHistory';
import { NodeFileSystem } from '../node/nodeFileSystem';
import { readUnmergedStore } from '../node/readUnmerged';
import { choose, readOptions } from './options';
import { printable, printableJson } from './printable';
import { type CliCommand, type ExitCode, type Program, UsageError } from './program';
import { exists, storeAbove } from './storeAbove';
import { toGithubCommand } from './toGithubCommand';
import { unreadReason } from './unreadReason';

const levels = ['error', 'warning', 'information', 'hint'] as const;

/** Checks a workspace as the editor does, for people and for CI. */
export const checkCommand: CliCommand = {
  name: 'check',
  summary: message('check the articles of a folder, or some of them'),
  help: message(
    'Usage: sourcemark check [PATH…] [--format text|json|github] [--level LEVEL] [--figures] [--quiet]\n\nChecks every article of the workspace that PATH is in, with the rules and levels of\n.sourcemark/config.yaml: the same as the editor shows. PATH is the workspace’s folder (default:\nthe current one), a folder in it, an article, or a file of the store. Of an article all is\nreported that a check of everything finds in it and in its own store file; what articles\nshare (sources, entities, config) only where PATH names it.\n\nOptions:\n  --format   text for people (the default), json for programs, or github to have GitHub\n             Actions show the findings beside the lines of a pull request\n  --level    report this level and louder: error, warning, information (default), hint;\n             the exit code is 1 when an error or a warning is among what is reported\n  --figures  with json: every figure with its state, not only their counts\n  --quiet    only the findings, no summary\n  --no-git   do not ask git for the text that claims were made on\n\nExit codes: 0 nothing found · 1 something found · 2 something could not be checked\n\nExample: sourcemark check --level error articles/',
  ),
  async run(args, program): Promise<ExitCode> {
    const { values, positionals } = readOptions(args, {
      format: { type: 'string' },
      level: { type: 'string' },
      figures: { type: 'boolean' },
      quiet: { type: 'boolean' },
      'no-git': { type: 'boolean' },
    });
    const format = choose('--format', values.format, ['text', 'json', 'github']);
    const level = choose('--level', values.level ?? 'information', levels);
    const { root, only } = await findRoot(positionals, program);
    const isAsked = (file: string) =>
      only.length === 0 || only.some((part) => file === part || file.startsWith(`${part}/`));
    const history = values['no-git'] ? undefined : new GitBatchHistory(root);
    const { workspace, articles, unread } = await loadWorkspace(new NodeFileSystem(root), {
      today: program.today,
      kept: 0,
      ...(only.length > 0 && { only: isAsked }),
      ...(history && { history }),
    }).finally(() => history?.close());
    if (history) workspace.setUnmerged(await readUnmergedStore(root));
    const diagnostics = checkFiles(workspace, articles, isAsked).filter(
      (diagnostic) => levels.indexOf(diagnostic.level) <= levels.indexOf(level),
    );
    const isEmpty = articles.length === 0 && (only.length === 0 || !workspace.storeFiles.some(isAsked));
    const listsFigures = values.figures === true;
    const report = { workspace, articles, isEmpty, diagnostics, unread, listsFigures, lines: new Map() };
    if (format === 'json') program.out(`${printableJson(toJson(report, root, program), 2)}\n`);
    else if (format === 'github') printGithub(report, root, program);
    else printText(report, program, values.quiet === true);
    if (unread.length > 0 || isEmpty) return 2;
    return diagnostics.some((found) => found.level === 'error' || found.level === 'warning') ? 1 : 0;
  },
};

interface Report {
  readonly workspace: Workspace;
  readonly articles: readonly string[];
  /** Nothing of what was named could be checked. */
  readonly isEmpty: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly unread: LoadedWorkspace['unread'];
  /** Whether each figure is to be told with its state. */
  readonly listsFigures: boolean;
  readonly lines: Map<string, LineTable>;
}

/** The workspace that the paths lie in, and which parts of it were asked for. */
async function findRoot(paths: readonly string[], program: Program): Promise<{ root: string; only: string[] }> {
  const named = (paths.length === 0 ? ['.'] : paths).map((word) => path.resolve(program.cwd, word));
  for (const [i, place] of named.entries())
    if (!(await exists(place))) throw new UsageError(message('There is no “{path}”.', { path: paths[i] ?? place }));
  const first = named[0]!;
  const isFolder = (await stat(first)).isDirectory();
  const root = (await storeAbove(first)) ?? (isFolder ? first : path.dirname(first));
  const only = named.map((place) => path.relative(root, place).split(path.sep).join('/'));
  const outside = only.findIndex((place) => place === '..' || place.startsWith('../'));
  if (outside >= 0)
    throw new UsageError(
      message('“{path}” is not in the workspace {root}. Check one workspace at a time.', {
        path: paths[outside]!,
        root,
      }),
    );
  return { root, only: only.includes('') ? [] : only };
}

const levelNames: Readonly<Record<Diagnostic['level'], { readonly name: Message; readonly color: number }>> = {
  error: { name: message('error'), color: 31 },
  warning: { name: message('warning'), color: 33 },
  information: { name: message('note'), color: 36 },
  hint: { name: message('hint'), color: 2 },
};

const nothingFound = message('No article was found. `articles` in .sourcemark/config.yaml says which files are.');

function printText(report: Report, program: Program, quiet: boolean): void {
  const paint = (code: number, text: string) => (program.color ? `\u001b[${code}m${text}\u001b[0m` : text);
  let file = '';
  for (const diagnostic of report.diagnostics) {
    if (diagnostic.file !== file) {
      if (file !== '') program.out('\n');
      file = diagnostic.file;
    }
    const { line, column } = placeOf(report, diagnostic.file, diagnostic.range.start);
    const { name, color } = levelNames[diagnostic.level];
    const text = printable(program.say(diagnostic.message));
    program.out(
      `${printable(file)}:${line}:${column}: ${paint(color, program.say(name))}: ${text} ${paint(2, `[${diagnostic.rule}]`)}\n`,
    );
  }
  for (const { path: unread, reason } of report.unread)
    program.err(
      `${printable(unread)}: ${program.say(message('could not be checked'))}: ${program.say(unreadReason(reason, unread))}\n`,
    );
  if (report.isEmpty && report.unread.length === 0) program.err(`${program.say(nothingFound)}\n`);
  if (quiet) return;
  const total = { contested: 0, unsourced: 0, unchecked: 0, repeated: 0, exempt: 0, supported: 0 };
  let allLost = 0;
  for (const article of report.articles) {
    const { coverage, lost } = report.workspace.summary(article);
    allLost += lost;
    for (const state of figureStates) total[state] += coverage[state];
  }
  const count = (level: Diagnostic['level']) => report.diagnostics.filter((found) => found.level === level).length;
  program.out(
    `${file === '' ? '' : '\n'}${program.say(
      message('Articles: {articles}. Figures: {figures}. Errors: {errors}, warnings: {warnings}, notes: {notes}.', {
        articles: report.articles.length,
        figures: [
          ...figureCountMessages(total).map(({ text }) => text),
          ...(allLost > 0 ? [lostClaimsMessage(allLost)] : []),
        ],
        errors: count('error'),
        warnings: count('warning'),
        notes: count('information') + count('hint'),
      }),
    )}\n`,
  );
}

/** One line for each finding and each file that could not be read; GitHub takes them out of the job's log. */
function printGithub(report: Report, root: string, program: Program): void {
  const fromHere = (file: string) => path.relative(program.cwd, path.join(root, file)).split(path.sep).join('/');
  const lines = [
    ...report.diagnostics.map(({ rule, level, file, range, message: said }) =>
      toGithubCommand({
        level,
        file: fromHere(file),
        places: [placeOf(report, file, range.start), placeOf(report, file, range.end)],
        title: rule,
        message: program.say(said),
      }),
    ),
    ...report.unread.map(({ path: file, reason }) =>
      toGithubCommand({
        level: 'error',
        file: fromHere(file),
        places: undefined,
        title: program.say(message('could not be checked')),
        message: program.say(unreadReason(reason, file)),
      }),
    ),
  ];
  for (const line of lines) program.out(`${line}\n`);
  if (report.isEmpty && report.unread.length === 0) program.err(`${program.say(nothingFound)}\n`);
}

/** Line and column from 1, the column in UTF-16 code units. */
function placeOf(report: Report, file: string, offset: number): { line: number; column: number } {
  let table = report.lines.get(file);
  if (!table) {
    table = new LineTable(report.workspace.text(file) ?? '');
    report.lines.set(file, table);
  }
  const { line, character } = table.position(offset);
  return { line: line + 1, column: character + 1 };
}

/** `docs/cli.md` describes this; it only ever grows. Lines and columns count from 1, columns in UTF-16. */
function toJson(report: Report, root: string, program: Program): unknown {
  return {
    version: 1,
    root,
    diagnostics: report.diagnostics.map((diagnostic) => ({
      rule: diagnostic.rule,
      level: diagnostic.level,
      file: diagnostic.file,
      start: diagnostic.range.start,
      end: diagnostic.range.end,
      ...placeOf(report, diagnostic.file, diagnostic.range.start),
      message: program.say(diagnostic.message),
      ...(diagnostic.data && { data: diagnostic.data }),
      ...(diagnostic.related && {
        related: diagnostic.related.map((related) => ({
          file: related.file,
          start: related.range.start,
          end: related.range.end,
          message: program.say(related.message),
        })),
      }),
    })),
    unread: report.unread.map(({ path: file, reason }) => ({ file, reason })),
    articles: report.articles.map((file) => toJsonArticle(report, file, program)),
  };
}

/** The counts of an article's figures by state, and where it was asked for each of them. */
function toJsonArticle(report: Report, file: string, program: Program): unknown {
  const { coverage, lost } = report.workspace.summary(file);
  const counts = { file, sourced: coverage.supported, ...coverage, lost };
  if (!report.listsFigures) return counts;
  const article = report.workspace.article(file);
  const text = article.text ?? '';
  const figures = article.coverage.map(({ figure: { start, end, kind }, claims, ...standing }) => {
    const reason = figureReasonMessage(standing);
    return {
      start,
      end,
      ...placeOf(report, file, start),
      text: text.slice(start, end),
      kind,
      state: standing.state,
      ...('reason' in standing && { reason: standing.reason, message: reason && program.say(reason) }),
      ...(standing.state === 'repeated' && { repeats: { start: standing.of.start, end: standing.of.end } }),
      ...(claims.length > 0 && { claims: claims.map(({ id }) => id) }),
    };
  });
  return { ...counts, figures };
}
