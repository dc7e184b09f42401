import * as vscode from 'vscode';
import { type OutlineItem, outlineOf } from '../../core/articles/outline';
import { claimStateMessage } from '../../core/model/claimStateMessage';
import { sayMessage } from '../diagnostics/toDiagnostic';
import type { Services } from '../services';
import { toRange } from '../session/positions';
import { oneLine } from '../views/treeNode';

/** How wide the words of a claim may be, so that its state is still read beside them. */
const WORDS_COLUMNS = 48;

/** Every file, but after the extensions that know its language: an article's headings come before its claims. */
const ANY_LANGUAGE: vscode.DocumentSelector = '*';

/** The claims of an article and its figures without a source, for Go to Symbol, the breadcrumbs and the outline. */
export function registerOutline({ sessions }: Services): vscode.Disposable {
  /** What was last told of each open document. The editor keeps it for those that are out of sight, too. */
  const told = new Map<string, string>();
  const provider: vscode.DocumentSymbolProvider = {
    async provideDocumentSymbols(document, token) {
      const file = sessions.find(document.uri);
      if (!file || !isWanted(document.uri)) return undefined;
      await file.session.whenReady(file.path);
      if (token.isCancellationRequested || !file.session.workspace.isArticle(file.path)) return undefined;
      file.session.accept(document);
      const items = outlineOf(file.session.workspace.article(file.path));
      told.set(document.uri.toString(), sayAll(items));
      return items.map((item) => {
        const whole = toRange(document, item);
        // The breadcrumbs show whatever encloses the caret, of the extension that answers first. Where headings can
        // be expected they should stay, so a claim is only its beginning there.
        const range = document.languageId === 'plaintext' ? whole : new vscode.Range(whole.start, whole.start);
        const kind = item.state === undefined ? vscode.SymbolKind.Number : vscode.SymbolKind.Field;
        return new vscode.DocumentSymbol(say(item), '', kind, range, range);
      });
    },
  };
  const register = () =>
    vscode.languages.registerDocumentSymbolProvider(ANY_LANGUAGE, provider, {
      label: vscode.l10n.t('Claims and figures'),
    });
  let registration = register();
  // The editor asks again only when the text changes, or when there is another one to ask: a claim that is
  // verified would seem to wait still.
  const askAgain = () => {
    told.clear();
    registration.dispose();
    registration = register();
  };
  const refresh = () => {
    for (const [key, last] of told) {
      const file = sessions.find(vscode.Uri.parse(key));
      if (file && sayAll(outlineOf(file.session.workspace.article(file.path))) !== last) return askAgain();
    }
  };
  return vscode.Disposable.from(
    sessions.onDidChange(refresh),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => told.delete(uri.toString())),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('sourcemark.showInOutline')) askAgain();
    }),
    { dispose: () => registration.dispose() },
  );
}

function isWanted(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('sourcemark', uri).get<boolean>('showInOutline') !== false;
}

function sayAll(items: readonly OutlineItem[]): string {
  return items.map(say).join('\n');
}

/** The state belongs to the name, since Go to Symbol shows and searches nothing else. */
function say({ words, state }: OutlineItem): string {
  const said = state === undefined ? vscode.l10n.t('No source yet') : sayMessage(claimStateMessage(state));
  return vscode.l10n.t('{words} — {state}', { words: oneLine(words, WORDS_COLUMNS), state: said });
}
