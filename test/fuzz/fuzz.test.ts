import { cpuTime } from '../support/cpuTime';
import { keptFiles, keptSheets } from './kept';
import { Random } from './random';
import { anySheet } from './sheets';
import { tryFile, trySheet } from './trials';
import { damagedFile } from './workbooks';

// The parser of .xls tells the console of records that it does not know.
beforeEach(() => jest.spyOn(console, 'error').mockImplementation());
afterEach(() => jest.restoreAllMocks());

// The whole of it, in other sizes and from other seeds: npm run fuzz.

test('any sheet is reviewed without a fault', () => {
  for (let seed = 0; seed < 400; seed += 1) expect([seed, trySheet(anySheet(new Random(seed)))]).toEqual([seed, null]);
}, 60_000);

test('any damaged file is read, or refused in one sentence', () => {
  for (let seed = 0; seed < 200; seed += 1)
    expect([seed, tryFile(damagedFile(new Random(seed)))]).toEqual([seed, null]);
}, 60_000);

test('what failed once, or took too long, does no more', () => {
  for (const [name, snapshot] of keptSheets()) {
    expect([name, trySheet(snapshot)]).toEqual([name, null]);
    expect([name, cpuTime(() => trySheet(snapshot)) < 500]).toEqual([name, true]);
  }
  for (const [name, file] of keptFiles()) expect([name, tryFile(file)]).toEqual([name, null]);
});
