import type { Decimal } from 'decimal.js';
import type { Coverage } from '../checks/coverage';
import type { Finding, FindingValue } from '../checks/finding';
import { formKind } from '../form/kind';
import { roleName } from '../form/questions';
import type { FormReview, SheetReview } from '../review';
import type { IndicatorScore } from '../scoring/scores';
import { columnName, formatAddress } from '../sheet/address';
import type { CellRef } from '../sheet/snapshot';

/** What `--json` prints of one file; the fields are a contract with scripts and never change their meaning. */
export interface FileJson {
  readonly file: string;
  readonly error?: string | undefined;
  /** Why the annotated copy that was asked for was not written. */
  readonly copy?: { readonly error: string } | undefined;
  readonly sheets: readonly unknown[];
}

// What is `undefined` is not printed: the optional fields of the contract.

function figure(value: Decimal | null | undefined): number | null {
  return value?.toNumber() ?? null;
}

function address(located: { readonly at: CellRef } | null | undefined): string | null {
  return located === null || located === undefined ? null : formatAddress(located.at);
}

/** The same, where a cell that the form does not have is not printed. */
const addressIfAny = (located: { readonly at: CellRef } | null): string | undefined => address(located) ?? undefined;

/** A figure as a number; any other text as it is. */
function findingValue(value: FindingValue): number | string {
  return /^-?[0-9]{1,15}(?:\.[0-9]{1,15})?$/.test(value) ? Number(value) : value;
}

function findingJson(finding: Finding): unknown {
  const { check, severity, cell, messageId, data, title, message, related, arithmetic, expected, found, rule, fix } =
    finding;
  return {
    check,
    severity,
    cell: formatAddress(cell),
    related: related.length > 0 ? related.map(formatAddress) : undefined,
    messageId,
    data,
    title,
    message,
    arithmetic,
    expected: expected === undefined ? undefined : findingValue(expected),
    found: found === undefined ? undefined : findingValue(found),
    rule,
    fix: fix === undefined ? undefined : { ...fix, cell: formatAddress(fix.cell) },
    follows: finding.follows?.map(findingJson),
  };
}

function indicatorJson({ indicator, value, origin, arithmetic }: IndicatorScore): unknown {
  return {
    name: indicator.name.value,
    path: indicator.path,
    weight: figure(indicator.weight?.value),
    stated: figure(indicator.stated?.value),
    recomputed: figure(value),
    basis: origin,
    arithmetic: arithmetic ?? undefined,
    cells: {
      name: address(indicator.name),
      weight: address(indicator.weight),
      target: addressIfAny(indicator.target),
      actual: addressIfAny(indicator.actual),
      score: address(indicator.stated),
      evidence: address(indicator.evidence),
    },
  };
}

function budgetJson({ line, value }: NonNullable<FormReview['scores']['budget']>): unknown {
  return {
    weight: figure(line.weight?.value),
    stated: figure(line.stated?.value),
    recomputed: figure(value),
    cells: {
      label: addressIfAny(line.label),
      initial: addressIfAny(line.initial),
      budget: addressIfAny(line.budget),
      spent: addressIfAny(line.spent),
      rate: addressIfAny(line.rate),
      weight: addressIfAny(line.weight),
      score: addressIfAny(line.stated),
    },
  };
}

function coverageJson({ checks, figures, stated }: Coverage): unknown {
  const { total, held, unheld } = figures;
  return {
    checks,
    figures: { total, held, unheld: unheld.map(({ cell, why }) => ({ cell: formatAddress(cell), why })) },
    stated,
  };
}

function formJson({ form, scores, findings, coverage }: FormReview): Record<string, unknown> {
  return {
    sheet: form.sheet,
    recognised: true,
    form: formKind(form),
    title: form.title?.value ?? null,
    year: form.year?.value ?? null,
    unit: form.organisation?.value ?? null,
    rulebook: scores.rulebook.id,
    total: {
      cell: address(form.total?.stated ?? form.total?.label),
      stated: figure(scores.total.stated),
      sumOfStated: figure(scores.total.sumOfStated),
      recomputed: figure(scores.total.recomputed),
    },
    budget: scores.budget === null ? undefined : budgetJson(scores.budget),
    indicators: scores.indicators.map(indicatorJson),
    questions: form.questions.map(({ role, candidates }) => ({
      role: roleName(role),
      columns: candidates.map(({ at: cell, value }) => ({ column: columnName(cell.column), heading: value })),
    })),
    coverage: coverageJson(coverage),
    findings: findings.map(findingJson),
  };
}

/**
 * The entries of one sheet: one for each form in it, or one that says why there is none. `notes` are sentences on what of
 * the sheet was not read.
 */
export function sheetJson(review: SheetReview, sentences: readonly string[]): unknown[] {
  const notes = sentences.length > 0 ? sentences : undefined;
  if (review.forms.length > 0) return review.forms.map((form) => ({ ...formJson(form), notes }));
  return [{ ...unrecognisedJson(review.sheet, review.none?.reason ?? '没有找到绩效自评表'), notes }];
}

/** The entry of a sheet without a form. */
export function unrecognisedJson(sheet: string, reason: string): Record<string, unknown> {
  return { sheet, recognised: false, reason };
}
