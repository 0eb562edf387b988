import { saveFile } from '../download';
import type { Rulebook } from '../../scoring/rulebook';

/** The rulebook as a file holds it. */
export function fileText(rulebook: Rulebook): string {
  return `${JSON.stringify(rulebook, null, 2)}\n`;
}

/** Gives a rulebook to the officer as a file. Some Excel versions let the pane save none. */
export function download(rulebook: Rulebook): void {
  saveFile(`${rulebook.name}.json`, fileText(rulebook));
}
