import fc from 'fast-check';
import type { Area, CellValue, SheetSnapshot } from '../../src/sheet/snapshot';
import { FORMS_IN_ORDER } from '../fixtures/corpus/forms';
import { sheetOf } from '../fixtures/corpus/read';
import { EVERY_LAYOUT, formInOrder } from '../fixtures/generated';
import { render } from '../fixtures/render';
import type { Random } from './random';

/** What a cell can hold at most. */
const LONGEST_TEXT = 32_767;

/** Sheets that the others are made from: forms of every layout, written and generated. */
function bases(): readonly SheetSnapshot[] {
  const specs = fc.sample(formInOrder, { seed: 7, numRuns: 8 });
  const spreads = ['merged', 'blank', 'repeated'] as const;
  return [
    ...FORMS_IN_ORDER.map(({ rows }) => sheetOf(rows)),
    ...EVERY_LAYOUT.flatMap((id) =>
      specs.map((spec, index) => render(id, spec, { spread: spreads[index % 3] ?? 'blank' }).sheet),
    ),
  ];
}

const BASES = bases();

const WORDS = [
  ...['一级指标', '二级指标', '三级指标', '分值', '得分', '年度指标值', '实际完成值', '评分标准', '总分', '合计'],
  ...['全年预算数', '全年执行数', '执行率', '项目资金（万元）', '其中：财政拨款', '绩效自评表', '（2022年度）', '优'],
  ...['未达标原因：', '改进措施：无', '每项加2.5分，最多不超过5分', '≥90%计5分；80%（含）-90%计4分；<80%不得分'],
  ...['满意度＝满意人数÷调查人数×100%', '指标2：', '……', '/', '—', '**', '达成预期指标', '部分达成'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', '__defineGetter__'],
  ...['=1+1', '+1', '-1', '@x', "'x", '<img src=x onerror=alert(1)>', '</script>', '${1}', '{name}', '\\u0000', '%s'],
  ...[
    '1e400',
    '-0',
    '0x10',
    '１２３．５％',
    '壹佰',
    '百分之九十五',
    '三、2、100%',
    '12-5',
    '2023年2月30日',
    '99999999999999999999',
  ],
  ...['\u0000', '\ud800', '\u202e反', '\u200b', '👩‍👩‍👧‍👦', 'ﷺ', '\t\r\n'],
];

/** Characters that text readers look for, many of them in a row. */
const REPEATED = [
  ...Array.from('(（[【“"\'0９.,，、。；：:=＝+×÷/%％分元万≥≤<>-—~至年月日一十百其中 \n'),
  '1,',
  '1.',
  '(1)',
  '1+',
  '①',
  '得1分，',
];

function longText(random: Random): string {
  const part = random.pick(REPEATED);
  const text = part.repeat(Math.ceil(LONGEST_TEXT / part.length)).slice(0, LONGEST_TEXT - 8);
  return random.pick([text, `${text}x`, `未达标原因：${text}`, `1÷${text}`.slice(0, LONGEST_TEXT)]);
}

function mixedText(random: Random): string {
  const count = 1 + random.below(8);
  return Array.from({ length: count }, () => random.pick([random.pick(WORDS), random.pick(REPEATED)])).join('');
}

function anyValue(random: Random): CellValue {
  const kind = random.below(20);
  if (kind < 3) return null;
  if (kind < 6)
    return random.pick([0, -0.5, 1, 100, 0.1 + 0.2, 1e300, -1e300, 5e-324, 99.995, Number.MAX_SAFE_INTEGER]);
  if (kind < 8) return Math.round(random.next() * 10_000) / 100;
  if (kind === 8) return random.chance(0.5);
  if (kind === 9) return random.pick(['#REF!', '#DIV/0!', '#N/A', '#VALUE!']);
  return random.chance(0.02) ? longText(random) : random.chance(0.5) ? random.pick(WORDS) : mixedText(random);
}

interface Draft {
  readonly values: CellValue[][];
  readonly texts: string[][];
  readonly formulas: string[][];
  readonly merges: Area[];
}

function anyArea(random: Random, { rowCount, columnCount }: SheetSnapshot): Area {
  const row = random.below(rowCount + 1);
  const column = random.below(columnCount + 1);
  return { row, column, rowCount: 1 + random.below(rowCount + 4), columnCount: 1 + random.below(columnCount + 4) };
}

const put = (random: Random, { values, texts }: Draft): void => {
  const row = random.below(values.length);
  const cells = values[row];
  const shown = texts[row];
  if (cells === undefined || shown === undefined || cells.length === 0) return;
  const column = random.below(cells.length);
  const value = anyValue(random);
  cells[column] = value;
  shown[column] = value === null ? '' : random.chance(0.05) ? '########' : String(value);
};

const swapRows = (random: Random, { values, texts, formulas }: Draft): void => {
  const a = random.below(values.length);
  const b = random.below(values.length);
  for (const table of [values, texts, formulas] as unknown[][][]) {
    const [first, second] = [table[a], table[b]];
    if (first !== undefined && second !== undefined) [table[a], table[b]] = [second, first];
  }
};

const removeRow = (random: Random, { values, texts, formulas }: Draft): void => {
  const row = random.below(values.length);
  for (const table of [values, texts, formulas]) table.splice(row, 1);
};

const repeatRow = (random: Random, { values, texts, formulas }: Draft): void => {
  const row = random.below(values.length);
  const to = random.below(values.length + 1);
  values.splice(to, 0, [...(values[row] ?? [])]);
  texts.splice(to, 0, [...(texts[row] ?? [])]);
  formulas.splice(to, 0, [...(formulas[row] ?? [])]);
};

const removeColumn = (random: Random, { values, texts, formulas }: Draft): void => {
  const column = random.below(values[0]?.length ?? 1);
  for (const table of [values, texts, formulas]) for (const row of table) row.splice(column, 1);
};

const writeFormula = (random: Random, { formulas }: Draft): void => {
  const row = formulas[random.below(formulas.length)];
  if (row === undefined || row.length === 0) return;
  row[random.below(row.length)] = random.pick([
    '=SUM(G7:G1048576)',
    '=SUM(A:XFD)',
    '=G7+G8',
    '=SUM(G7:G9,G12)',
    '=SUM(',
    `=${'('.repeat(8_000)}`,
    `=${'A1+'.repeat(2_700)}1`,
    "=SUM('[别的.xlsx]表'!A1:A9)",
    '=#REF!+1',
  ]);
};

const CHANGES = [put, put, put, put, put, put, swapRows, removeRow, repeatRow, removeColumn, writeFormula];

function mutated(random: Random): SheetSnapshot {
  const base = random.pick(BASES);
  const draft: Draft = {
    values: base.values.map((row) => [...row]),
    texts: base.texts.map((row) => [...row]),
    formulas: base.formulas.map((row) => [...row]),
    merges: [...base.merges],
  };
  const count = 1 + random.below(12);
  for (let change = 0; change < count; change += 1) random.pick(CHANGES)(random, draft);
  if (random.chance(0.2)) draft.merges.push(anyArea(random, base));
  const origin = random.chance(0.2) ? { row: random.below(1000), column: random.below(200) } : base.origin;
  return {
    ...base,
    ...draft,
    origin,
    rowCount: draft.values.length,
    columnCount: draft.values[0]?.length ?? 0,
  };
}

function invented(random: Random): SheetSnapshot {
  const rowCount = random.below(25);
  const columnCount = random.below(14);
  const values = Array.from({ length: rowCount }, () =>
    Array.from({ length: columnCount }, () => (random.chance(0.4) ? null : anyValue(random))),
  );
  const empty: SheetSnapshot = {
    name: random.pick(WORDS),
    origin: { row: random.below(3), column: random.below(3) },
    rowCount,
    columnCount,
    values,
    texts: values.map((row) => row.map((value) => (value === null ? '' : String(value)))),
    formulas: values.map((row) => row.map(() => '')),
    merges: [],
  };
  return random.chance(0.3) ? { ...empty, merges: [anyArea(random, empty), anyArea(random, empty)] } : empty;
}

/** A sheet such as nobody would write, or a form in which a few things were changed. */
export function anySheet(random: Random): SheetSnapshot {
  return random.chance(0.15) ? invented(random) : mutated(random);
}
