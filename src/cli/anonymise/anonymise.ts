import { readWorkbook, shownSheets } from '../../host/file/readWorkbook';
import { review } from '../../review';
import { formatAddress } from '../../sheet/address';
import { type CellRef, type SheetSnapshot, cellAt, cellsIn, hiding } from '../../sheet/snapshot';
import { disguiser, type Level } from './disguise';
import { formatShowing, newWorkbook } from '../../host/file/newWorkbook';

function* cellsOf(snapshot: SheetSnapshot) {
  const { origin, rowCount, columnCount } = snapshot;
  for (const cell of cellsIn({ ...origin, rowCount, columnCount })) {
    const { value, text, formula } = cellAt(snapshot, cell);
    const numberFormat = typeof value === 'number' ? formatShowing(value, text.trim()) : null;
    if (value !== null) yield [cell, { value, formula, numberFormat: numberFormat ?? 'General' }] as const;
  }
}

/** A new .xlsx file of these sheets: values, formulas, number formats, merged areas, hidden rows and columns, and nothing else. */
function writeSnapshots(snapshots: readonly SheetSnapshot[]): Uint8Array {
  return newWorkbook(
    snapshots.map((snapshot) => {
      const { name, origin, rowCount, columnCount, merges } = snapshot;
      const area = { ...origin, rowCount, columnCount };
      return { name, area, cells: cellsOf(snapshot), merges, ...hiding(snapshot.hidden) };
    }),
  );
}

/** A copy of a workbook without its names, and what of them had to stay. */
export interface Anonymised {
  readonly bytes: Uint8Array;
  /** Cells whose words stay as they were, or place names in them, since the copy would be read otherwise: `表1!B2`. */
  readonly kept: readonly string[];
  /** Forms in the workbook, and findings in them, each the same in both. */
  readonly forms: number;
  readonly findings: number;
}

/** A clause of a cell's text; the clauses of a cell, one after the other, are its text. */
interface Clause {
  readonly cell: CellRef;
  readonly text: string;
}

/** What is found in a sheet, without words: forms, figures, and findings by check, message and cells. */
function whatIsFound(snapshot: SheetSnapshot): {
  readonly forms: number;
  readonly findings: number;
  readonly key: string;
} {
  const { forms } = review(snapshot);
  const found = forms.map(({ form, scores, findings, coverage }) => ({
    rulebook: scores.rulebook.id,
    indicators: form.indicators.map(({ name, weight, stated }) => [name.at, weight?.value, stated?.value]),
    total: [form.total?.label.at, form.total?.stated?.value, scores.total],
    scores: scores.indicators.map(({ origin, value }) => [origin, value]),
    findings: findings.map(({ check, messageId, severity, cell, related, follows }) => [
      check,
      messageId,
      severity,
      ...[cell, ...related].map(formatAddress),
      follows?.map((one) => [one.check, one.messageId, formatAddress(one.cell)]),
    ]),
    figures: [coverage.figures.total, coverage.figures.held],
  }));
  return {
    forms: forms.length,
    findings: forms.flatMap(({ findings }) => findings).length,
    key: JSON.stringify(found),
  };
}

function clausesOf({ values, origin }: SheetSnapshot): Clause[] {
  return values.flatMap((row, down) =>
    row.flatMap((value, along) => {
      if (typeof value !== 'string') return [];
      const cell = { row: origin.row + down, column: origin.column + along };
      return value.split(/(?<=[。；;，,\n])/).map((text) => ({ cell, text }));
    }),
  );
}

/** A formula that names nothing: no text in it, no other sheet or workbook. */
const NAMELESS = /^=[^"'![\]]*$/;

function withTexts(snapshot: SheetSnapshot, texts: ReadonlyMap<string, string>, name: string): SheetSnapshot {
  const { origin } = snapshot;
  const at = (down: number, along: number) =>
    texts.get(formatAddress({ row: origin.row + down, column: origin.column + along }));
  return {
    ...snapshot,
    name,
    values: snapshot.values.map((row, down) => row.map((value, along) => at(down, along) ?? value)),
    texts: snapshot.texts.map((row, down) => row.map((text, along) => at(down, along) ?? text)),
    formulas: snapshot.formulas.map((row) => row.map((formula) => (NAMELESS.test(formula) ? formula : ''))),
  };
}

/** A sheet without its names under which the same is found, and the cells that had to keep some. */
function anonymousSheet(sheet: SheetSnapshot, name: string, salt: string): { snapshot: SheetSnapshot; kept: string[] } {
  const disguise = disguiser(salt);
  const clauses = clausesOf(sheet);
  const wanted = whatIsFound(sheet).key;
  const levels = new Map<Clause, Level>(clauses.map((clause) => [clause, 'all']));
  const made = (): SheetSnapshot => {
    const texts = new Map<string, string>();
    for (const clause of clauses) {
      const text = disguise(clause.text, levels.get(clause) ?? 'all');
      const address = formatAddress(clause.cell);
      texts.set(address, (texts.get(address) ?? '') + text);
    }
    return withTexts(sheet, texts, name);
  };
  const lowered = (some: readonly Clause[], level: Level): boolean => {
    for (const clause of some) levels.set(clause, level);
    if (whatIsFound(made()).key === wanted) return true;
    for (const clause of some) levels.set(clause, 'all');
    return false;
  };
  /** Halves what can't go at once, down to the single clause. */
  const lower = (some: readonly Clause[]): void => {
    if (some.length === 0 || lowered(some, 'words') || lowered(some, 'places')) return;
    if (some.length === 1) return;
    const middle = Math.ceil(some.length / 2);
    lower(some.slice(0, middle));
    lower(some.slice(middle));
  };
  lower(clauses);
  const kept = clauses.filter((clause) => {
    const level = levels.get(clause) ?? 'all';
    return level !== 'words' && disguise(clause.text, level) !== disguise(clause.text, 'words');
  });
  return {
    snapshot: made(),
    kept: [...new Set(kept.map(({ cell }) => `${name}!${formatAddress(cell)}`))],
  };
}

/**
 * A new workbook with the figures, formulas, merged areas and layout of another, in which every name is replaced; nothing
 * else of the file comes along (no pictures, comments, properties, hidden sheets). Throws a `HostError` for a file that
 * can't be read and an `Error` with one sentence where the copy would not be read as the original is.
 */
export function anonymised(bytes: Uint8Array, file: string, salt: string): Anonymised {
  const sheets = shownSheets(readWorkbook(bytes, file).sheets);
  const made = sheets.map(({ snapshot }, at) => anonymousSheet(snapshot, `表${at + 1}`, salt));
  const written = writeSnapshots(made.map(({ snapshot }) => snapshot));
  const again = readWorkbook(written, 'copy.xlsx').sheets;
  let [forms, findings] = [0, 0];
  sheets.forEach(({ name, snapshot }, at) => {
    const before = whatIsFound(snapshot);
    const copy = again[at];
    if (copy === undefined || whatIsFound(copy.snapshot).key !== before.key) {
      throw new Error(`没有写副本：“${name}”隐去名称以后核查结果与原表不同，请告诉我们这张表的种类`);
    }
    forms += before.forms;
    findings += before.findings;
  });
  return { bytes: written, kept: made.flatMap(({ kept }) => kept), forms, findings };
}
