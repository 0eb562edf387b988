// npm run uncovered -- [-v] [FILE or FOLDER…]: the share of figures that are held in each form of the corpus and of the
// workbooks and folders that are named, and the figures that are not, by kind: with -v all of them. The list of what is
// not understood yet.
import '../../scripts/usage.mjs';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROLE_WORDS } from '../../src/checks/figures';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { review } from '../../src/review';
import { formatAddress } from '../../src/sheet/address';
import { cellAt, type SheetSnapshot } from '../../src/sheet/snapshot';
import { FORMS_IN_ORDER } from '../fixtures/corpus/forms';
import { sheetOf } from '../fixtures/corpus/read';

const verbose = process.argv.includes('-v');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));

function* workbooks(place: string): Iterable<string> {
  if (!existsSync(place)) return;
  if (!statSync(place).isDirectory()) yield place;
  else {
    const inside = readdirSync(place).filter((name) => /\.xlsx?$/.test(name));
    for (const name of inside.sort()) yield path.join(place, name);
  }
}

function* sheets(): Iterable<readonly [string, SheetSnapshot]> {
  for (const { name, rows } of FORMS_IN_ORDER) yield [name, sheetOf(rows)];
  for (const file of named.flatMap((place) => [...workbooks(place)])) {
    for (const { snapshot, hidden } of readWorkbook(readFileSync(file), file).sheets) {
      if (!hidden) yield [path.basename(file), snapshot];
    }
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);

const kinds = new Map<string, string[]>();
let [allFigures, allHeld, allStated, allStatedHeld] = [0, 0, 0, 0];
for (const [name, snapshot] of sheets()) {
  for (const { coverage } of review(snapshot).forms) {
    const { figures, stated } = coverage;
    allFigures += figures.total;
    allHeld += figures.held;
    allStated += stated.total;
    allStatedHeld += stated.held;
    const share = figures.total === 0 ? 100 : (figures.held / figures.total) * 100;
    say(
      `${share.toFixed(1).padStart(5)}%  ${figures.held}/${figures.total}  文中 ${stated.held}/${stated.total}  ${name}`,
    );
    for (const { cell, role, why } of figures.unheld) {
      const kind = `${ROLE_WORDS[role]}：${why.replace(/“[^”]*”/g, '“…”')}`;
      const places = kinds.get(kind) ?? [];
      places.push(`${name} ${formatAddress(cell)} ${cellAt(snapshot, cell).text.slice(0, 30)}`);
      kinds.set(kind, places);
    }
  }
}
say(`\n${allHeld}/${allFigures} 个数字已核对，文中 ${allStatedHeld}/${allStated}\n`);
for (const [kind, places] of [...kinds].sort((a, b) => b[1].length - a[1].length)) {
  say(`${String(places.length).padStart(5)}  ${kind}`);
  for (const place of places.slice(0, verbose ? Infinity : 3)) say(`         ${place}`);
}
