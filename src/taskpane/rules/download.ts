import type { Rulebook } from '../../scoring/rulebook';

/** The rulebook as a file holds it. */
export function fileText(rulebook: Rulebook): string {
  return `${JSON.stringify(rulebook, null, 2)}\n`;
}

/** Gives a rulebook to the officer as a file. Some Excel versions let the pane save none. */
export function download(rulebook: Rulebook): void {
  const url = URL.createObjectURL(new Blob([fileText(rulebook)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${rulebook.name.replaceAll(/[\\/:*?"<>|]/g, '_').slice(0, 80)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
