import { commentsFor } from '../../src/advice/annotations';
import type { Finding } from '../../src/checks/finding';
import { HostError } from '../../src/host/host';
import { annotateWorkbook } from '../../src/host/file/annotate';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { review, type SheetReview } from '../../src/review';
import type { CellRef, SheetSnapshot } from '../../src/sheet/snapshot';
import type { ReceivedFile } from './workbooks';

/** What went wrong in a trial; `null` where nothing did. */
export type Fault = string | null;

const NO_TEXT = /\{[a-zA-Z]+\}|undefined|NaN|\[object|Infinity/;

/** What an officer reads of a finding. */
function textsOf({ title, message, arithmetic, rule, fix }: Finding): string[] {
  return [title, message, arithmetic ?? '—', rule ?? '—', fix?.label ?? '—'];
}

function outside({ row, column }: CellRef, { origin, rowCount, columnCount }: SheetSnapshot): boolean {
  return (
    row < origin.row || column < origin.column || row >= origin.row + rowCount || column >= origin.column + columnCount
  );
}

function faultIn({ forms, none }: SheetReview, snapshot: SheetSnapshot): Fault {
  if (forms.length === 0 && (none === null || none.reason === '')) return 'nothing recognised, and no reason given';
  const badIn = (text: string): boolean => {
    const [wrong] = NO_TEXT.exec(text) ?? [];
    // What the sheet itself says may be quoted.
    return wrong !== undefined && !snapshot.texts.some((row) => row.some((cell) => cell.includes(wrong)));
  };
  for (const { findings, scores, coverage } of forms) {
    for (const finding of findings) {
      const bad = textsOf(finding).find((text) => text === '' || badIn(text));
      if (bad !== undefined) return `${finding.check}: ${bad}`;
      if ([finding.cell, ...finding.related].some((cell) => outside(cell, snapshot)))
        return `${finding.check}: outside the sheet`;
    }
    const unclear = coverage.unchecked.find((sentence) => sentence === '' || badIn(sentence));
    if (unclear !== undefined) return `not checked: ${unclear}`;
    const unsound = scores.indicators.find(({ value }) => value !== null && !value.isFinite());
    if (unsound !== undefined) return `the score of ${unsound.indicator.name.text} is no number`;
  }
  return null;
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
}

/** Reviews a sheet: whatever it holds, there is a review. */
export function trySheet(snapshot: SheetSnapshot): Fault {
  try {
    return faultIn(review(snapshot), snapshot);
  } catch (error) {
    return describe(error);
  }
}

function refused(error: unknown): Fault {
  if (!(error instanceof HostError)) return describe(error);
  return /[\u4e00-\u9fff]/.test(error.message) && !/\n|Error|undefined/.test(error.message)
    ? null
    : `no sentence for an officer: ${error.message}`;
}

/** Reads, reviews and annotates a file: it works, or one sentence says why not. */
export function tryFile({ bytes, name }: ReceivedFile): Fault {
  try {
    const { sheets, annotatable } = readWorkbook(bytes, name);
    const comments = new Map<string, ReturnType<typeof commentsFor>>();
    for (const sheet of sheets) {
      const reviewed = review(sheet.snapshot);
      const fault = faultIn(reviewed, sheet.snapshot);
      if (fault !== null) return fault;
      comments.set(sheet.name, commentsFor(reviewed.forms.flatMap(({ findings }) => findings)));
    }
    if (annotatable) readWorkbook(annotateWorkbook(bytes, comments), name);
    return null;
  } catch (error) {
    return refused(error);
  }
}
