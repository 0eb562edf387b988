import { Decimal } from 'decimal.js';
import { factorBetween, inScaleOf } from '../words/comparable';
import { comparisonBefore, relationOfNature, sideBehind } from '../words/comparisons';
import { type Figure, isPlaceholder, readFigure, readRate } from '../words/figure';
import { findMentions } from '../words/mentions';
import { type QuantityHints, readAim, readQuantity } from '../words/readQuantity';
import { sameCell, type SheetCell } from '../sheet/snapshot';
import { figureIn, figureInLabel, labelIn, located, numberOf } from './cells';
import { demandOf } from './evidence';
import { evidenceColumns, evidenceHeadings, evidenceIn, ownBasisIn } from './evidenceColumns';
import type { Grid } from './grid';
import { deductionOf } from './header';
import { isClassForName, usualRole } from './headingWords';
import type {
  ColumnRole,
  EvidenceDemand,
  FigureCell,
  FormColumn,
  Indicator,
  IndicatorPart,
  Located,
  QuantityCell,
  ReckonedCell,
} from './model';
import type { TableRows } from './tableRows';
import { BONUS } from './vocabulary/labels';
import { ONE, readUnit, unitInName } from '../words/units';
import { weightInLabel } from './weightInLabel';
import { compact, normalise } from '../sheet/text';
import { bare } from './words';
import { AIM, FORMER_YEAR } from '../words/vocabulary';

/** An indicator whose rows in detail may still follow. */
export type OpenIndicator = { -readonly [K in keyof Indicator]: Indicator[K] } & { readonly parts: IndicatorPart[] };

/** 目标值：≥1200台；完成值：1287台 */
const BOTH = new RegExp(
  `^${AIM}[:：]\\s{0,3}(.{1,60}?)\\s{0,3}[；;，,、\\s]\\s{0,3}(?:全年|年度|实际)*(?:完成|实现|达到|实际)(?:值|数|情况)?[:：]\\s{0,3}(.{1,60})$`,
);

const RATES: readonly ColumnRole[] = ['completion', 'deviation'];
const SUMS = ['deduction', 'reviewed', 'difference', 'partScore'] as const;
const isSum = (role: ColumnRole): role is (typeof SUMS)[number] => SUMS.some((one) => one === role);
const isReckoned = (role: ColumnRole): role is ReckonedCell['role'] =>
  RATES.includes(role) || role === 'period' || isSum(role);

/** A row of a day, by the end of its name: 完工时间; 竣工面积 is none, and 服务时间 is how long. */
const DATED = /(?<!服务|运行|工作|累计|开放|使用)(?:时间|日期|[时期]限)(?:[(（].*)?$|[完竣开]工$/;
/** 22座 of a part of the year or of a place. */
function readAmount(cell: SheetCell): Figure {
  const own = readFigure(cell);
  const quantity = own.state === 'unreadable' ? readQuantity(cell) : null;
  if (quantity?.kind !== 'number' || quantity.unit === '%' || quantity.relation !== null) return own;
  return { state: 'figure', value: quantity.value.div(quantity.scale ?? 1), storedAsText: true };
}

/** The figures of a row that sums up the table in the columns that add up. */
export function reckonedSums({ grid, header }: TableRows, row: number, besides: readonly number[]): ReckonedCell[] {
  return header.columns.flatMap(({ role, heading: { at: cell } }): ReckonedCell[] => {
    const figure = isSum(role) && !besides.includes(cell.column) ? figureIn(grid, row, cell.column) : null;
    return isSum(role) && figure?.state === 'figure' ? [{ role, figure }] : [];
  });
}

/** Reads what stands in the row of an indicator below one heading. */
export class IndicatorReader {
  private readonly grid: Grid;
  private readonly demand: EvidenceDemand;
  private readonly evidence: readonly FormColumn[];
  /** The columns of figures that are reckoned from others; what is taken off in place of scores is none. */
  private readonly reckoned: readonly (readonly [ReckonedCell['role'], column: number])[];
  /** The last 评分标准 that was read. */
  private standard: Located<string> | null = null;

  constructor(private readonly rows: TableRows) {
    const { header } = rows;
    this.grid = rows.grid;
    this.demand = demandOf(evidenceHeadings(header));
    this.evidence = evidenceColumns(header);
    const scores = deductionOf(header);
    const isReviewed = this.column('reviewed') !== null;
    this.reckoned = header.columns.flatMap(({ role: named, heading: { at } }) => {
      // Without a second score 差额 is how far the actual value is from the target.
      const role = named === 'difference' && !isReviewed ? 'deviation' : named;
      return isReckoned(role) && at.column !== scores ? [[role, at.column] as const] : [];
    });
  }

  /** A row that tells an indicator in detail. */
  part(row: number, name: Located<string>): IndicatorPart {
    return {
      row,
      name,
      target: this.target(row, name),
      actual: this.actual(row, name),
    };
  }

  read(row: number, called: Located<string>, above: readonly string[]): OpenIndicator {
    const { grid } = this;
    const told = labelIn(grid, row, this.column('definition'));
    const classed = told !== null && isClassForName(called.value);
    const [own, path] = classed ? [told, [...above, called.value]] : [called, above];
    const name = isPlaceholder(own.value) ? { ...own, value: path.at(-1) ?? own.value } : own;
    const written = this.rows.weight(row) ?? this.rows.weightBesideScore(row);
    const ruled = written === null ? null : ruledWeight(written);
    const weight = ruled?.weight ?? written;
    // 10 before 立项依据充分性（5分） is the points of the level above.
    const isAhead = (this.column('weight') ?? -1) < name.at.column;
    const inLabel = isAhead ? weightInLabel(name.value, true) : null;
    const labels = grid.filled(row).filter(({ at }) => at.column < name.at.column);
    const penalty = weight?.value?.isNegative() === true && !weight.value.isZero();
    // 加分, 每次扣0.5分 below 分值 is no weight.
    const isSaid = weight?.state === 'unreadable' && /[加减扣]/.test(weight.text);
    const kind =
      penalty || isSaid || isBonus([...path, name.value, ...labels.map(({ text }) => text)]) ? 'bonus' : 'item';
    const { target, actual } = this.reached(row, name);
    const definition = classed ? null : told;
    const describes = definition === null && target !== null && describesItem(kind, target, actual);
    return {
      row,
      name: { ...name, value: withoutTarget(inLabel?.name ?? name.value, name, target) },
      path,
      kind,
      weight: inLabel !== null ? figureInLabel(name, inLabel.weight) : isSaid ? null : weight,
      stated: this.rows.score(row),
      definition: describes ? { ...target, value: target.text } : definition,
      standard: this.standardIn(row) ?? ruled?.standard ?? null,
      target: describes ? null : target,
      actual: describes ? null : actual,
      polarity: labelIn(grid, row, this.column('polarity')) ?? this.unreadSign(row),
      verdict: labelIn(grid, row, this.column('verdict')),
      coefficient: figureIn(grid, row, this.column('coefficient'), readRate),
      reckoned: this.reckoned.flatMap(([role, column]): ReckonedCell[] => {
        const reader = RATES.includes(role) ? readRate : role === 'period' ? readAmount : undefined;
        const figure = figureIn(grid, row, column, reader);
        return figure?.state === 'figure' ? [{ role, figure }] : [];
      }),
      unconverted: this.column('convertedScore') === null ? null : figureIn(grid, row, this.column('stated')),
      parts: [],
      evidence: evidenceIn(grid, row, this.evidence),
      ownBasis: ownBasisIn(grid, row, this.evidence),
      demand: this.demand,
    };
  }

  private column(role: ColumnRole): number | null {
    return this.rows.column(role);
  }

  /** 同上 is what the cell above says. */
  private standardIn(row: number): Located<string> | null {
    const own = labelIn(this.grid, row, this.column('standard'));
    const same = own !== null && /^(?:同上|同前)[。.]?$/.test(compact(own.value));
    this.standard = same ? this.standard : own;
    return same && this.standard !== null ? { ...own, text: this.standard.text, value: this.standard.value } : own;
  }

  /** What stands in the column of the signs and is none of them: 逐年下降, 越小越好, 定量. */
  private unreadSign(row: number): Located<string> | null {
    const said = labelIn(this.grid, row, this.column('nature'));
    return said !== null && relationOfNature(compact(said.value)) === null ? said : null;
  }

  private hint(row: number, role: ColumnRole): string {
    return labelIn(this.grid, row, this.column(role))?.value ?? '';
  }

  /** In a column of its own, or in brackets behind the name where the target says none itself. */
  private unit(row: number, name: Located<string>): string {
    const own = this.hint(row, 'unit');
    const named = own === '' ? unitInName(name.value) : '';
    if (named === '') return own;
    const target = numberOf(this.quantity(row, this.column('target'), {}));
    return target !== null && target.unit !== '' ? '' : named;
  }

  private target(row: number, name: Located<string>): QuantityCell | null {
    const nature = this.hint(row, 'nature') || this.hint(row, 'polarity');
    const hints = { nature, unit: this.unit(row, name), dated: DATED.test(name.value) };
    const adjusted = this.quantity(row, this.column('adjustedTarget'), hints);
    if (adjusted !== null && adjusted.value !== null) return adjusted;
    const column = this.column('target');
    const isPlaced = column !== null || this.column('actual') === null;
    const own = isPlaced
      ? this.inNamedUnit(row, name, this.quantity(row, column, hints), 'actual')
      : this.targetInName(row, name, hints);
    const aim = own?.value?.kind === 'qualitative' ? readAim(this.grid.at(own.at.row, own.at.column)) : null;
    return own !== null && aim !== null ? { ...own, value: aim } : own;
  }

  private actual(row: number, name: Located<string>): QuantityCell | null {
    const hints = { unit: this.unit(row, name), dated: DATED.test(name.value) };
    const [own, target] = [this.column('actual'), this.column('target')];
    if (own !== null || target === null) return this.inNamedUnit(row, name, this.quantity(row, own, hints), 'target');
    // 目标 | ≥20场 over 实际 | 21场, both of one item.
    const says = (at: number) => usualRole(this.grid.compact(at, target - 1));
    return says(row) === 'target' && says(row + 1) === 'actual' ? this.quantity(row + 1, target, hints) : null;
  }

  /**
   * A bare figure of a row whose name tells a unit, beside one that tells its own: in whichever of the two brings them nearer.
   * 5.3 of 就诊人次（万） beside 50000人次 and 3.2 of 里程（公里） beside 3000米; 50000 of 游客（万人次） beside 5.3万.
   */
  private inNamedUnit(
    row: number,
    name: Located<string>,
    own: QuantityCell | null,
    beside: 'target' | 'actual',
  ): QuantityCell | null {
    const named = this.hint(row, 'unit') === '' ? unitInName(name.value) : '';
    const value = own?.value;
    if (named === '' || own === null || value?.kind !== 'number') return own;
    const other = numberOf(this.quantity(row, this.column(beside), {}));
    const plain = readQuantity(this.grid.at(own.at.row, own.at.column));
    const isBare = plain?.kind === 'number' && plain.unit === '' && plain.scale === undefined;
    if (other === null || !isBare || (other.unit === '' && other.scale === undefined)) return own;
    const { unit, scale } = readUnit(named);
    const known = unit === '' || other.unit === '' ? ONE : factorBetween(unit, other.unit);
    const factor = scale.times(known ?? 1);
    if (factor.eq(1) || (known === null && value.unit !== '')) return own;
    const read = inScaleOf({ ...plain, relation: value.relation }, other, factor);
    return { ...own, value: { ...value, ...read, unit: other.unit } };
  }

  /** Target and actual value, of which one cell may hold both. */
  private reached(row: number, name: Located<string>): Pick<IndicatorPart, 'target' | 'actual'> {
    const unit = { unit: this.unit(row, name) };
    const target = this.target(row, name);
    const actual = this.rateAhead(row, target) ?? this.actual(row, name);
    const only = actual ?? target;
    const [, ...named] = BOTH.exec(only?.text.trim() ?? '') ?? [];
    const [wanted, done] = named.length > 0 || only === null ? named : this.parted(only);
    const { at: cell } = only ?? name;
    if (wanted === undefined || done === undefined)
      return { target, actual: this.became(target, fallen(name, target, actual)) };
    const [told, reached] = [wanted, done].map((text): QuantityCell => {
      const value = readQuantity({ ...this.grid.at(cell.row, cell.column), text, value: text }, unit);
      return { at: cell, text, value };
    });
    return { target: told ?? target, actual: reached ?? actual };
  }

  /** 98% right behind 预算执行率, before the columns of target and actual value. */
  private rateAhead(row: number, target: QuantityCell | null): QuantityCell | null {
    const ahead = target?.text.trim() ? null : this.rows.executionAhead(row);
    const rate = this.quantity(row, ahead?.rate.at.column ?? null, {});
    return numberOf(rate)?.unit === '%' ? rate : null;
  }

  /** 由20天缩短至12天 is 12天 beside a target in 天. */
  private became(target: QuantityCell | null, actual: QuantityCell | null): QuantityCell | null {
    const wanted = numberOf(target);
    if (wanted === null || actual?.value?.kind !== 'qualitative') return actual;
    const value = readAim(this.grid.at(actual.at.row, actual.at.column));
    return value?.unit === wanted.unit ? { ...actual, value: { ...value, relation: null } } : actual;
  }

  /** ≥86公里/84公里 below 目标值/完成值: at the stroke on both sides of which the same is counted. */
  private parted({ at: { row, column }, text }: QuantityCell): readonly string[] {
    const heading = this.grid.compact(this.rows.header.row, column);
    if (!/[/／]/.test(heading) || (this.column('target') !== null && this.column('actual') !== null)) return [];
    const unitOf = (part: string) => {
      const quantity = readQuantity({ ...this.grid.at(row, column), text: part, value: part });
      return quantity?.kind === 'number' ? quantity.unit : null;
    };
    const strokes = Array.from(text.matchAll(/[/／]/g), ({ index }) => [text.slice(0, index), text.slice(index + 1)]);
    return strokes.find(([one = '', other = '']) => unitOf(one) !== null && unitOf(one) === unitOf(other)) ?? [];
  }

  /** ≥200人次 behind 培训人次 and 不低于95% behind 按期完成率; 3年 behind 设施使用年限 where 4年 was reached. */
  private targetInName(row: number, name: Located<string>, hints: QuantityHints): QuantityCell | null {
    const called = weightInLabel(name.value, true)?.name ?? name.value;
    const figure = findMentions(called).at(-1);
    if (figure?.kind !== 'figure') return null;
    const behind = called.slice(figure.end);
    if (behind.length > (sideBehind(behind)?.length ?? 0)) return null;
    const sign = comparisonBefore(called.slice(0, figure.start));
    const text = called.slice(sign?.start ?? figure.start);
    const cell = this.grid.at(name.at.row, name.at.column);
    const value = readQuantity({ ...cell, text, value: text }, hints);
    const reached = this.quantity(row, this.column('actual'), hints)?.value;
    const alike = value?.kind === 'number' && reached?.kind === 'number' && value.unit === reached.unit;
    return sign !== null || behind !== '' || figure.unit === '%' || alike ? { ...located(cell), text, value } : null;
  }

  private quantity(row: number, column: number | null, hints: QuantityHints): QuantityCell | null {
    if (column === null) return null;
    const cell = this.grid.at(row, column);
    return { ...located(cell), value: readQuantity(cell, hints) };
  }
}

/** 培训人次 of 培训人次≥200人次. */
function withoutTarget(called: string, { at: cell }: Located<string>, target: QuantityCell | null): string {
  const own = target !== null && sameCell(target.at, cell) ? called.slice(0, -target.text.length).trim() : '';
  return own === '' ? called : own;
}

/** 10分，每少1人扣0.5分 below 分值: the points and by what rule they are lost; `null` where a cell does not hold both. */
function ruledWeight(cell: FigureCell): Pick<Indicator, 'weight' | 'standard'> | null {
  const [all, points] = RULED.exec(cell.text) ?? [];
  if (cell.state !== 'unreadable' || all === undefined || points === undefined) return null;
  const rule = cell.text.slice(all.length).trim();
  return {
    weight: { ...cell, state: 'figure', value: new Decimal(normalise(points)), storedAsText: true },
    standard: { at: cell.at, text: rule, value: rule },
  };
}
const RULED = /^\s*([0-9０-９]{1,3}(?:[.．][0-9０-９]{1,2})?)\s*分\s*[,，;；。\n](?=.*[扣加])/;

/** Whether one of these names, of a row or above it, is that of bonus and penalties. */
export function isBonus(names: readonly string[]): boolean {
  return names.some((text) => BONUS.test(text) || /^(?:加|减|扣|奖励)分$/.test(bare(text)));
}

/** A change that may go either way. */
const OF_CHANGE = /(?:变动|变化|增减|增长)(?:率|幅度|比例)$/;
const FELL = new RegExp(
  `^(?:[较比与]?(?:${FORMER_YEAR})?(?:同期|相比|同比)?)(?:下降|降低|减少|压减|节约|缩减)了?[0-9]`,
);

/** 下降3% of a 变动率 is −3%, unless the target itself tells by how much it was to fall. */
function fallen(
  { text }: Located<string>,
  target: QuantityCell | null,
  actual: QuantityCell | null,
): QuantityCell | null {
  const [wanted, value] = [target?.value ?? null, actual?.value ?? null];
  const isSigned = wanted === null || (wanted.kind === 'number' && wanted.value.lte(0));
  if (actual === null || value?.kind !== 'number' || !isSigned || !value.value.gt(0)) return actual;
  const fell = OF_CHANGE.test(compact(text)) && FELL.test(compact(actual.text));
  return fell ? { ...actual, value: { ...value, value: value.value.neg() } } : actual;
}

/** Under a heading for targets an explanation may stand over both columns, or beside a bonus that has no target. */
function describesItem(kind: Indicator['kind'], target: QuantityCell, actual: QuantityCell | null): boolean {
  if (kind === 'bonus') return target.value?.kind === 'qualitative' || /[加减扣]/.test(target.text);
  return target.value?.kind === 'qualitative' && actual !== null && sameCell(target.at, actual.at);
}
