import { close } from './support/page';
import { WALKS } from './support/states';
import { walkThrough } from './support/walk';

afterAll(close);

test.each(WALKS)(
  '$name: axe finds nothing in any state, nothing is cut off, and the Tab key reaches all',
  (walk) => walkThrough(walk, { mode: 'light', width: 350, height: 800 }),
  240_000,
);
