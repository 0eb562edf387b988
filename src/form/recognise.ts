import { Decimal } from 'decimal.js';
import { sum } from '../sheet/lists';
import { compact } from '../sheet/text';
import { type Area, partOf, type SheetSnapshot } from '../sheet/snapshot';
import { readMoney, yearsMoney } from './budget';
import { figureCell, figureIn, figureInLabel, located } from './cells';
import { isForEvidence } from './evidenceColumns';
import { Grid, rowsBetween } from './grid';
import { headingAt, headingOverItems, scoreColumnOf, type Heading } from './header';
import { narrativeIn, titleIn, organisationIn, yearIn } from './heading';
import type {
  BudgetBlock,
  ColumnAnswer,
  EvaluationForm,
  FormHeader,
  Indicator,
  Located,
  NotRecognised,
  Recognition,
  TargetBlock,
} from './model';
import { namesExecution } from './money';
import { onOnePage } from './pages';
import { nothingFound, objection } from './refusal';
import { totalLabel } from './rowMarks';
import { totalOfTwo } from './closure';
import { isAgain, settle } from './settle';
import { readTables } from './tables';
import { recogniseTargets } from './targets';
import { readGrade, readMixed, readTotalAbove, readTotalBeside } from './total';
import { PROJECT_LABELS } from './vocabulary/labels';
import { isOrganisationLabel, rankOf } from './words';
import { weightInLabel } from './weightInLabel';

interface Scan {
  readonly titles: readonly Located<string>[];
  readonly headings: readonly Heading[];
}

function scan(grid: Grid): Scan {
  const titles: Located<string>[] = [];
  const headings: Heading[] = [];
  for (let row = grid.firstRow; row <= grid.lastRow; row++) {
    const heading = headingAt(grid, row);
    if (heading === null) {
      const title = titleIn(grid, row);
      if (title !== null) titles.push(title);
    } else {
      headings.push(heading);
      row = heading.lastRow;
    }
  }
  const unread = headings.length === 0 && titles.length > 0 ? headingOverItems(grid) : null;
  return { titles, headings: unread === null ? headings : [unread] };
}

/** A run of rows that holds one form: from its title, or from the end of the form before it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly headings: readonly [Heading, ...Heading[]];
}

/** Cuts the sheet where a title stands between two headings, and where a heading follows a total. */
function stretches(grid: Grid, { titles, headings }: Scan): readonly Stretch[] {
  const cuts: { at: number; headings: [Heading, ...Heading[]] }[] = [];
  let previous = grid.firstRow - 1;
  let title = 0;
  for (const heading of headings) {
    while ((titles[title]?.at.row ?? Infinity) <= previous) title++;
    const between = titles[title]?.at.row ?? Infinity;
    const current = cuts.at(-1);
    const closed = current === undefined ? null : lastTotal(grid, previous, heading.row);
    if (current === undefined) cuts.push({ at: grid.firstRow, headings: [heading] });
    else if (closed === null && isPage(grid, titles[title], heading, current.headings)) current.headings.push(heading);
    else if (between < heading.row) cuts.push({ at: between, headings: [heading] });
    else if (closed !== null && isOfBlock(grid, closed, heading, current.headings)) current.headings.push(heading);
    else if (closed !== null) cuts.push({ at: beginning(grid, closed + 1, heading.row), headings: [heading] });
    else if (isWhole(grid, previous + 1, heading))
      cuts.push({ at: beginning(grid, previous + 1, heading.row), headings: [heading] });
    else current.headings.push(heading);
    previous = heading.lastRow;
  }
  return cuts.map(({ at, headings: own }, index) => ({
    start: at,
    end: cuts[index + 1]?.at ?? grid.lastRow + 1,
    headings: own,
  }));
}

/** Where the form of a heading begins: with whose it is, else right behind the total of the one before. */
function beginning(grid: Grid, start: number, heading: number): number {
  return rowsBetween(start - 1, heading).find((row) => saysWhose(grid, row)) ?? start;
}

const weightColumn = ({ columns }: Heading): number | null =>
  columns.find(({ said }) => said?.[0]?.[0] === 'weight')?.column ?? null;

/** Whether 合计 above a heading that was there before weighs too little to be of a form: the table goes on with its next block. */
function isOfBlock(grid: Grid, total: number, heading: Heading, before: readonly Heading[]): boolean {
  const column = weightColumn(heading);
  const printed = figureIn(grid, total, column)?.value ?? null;
  // It may print the score alone.
  const weight =
    column === null
      ? printed
      : (printed ?? sum(rowsBetween(before.at(-1)?.lastRow ?? 0, total).map((row) => itemWeight(grid, row, column))));
  const goesOn = rowsBetween(total, heading.row).every((row) => grid.filled(row).length === 0);
  return goesOn && weight?.gt(0) === true && weight.lt(LEAST_WHOLE) && before.some((own) => isAgain(heading, own));
}

/** What a row's item weighs; `null` where it states a total, or its weight stands above. */
const itemWeight = (grid: Grid, row: number, weights: number | null): Decimal | null =>
  totalLabel(grid, row) === null && grid.startsInRow(row, weights ?? 0)
    ? (figureIn(grid, row, weights)?.value ?? null)
    : null;

/** Whether rows weigh all that a form does; no more of them are read than it takes. */
function isWholeForm(grid: Grid, weights: number | null, start: number, end: number): boolean {
  let weight = new Decimal(0);
  for (let row = start; row < end && weight.lt(LEAST_WHOLE); row++)
    weight = weight.plus(itemWeight(grid, row, weights) ?? 0);
  return weight.gte(LEAST_WHOLE);
}

/** Whether a form ends above a heading without a row for its total: whose the next one is, and both weigh all that a form does. */
function isWhole(grid: Grid, start: number, heading: Heading): boolean {
  const { row, lastRow } = heading;
  const weights = weightColumn(heading);
  return (
    rowsBetween(start - 1, row).some((at) => saysWhose(grid, at)) &&
    isWholeForm(grid, weights, start, row) &&
    isWholeForm(grid, weights, lastRow + 1, grid.lastRow + 1)
  );
}

/** What the items of a form weigh at least, the execution of the budget apart. */
const LEAST_WHOLE = 80;

const saysWhose = (grid: Grid, row: number): boolean =>
  grid.filled(row).some(({ text }) => isOrganisationLabel(text) || rankOf(PROJECT_LABELS, text) >= 0);

/** A title over nothing but the heading that was there before begins no form: the table goes on on another page. */
function isPage(grid: Grid, title: Located<string> | undefined, heading: Heading, before: readonly Heading[]): boolean {
  if (title === undefined || title.at.row >= heading.row) return false;
  const alone = rowsBetween(title.at.row, heading.row).every((row) => grid.filled(row).length < 2);
  return alone && before.some((own) => isAgain(heading, own));
}

/** The last total below a heading; one above all figures is of what follows, 合计 of the next form's money that form's. */
function lastTotal(grid: Grid, heading: number, end: number): number | null {
  let [last, items]: [number | null, boolean] = [null, false];
  for (let row = heading + 1; row < end; row++) {
    if (last !== null && saysWhose(grid, row)) break;
    if (totalLabel(grid, row) === null) items ||= grid.filled(row).some((cell) => figureCell(cell).state === 'figure');
    else if (items) last = row;
  }
  return last;
}

/** @param goesOn whether the table is a part of one that is known to be a form. */
function readForm(
  grid: Grid,
  stretch: Stretch,
  answers: readonly ColumnAnswer[],
  goesOn: boolean,
): EvaluationForm | NotRecognised {
  const [{ row: headerRow }] = stretch.headings;
  const titles: Located<string>[] = [];
  for (let row = stretch.start; row < headerRow; row++) {
    const found = titleIn(grid, row);
    if (found !== null) titles.push(found);
  }
  const title = titles.at(-1) ?? null;
  const start = title?.at.row ?? stretch.start;
  const above = readMoney(grid, start, headerRow);
  const tables = (headers: readonly FormHeader[]) => {
    const { tree, total: below } = readTables(grid, headers, stretch.end);
    const last = Math.max(headerRow, tree.indicators.at(-1)?.row ?? 0);
    // Some offices print the money below the table.
    const money = above.length > 0 ? above : readMoney(grid, last + 1, stretch.end);
    const { years, others } = yearsMoney(money);
    const budget = years !== null && isScoredBelow(years, tree.indicators) ? { ...years, scored: null } : years;
    const { indicators } = tree;
    const total = totalOfTwo(grid, { indicators, groups: [], total: below, scored: budget?.scored ?? null });
    const [first] = headers;
    const [heading] = stretch.headings;
    const beside = total === null && first !== undefined ? readTotalBeside(grid, heading, first) : null;
    const ofMoney = money.flatMap(({ lines }) => lines.map(({ stated }) => stated));
    const again = readTotalAbove(grid, start, headerRow, ofMoney);
    // 子项目 with their amounts may follow as well.
    const after = above.length > 0 && below !== null ? readMoney(grid, below.label.at.row + 1, stretch.end) : [];
    return { tree, total: total ?? beside ?? again, again, budget, otherMoney: [...others, ...after] };
  };
  const { headers, questions } = settle(grid, stretch, answers, (given) => {
    const { tree, total, budget } = tables(given);
    return { indicators: tree.indicators, groups: tree.finish().groups, total, scored: budget?.scored ?? null };
  });
  const [first] = headers;
  const refusal =
    first === undefined || questions.length > 0 || goesOn ? null : objection(grid, stretch.start, title, first);
  if (refusal !== null) return refusal;
  const { tree, total, again: totalAbove, budget, otherMoney } = tables(headers);
  if (tree.indicators.length === 0) {
    return {
      reason: '找到了指标表的表头，但下面没有一行要打分的指标，可能是还没有填写的空表',
      nearest: first?.columns[0]?.heading ?? null,
    };
  }
  const below = total === null || total.label.at.row < headerRow ? stretch.end : total.label.at.row + 1;
  const narrative = narrativeIn(grid, start, headerRow);
  // A hidden one is last year's as likely as not, where another is seen.
  const again = total !== null && total.label.at.row > headerRow ? totalAbove : null;
  const mixed = budget?.scored ? readMixed(grid, headerRow, stretch.end, budget.scored.weight) : null;
  return {
    sheet: grid.snapshot.name,
    area: areaOf(grid, start, stretch.end - 1),
    title,
    year: yearIn(grid, start, headerRow),
    organisation: organisationIn(grid, start, headerRow),
    narrative: {
      ...narrative,
      shortfallReason: narrative.shortfallReason ?? narrativeIn(grid, below, stretch.end).shortfallReason,
    },
    budget,
    otherMoney,
    headers,
    ...tree.finish(),
    targetBlocks: targetBlocks(grid, stretch, tree.indicators),
    indicators: tree.indicators,
    total: total && {
      ...total,
      stated: mixed !== null && total.label.at.row === mixed.label.at.row ? null : total.stated,
      grade:
        total.grade ?? totalAbove?.grade ?? readGrade(grid, start, headerRow) ?? readGrade(grid, below, stretch.end),
    },
    totalAbove: again !== null && !grid.hidesRow(again.label.at.row) ? again : null,
    mixed,
    scored: headers.some((header) => scoreColumnOf(header) !== null),
    questions,
  };
}

/** Whether the points for execution are those of an item too, and the items alone weigh 100: then they count once. */
function isScoredBelow({ scored }: BudgetBlock, indicators: readonly Indicator[]): boolean {
  const points = scored?.stated?.value ?? null;
  const items = indicators.filter(({ kind }) => kind === 'item');
  const again = items.some(({ name, stated }) => namesExecution(name.value) && stated?.value?.equals(points ?? NaN));
  return points !== null && again && sum(items.map(({ weight }) => weight?.value)).equals(100);
}

/** 年度绩效目标1（80分） beside the levels of a heading, or first in a row of its own, weighs what stands below it until the next one. */
function targetBlocks(
  grid: Grid,
  { start, end, headings }: Stretch,
  indicators: readonly Indicator[],
): readonly TargetBlock[] {
  const scored = new Set(indicators.map(({ row }) => row));
  const inRows = rowsBetween(start - 1, end).flatMap((row) => {
    const [first] = scored.has(row) ? [] : grid.filled(row);
    const said = first === undefined ? '' : compact(first.text);
    if (first === undefined || !TASK_LABEL.test(said)) return [];
    // The label may be printed in each row of its block.
    const isPrinted = grid.compact(grid.filledFrom(row, -1, start), first.at.column) === said;
    return isPrinted ? [] : [{ row, label: located(first) }];
  });
  const inHeadings = headings.map(({ columns, lastRow }) => {
    const label = columns.map(({ heading }) => heading).find(({ value }) => BLOCK_LABEL.test(value));
    return { row: lastRow, label };
  });
  const parts = inRows.length > 0 ? inRows : inHeadings;
  return parts.flatMap(({ row, label }, at) => {
    const weight = label === undefined ? undefined : weightInLabel(label.value, true)?.weight;
    if (label === undefined || weight === undefined) return [];
    const below = indicators.filter((one) => one.row > row).map((one) => one.row);
    const next = Math.min(parts[at + 1]?.row ?? Infinity, otherBelow(grid, label, below));
    return [
      {
        label,
        weight: figureInLabel(label, weight),
        indicators: indicators.filter((one) => one.row > row && one.row < next),
      },
    ];
  });
}

/** The first of these rows below a label in whose column another one begins, where none does from the start: 预算执行情况. */
function otherBelow(grid: Grid, { at: { column }, text }: Located<string>, rows: readonly number[]): number {
  const begins = rows.filter(
    (row) => grid.startsInRow(row, column) && !['', compact(text)].includes(grid.compact(row, column)),
  );
  return begins[0] === rows[0] ? Infinity : (begins[0] ?? Infinity);
}

/** 年度绩效目标1（80分）, not 分值（100分）. */
const BLOCK_LABEL = /(?:目标|指标)[^()]{0,8}[(（][0-9.]{1,5}分[)）]/;
/** In a row of its own 产出指标（50分） is the heading of a level. */
const TASK_LABEL = /^(?:年度|绩效|总体|工作)*目标[0-9一二三四五六七八九十]{0,2}:?[(][0-9.]{1,5}分[)]/;

function areaOf(grid: Grid, start: number, end: number): Area {
  let last = end;
  while (last > start && grid.filled(last).length === 0) last--;
  return {
    row: start,
    column: grid.firstColumn,
    rowCount: last - start + 1,
    columnCount: grid.lastColumn - grid.firstColumn + 1,
  };
}

/**
 * The forms that stand side by side on a sheet, part by part: from where the headings begin again, in their words or
 * with all that they say, or else behind columns in which nothing stands; else none.
 */
function sideBySide(
  { snapshot, firstRow, firstColumn, lastColumn }: Grid,
  [heading]: readonly Heading[],
  answers: readonly ColumnAnswer[],
): readonly (readonly EvaluationForm[])[] {
  const behind = behindGaps(snapshot);
  const again = heading === undefined ? [] : beginningsAgain(heading);
  const starts = again.length > 0 ? again : behind;
  if (starts.length === 0) return [];
  const goesOn = !starts.every((start) => behind.includes(start));
  return [firstColumn, ...starts].map((start, at) => {
    const columnCount = (starts[at] ?? lastColumn + 1) - start;
    const side = partOf(snapshot, { row: firstRow, column: start, rowCount: snapshot.rowCount, columnCount });
    return recogniseIn(side, answers, goesOn).forms;
  });
}

/** The columns from which a heading says again what it said; 序号 in front of the first part need not come again. */
function beginningsAgain({ columns }: Heading): readonly number[] {
  const named = columns.filter(({ heading: { value } }) => value !== '');
  const words = named.map(({ heading: { value } }) => value);
  const says = named.map(({ said }) => said?.[0]?.[0]);
  const beginsAgain = (from: number, at: number) =>
    startsAlike(words, from, at, LEAST_COLUMNS) || (at - from > 1 && startsAlike(says, from, at, at - from));
  for (const from of named.keys()) {
    const again = named.filter((_, at) => at > from && beginsAgain(from, at));
    if (again.length > 0) return again.map(({ column }) => column);
  }
  return [];
}

/** The fewest columns of a table: a name, its points and its score. */
const LEAST_COLUMNS = 3;

/** Whether so many entries of a list come again, in the same order, from another place on. */
const startsAlike = (list: readonly unknown[], from: number, at: number, count: number): boolean =>
  at + count <= list.length && list.slice(at, at + count).every((one, by) => one === list[from + by]);

/** The columns behind empty ones that no merged area reaches into. */
function behindGaps({ values, origin, columnCount, merges }: SheetSnapshot): readonly number[] {
  const isGap = (at: number) =>
    values.every((row) => row[at] === null) &&
    merges.every(
      ({ column, columnCount: width }) => column + width <= origin.column + at || column > origin.column + at,
    );
  const gaps = new Set(Array.from(values[0] ?? [], (_, at) => at).filter(isGap));
  return Array.from({ length: columnCount }, (_, at) => at)
    .filter((at) => at > 1 && gaps.has(at - 1) && !gaps.has(at))
    .map((at) => origin.column + at);
}

const weightOf = ({ indicators }: EvaluationForm) => sum(indicators.map(({ weight }) => weight?.value));

/** Whether forms make the whole only together. */
function isWholeTogether(forms: readonly EvaluationForm[]): boolean {
  const weights = forms.map(weightOf);
  return sum(weights).equals(100) && weights.every((own) => own.lt(LEAST_WHOLE));
}

/** A form whose table goes on beside itself, under the same headings: with the rows of all its parts. */
function asOneTable(
  forms: readonly EvaluationForm[],
  beside: readonly (readonly EvaluationForm[])[],
): readonly EvaluationForm[] {
  const [whole, ...more] = forms;
  const parts = beside.flat();
  // 备注 may stand at the right of the last part alone.
  const rolesOf = ({ headers }: EvaluationForm) =>
    headers
      .map(({ columns }) => columns.flatMap((column) => (isForEvidence(column) ? [] : column.role)).join(' '))
      .join('\n');
  const isOne = parts.length > 1 && parts.length === beside.length && new Set(parts.map(rolesOf)).size === 1;
  if (whole === undefined || more.length > 0 || !isOne) return forms;
  // The total of the whole may stand below one of its parts.
  const all = sum(parts.map(weightOf));
  const totalOf = (weight: Decimal) => parts.find((part) => part.total?.weight?.value?.equals(weight) === true)?.total;
  // 合计 60 and 合计 40 are of the parts.
  const areOfParts = parts.every((part) => part.total?.weight?.value?.equals(weightOf(part)) === true);
  const total = totalOf(all) ?? (areOfParts ? null : whole.total);
  return [
    {
      ...whole,
      total,
      questions: parts.flatMap(({ questions }) => questions),
      headers: parts.flatMap(({ headers }) => headers),
      groups: parts.flatMap(({ groups }) => groups),
      indicators: parts.flatMap(({ indicators }) => indicators),
      sums: parts.flatMap(({ sums }) => sums.filter(({ stated }) => stated.at.row !== total?.label.at.row)),
    },
  ];
}

/**
 * Finds every 绩效自评表 in a sheet by what its headings, its columns and its sums say, wherever it stands and with or
 * without merged areas. Where there is none, `none` says why and what came nearest.
 *
 * @param answers what a person said of columns that words and figures leave open; see `EvaluationForm.questions`.
 */
export function recognise(snapshot: SheetSnapshot, answers: readonly ColumnAnswer[] = []): Recognition {
  return recogniseIn(snapshot, answers, false);
}

function recogniseIn(snapshot: SheetSnapshot, answers: readonly ColumnAnswer[], goesOn: boolean): Recognition {
  const grid = new Grid(snapshot);
  const found = scan(grid);
  const beside = sideBySide(grid, found.headings, answers);
  // One table that goes on beside itself has one total, or weighs no more than one.
  const isTotalled = beside.length > 1 && beside.every((own) => own.some(({ total }) => total !== null));
  if (isTotalled && !isWholeTogether(beside.flat())) return { forms: beside.flat(), none: null };
  const forms: EvaluationForm[] = [];
  let none: NotRecognised | null = null;
  for (const stretch of stretches(grid, found)) {
    const { grid: own, headings } = onOnePage(grid, stretch.headings);
    const form = readForm(own, { ...stretch, headings }, answers, goesOn);
    if ('reason' in form) none ??= form;
    else forms.push(form);
  }
  if (forms.length > 0) return { forms: asOneTable(forms, beside), none: null };
  const [targets] = found.titles.length > 0 ? [] : recogniseTargets(snapshot);
  if (targets === undefined) return { forms, none: none ?? nothingFound(found.titles, grid) };
  const nearest = targets.title ?? targets.indicators[0]?.name ?? null;
  return {
    forms,
    none: {
      reason: `这张表是${targets.kind}，有 ${targets.indicators.length} 项指标和指标值，没有得分，可以用来与自评表核对`,
      nearest,
    },
  };
}
