// npm run survey -- [--draws 2000] [--seed 1] [--only ERROR] [--grammar first|second]: forms that nobody has seen, drawn
//   from a grammar of layouts, each in order and with one error: what is read, wrongly accused and found. --only takes
//   part of an error's name. The same as data stands in reports/survey.json.
// npm run survey -- --show SEED [--only ERROR] [--odd CHOICE=VALUE]: one form; with --odd one with nothing else odd.
import '../../scripts/usage.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SEVERITY_WORDS } from '../../src/checks/severity';
import { formatAddress } from '../../src/sheet/address';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { sum } from './draw';
import { FIRST, type Grammar, type Kind } from './grammar';
import type { Outcome } from './measure';
import { SECOND } from './second/form';
import { type Alone, aloneOf, type Counted, oneAtATime, type Survey, survey, tryFrom } from './survey';

const REPORT = 'reports/survey.json';
/** A value of a choice says little with fewer forms. */
const FEWEST = 8;
const WORST = 25;
const MOST_KINDS = 16;

const percent = (part: number, whole: number): string =>
  whole === 0 ? '  –' : `${Math.round((part / whole) * 100)}%`.padStart(4);
const print = (...lines: readonly string[]): void => {
  console.log(lines.join('\n'));
};

function printTotals({ draws, firstSeed, recognised, whole, accused, falseAlarms, infos, figures }: Survey): void {
  const parts = Object.entries(recognised).map(([part, of]) => `${part}${percent(of, draws)}`);
  print(`${draws} forms in order, seeds ${firstSeed} to ${firstSeed + draws - 1}`, '');
  print(`read whole     ${percent(whole, draws)}   ${parts.join('  ')}`);
  print(`accused        ${percent(accused, draws)}   ${accused} forms, ${falseAlarms} errors and warnings`);
  print(`questions      ${(infos / draws).toFixed(1).padStart(4)}   a form`);
  print(`figures held   ${percent(figures.held, figures.total)}   ${figures.held} of ${figures.total}`, '');
}

/** The simplest forms that show something, with what is odd about the first ones. */
function printExamples({ examples }: Counted, longest = 3): void {
  for (const { seed, odd } of examples.slice(0, longest)) {
    print(`          ${String(seed).padStart(5)}  ${odd.join('; ').replaceAll('\n', '↵') || 'nothing odd'}`);
  }
}

function printTally(title: string, tally: Readonly<Record<string, Counted>>): void {
  print('', title);
  for (const [name, counted] of Object.entries(tally).slice(0, MOST_KINDS)) {
    print(`  ${String(counted.count).padStart(5)}  ${name}`);
    printExamples(counted);
  }
}

function printAlarms({ alarms, refusals, misread, unheld }: Survey): void {
  print(
    'False alarms by check: forms, of them read right in every cell; the simplest seeds and what is odd about them',
  );
  for (const [check, counted] of Object.entries(alarms)) {
    print(`  ${String(counted.count).padStart(5)}  ${String(counted.readRight.count).padStart(4)}   ${check}`);
    printExamples(counted);
    if (counted.readRight.count > 0) printExamples(counted.readRight, 2);
  }
  printTally('Refused, or more than one form found', refusals);
  printTally('Recognised, but read wrong; by what is wrong first', misread);
  printTally('Figures that were held against nothing, and why: forms', unheld);
}

function printChoices({ choices, draws, whole, accused }: Survey): void {
  const often = choices.filter(({ forms }) => forms >= FEWEST);
  const worse = (one: Survey['choices'][number]): number =>
    one.accused / one.forms - accused / draws + whole / draws - one.whole / one.forms;
  // How sure it is counts as well as how bad: the root of the number of forms.
  const worst = [...often].sort(
    (one, other) => worse(other) * Math.sqrt(other.forms) - worse(one) * Math.sqrt(one.forms),
  );
  print('', 'Choices read worst: forms, accused, read whole, errors found');
  for (const { choice, value, forms, accused: of, whole: right, faults, found } of worst.slice(0, WORST)) {
    print(
      `  ${String(forms).padStart(5)}  ${percent(of, forms)}  ${percent(right, forms)}  ${percent(found, faults)}   ${choice} = ${value.replace('\n', '↵')}`,
    );
  }
}

function printFaults({ faults }: Survey): void {
  const all = (part: 'forms' | 'found' | 'loud'): number => sum(faults.map((one) => one[part]));
  print('', `Errors put in: forms, found, found loud${' '.repeat(6)}simplest seeds missed`);
  for (const { id, loudWanted, forms, found, loud, missed } of [...faults].sort(
    (one, other) => one.found / one.forms - other.found / other.forms,
  )) {
    print(
      `  ${String(forms).padStart(5)}  ${percent(found, forms)}  ${percent(loud, forms)}${loudWanted ? ' ' : '?'}  ${id.padEnd(44)} ${missed.examples.map(({ seed }) => seed).join(' ')}`,
    );
  }
  print(
    `  ${String(all('forms')).padStart(5)}  ${percent(all('found'), all('forms'))}  ${percent(all('loud'), all('forms'))}   all   (? marks what is only to be asked about)`,
  );
}

function printGrid({ texts }: SheetSnapshot): void {
  for (const [row, cells] of texts.entries())
    print(`${String(row + 1).padStart(3)}  ${cells.map((text) => text.replaceAll('\n', '↵')).join(' | ')}`);
}

function printOutcome({ recognised, refusal, findings }: Outcome): void {
  const wrong = Object.entries(recognised).filter(([, right]) => !right);
  print(wrong.length === 0 ? '  read whole' : `  read wrong: ${wrong.map(([part]) => part).join(', ')}`);
  if (refusal !== null) print(`  refused: ${refusal}`);
  for (const { severity, check, cell, message } of findings)
    print(`  ${SEVERITY_WORDS[severity]} ${check} ${formatAddress(cell)} ${message}`);
}

function show(seed: number, grammar: Grammar, kinds: readonly Kind[], odd: string | undefined): void {
  const [choice = '', value = ''] = odd?.split('=') ?? [];
  const alone = odd === undefined ? null : aloneOf({ choice, value: value.replace('↵', '\n') });
  const { form, clean, faulty } = tryFrom(seed, grammar, kinds, alone);
  print(`Seed ${seed}, in order`);
  printGrid(form.sheet);
  print([...form.draw.choices].map((choice) => choice.join(' = ').replace('\n', '↵')).join('; '));
  printOutcome(clean);
  if (faulty === null) {
    print('', 'None of these errors fits this form.');
    return;
  }
  print('', `With an error: ${faulty.kind.id}; a finding is to stand at ${faulty.cells.join(' ')}: ${faulty.told}`);
  const before = form.sheet.texts;
  for (const [row, cells] of faulty.form.sheet.texts.entries()) {
    const changed = cells.flatMap((text, column) =>
      text === before[row]?.[column]
        ? []
        : [`${formatAddress({ row, column })} ${before[row]?.[column] ?? ''} → ${text}`],
    );
    if (changed.length > 0) print(`  ${changed.join('; ')}`);
  }
  printOutcome(faulty.outcome);
}

const EACH = 8;

/** Each oddity alone in usual forms, so that nothing else can be to blame. */
function printAlone(worst: readonly Alone[]): void {
  print('', `Read wrong or accused though nothing else is odd: of ${EACH} forms accused, not read whole`);
  for (const { choice, value, forms, accused, whole, wrong, seed } of worst) {
    print(
      `  ${accused}/${forms}  ${forms - whole}/${forms}  ${choice}=${value.replace('\n', '↵')}   seed ${seed}: ${wrong}`,
    );
  }
}

const GRAMMARS = new Map([
  ['first', FIRST],
  ['second', SECOND],
]);

function main(): void {
  const { values } = parseArgs({
    options: {
      draws: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
      show: { type: 'string' },
      odd: { type: 'string' },
      grammar: { type: 'string', default: 'first' },
    },
  });
  const grammar = GRAMMARS.get(values.grammar);
  if (grammar === undefined) {
    print(`No grammar is called “${values.grammar}”: ${[...GRAMMARS.keys()].join(', ')}`);
    return;
  }
  const kinds = grammar.kinds.filter(({ id }) => id.includes(values.only ?? ''));
  if (kinds.length === 0) {
    print(`No error is called “${values.only ?? ''}”: ${grammar.kinds.map(({ id }) => id).join(', ')}`);
    return;
  }
  if (values.show !== undefined) {
    show(Number(values.show), grammar, kinds, values.odd);
    return;
  }
  const found = survey(Number(values.seed ?? 1), Number(values.draws ?? 2000), grammar, kinds);
  printTotals(found);
  printAlarms(found);
  printChoices(found);
  const alone = oneAtATime(found.choices, EACH, grammar);
  printAlone(alone);
  printFaults(found);
  mkdirSync('reports', { recursive: true });
  writeFileSync(REPORT, `${JSON.stringify({ ...found, alone }, null, 1)}\n`);
  print(
    '',
    `The same as data: ${REPORT}. One form: npm run survey -- --show SEED [--only ERROR] [--odd CHOICE=VALUE, alone]`,
  );
}

main();
