import * as vscode from 'vscode';
import type { ClaimState } from '../../core/model/claimState';

/** The states that have a place in the text, each with a theme colour of its own: `sourcemark.claim.<state>`. */
export type PlacedState = Exclude<ClaimState, 'orphaned' | 'detached'>;

interface ClaimStyle {
  /** The line under the passage tells the state apart without colour; a box is for what must be repaired. */
  readonly border: 'solid' | 'dashed' | 'dotted' | 'double';
  readonly width: string;
  /** Behind the passage, for the states that ask somebody to act. */
  readonly mark?: string;
  /** Full width in the overview ruler for what is wrong, a lane for what is well. */
  readonly lane: vscode.OverviewRulerLane;
}

const { Left, Full } = { Left: 1, Full: 7 } as const satisfies Record<string, vscode.OverviewRulerLane>;

const styles: Readonly<Record<PlacedState, ClaimStyle>> = {
  verified: { border: 'solid', width: '0 0 2px 0', lane: Left },
  cited: { border: 'solid', width: '0 0 1px 0', lane: Left },
  uncited: { border: 'dashed', width: '0 0 1px 0', lane: Left },
  question: { border: 'dotted', width: '0 0 2px 0', mark: '?', lane: Full },
  staleVerdict: { border: 'dashed', width: '0 0 2px 0', mark: '↻', lane: Full },
  disputed: { border: 'double', width: '0 0 3px 0', mark: '!', lane: Full },
  contested: { border: 'double', width: '0 0 3px 0', mark: '⚠', lane: Full },
  valueChanged: { border: 'solid', width: '1px', mark: '≠', lane: Full },
  ambiguous: { border: 'dashed', width: '1px', mark: '⋯', lane: Full },
};

export const placedStates = Object.keys(styles) as readonly PlacedState[];

/** Made once; the caller disposes of it. */
export function createClaimDecoration(state: PlacedState): vscode.TextEditorDecorationType {
  const { border, width, mark, lane } = styles[state];
  const color = new vscode.ThemeColor(`sourcemark.claim.${state}`);
  return vscode.window.createTextEditorDecorationType({
    borderStyle: border,
    borderWidth: width,
    borderColor: color,
    overviewRulerColor: color,
    overviewRulerLane: lane,
    // Typing at either end of a passage is not part of what was sourced.
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    ...(mark && { after: { contentText: mark, color, margin: '0 0.15em 0 0.1em', fontWeight: 'bold' } }),
  });
}
