import * as vscode from 'vscode';
import type { ClaimView } from '../../core/articles/articleView';
import { claimStateMessage } from '../../core/model/claimStateMessage';
import { threadOf } from '../../core/model/threadEntries';
import { personName } from '../../core/workspace/personName';
import { sayMessage } from '../diagnostics/toDiagnostic';
import type { Annotator } from '../session/annotator';
import type { ClaimReference } from '../session/articleReference';
import type { FolderSession } from '../session/folderSession';
import type { FolderSessions, SessionFile } from '../session/folderSessions';
import { toRange } from '../session/positions';
import { oneLine } from '../views/treeNode';
import { type ClaimComment, createComment, entryKey, type Readers } from './claimComment';

/** The comment controller's id, which menus ask for. */
const CONTROLLER = 'sourcemark.review';

interface Shown {
  readonly thread: vscode.CommentThread;
  readonly comments: Map<string, ClaimComment>;
  /** Begun by a person who has not said anything yet. */
  isDraft: boolean;
}

/**
 * What people say of claims, as threads in the articles that are open. Only what changed is told to the
 * editor, and entries stay the same objects, so that a reply or an edit somebody is typing is left alone.
 * Closed articles have no threads: with thousands of them the Comments view would be of no use to anyone,
 * and the trees list every claim by its state.
 */
export class ReviewThreads implements vscode.Disposable {
  readonly #sessions: FolderSessions;
  readonly #annotator: Annotator;
  readonly #controller: vscode.CommentController;
  /** By document, then by claim. */
  readonly #shown = new Map<string, Map<string, Shown>>();
  readonly #claims = new WeakMap<vscode.CommentThread, Required<ClaimReference>>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(sessions: FolderSessions, annotator: Annotator) {
    this.#sessions = sessions;
    this.#annotator = annotator;
    this.#controller = vscode.comments.createCommentController(CONTROLLER, vscode.l10n.t('Sourcemark Review'));
    this.#controller.options = {
      prompt: vscode.l10n.t('Reply…'),
      placeHolder: vscode.l10n.t('A comment, or a note for your verdict'),
    };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: (document) => this.#claimRanges(document),
    };
    this.#subscriptions = [
      this.#controller,
      sessions.onDidChange(({ session, change }) => {
        for (const document of vscode.workspace.textDocuments) {
          const path = session.path(document.uri);
          if (path !== undefined && (change.articles === 'all' || change.articles.has(path))) this.#sync(document);
        }
      }),
      sessions.onDidRemove(() => {
        for (const key of [...this.#shown.keys()]) if (!sessions.find(vscode.Uri.parse(key))) this.#drop(key);
      }),
      vscode.workspace.onDidOpenTextDocument((document) => this.#sync(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#drop(document.uri.toString())),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#syncAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('sourcemark.person')) this.#syncAll();
      }),
    ];
    this.#syncAll();
  }

  /** The claim a thread is about; undefined for one that was just begun where no claim is. */
  claimOf(thread: vscode.CommentThread): Required<ClaimReference> | undefined {
    return this.#claims.get(thread) ?? this.#claimAt(thread);
  }

  /** The thread that an entry belongs to. */
  threadOf(comment: vscode.Comment): vscode.CommentThread | undefined {
    for (const threads of this.#shown.values())
      for (const { thread } of threads.values()) if (thread.comments.includes(comment)) return thread;
    return undefined;
  }

  /** What the editor shows for a claim of an open article. */
  find(uri: vscode.Uri, claim: string): vscode.CommentThread | undefined {
    return this.#shown.get(uri.toString())?.get(claim)?.thread;
  }

  /** Unfolds the thread of a claim in an open article; begins one where nobody has spoken yet. */
  unfold(session: FolderSession, document: vscode.TextDocument, claim: ClaimView): vscode.CommentThread {
    const threads = this.#threadsOf(document.uri.toString());
    const known = threads.get(claim.id);
    // The editor drops an empty thread by itself when it is folded, without telling us.
    if (known?.isDraft) known.thread.dispose();
    const shown = known && !known.isDraft ? known : this.#create({ session, path: claim.article }, document, claim);
    if (!known || known.isDraft) {
      shown.isDraft = true;
      threads.set(claim.id, shown);
    }
    this.#update(session, document, shown, claim);
    shown.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    return shown.thread;
  }

  /** Takes away a thread that a person began by the editor's own button, once its words are stored. */
  replaceBegun(thread: vscode.CommentThread): void {
    if (!this.#claims.has(thread)) thread.dispose();
  }

  /** Shows a thread's entries as they are stored, whatever was typed over them. */
  refresh(thread: vscode.CommentThread): void {
    for (const threads of this.#shown.values())
      for (const shown of threads.values()) if (shown.thread === thread) shown.comments.clear();
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === thread.uri.toString());
    if (document) this.#sync(document);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #syncAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#sync(document);
  }

  #sync(document: vscode.TextDocument): void {
    const file = this.#sessions.find(document.uri);
    if (!file || document.isClosed) return;
    const key = document.uri.toString();
    const { claims, text } = file.session.workspace.article(file.path);
    // The picture is a moment behind while somebody types; it will be told of again.
    if (text !== undefined && text !== document.getText()) return;
    const spoken = claims.filter(({ claim }) => claim.thread?.length || claim.verdicts?.length);
    if (spoken.length === 0 && !this.#shown.has(key)) return;
    const threads = this.#threadsOf(key);
    for (const claim of spoken) {
      let shown = threads.get(claim.id);
      if (!shown) {
        shown = this.#create(file, document, claim);
        threads.set(claim.id, shown);
      }
      shown.isDraft = false;
      this.#update(file.session, document, shown, claim);
    }
    const known = new Set(spoken.map(({ id }) => id));
    for (const [id, shown] of threads) {
      if (known.has(id) || (shown.isDraft && claims.some((claim) => claim.id === id))) continue;
      shown.thread.dispose();
      threads.delete(id);
    }
  }

  #threadsOf(document: string): Map<string, Shown> {
    let threads = this.#shown.get(document);
    if (!threads) {
      threads = new Map();
      this.#shown.set(document, threads);
    }
    return threads;
  }

  #create({ session, path }: SessionFile, document: vscode.TextDocument, claim: ClaimView): Shown {
    const range = claim.range ? toRange(document, claim.range) : new vscode.Range(0, 0, 0, 0);
    const thread = this.#controller.createCommentThread(document.uri, range, []);
    // A claim that stands nowhere is spoken of at the head of its article.
    if (!claim.range) thread.range = undefined;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    this.#claims.set(thread, { folder: session.folder.uri.toString(), article: path, claim: claim.id });
    return { thread, comments: new Map(), isDraft: false };
  }

  #update(session: FolderSession, document: vscode.TextDocument, shown: Shown, claim: ClaimView): void {
    const { thread } = shown;
    const { entries, resolved } = threadOf(claim.claim, claim.hash);
    const readers: Readers = {
      me: this.#annotator.known,
      nameOf: (person) => personName(session.workspace.config, person),
    };
    const range = claim.range && toRange(document, claim.range);
    if (!isSameRange(thread.range, range)) thread.range = range;
    const label = vscode.l10n.t('{state} · “{text}”', {
      state: sayMessage(claimStateMessage(claim.state)),
      text: oneLine(claim.claim.target.exact, 40),
    });
    if (thread.label !== label) thread.label = label;
    const canReply = vscode.workspace.isTrusted;
    if (thread.canReply !== canReply) thread.canReply = canReply;
    const contextValue = resolved ? 'resolved' : entries.length > 0 ? 'unresolved' : 'empty';
    if (thread.contextValue !== contextValue) thread.contextValue = contextValue;
    const { Resolved, Unresolved } = vscode.CommentThreadState;
    const state = resolved ? Resolved : Unresolved;
    if (thread.state !== state) thread.state = state;
    const comments = entries.map((entry) => {
      const key = `${readers.me === entry.by} ${entryKey(entry)}`;
      const known = shown.comments.get(key) ?? createComment(entry, readers);
      shown.comments.set(key, known);
      return known;
    });
    const isSame =
      comments.length === thread.comments.length && comments.every((comment, i) => comment === thread.comments[i]);
    if (!isSame) thread.comments = comments;
  }

  #drop(document: string): void {
    for (const { thread } of this.#shown.get(document)?.values() ?? []) thread.dispose();
    this.#shown.delete(document);
  }

  #claimRanges(document: vscode.TextDocument): vscode.Range[] {
    const file = this.#sessions.find(document.uri);
    if (!file || !vscode.workspace.isTrusted) return [];
    return file.session.workspace
      .article(file.path)
      .claims.flatMap(({ range }) => (range ? [toRange(document, range)] : []));
  }

  /** A thread begun by the editor's own button has only a place. Claims without a thread come first. */
  #claimAt({ uri, range }: vscode.CommentThread): Required<ClaimReference> | undefined {
    const file = this.#sessions.find(uri);
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    if (!file || !document || !range) return undefined;
    const threads = this.#shown.get(uri.toString());
    const near = file.session.workspace
      .article(file.path)
      .claims.filter((claim) => claim.range && toRange(document, claim.range).intersection(range));
    const claim = near.find(({ id }) => !threads?.has(id)) ?? near[0];
    return claim && { folder: file.session.folder.uri.toString(), article: file.path, claim: claim.id };
  }
}

function isSameRange(a: vscode.Range | undefined, b: vscode.Range | undefined): boolean {
  return a && b ? a.isEqual(b) : a === b;
}
