import { AGAINST_TITLES, type AgainstCheck } from '../advice/against';
import { placeFindings, type PlacedFinding } from '../advice/places';
import type { Comparison, Finding } from '../checks/finding';
import { inOrder } from '../checks/severity';
import type { EvaluationForm } from '../form/model';
import { formatAddress } from '../sheet/address';
import { cut } from '../sheet/text';
import { LOOKS, TITLES, type Difference, type SideCell } from './difference';
import type { ComparisonRecord } from './record';

/** As which check what a comparison came to stands among the findings. */
export const checkOf = ({ kind }: Pick<ComparisonRecord, 'kind'>): AgainstCheck => `against-${kind}`;

const LONGEST = 120;

function inOther({ file, sheet, cell, text }: SideCell, name: string): string {
  const where = [file ?? name, `${sheet}!${formatAddress(cell)}`].filter((part) => part !== '').join(' ');
  return `${where}${text === '' ? '' : `：${cut(text, LONGEST)}`}`;
}

function findingOf(record: FindingsOf, difference: Difference, name: string): Finding {
  const { kind, severity, message, before, after } = difference;
  return {
    check: checkOf(record),
    severity,
    cell: after?.cell ?? record.now.head,
    related: [],
    messageId: kind,
    // The texts of both sides identify the finding, however its sentence is worded.
    data: { before: before?.text ?? '', after: after?.text ?? '' },
    title: TITLES[kind],
    message,
    ...(before === null ? {} : { rule: inOther(before, name) }),
    // Only what was approved is what it should be.
    ...(kind === 'lowered' && before !== null ? { expected: before.text } : {}),
    ...(after === null ? {} : { found: after.text }),
  };
}

type FindingsOf = Pick<ComparisonRecord, 'kind' | 'now' | 'differences'>;

/** What differs as findings, in the order of the sheet; `name` is what the other form is called. */
function findingsOf(record: FindingsOf, name: string): readonly Finding[] {
  return record.differences.map((difference) => findingOf(record, difference, name)).sort(inOrder);
}

/** What differs as findings with their places and keys; none where there is no form that they could stand in. */
export function placedFindings(
  record: FindingsOf,
  form: EvaluationForm | null,
  index: number,
  name: string,
): readonly PlacedFinding[] {
  return form === null ? [] : placeFindings(form, findingsOf(record, name), index);
}

/** All that was held as the ledger has it. */
export function ledgerOf(record: ComparisonRecord): readonly Comparison[] {
  const check = checkOf(record);
  return record.held.map(({ what, verdict, before, after }): Comparison => {
    const other = before === null ? '' : ` ${formatAddress(before)} `;
    return {
      check,
      cells: [after],
      stated: [],
      verdict,
      arithmetic: `${AGAINST_TITLES[check]}：对照${other}的${LOOKS[what][0]}`,
    };
  });
}
