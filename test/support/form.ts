import { Decimal } from 'decimal.js';
import { splitEvidence } from '../../src/form/evidence';
import type {
  BudgetBlock,
  BudgetLine,
  ColumnRole,
  EvaluationForm,
  FigureCell,
  Indicator,
  IndicatorGroup,
  Located,
  QuantityCell,
} from '../../src/form/model';
import { readQuantity } from '../../src/words/readQuantity';
import type { CellRef } from '../../src/sheet/snapshot';

/** As in the national project form. */
const COLUMN = {
  name: 2,
  target: 3,
  actual: 4,
  weight: 5,
  stated: 6,
  evidence: 7,
  definition: 8,
  standard: 9,
} as const;

/** A figure cell; `null` is a blank one. */
export function figure(value: number | string | null, cell: CellRef = { row: 0, column: 0 }): FigureCell {
  const text = value === null ? '' : String(value);
  const read = value === null ? null : new Decimal(value);
  return {
    at: cell,
    text,
    value: read,
    state: value === null ? 'blank' : 'figure',
    storedAsText: typeof value === 'string',
    formula: '',
  };
}

export function located<T>(value: T, text: string, cell: CellRef = { row: 0, column: 0 }): Located<T> {
  return { at: cell, text, value };
}

/** A target or an actual value as it is read from a sheet. */
export function quantity(
  text: string,
  hints: { nature?: string; unit?: string } = {},
  cell: CellRef = { row: 0, column: 0 },
): QuantityCell {
  return { at: cell, text, value: readQuantity({ at: cell, value: text, text, formula: '' }, hints) };
}

export interface TestIndicator {
  readonly name?: string;
  readonly path?: readonly string[];
  readonly kind?: 'item' | 'bonus';
  readonly weight?: number | null;
  readonly stated?: number | null;
  readonly definition?: string;
  readonly standard?: string;
  readonly target?: string;
  readonly nature?: string;
  readonly unit?: string;
  readonly actual?: string;
  readonly evidence?: string;
}

/** One row of an indicator table; what is not given is not in the form. */
export function indicator(given: TestIndicator = {}, row = 1): Indicator {
  const at = (column: number): CellRef => ({ row, column });
  const text = (value: string | undefined, column: number) =>
    value === undefined ? null : located(value, value, at(column));
  const { name = '培训人数', evidence } = given;
  const hints = { ...(given.nature && { nature: given.nature }), ...(given.unit && { unit: given.unit }) };
  return {
    row,
    reckoned: [],
    name: located(name, name, at(COLUMN.name)),
    path: given.path ?? ['产出指标', '数量指标'],
    kind: given.kind ?? 'item',
    weight: given.weight === undefined ? null : figure(given.weight, at(COLUMN.weight)),
    stated: given.stated === undefined ? null : figure(given.stated, at(COLUMN.stated)),
    definition: text(given.definition, COLUMN.definition),
    standard: text(given.standard, COLUMN.standard),
    target: given.target === undefined ? null : quantity(given.target, hints, at(COLUMN.target)),
    actual:
      given.actual === undefined
        ? null
        : quantity(given.actual, given.unit === undefined ? {} : { unit: given.unit }, at(COLUMN.actual)),
    polarity: null,
    verdict: null,
    coefficient: null,
    unconverted: null,
    parts: [],
    ownBasis: null,
    evidence:
      evidence === undefined ? null : splitEvidence(at(COLUMN.evidence), evidence, '评分依据、未达标原因、改进措施'),
    demand: { reason: true, improvement: true },
  };
}

/** Beside the table, each figure in a cell of its own. */
const BUDGET_COLUMN = 20;

export interface TestBudget {
  readonly initial?: number;
  /** `null`: a blank cell; left out: the form has none. */
  readonly budget?: number | null;
  readonly spent?: number | null;
  /** A fraction. */
  readonly rate?: number;
  readonly weight?: number;
  readonly stated?: number;
  readonly role?: 'total' | 'part';
  readonly group?: string;
}

function budgetLine(given: TestBudget, row = 0): BudgetLine {
  let column = BUDGET_COLUMN;
  const cell = (value: number | null | undefined) =>
    value === undefined ? null : figure(value, { row, column: column++ });
  return {
    label: located('年度资金总额', '年度资金总额'),
    group: given.group ?? null,
    role: given.role ?? 'total',
    initial: cell(given.initial),
    budget: cell(given.budget),
    spent: cell(given.spent),
    rate: cell(given.rate),
    weight: cell(given.weight),
    stated: cell(given.stated),
  };
}

/** A budget block; its first line is the scored one when it has a weight or a score. */
export function budgetBlock(lines: readonly TestBudget[]): BudgetBlock {
  const built = lines.map((line, at) => budgetLine(line, at));
  const [first] = built;
  return {
    heading: null,
    moneyUnit: new Decimal(10_000),
    lines: built,
    scored: first !== undefined && (first.weight !== null || first.stated !== null) ? first : null,
    evidence: null,
    alsoScored: [],
    asksReason: false,
  };
}

export interface TestForm {
  readonly title?: string;
  readonly year?: number;
  readonly indicators: readonly TestIndicator[];
  readonly budget?: BudgetBlock;
  /** Headings by role; by default those of the national project form. */
  readonly columns?: Partial<Record<ColumnRole, string>>;
  readonly groups?: readonly string[];
  readonly total?: number;
  readonly totalWeight?: number;
}

const NATIONAL: Partial<Record<ColumnRole, string>> = {
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  target: '年度指标值',
  actual: '实际完成值',
  weight: '分值',
  stated: '得分',
  evidence: '偏差原因分析及改进措施',
};

function group(name: string): IndicatorGroup {
  return { name, label: located(name, name), weight: null, stated: null, shares: [], groups: [], indicators: [] };
}

const ROLES = new Set<string>([...Object.keys(NATIONAL), 'definition', 'standard', 'nature', 'unit', 'basis']);

function isRole(name: string): name is ColumnRole {
  return ROLES.has(name);
}

/** A form built by hand, for tests that need no sheet. */
export function form(given: TestForm): EvaluationForm {
  const columns = Object.entries(given.columns ?? NATIONAL).flatMap(([role, heading], column) =>
    isRole(role) ? [{ role, heading: located(heading, heading, { row: 0, column }) }] : [],
  );
  const { title, year, total } = given;
  return {
    sheet: '自评表',
    area: { row: 0, column: 0, rowCount: given.indicators.length + 2, columnCount: 8 },
    title: title === undefined ? null : located(title, title),
    year: year === undefined ? null : located(year, String(year)),
    organisation: null,
    narrative: { goals: null, completion: null, shortfallReason: null },
    budget: given.budget ?? null,
    otherMoney: [],
    totalAbove: null,
    headers: [{ row: 0, lastRow: 0, columns }],
    groups: (given.groups ?? []).map(group),
    indicators: given.indicators.map((one, at) => indicator(one, at + 1)),
    total:
      total === undefined
        ? null
        : {
            levelSums: [],
            reckoned: [],
            label: located('总分', '总分'),
            weight: figure(given.totalWeight ?? 100, { row: given.indicators.length + 1, column: COLUMN.weight }),
            stated: figure(total, { row: given.indicators.length + 1, column: COLUMN.stated }),
            grade: null,
            scale: [],
          },
    mixed: null,
    scored: true,
    targetBlocks: [],
    sums: [],
    questions: [],
  };
}
