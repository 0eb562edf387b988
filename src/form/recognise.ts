import { sum } from '../sheet/lists';
import { rememberBy } from '../sheet/remember';
import type { Area, SheetSnapshot } from '../sheet/snapshot';
import { asOneTable, isWholeTogether, sideBySide } from './besides';
import { readMoney, yearsMoney } from './budget';
import { withAllScored, withTasksScored } from './budgetBlock';
import { totalOfTwo } from './closure';
import { Grid } from './grid';
import { type Heading, scoreColumnOf } from './header';
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
} from './model';
import { namesExecution } from './money';
import { onOnePage, withoutPageMarks } from './pages';
import { nothingFound, objection } from './refusal';
import { isAgain, settle } from './settle';
import { scan, stretches, type Stretch } from './stretches';
import { readTables } from './tables';
import { outerBlocks, targetBlocks } from './targetBlocks';
import { recogniseTargets } from './targets';
import { readGrade, readGradeScale, readMixed, readTotalAbove, readTotalBeside } from './total';

/**
 * @param goesOn whether the table is a part of one that is known to be a form.
 * @param isKnown whether its heading says again what that of a form above it says: 目标2 below the total of 目标1.
 */
function readForm(
  grid: Grid,
  stretch: Stretch,
  answers: readonly ColumnAnswer[],
  goesOn: boolean,
  isKnown: boolean,
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
  const tables = rememberBy(rolesIn, (headers: readonly FormHeader[]) => {
    const { tree, total: below } = readTables(grid, headers, stretch.end);
    const last = Math.max(headerRow, tree.indicators.at(-1)?.row ?? 0);
    // Some offices print the money below the table.
    const money = above.length > 0 ? above : readMoney(grid, last + 1, stretch.end);
    const { years, others } = yearsMoney(money);
    const own = years !== null && isScoredBelow(years, tree.indicators) ? { ...years, scored: null } : years;
    const budget = own && withAllScored(own, tree.indicators, below?.stated?.value ?? null);
    const tasks = withTasksScored(others, [...tree.indicators, ...(budget?.scored ? [budget.scored] : [])]);
    const { indicators } = tree;
    const total = totalOfTwo(grid, { indicators, groups: [], total: below, scored: budget?.scored ?? null });
    const [first] = headers;
    const [heading] = stretch.headings;
    const beside = total === null && first !== undefined ? readTotalBeside(grid, heading, first) : null;
    const ofMoney = money.flatMap(({ lines }) => lines.map(({ stated }) => stated));
    const again = readTotalAbove(grid, start, headerRow, ofMoney);
    // 子项目 with their amounts may follow as well.
    const behind = Math.max(last, below?.label.at.row ?? 0) + 1;
    const after = above.length > 0 && below !== null ? readMoney(grid, behind, stretch.end) : [];
    const otherMoney = [...tasks, ...after];
    return { ...tree.finish(), indicators, total: total ?? beside ?? again, again, budget, otherMoney };
  });
  const { headers, questions } = settle(grid, stretch, answers, (given) => {
    const { budget, ...read } = tables(given);
    return { ...read, scored: budget?.scored ?? null };
  });
  const [first] = headers;
  const isGiven = questions.length > 0 || isKnown;
  const refusal = first === undefined || goesOn ? null : objection(grid, stretch.start, title, first, isGiven);
  if (refusal !== null) return refusal;
  const { groups, sums, indicators, total, again: totalAbove, budget, otherMoney } = tables(headers);
  if (indicators.length === 0) {
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
    groups,
    sums,
    targetBlocks: [
      ...targetBlocks(grid, stretch, indicators),
      ...(headers.length === 1 && first !== undefined
        ? outerBlocks(grid, first, indicators, budget?.scored?.label.at.row)
        : []),
    ],
    indicators,
    total: total && {
      ...total,
      stated: mixed !== null && total.label.at.row === mixed.label.at.row ? null : total.stated,
      grade:
        total.grade ?? totalAbove?.grade ?? readGrade(grid, start, headerRow) ?? readGrade(grid, below, stretch.end),
      scale: readGradeScale(grid, start, headerRow) ?? readGradeScale(grid, below, stretch.end) ?? [],
    },
    totalAbove: again !== null && !grid.hidesRow(again.label.at.row) ? again : null,
    mixed,
    scored: headers.some((header) => scoreColumnOf(header) !== null),
    questions,
  };
}

/** Which roles the columns have: what else is read follows from these. */
const rolesIn = (headers: readonly FormHeader[]): string =>
  JSON.stringify(headers.map(({ columns }) => columns.map(({ role, heading }) => [role, heading.at.column])));

/** Whether the points for execution are those of an item too, and the items alone weigh 100: then they count once. */
function isScoredBelow({ scored }: BudgetBlock, indicators: readonly Indicator[]): boolean {
  const points = scored?.stated?.value ?? null;
  const items = indicators.filter(({ kind }) => kind === 'item');
  const again = items.some(({ name, stated }) => namesExecution(name.value) && stated?.value?.equals(points ?? NaN));
  return points !== null && again && sum(items.map(({ weight }) => weight?.value)).equals(100);
}

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
 * Finds every 绩效自评表 in a sheet by what its headings, its columns and its sums say, wherever it stands and with or
 * without merged areas. Where there is none, `none` says why and what came nearest.
 *
 * @param answers what a person said of columns that words and figures leave open; see `EvaluationForm.questions`.
 */
export function recognise(snapshot: SheetSnapshot, answers: readonly ColumnAnswer[] = []): Recognition {
  return recogniseIn(snapshot, answers, false);
}

function recogniseIn(snapshot: SheetSnapshot, answers: readonly ColumnAnswer[], goesOn: boolean): Recognition {
  const grid = withoutPageMarks(new Grid(snapshot));
  const found = scan(grid);
  const beside = sideBySide(grid, found.headings, (part, isPart) => recogniseIn(part, answers, isPart).forms);
  // One table that goes on beside itself has one total and title, or weighs no more than one.
  const areOthers =
    beside.length > 0 && beside.every((own) => own.some(({ total, title }) => total !== null || title !== null));
  if (areOthers && !isWholeTogether(beside.flat())) return { forms: beside.flat(), none: null };
  const forms: EvaluationForm[] = [];
  const known: Heading[] = [];
  let none: NotRecognised | null = null;
  for (const stretch of stretches(grid, found)) {
    const { grid: own, headings } = onOnePage(grid, stretch.start, stretch.headings);
    const isKnown = known.some((heading) => isAgain(headings[0], heading));
    const form = readForm(own, { ...stretch, headings }, answers, goesOn, isKnown);
    if ('reason' in form) none ??= form;
    else {
      forms.push(form);
      known.push(headings[0]);
    }
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
