import { formatAddress, parseAddress } from '../../sheet/address';
import { compareCells, type CellRef, type CellValue } from '../../sheet/snapshot';
import { escapeXml, root, spliced, XmlError, type Element, type Splice } from './xml';
import { groupBy } from '../../sheet/lists';

/** What a cell of a sheet part is to hold. */
export interface CellWrite {
  readonly cell: CellRef;
  readonly value: CellValue;
  /** Whether its formula stays and only the value that was computed with it changes. */
  readonly keepsFormula: boolean;
}

interface CellElement {
  readonly cell: CellRef;
  readonly element: Element;
}

interface RowElement {
  readonly row: number;
  readonly element: Element;
  readonly cells: readonly CellElement[];
}

function readRow(element: Element, row: number): RowElement {
  let column = -1;
  const cells = element.children().map((one) => {
    column = parseAddress(one.attribute('r') ?? '')?.column ?? column + 1;
    return { cell: { row, column }, element: one };
  });
  return { row, element, cells };
}

/** The rows and cells of a sheet part; one that does not say where it stands follows the one before. */
function readRows(data: Element): RowElement[] {
  let row = -1;
  return data.children().map((element) => {
    const stated = element.attribute('r');
    row = stated === null ? row + 1 : Number(stated) - 1;
    return readRow(element, row);
  });
}

function typed(value: CellValue, prefix: string, formula: string): { readonly type: string; readonly inside: string } {
  const v = (text: string): string => `<${prefix}v>${escapeXml(text)}</${prefix}v>`;
  if (value === null) return { type: '', inside: formula };
  if (typeof value === 'number') return { type: '', inside: formula + v(String(value)) };
  if (typeof value === 'boolean') return { type: ' t="b"', inside: formula + v(value ? '1' : '0') };
  if (formula !== '') return { type: ' t="str"', inside: formula + v(value) };
  const text = `<${prefix}t xml:space="preserve">${escapeXml(value)}</${prefix}t>`;
  return { type: ' t="inlineStr"', inside: `<${prefix}is>${text}</${prefix}is>` };
}

const TYPE = /\st\s*=\s*(?:"[^"]*"|'[^']*')/g;
const TYPE_AND_KIND = /\s(?:t|cm|vm)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** A cell with another value; its style and whatever else stands in its tag stay. */
function rewritten({ tag, prefix }: Element, value: CellValue, formula: string): string {
  const { name, attributes } = tag;
  // `cm` and `vm` say what kind of formula or value stood there.
  const gone = formula === '' ? TYPE_AND_KIND : TYPE;
  const kept = attributes.replace(gone, '').trimEnd();
  const { type, inside } = typed(value, prefix, formula);
  return inside === '' ? `<${name}${kept}/>` : `<${name}${kept}${type}>${inside}</${name}>`;
}

function created({ cell, value }: CellWrite, prefix: string): string {
  const { type, inside } = typed(value, prefix, '');
  if (inside === '') return '';
  return `<${prefix}c r="${formatAddress(cell)}"${type}>${inside}</${prefix}c>`;
}

function insertInto(element: Element, at: number, text: string): Splice {
  return element.tag.kind === 'empty' ? element.appended(text) : { start: at, end: at, text };
}

/** The formulas that were written once for several cells, by number, that lose the cell where they are written. */
function orphanedFormulas(replaced: readonly CellElement[]): Set<string> {
  const orphaned = new Set<string>();
  for (const { element } of replaced) {
    const formula = element.child('f');
    const shared = formula?.attribute('t') === 'shared' && formula.inside !== '';
    const index = shared ? formula.attribute('si') : null;
    if (index !== null) orphaned.add(index);
  }
  return orphaned;
}

function rowSplices(row: RowElement, writes: readonly CellWrite[]): Splice[] {
  const prefix = row.element.prefix;
  const splices: Splice[] = [];
  const inserted = new Map<number, string>();
  for (const write of writes) {
    const there = row.cells.find(({ cell }) => cell.column === write.cell.column);
    if (there === undefined) {
      const next = row.cells.find(({ cell }) => cell.column > write.cell.column);
      const at = next?.element.start ?? row.element.innerEnd;
      inserted.set(at, (inserted.get(at) ?? '') + created(write, prefix));
      continue;
    }
    const { element } = there;
    const kept = write.keepsFormula ? (element.child('f')?.written ?? '') : '';
    splices.push(element.replaced(rewritten(element, write.value, kept)));
  }
  for (const [at, text] of inserted) if (text !== '') splices.push(insertInto(row.element, at, text));
  return splices;
}

function newRows(
  rows: readonly RowElement[],
  data: Element,
  writes: ReadonlyMap<number, readonly CellWrite[]>,
): Splice[] {
  const prefix = data.prefix;
  const known = new Set(rows.map(({ row }) => row));
  const inserted = new Map<number, string>();
  for (const [row, ofRow] of writes) {
    const cells = known.has(row) ? '' : ofRow.map((write) => created(write, prefix)).join('');
    if (cells === '') continue;
    const at = rows.find((one) => one.row > row)?.element.start ?? data.innerEnd;
    const text = `<${prefix}row r="${row + 1}">${cells}</${prefix}row>`;
    inserted.set(at, (inserted.get(at) ?? '') + text);
  }
  return [...inserted].map(([at, text]) => insertInto(data, at, text));
}

/**
 * A sheet part in which some cells hold something else. Every other character stays, but for cells that shared their
 * formula with one that is written over: `formulaAt` gives theirs (with its `=`), which is then written out.
 */
export function writeCells(
  xml: string,
  writes: readonly CellWrite[],
  formulaAt: (cell: CellRef) => string,
): { readonly xml: string; readonly lostFormula: boolean } {
  const data = root(xml).child('sheetData');
  if (data === null) throw new XmlError('no sheetData');
  const rows = readRows(data);
  const byRow = groupBy(
    [...writes].sort((a, b) => compareCells(a.cell, b.cell)),
    ({ cell }) => cell.row,
  );
  const over = new Set(writes.filter(({ keepsFormula }) => !keepsFormula).map(({ cell }) => formatAddress(cell)));
  const all = rows.flatMap(({ cells }) => cells);
  const replaced = all.filter(({ cell }) => over.has(formatAddress(cell)));
  const orphaned = orphanedFormulas(replaced);
  if (orphaned.size > 0) return writeCells(unshared(xml, all, orphaned, formulaAt), writes, formulaAt);
  const splices = [...rows.flatMap((row) => rowSplices(row, byRow.get(row.row) ?? [])), ...newRows(rows, data, byRow)];
  return {
    xml: spliced(xml, splices),
    lostFormula: replaced.some(({ element }) => element.child('f') !== null),
  };
}

/** Writes shared formulas out in each cell that has one, the first of them included. */
function unshared(
  xml: string,
  cells: readonly CellElement[],
  orphaned: ReadonlySet<string>,
  formulaAt: (cell: CellRef) => string,
): string {
  const splices = cells.flatMap(({ cell, element }): Splice[] => {
    const formula = element.child('f');
    if (formula === null || !orphaned.has(formula.attribute('si') ?? '')) return [];
    const { name } = formula.tag;
    return [formula.replaced(`<${name}>${escapeXml(formulaAt(cell).slice(1))}</${name}>`)];
  });
  return spliced(xml, splices);
}
