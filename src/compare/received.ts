import { AGAINST_TITLES } from '../advice/against';
import type { ReceivedForm } from '../advice/batch';
import type { Coverage } from '../checks/coverage';
import { inOrder } from '../checks/severity';
import type { FormReview } from '../review';
import { cellKey } from '../sheet/snapshot';
import { checkOf, ledgerOf } from './findings';
import { heldInWords, type ComparisonRecord } from './record';

type Covered = Pick<Coverage, 'checks' | 'figures'>;

/** A coverage that counts what was held against the other form. */
function covered({ checks, figures }: Covered, record: ComparisonRecord): Covered {
  const held = new Set(record.held.map(({ after }) => cellKey(after)));
  const unheld = figures.unheld.filter(({ cell }) => !held.has(cellKey(cell)));
  const id = checkOf(record);
  const title = `${AGAINST_TITLES[id]}（${heldInWords(record)}）`;
  const own = record.held.length === 0 ? [] : [{ id, title, compared: record.held.length }];
  return { checks: [...checks, ...own], figures: { ...figures, held: figures.total - unheld.length, unheld } };
}

/**
 * A received form with what holding it against another came to: its differences stand among the findings, and what was
 * compared is counted in its coverage.
 */
export function withComparison(received: ReceivedForm, record: ComparisonRecord): ReceivedForm {
  const { form } = received;
  return { ...received, form: { ...form, ...covered(form, record), findings: [...form.findings, ...record.findings] } };
}

/** The same of a review: what was compared stands in its ledger too. */
export function reviewWith(review: FormReview, record: ComparisonRecord): FormReview {
  const { coverage } = review;
  const added = record.findings.map(({ finding }) => finding);
  return {
    ...review,
    findings: [...review.findings, ...added].sort(inOrder),
    comparisons: [...review.comparisons, ...ledgerOf(record)],
    coverage: { ...coverage, ...covered(coverage, record) },
  };
}
