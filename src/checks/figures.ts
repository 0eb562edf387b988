import type { ColumnRole, EvaluationForm, FigureCell, IndicatorGroup, Located, QuantityCell } from '../form/model';
import { compact } from '../sheet/text';
import { cellAt, cellKey, isBlank, type CellRef, type SheetSnapshot } from '../sheet/snapshot';
import { readFigure } from '../words/figure';

/** What a figure is in the form; `none` where nothing says what it is. */
export type FigureRole =
  | 'weight'
  | 'score'
  | 'target'
  | 'actual'
  | 'coefficient'
  | 'reckoned'
  | 'unconverted'
  | 'groupWeight'
  | 'groupScore'
  | 'totalWeight'
  | 'total'
  | 'amount'
  | 'rate'
  | 'none';

/** A figure of the form and what it is. */
export interface FormFigure {
  readonly cell: CellRef;
  readonly role: FigureRole;
  /** The heading's role, where a figure without one of ours stands in a column that has one: 复核得分. */
  readonly column: ColumnRole | null;
}

/** Each role in the words of the forms. */
export const ROLE_WORDS: Readonly<Record<FigureRole, string>> = {
  weight: '分值',
  score: '得分',
  target: '指标值',
  actual: '实际完成值',
  coefficient: '得分系数',
  reckoned: '扣分或完成率',
  unconverted: '折算前得分',
  groupWeight: '上级分值',
  groupScore: '小计得分',
  totalWeight: '总分值',
  total: '总分',
  amount: '金额',
  rate: '执行率',
  none: '未认出的数字',
};

class Inventory {
  readonly figures = new Map<number, FormFigure>();

  add(role: FigureRole, ...cells: readonly (FigureCell | null)[]): void {
    for (const cell of cells) if (cell?.state === 'figure') this.put(cell, role);
  }

  addQuantity(role: FigureRole, cell: QuantityCell | null): void {
    const kind = cell?.value?.kind;
    if (cell !== null && (kind === 'number' || kind === 'range')) this.put(cell, role);
  }

  private put({ cell }: Located<unknown>, role: FigureRole): void {
    const key = cellKey(cell);
    if (!this.figures.has(key)) this.figures.set(key, { cell, role, column: null });
  }
}

function addGroups(inventory: Inventory, groups: readonly IndicatorGroup[]): void {
  for (const { weight, stated, groups: below } of groups) {
    inventory.add('groupWeight', weight);
    inventory.add('groupScore', stated);
    addGroups(inventory, below);
  }
}

const moneyOf = ({ budget, otherMoney }: EvaluationForm) => (budget === null ? otherMoney : [budget, ...otherMoney]);

function withRoles(form: EvaluationForm): Inventory {
  const inventory = new Inventory();
  for (const indicator of form.indicators) {
    inventory.add('weight', indicator.weight);
    inventory.add('score', indicator.stated);
    inventory.add('coefficient', indicator.coefficient);
    inventory.add('reckoned', ...indicator.reckoned.map(({ figure }) => figure));
    inventory.add('unconverted', indicator.unconverted);
    for (const row of [indicator, ...indicator.parts]) {
      inventory.addQuantity('target', row.target);
      inventory.addQuantity('actual', row.actual);
    }
  }
  for (const { initial, budget, spent, rate, weight, stated } of moneyOf(form).flatMap((block) => block.lines)) {
    inventory.add('amount', initial, budget, spent);
    inventory.add('rate', rate);
    inventory.add('weight', weight);
    inventory.add('score', stated);
  }
  const levels = form.total?.levelWeights ?? [];
  inventory.add('totalWeight', form.total?.weight ?? null, ...levels.map(({ weight }) => weight));
  inventory.add('total', form.total?.stated ?? null);
  addGroups(inventory, form.groups);
  inventory.add('groupWeight', ...form.sums.map(({ weight }) => weight));
  inventory.add('groupScore', ...form.sums.map(({ stated }) => stated));
  inventory.add('groupWeight', ...form.targetBlocks.map(({ weight }) => weight));
  return inventory;
}

/** Labels beside which digits name something rather than count it. */
const NAMING = /电话|手机|传真|邮编|邮政编码|编码|代码|账号|帐号|身份证|证号|文号|编号|序号|QQ|日期|时间|年度|年份/;
const NUMBERING = /^(?:序号?|编号|项次|行次|№|No\.?|代码|编码|项目代码)$/i;
const LONGEST_LABEL = 20;
/** As displayed: a date that Excel keeps as a number. */
const AS_DATE = /[年月日]|\d[-/.]\d{1,2}[-/.]\d|\d{1,2}:\d\d|^\d{1,2}[-/]\d{1,2}$/;
const AS_YEAR = /^(?:19|20)\d\d$/;
const AS_PHONE = /^(?:1[3-9]\d{9}|0\d{2,3}[-－]?\d{7,8}|[2-8]\d{6,7})$/;
/** What no figure is longer than, as text. */
const LONGEST_FIGURE = 40;

/** Whether a cell holds a figure and nothing else; digits that name a day, a year or a telephone are none. */
function isFigure(snapshot: SheetSnapshot, cell: CellRef): boolean {
  const read = cellAt(snapshot, cell);
  if (isBlank(read) || read.text.length > LONGEST_FIGURE || AS_DATE.test(read.text)) return false;
  if (typeof read.value === 'string' && !/[0-9０-９]/.test(read.value)) return false;
  if (readFigure(read).state !== 'figure') return false;
  const plain = compact(read.text);
  return !AS_YEAR.test(plain) && !(typeof read.value === 'string' && AS_PHONE.test(plain));
}

/** Whether the nearest label to the left or above says that what follows it only names something. */
function isNamed(snapshot: SheetSnapshot, { row, column }: CellRef): boolean {
  for (let left = column - 1; left >= snapshot.origin.column; left--) {
    const { text, value } = cellAt(snapshot, { row, column: left });
    if (typeof value !== 'string' || compact(text) === '') continue;
    return text.length <= LONGEST_LABEL && NAMING.test(text);
  }
  return false;
}

/** Columns headed 序号, and those in which figures only count their rows: 1, 2, 3. */
function isNumbered(form: EvaluationForm, snapshot: SheetSnapshot, column: number, cells: readonly CellRef[]): boolean {
  for (const { row } of form.headers) {
    if (NUMBERING.test(compact(cellAt(snapshot, { row, column }).text.slice(0, LONGEST_LABEL)))) return true;
  }
  const counts = cells.map((cell) => Number(compact(cellAt(snapshot, cell).text)));
  const steps = counts.filter((count, at) => count === 1 || count === (counts[at - 1] ?? NaN) + 1).length;
  const names = form.indicators[0]?.name.cell.column ?? 0;
  return column < names && counts.length > 1 && steps === counts.length;
}

/** The cell above in whose block this one only repeats what stands there, where the sheet has no merged areas. */
function isRepeat(snapshot: SheetSnapshot, repeated: Set<number>, known: Inventory, cell: CellRef): boolean {
  const above = { row: cell.row - 1, column: cell.column };
  const role = known.figures.get(cellKey(above))?.role;
  const repeats = role === 'groupWeight' || role === 'groupScore' || repeated.has(cellKey(above));
  if (!repeats || cellAt(snapshot, above).value !== cellAt(snapshot, cell).value) return false;
  repeated.add(cellKey(cell));
  return true;
}

function withoutRole(form: EvaluationForm, snapshot: SheetSnapshot, known: Inventory): FormFigure[] {
  const { area } = form;
  const columns = new Map<number, CellRef[]>();
  const repeated = new Set<number>();
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    const values = snapshot.values[row - snapshot.origin.row] ?? [];
    for (const [at, value] of values.entries()) {
      if (typeof value !== 'number' && typeof value !== 'string') continue;
      const cell = { row, column: snapshot.origin.column + at };
      if (known.figures.has(cellKey(cell)) || !isFigure(snapshot, cell)) continue;
      if (isRepeat(snapshot, repeated, known, cell) || isNamed(snapshot, cell)) continue;
      const cells = columns.get(cell.column) ?? [];
      cells.push(cell);
      columns.set(cell.column, cells);
    }
  }
  return [...columns].flatMap(([column, cells]) => {
    if (isNumbered(form, snapshot, column, cells)) return [];
    return cells.map((cell) => ({ cell, role: 'none' as const, column: columnRole(form, cell) }));
  });
}

function columnRole(form: EvaluationForm, { row, column }: CellRef): ColumnRole | null {
  const header = [...form.headers].reverse().find((one) => one.row <= row);
  return header?.columns.find(({ heading }) => heading.cell.column === column)?.role ?? null;
}

/**
 * Every figure in the form's area, once each: those with a role, and those that stand alone in a cell without one. Dates,
 * years, numbering and telephone numbers are none.
 */
export function figuresOf(form: EvaluationForm, snapshot: SheetSnapshot): readonly FormFigure[] {
  const known = withRoles(form);
  return [...known.figures.values(), ...withoutRole(form, snapshot, known)];
}
