import type { Decimal } from 'decimal.js';
import type { CheckCount, Coverage, FigureCoverage } from '../checks/coverage';
import type { CheckInput, Finding } from '../checks/finding';
import { formKind } from '../form/kind';
import type { Located } from '../form/model';
import { projectIn } from '../form/headFields';
import type { Scores } from '../scoring/scores';
import { placeFindings, type PlacedFinding } from './places';

/** A reviewed form, as `review` gives it. */
export interface ReviewedForm extends CheckInput {
  /** In the order of the sheet; at one cell the louder first. */
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}

/** A row that is scored, as plain data. Figures are decimal strings in points, `null` where there is none. */
export interface ItemRecord {
  readonly name: string;
  readonly path: readonly string[];
  readonly kind: 'item' | 'bonus' | 'budget';
  readonly weight: string | null;
  readonly target: string;
  readonly actual: string;
  readonly stated: string | null;
  readonly recomputed: string | null;
}

/**
 * What is known of a reviewed form, as plain data that can be sent between threads, kept and printed; without the
 * sheet itself. Figures are decimal strings, so that nothing is rounded on the way.
 */
export interface FormRecord {
  readonly sheet: string;
  /** Which of the sheet's forms it is, counted from zero. */
  readonly index: number;
  readonly kind: string;
  readonly title: string;
  /** The same for two sheets in which the same stands. */
  readonly contents: number;
  /** 单位名称 as it stands in the form, without a code before it; `''` where none was found. */
  readonly organisation: string;
  /** 项目名称, without a code before it; `''` where the form is about no project. */
  readonly project: string;
  readonly year: number | null;
  readonly rulebook: { readonly id: string; readonly name: string; readonly source: string; readonly why: string };
  readonly scored: boolean;
  readonly stated: string | null;
  readonly sumOfStated: string | null;
  readonly recomputed: string | null;
  /** The grade that the form states, else that of the recomputed total; `''` where neither is known. */
  readonly grade: string;
  /** Whether the grade is that of the recomputed total. */
  readonly regraded: boolean;
  readonly items: readonly ItemRecord[];
  readonly findings: readonly PlacedFinding[];
  /** The checks that compared something. */
  readonly checks: readonly CheckCount[];
  /** Which figures were held against something, and why not the others. */
  readonly figures: FigureCoverage;
  readonly unchecked: readonly string[];
}

/**
 * A budget system's code before the name: 101001-某某局, [101001]某某局, 101001某某局. A few figures alone are part of a
 * name: 120急救中心, 2020年度专项经费.
 */
const CODE = /^(?:[[【（(]\d{3,20}[\]】）)][\s\-—_]{0,5}|\d{3,20}[\s\-—_]{1,5}|\d{6,20})(?=[^\d年])/;

/** What a cell names, without such a code; `''` for none. */
export function withoutCode(name: Located<string> | null): string {
  return name?.value.trim().replace(CODE, '') ?? '';
}

function figure(value: Decimal | null | undefined): string | null {
  return value?.toString() ?? null;
}

function contentsOf({ texts }: ReviewedForm['snapshot']): number {
  let sum = 0;
  for (const character of JSON.stringify(texts)) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return sum;
}

function budgetItem({ budget }: Scores): ItemRecord[] {
  if (budget === null) return [];
  const { line } = budget;
  return [
    {
      name: line.label.value.trim(),
      path: ['预算执行'],
      kind: 'budget',
      weight: figure(line.weight?.value),
      target: line.budget?.text ?? '',
      actual: line.spent?.text ?? '',
      stated: figure(line.stated?.value),
      recomputed: figure(budget.value),
    },
  ];
}

function itemRecords(scores: Scores): ItemRecord[] {
  return scores.indicators.map(({ indicator, value }) => ({
    name: indicator.name.value.trim(),
    path: indicator.path,
    kind: indicator.kind,
    weight: figure(indicator.weight?.value),
    target: indicator.target?.text.trim() ?? '',
    actual: indicator.actual?.text.trim() ?? '',
    stated: figure(indicator.stated?.value),
    recomputed: figure(value),
  }));
}

/** The record of a reviewed form; `index` is its place among the forms of its sheet. */
export function recordOf({ form, scores, findings, coverage, snapshot }: ReviewedForm, index: number): FormRecord {
  const { rulebook, why, total } = scores;
  const grade = form.total?.grade?.value.trim() ?? '';
  return {
    sheet: form.sheet,
    index,
    kind: formKind(form),
    title: form.title?.value.trim() ?? '',
    contents: contentsOf(snapshot),
    organisation: withoutCode(form.organisation),
    project: withoutCode(projectIn(snapshot, form.area)),
    year: form.year?.value ?? null,
    rulebook: { id: rulebook.id, name: rulebook.name, source: rulebook.source, why },
    scored: form.scored,
    stated: figure(total.stated),
    sumOfStated: figure(total.sumOfStated),
    recomputed: figure(total.recomputed),
    grade: grade || (total.grade ?? ''),
    regraded: grade === '' && total.grade !== null,
    items: [...budgetItem(scores), ...itemRecords(scores)],
    findings: placeFindings(form, findings, index),
    checks: coverage.checks,
    figures: coverage.figures,
    unchecked: coverage.unchecked,
  };
}
