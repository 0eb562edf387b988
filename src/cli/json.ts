import type { Decimal } from 'decimal.js';
import type { Coverage } from '../checks/coverage';
import type { Finding, FindingValue } from '../checks/finding';
import { formKind } from '../form/kind';
import type { Located } from '../form/model';
import { roleName } from '../form/questions';
import type { FormReview, SheetReview } from '../review';
import type { IndicatorScore } from '../scoring/scores';
import { columnName, formatAddress } from '../sheet/address';
import type { CellRef } from '../sheet/snapshot';

/** What `--json` prints of one file; the fields are a contract with scripts and never change their meaning. */
export interface FileJson {
  readonly file: string;
  readonly error?: string;
  /** Why the annotated copy that was asked for was not written. */
  readonly copy?: { readonly error: string };
  readonly sheets: readonly unknown[];
}

type Figure = number | null;

function figure(value: Decimal | null | undefined): Figure {
  return value?.toNumber() ?? null;
}

function address(located: { readonly at: CellRef } | null | undefined): string | null {
  return located === null || located === undefined ? null : formatAddress(located.at);
}

/** A figure as a number; any other text as it is. */
function findingValue(value: FindingValue): number | string {
  return /^-?[0-9]{1,15}(?:\.[0-9]{1,15})?$/.test(value) ? Number(value) : value;
}

/** Leaves out what is `undefined` or `null`: optional fields of the contract. */
function optional(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}

function findingJson(finding: Finding): unknown {
  const { check, severity, cell, messageId, data, title, message, related, arithmetic, expected, found, rule, fix } =
    finding;
  return {
    check,
    severity,
    cell: formatAddress(cell),
    ...(related.length > 0 ? { related: related.map(formatAddress) } : {}),
    messageId,
    data,
    title,
    message,
    ...optional({
      arithmetic,
      expected: expected === undefined ? undefined : findingValue(expected),
      found: found === undefined ? undefined : findingValue(found),
      rule,
      fix: fix === undefined ? undefined : { ...fix, cell: formatAddress(fix.cell) },
      follows: finding.follows?.map(findingJson),
    }),
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
    ...optional({ arithmetic }),
    cells: {
      name: address(indicator.name),
      weight: address(indicator.weight),
      ...optional({ target: address(indicator.target), actual: address(indicator.actual) }),
      score: address(indicator.stated),
      evidence: address(indicator.evidence),
    },
  };
}

function budgetJson({ scores }: FormReview): Record<string, unknown> {
  if (scores.budget === null) return {};
  const { line, value } = scores.budget;
  return {
    budget: {
      weight: figure(line.weight?.value),
      stated: figure(line.stated?.value),
      recomputed: figure(value),
      cells: optional({
        label: address(line.label),
        initial: address(line.initial),
        budget: address(line.budget),
        spent: address(line.spent),
        rate: address(line.rate),
        weight: address(line.weight),
        score: address(line.stated),
      }),
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

function valueOf<T>(located: Located<T> | null): T | null {
  return located === null ? null : located.value;
}

function formJson(review: FormReview): Record<string, unknown> {
  const { form, scores, findings, coverage } = review;
  return {
    sheet: form.sheet,
    recognised: true,
    form: formKind(form),
    title: valueOf(form.title),
    year: valueOf(form.year),
    unit: valueOf(form.organisation),
    rulebook: scores.rulebook.id,
    total: {
      cell: address(form.total?.stated ?? form.total?.label),
      stated: figure(scores.total.stated),
      sumOfStated: figure(scores.total.sumOfStated),
      recomputed: figure(scores.total.recomputed),
    },
    ...budgetJson(review),
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
export function sheetJson(review: SheetReview, notes: readonly string[]): unknown[] {
  const said = notes.length > 0 ? { notes } : {};
  if (review.forms.length > 0) return review.forms.map((form) => ({ ...formJson(form), ...said }));
  return [{ ...unrecognisedJson(review.sheet, review.none?.reason ?? '没有找到绩效自评表'), ...said }];
}

/** The entry of a sheet without a form. */
export function unrecognisedJson(sheet: string, reason: string): Record<string, unknown> {
  return { sheet, recognised: false, reason };
}
