import * as vscode from 'vscode';
import type { Services } from '../services';
import { followRenames } from './followRenames';
import { offerMoves } from './offerMoves';

/** Keeps annotations with their articles when these get other names, in the editor and outside of it. */
export function registerMoving(services: Services): vscode.Disposable {
  return vscode.Disposable.from(followRenames(services), offerMoves(services));
}
