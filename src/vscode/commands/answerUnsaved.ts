import * as vscode from 'vscode';
import { hindranceMessage } from '../../core/store/hindranceMessage';
import { flowToYaml } from '../../core/store/toYaml';
import { QuestionBox } from '../asking/questionBox';
import { tell } from '../citing/passage';
import { sayMessage } from '../diagnostics/toDiagnostic';
import { sayUnsaved } from '../saving/sayUnsaved';
import { tellAsking, tellUnsaved } from '../saving/tellUnsaved';
import { type Answer, answerQuestion, canInsist, readQuestion, type UnsavedQuestion } from '../saving/unsavedQuestion';
import { closeVersions, showVersions } from '../saving/versionDocuments';
import type { Services } from '../services';
import { readArgument } from '../session/articleReference';
import { oneLine, withoutIcons } from '../views/treeNode';
import type { Command } from './command';
import type { UnsavedArgument } from './retryUnsaved';

export interface AnswerUnsavedArgument extends UnsavedArgument {
  /** Asked for when absent. */
  readonly answer?: Answer;
}

interface Item extends vscode.QuickPickItem {
  readonly answer: Answer;
}

/**
 * Asks what becomes of a change that others were in the way of: both versions are shown, and one is chosen; or what
 * others removed is put back with it. Gives whether the change is over, one way or the other.
 */
export const answerUnsaved: Command = {
  id: 'sourcemark.answerUnsaved',
  async run(services, argument) {
    const { id, answer } = readArgument<AnswerUnsavedArgument>(argument);
    await services.unsaved.refresh();
    const entry = services.unsaved.waiting.find((one) => (id === undefined ? one.state === 'asking' : one.id === id));
    const question = entry && (await readQuestion(services, entry));
    if (!entry || !question) return tell(vscode.l10n.t('This is settled already.'));
    if (question.hindrances.length === 0) {
      // What was in the way has gone.
      return (await vscode.commands.executeCommand('sourcemark.retryUnsaved', { id: entry.id })) === 0;
    }
    const chosen = answer ?? (await ask(services, question));
    if (chosen === undefined) return false;
    const { changes, seen } = answerQuestion(question, chosen);
    const reason = await services.store.answer(question.session, entry, changes, seen);
    if (reason) {
      const now = services.unsaved.get(entry.id);
      if (now?.state === 'asking') tellAsking(now, sayMessage(reason));
      else tellUnsaved(sayMessage(reason));
      return false;
    }
    const said = chosen === 'mine' ? vscode.l10n.t('Your change is saved.') : vscode.l10n.t('What is there stays.');
    vscode.window.setStatusBarMessage(said, 4000);
    return true;
  },
};

async function ask(services: Services, question: UnsavedQuestion): Promise<Answer | undefined> {
  const { entry, hindrances } = question;
  const { label } = sayUnsaved(services, entry);
  const [first] = hindrances;
  await showVersions(entry.id, hindrances, label);
  // No answer is chosen beforehand: either may take away what somebody wrote.
  const box = new QuestionBox(withoutIcons(label));
  try {
    const answer = await box.ask({
      title: withoutIcons(label),
      placeholder: first ? sayMessage(hindranceMessage(first)) : '',
      items: itemsFor(question),
    });
    return answer?.item?.answer;
  } finally {
    box.dispose();
    await closeVersions();
  }
}

function itemsFor(question: UnsavedQuestion): readonly Item[] {
  const [first] = question.hindrances;
  const say = (value: Parameters<typeof flowToYaml>[0] | undefined) =>
    value === undefined ? vscode.l10n.t('(nothing)') : withoutIcons(oneLine(flowToYaml(value), 120));
  const leave: Item = {
    label: vscode.l10n.t('$(trash) Let my change go'),
    detail: vscode.l10n.t('What was removed stays removed.'),
    answer: 'theirs',
  };
  if (!first || !canInsist(question)) return [leave];
  if (first.kind === 'gone')
    return [
      {
        label: vscode.l10n.t('$(discard) Put it back together with my change'),
        detail: say(first.thing),
        answer: 'mine',
      },
      leave,
    ];
  return [
    { label: vscode.l10n.t('$(person) Use my version'), detail: say(first.mine), answer: 'mine' },
    { label: vscode.l10n.t('$(file) Leave what is there'), detail: say(first.theirs), answer: 'theirs' },
  ];
}
