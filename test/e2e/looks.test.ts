import { close } from './support/page';
import { WALKS } from './support/states';
import { walkThrough, type Mode } from './support/walk';

afterAll(close);

/** What a look can spoil, and what a width can; the rest is the same in all, and is asked in accessible.test.ts. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const SIZES = ['target-size', 'scrollable-region-focusable'];

/** Looks and widths are tried together: what a look changes is colours, what a width changes is the layout. */
const LOOKS: readonly Mode[] = [
  { mode: 'dark', width: 320, height: 800, dark: true, rules: COLOURS },
  { mode: 'contrast', width: 450, height: 800, contrast: true, rules: COLOURS },
];

/** Half of what a pane usually has: where it is hardest to come to a state. */
const NARROW: Mode = { mode: '200 %', width: 175, height: 400, rules: SIZES };

test.each(WALKS)(
  '$name: at 200 %, dark and in high contrast its colours and sizes are in order in any state, and nothing is cut off',
  (walk) => walkThrough(walk, NARROW, LOOKS),
  240_000,
);
