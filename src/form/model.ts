import type { GradeBand } from '../words/gradeScale';
import type { Decimal } from 'decimal.js';
import { words } from '../sheet/lists';
import type { Figure } from '../words/figure';
import type { Quantity } from '../words/quantity';
import type { Area, CellRef } from '../sheet/snapshot';

/** Something read out of the sheet that knows where it stands. For a merged area `cell` is its first cell. */
export interface Located<T> {
  readonly at: CellRef;
  /** The cell's text as displayed. */
  readonly text: string;
  readonly value: T;
}

/**
 * A cell that is to hold a figure.
 *
 * - `figure`: `value` is what it holds; points for a weight or score, the money unit of its block for an amount,
 *   a fraction (0.9989) for an execution rate.
 * - `blank`: nothing stands there. `placeholder`: `/`, `—`, `-`, `……`, `**`: the form says that none belongs there.
 * - `unreadable`: text that is no figure; `value` is `null`.
 */
export interface FigureCell extends Located<Decimal | null>, Figure {
  readonly value: Decimal | null;
  /** The cell's formula with its `=`, or `''`. */
  readonly formula: string;
}

/** A target or an actual value; `value` is `null` where nothing stands there or it could not be understood. */
export type QuantityCell = Located<Quantity | null>;

/** One cell of free text that holds up to three answers, with or without labels before them. */
export interface EvidenceCell extends Located<string> {
  /** 评分依据 / 得分依据, or the unlabelled text where the column asks for the basis. */
  readonly basis: string;
  /** 未达标原因, 扣分原因, 偏差原因; `''` where none is given, also for 无, /, 不存在. */
  readonly shortfallReason: string;
  /** 改进措施; `''` where none is given. */
  readonly improvement: string;
  /** Text of which no label says whether it is basis or reason. */
  readonly unlabelled: string;
}

/** What the form's column for evidence asks for; decides what is owed below full marks. */
export interface EvidenceDemand {
  readonly reason: boolean;
  readonly improvement: boolean;
}

/** 一级/二级指标: a heading over indicators. Its weight may stand in its own column or in its label: 产出指标(50分). */
export interface IndicatorGroup {
  readonly name: string;
  readonly label: Located<string>;
  readonly weight: FigureCell | null;
  /** What stands directly below it weighs as printed, where that is a share of its own weight (60% of 50); else empty. */
  readonly shares: readonly FigureCell[];
  /** A block score that repeats or sums up its items' scores; never added to them. */
  readonly stated: FigureCell | null;
  readonly groups: readonly IndicatorGroup[];
  /** The indicators that stand directly below it. */
  readonly indicators: readonly Indicator[];
}

/** A row that sums up indicators beside it and belongs to no heading: 小计 90 | 89.4 above 总分 100 | 99.4. */
export interface RowSum {
  readonly weight: FigureCell | null;
  readonly stated: FigureCell;
  /** The indicators directly above or below it whose weights add up to its own, else whose scores do: nearly where it has no weight. */
  readonly indicators: readonly Indicator[];
}

/** A row that tells what was to be reached and what was; below an indicator (其中, ★, indented) neither weighed nor scored of its own. */
export interface IndicatorPart {
  readonly row: number;
  readonly name: Located<string>;
  readonly target: QuantityCell | null;
  readonly actual: QuantityCell | null;
}

/**
 * What a column reckons from others of its row: `deduction` is 分值 less 得分, `completion` 完成值 over 指标值 and `deviation`
 * how far that is from 1. Rates are fractions. Of a part of the year or of the place (一季度, 甲县) `period` is what was reached.
 * `reviewed` is a reviewer's score (复核得分), `difference` what it is more or less than the unit's own. `partScore` is one of those
 * of which the score is the sum or the mean: what each of several assessors gave.
 */
export interface ReckonedCell {
  readonly role: 'deduction' | 'completion' | 'deviation' | 'period' | 'reviewed' | 'difference' | 'partScore';
  readonly figure: FigureCell;
}

/** A row of the indicator table that is to be scored, filled in or not. */
export interface Indicator extends IndicatorPart {
  /** Names of the levels above it, the first level first. */
  readonly path: readonly string[];
  /** `item` counts towards the weights' 100; `bonus` is a 加减分项, whose cap is not full marks. */
  readonly kind: 'item' | 'bonus';
  /** `null` in forms without a weight column. */
  readonly weight: FigureCell | null;
  /** The score stated in the form; `null` in forms without a score column. */
  readonly stated: FigureCell | null;
  /** 指标解释 */
  readonly definition: Located<string> | null;
  /** 评分标准, 评价标准: the rule printed in the sheet. */
  readonly standard: Located<string> | null;
  /** 正向 or 反向, where a column says so, or words in a column for signs that are none: 逐年下降, 定量. */
  readonly polarity: Located<string> | null;
  /** 完成 / 未完成, where a column of its own says so beside the actual value. */
  readonly verdict: Located<string> | null;
  /** 得分系数 as a fraction: 得分 is 系数 × 分值. */
  readonly coefficient: FigureCell | null;
  /** Columns that only reckon with others of the row: 扣分, 完成率, 偏差率, 复核得分. */
  readonly reckoned: readonly ReckonedCell[];
  /** The score before it was weighed (单项指标得分), where `stated` is 折算得分: 得分 × 权重 ÷ 100. */
  readonly unconverted: FigureCell | null;
  /** Rows below it that tell it in detail. */
  readonly parts: readonly IndicatorPart[];
  /** Where basis, reason and improvement belong, even when empty; `null` in forms without such a column. */
  readonly evidence: EvidenceCell | null;
  /** The cell of the basis, where it stands in a column of its own beside that of the reason. */
  readonly ownBasis: EvidenceCell | null;
  /** What the heading of that column asks for. */
  readonly demand: EvidenceDemand;
}

/** One money line of the budget block: a source, a kind of spending, or the year's total. */
export interface BudgetLine {
  readonly label: Located<string>;
  /** The heading over it that says by what the money is divided, e.g. 按资金结构; `null` where there is none. */
  readonly group: string | null;
  /** `total` is the year's whole; `part` belongs to it, as the 其中 rows do. */
  readonly role: 'total' | 'part';
  /** 年初预算数 */
  readonly initial: FigureCell | null;
  /** 全年预算数 (after adjustment) */
  readonly budget: FigureCell | null;
  /** 全年执行数 */
  readonly spent: FigureCell | null;
  /** 完成率, 执行率 as a fraction: 0.9989. */
  readonly rate: FigureCell | null;
  readonly weight: FigureCell | null;
  readonly stated: FigureCell | null;
}

/** What of a money line are amounts. */
export type AmountColumn = 'initial' | 'budget' | 'spent';

/** The block of the form that says how much money there was and how much was spent. */
export interface BudgetBlock {
  /** The cell that names the block and its unit: 年度部门整体支出规模（万元）. */
  readonly heading: Located<string> | null;
  /** Yuan in one unit of the block's figures: 1 for 元, 10,000 for 万元, 100,000,000 for 亿元; `null` where none is named. */
  readonly moneyUnit: Decimal | null;
  readonly lines: readonly BudgetLine[];
  /** The line whose execution rate is scored (10 points in the national form); its score counts towards the total. */
  readonly scored: BudgetLine | null;
  /** Other lines whose own points count as well, where only with them the form weighs its whole: 5 for each source of the money, or 10 for each of the year's tasks. */
  readonly alsoScored: readonly BudgetLine[];
  /** Where an explanation of the execution belongs, where the block has a column for it. */
  readonly evidence: EvidenceCell | null;
  /** Whether that column asks for reasons; 备注 does not. */
  readonly asksReason: boolean;
}

/** The weights or the scores of a level above the items added up. */
export interface LevelSum {
  readonly level: 1 | 2;
  readonly column: 'weight' | 'stated';
  readonly figure: FigureCell;
}

export interface FormTotal {
  /** 总分, 合计, 自评得分 */
  readonly label: Located<string>;
  /** The sum of weights that the form prints, usually 100. */
  readonly weight: FigureCell | null;
  /** Where the levels above the items have columns of points of their own: 100 | 98 | 100 | 98 before the items' 100 | 98. */
  readonly levelSums: readonly LevelSum[];
  /** Its own figures in columns that add up: 扣分, 复核得分 and 差异. */
  readonly reckoned: readonly ReckonedCell[];
  readonly stated: FigureCell | null;
  /** 优, 良, 中, 差, where the form states it. */
  readonly grade: Located<string> | null;
  /** The totals for each grade, best first, where the form prints them; empty where it does not. */
  readonly scale: readonly GradeBand[];
}

/** A total that counts the items as a share: 综合得分=指标得分×90%+执行得分. The items then weigh 100 by themselves. */
export interface MixedTotal {
  readonly label: Located<string>;
  /** What a point of the items counts. */
  readonly share: Decimal;
  readonly stated: FigureCell | null;
}

/** 年度整体绩效目标, 完成情况, 未能完成原因 */
export interface FormNarrative {
  readonly goals: Located<string> | null;
  readonly completion: Located<string> | null;
  readonly shortfallReason: Located<string> | null;
}

/** What a column of the indicator table may hold, found by its heading. */
export const COLUMN_ROLES = [
  ...words('level1 level2 level3 weight level1Weight level2Weight level1Score level2Score definition standard'),
  ...words('nature polarity target adjustedTarget unit actual verdict coefficient deduction completion deviation'),
  ...words('stated convertedScore reviewed basis evidence improvement period difference partScore'),
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export interface FormColumn {
  readonly role: ColumnRole;
  readonly heading: Located<string>;
}

/** A heading row of the indicator table; there may be several, each valid for the rows below it. */
export interface FormHeader {
  readonly row: number;
  /** The last of its rows. */
  readonly lastRow: number;
  readonly columns: readonly FormColumn[];
}

/** A part of the table with points of its own, named beside its levels: 年度绩效目标1（80分）. */
export interface TargetBlock {
  readonly label: Located<string>;
  /** The points that its label names. */
  readonly weight: FigureCell;
  readonly indicators: readonly Indicator[];
}

/** A role that words and figures give to several columns alike. The form is read without it until a person says which. */
export interface ColumnQuestion {
  readonly role: ColumnRole;
  /** The headings of the columns that may be meant; a column without one has the cell above its first value. */
  readonly candidates: readonly Located<string>[];
}

/** A person's answer to a `ColumnQuestion`: this column, counted from zero, has this role. */
export interface ColumnAnswer {
  readonly role: ColumnRole;
  readonly column: number;
}

/**
 * A 绩效自评表 found in a sheet. Every field knows its cell; what the sheet does not have is `null` or empty.
 */
export interface EvaluationForm {
  readonly sheet: string;
  readonly area: Area;
  readonly title: Located<string> | null;
  readonly year: Located<number> | null;
  /** 单位名称, 实施单位: who fills the form in. */
  readonly organisation: Located<string> | null;
  readonly narrative: FormNarrative;
  readonly budget: BudgetBlock | null;
  /** Tables of money besides that one: 年度主要任务, “三公”经费. What they are of is not known, only how they reckon. */
  readonly otherMoney: readonly BudgetBlock[];
  readonly headers: readonly FormHeader[];
  /** First-level headings in the order of the sheet, with all that stands below them. */
  readonly groups: readonly IndicatorGroup[];
  /** Parts of the table with points of their own in 20 + 80 and 20 + 40 + 40 forms; empty elsewhere. */
  readonly targetBlocks: readonly TargetBlock[];
  /** Sums of indicators besides the total and those of headings. */
  readonly sums: readonly RowSum[];
  /** Every indicator in the order of the sheet. */
  readonly indicators: readonly Indicator[];
  /** The sum of the items, with the scored line of the budget unless `mixed` says otherwise. */
  readonly total: FormTotal | null;
  /** The same stated once more above a table that has a row for it: 自评得分 98 in the head of the form. */
  readonly totalAbove: FormTotal | null;
  readonly mixed: MixedTotal | null;
  /** Whether the form has a column for scores; a form without one can't be rescored. */
  readonly scored: boolean;
  /** What could not be told from words and figures; what depends on it is not checked. */
  readonly questions: readonly ColumnQuestion[];
}

/** Why a sheet holds no form, in words for the officer. */
export interface NotRecognised {
  readonly reason: string;
  /** The place that looked most like a form, if any. */
  readonly nearest: Located<string> | null;
}

/** What a sheet was found to hold. `forms` may be empty; then `none` says why. */
export interface Recognition {
  readonly forms: readonly EvaluationForm[];
  readonly none: NotRecognised | null;
}
