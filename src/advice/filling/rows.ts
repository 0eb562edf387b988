import { figureOf } from '../../form/cells';
import { blankFieldsIn, fieldName } from '../../form/headFields';
import type { Decimal } from 'decimal.js';
import type {
  EvaluationForm,
  EvidenceCell,
  EvidenceDemand,
  FigureCell,
  Indicator,
  Located,
  QuantityCell,
} from '../../form/model';
import type { BudgetScore, IndicatorScore, Scores } from '../../scoring/scores';
import { distinctKeys } from '../../sheet/lists';
import type { CellRef, SheetSnapshot } from '../../sheet/snapshot';
import type { ReviewedForm } from '../record';

/** A form with what was found in it. */
export type FilledForm = Omit<ReviewedForm, 'coverage'>;

/**
 * Something in the form that an officer fills in: an indicator, the scored budget row, 未能完成原因, the total, a field of
 * the form's head in which nothing stands.
 */
export interface FillRow {
  /** The same after rows were moved, inserted or renamed sheets; two rows never share one. */
  readonly key: string;
  readonly kind: 'item' | 'bonus' | 'budget' | 'narrative' | 'total' | 'head';
  readonly name: string;
  /** Names of the levels above it. */
  readonly path: readonly string[];
  readonly row: number;
  /** The cell that names it, or the blank one of a field of the head; `null` where nothing does. */
  readonly label: CellRef | null;
  readonly weight: Decimal | null;
  /** Where the score belongs; `null` in forms without scores. */
  readonly stated: FigureCell | null;
  /** `null` where nothing is scored by a rule. */
  readonly score: IndicatorScore | BudgetScore | null;
  readonly target: QuantityCell | null;
  readonly actual: QuantityCell | null;
  /** 指标解释 */
  readonly definition: Located<string> | null;
  /** Where reason and improvement belong. */
  readonly evidence: EvidenceCell | null;
  /** Where the improvement belongs when it has a column of its own. */
  readonly improvementCell: CellRef | null;
  readonly demand: EvidenceDemand;
  /** The heading over `evidence`, which says how its answers are called. */
  readonly heading: string;
  /** `null` for all but indicators. */
  readonly indicator: Indicator | null;
}

const NOTHING = {
  label: null,
  path: [],
  weight: null,
  stated: null,
  score: null,
  target: null,
  actual: null,
  definition: null,
  evidence: null,
  improvementCell: null,
  demand: { reason: false, improvement: false },
  heading: '',
  indicator: null,
} as const;

function evidencePlaces(form: EvaluationForm, { row, evidence }: Indicator) {
  // The last heading row above: headers stand in the order of the sheet.
  const columns = form.headers.filter((header) => header.row <= row).at(-1)?.columns ?? [];
  const heading = columns.find((column) => column.heading.at.column === evidence?.at.column)?.heading.value ?? '';
  const own = columns.find(({ role }) => role === 'improvement')?.heading.at.column;
  const improvementCell = own === undefined || own === evidence?.at.column ? null : { row, column: own };
  return { heading, improvementCell };
}

function indicatorRow(form: EvaluationForm, score: IndicatorScore): Omit<FillRow, 'key'> {
  const { indicator } = score;
  const { kind, path, row, stated, target, actual, definition, evidence, demand } = indicator;
  return {
    ...{ kind, path, row, stated, target, actual, definition, evidence, demand, indicator },
    ...evidencePlaces(form, indicator),
    name: indicator.name.value.trim(),
    label: indicator.name.at,
    weight: figureOf(indicator.weight),
    score,
  };
}

function budgetRow({ budget }: EvaluationForm, { budget: score }: Scores): Omit<FillRow, 'key'> | null {
  if (budget === null) return null;
  const { evidence } = budget;
  const line = score?.line ?? budget.lines.find(({ role }) => role === 'total') ?? null;
  const row = line?.label.at.row ?? evidence?.at.row;
  if (row === undefined || (score === null && evidence === null)) return null;
  const name = score === null ? '预算执行情况' : '预算执行率';
  const scored = score?.line ?? null;
  return {
    ...NOTHING,
    ...{ kind: 'budget', row, name, evidence, score, path: ['预算情况'] },
    label: line?.label.at ?? null,
    weight: figureOf(scored?.weight),
    stated: scored?.stated ?? null,
    demand: { reason: evidence !== null, improvement: false },
    heading: '原因',
  };
}

function narrativeRow({ narrative }: EvaluationForm): Omit<FillRow, 'key'> | null {
  const cell = narrative.shortfallReason;
  if (cell === null) return null;
  const parts = { basis: '', shortfallReason: cell.text.trim(), improvement: '', unlabelled: '' };
  return {
    ...NOTHING,
    ...{ kind: 'narrative', row: cell.at.row, name: '未能完成原因', path: ['年度目标与完成情况'] },
    evidence: { ...cell, ...parts },
    demand: { reason: true, improvement: false },
    heading: '未能完成原因',
  };
}

function totalRow({ total }: EvaluationForm): Omit<FillRow, 'key'> | null {
  if (total === null) return null;
  const { label, weight, stated } = total;
  return {
    ...NOTHING,
    ...{ kind: 'total', row: label.at.row, name: '总分', path: ['总分'], stated },
    label: label.at,
    weight: figureOf(weight),
  };
}

function headRows(form: EvaluationForm, snapshot: SheetSnapshot): Omit<FillRow, 'key'>[] {
  return blankFieldsIn(form, snapshot).map((field) => {
    const { cell } = field;
    return { ...NOTHING, kind: 'head', row: cell.row, name: fieldName(field), path: ['基本情况'], label: cell };
  });
}

/** All that is to be filled in, in the order of the sheet. */
export function fillRows({ form, scores, snapshot }: FilledForm): readonly FillRow[] {
  const rows = scores.indicators.map((score) => indicatorRow(form, score));
  const others = [narrativeRow(form), budgetRow(form, scores), totalRow(form)].filter((row) => row !== null);
  const keyOf = distinctKeys();
  return [...headRows(form, snapshot), ...rows, ...others]
    .sort((a, b) => a.row - b.row)
    .map((row) => ({ ...row, key: keyOf([row.kind, ...row.path, row.name]) }));
}
