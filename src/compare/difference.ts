import type { Severity } from '../checks/finding';
import type { Located } from '../form/model';
import type { CellRef } from '../sheet/snapshot';
import type { Certainty } from './match';
import type { Side } from './side';

/** What may differ between two forms, as the title of a finding. */
export const TITLES = {
  missing: '缺少申报的指标',
  added: '申报表里没有这项指标',
  renamed: '指标名称不同',
  lowered: '指标值降低',
  raised: '指标值提高',
  target: '指标值不同',
  unit: '指标值的单位不同',
  weight: '分值不同',
  money: '资金不同',
  goal: '年度目标不同',
  year: '年度不对',
  copied: '文字与上年相同',
  'below-last-year': '指标值低于上年实绩',
  'same-shortfall': '未完成原因与上年相同',
  actual: '完成值改了',
  score: '得分改了',
  total: '总分改了',
  spent: '执行数改了',
  completion: '完成情况改了',
  figures: '与项目的表不同',
  'no-form': '没有项目的自评表',
  'not-listed': '部门的表里没有这个项目',
  'projects-budget': '项目预算合计与部门不同',
  'projects-spent': '项目执行合计与部门不同',
} as const;

export type DifferenceKind = keyof typeof TITLES;

/** What is held against the other form, in the words of the ledger and of a count; in the order in which it is counted. */
export const LOOKS = {
  target: ['指标值', '指标值'],
  weight: ['分值', '分值'],
  actual: ['完成值', '完成值'],
  score: ['得分', '得分'],
  total: ['总分', '总分'],
  money: ['资金', '资金'],
  name: ['名称', '指标名称'],
  text: ['文字', '目标和完成情况'],
  reason: ['原因', '未完成原因'],
  year: ['年度', '年度'],
} as const;

/** A cell of one side and what stands in it. */
export interface SideCell {
  /** Where it is not the one file that is held against. */
  readonly file?: string;
  readonly sheet: string;
  readonly cell: CellRef;
  readonly text: string;
}

/** One thing in which two forms differ. `before` is the form that was held against, `after` the one under review. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** `warning` where the form under review holds less than what was approved or says what can't be; else a question. */
  readonly severity: Exclude<Severity, 'error'>;
  readonly certainty: Certainty;
  /** One sentence for the officer. */
  readonly message: string;
  readonly before: SideCell | null;
  readonly after: SideCell | null;
}

/** One look: cells of both sides that were held against each other. */
export interface Look {
  readonly what: keyof typeof LOOKS;
  readonly verdict: 'agrees' | 'differs' | 'asks';
  /** `null` where it is a sum of several files. */
  readonly before: CellRef | null;
  readonly after: CellRef;
}

/** Two forms held against each other: all that was compared, and of it what differs. */
export interface Contrast {
  readonly held: readonly Look[];
  readonly differences: readonly Difference[];
}

/** A cell with what it holds; without a sheet of its own it stands in that of its side. */
type Spot = Pick<Located<unknown>, 'at' | 'text'> & Partial<Pick<SideCell, 'file' | 'sheet'>>;

/** The words for a difference; by default it is a question (`info`) and the pairing is sure. */
type Said = Pick<Difference, 'kind' | 'message'> & Partial<Pick<Difference, 'severity' | 'certainty'>>;

function placeOf(side: { readonly sheet: string }, { file, sheet = side.sheet, at, text }: Spot): SideCell {
  return { ...(file === undefined ? {} : { file }), sheet, cell: at, text: text.trim() };
}

/** Collects what was compared of two sides: `old`, which `now` is held against. */
export class Contrasted<S extends { readonly sheet: string } = Side> implements Contrast {
  readonly held: Look[] = [];
  readonly differences: Difference[] = [];

  constructor(
    readonly old: S,
    readonly now: S,
  ) {}

  /** Records two cells and whether they agree; `said` is for where they don't. Without `was`, the other side is a sum of files. */
  hold(what: Look['what'], was: Spot | null, is: Spot, same: boolean, said: Said): void {
    const { severity = 'info', certainty = 'sure' } = said;
    const verdict = same ? 'agrees' : severity === 'info' ? 'asks' : 'differs';
    this.held.push({ what, verdict, before: was?.at ?? null, after: is.at });
    if (!same) this.differences.push({ ...said, severity, certainty, ...this.places(was, is) });
  }

  /** What stands on one side only. */
  alone(was: Spot | null, is: Spot | null, said: Said): void {
    this.differences.push({ severity: 'info', certainty: 'likely', ...said, ...this.places(was, is) });
  }

  private places(was: Spot | null, is: Spot | null): Pick<Difference, 'before' | 'after'> {
    return { before: was && placeOf(this.old, was), after: is && placeOf(this.now, is) };
  }
}
