import { type Message, message } from '../model/message';
import type { ContestedReason, FigureCount, FigureStanding, FigureState, UncheckedReason } from './figureState';

/** What a figure's state is called in lists and cards: a word or two, the same everywhere. */
export function figureStateMessage(state: FigureState): Message {
  switch (state) {
    case 'supported':
      return message('supported');
    case 'unchecked':
      return message('unchecked');
    case 'contested':
      return message('contested');
    case 'repeated':
      return message('repeated');
    case 'exempt':
      return message('exempt');
    case 'unsourced':
      return message('no source');
  }
}

/** What a state means, to be read after its name. */
export function figureStateExplanation(state: FigureState): Message {
  switch (state) {
    case 'supported':
      return message('the quoted words stand in a source in force, and the figures agree');
    case 'unchecked':
      return message('a source is cited, but nothing was compared with it');
    case 'contested':
      return message('what is cited does not hold, or somebody must look again');
    case 'repeated':
      return message('sourced at another place in the article');
    case 'exempt':
      return message('needs no source, for a reason that is recorded');
    case 'unsourced':
      return message('nothing is cited');
  }
}

/** The order in which counts are told: from what stands to what is missing. */
const told = ['supported', 'unchecked', 'contested', 'repeated', 'exempt', 'unsourced'] as const;

/** “3 supported”, “1 unchecked” …: each state with its count. */
export function figureCountMessages(count: FigureCount): { readonly state: FigureState; readonly text: Message }[] {
  return told.map((state) => ({ state, text: sayCount(state, count[state]) }));
}

/** How many claims have lost their place: their passages are not in the article any more. */
export function lostClaimsMessage(count: number): Message {
  return message('lost claims: {count}', { count });
}

function sayCount(state: FigureState, count: number): Message {
  switch (state) {
    case 'supported':
      return message('{count} supported', { count });
    case 'unchecked':
      return message('{count} unchecked', { count });
    case 'contested':
      return message('{count} contested', { count });
    case 'repeated':
      return message('{count} repeated', { count });
    case 'exempt':
      return message('{count} exempt', { count });
    case 'unsourced':
      return message('{count} unsourced', { count });
  }
}

/** Why a figure is unchecked or contested; undefined where its state says all. */
export function figureReasonMessage(standing: FigureStanding): Message | undefined {
  return standing.state === 'unchecked' || standing.state === 'contested' ? sayReason(standing.reason) : undefined;
}

function sayReason(reason: UncheckedReason | ContestedReason): Message {
  switch (reason) {
    case 'unknownSource':
      return message('its source is not in the store');
    case 'noText':
      return message('the source has no text here');
    case 'noQuote':
      return message('no words of the source are quoted');
    case 'noFigure':
      return message('the quoted words hold no figure to compare with');
    case 'citedInText':
      return message('only the text itself cites a source');
    case 'retracted':
      return message('the source was retracted');
    case 'superseded':
      return message('the source was superseded');
    case 'textChanged':
      return message('the source’s text has changed');
    case 'quoteNotFound':
      return message('the quoted words are not in the source');
    case 'differs':
      return message('the source says otherwise');
    case 'disputed':
      return message('a reviewer disputes it');
    case 'valueChanged':
      return message('it changed after it was sourced');
    case 'lost':
      return message('a claim that said so has lost its place');
    case 'ambiguous':
      return message('its claim may stand elsewhere');
  }
}
