import { columnName, parseArea } from '../../sheet/address';
import type { Area } from '../../sheet/snapshot';
import { shiftArea, type Axis } from './sparseCells';

const TOKEN =
  /"(?:[^"]|"")*"|(?:'(?:[^']|'')*'!|[\p{L}\p{N}_.]+!)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_.(!])|[\p{L}\p{N}_.]+/giu;

/** A sheet's name as formulas and addresses write it: quoted unless it is a plain word. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && parseArea(`${name}1`) === null
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

function rewrite(reference: string, area: Area): string {
  const [first = '', last] = reference.split(':');
  const part = (text: string, row: number, column: number): string => {
    const absoluteColumn = text.startsWith('$') ? '$' : '';
    const absoluteRow = text.indexOf('$', 1) > 0 ? '$' : '';
    return `${absoluteColumn}${columnName(column)}${absoluteRow}${row + 1}`;
  };
  const from = part(first, area.row, area.column);
  if (last === undefined) return from;
  return `${from}:${part(last, area.row + area.rowCount - 1, area.column + area.columnCount - 1)}`;
}

/** Applies `change` to each reference of a formula to cells of `sheet`; a reference that is gone becomes `#REF!`. */
function mapReferences(formula: string, ownSheet: string, sheet: string, change: (area: Area) => Area | null): string {
  return formula.replace(TOKEN, (token) => {
    if (token.startsWith('"')) return token;
    const mark = token.lastIndexOf('!');
    const qualifier = token.slice(0, mark + 1);
    const reference = token.slice(mark + 1);
    const area = parseArea(reference);
    if (area === null) return token;
    const target = mark < 0 ? ownSheet : qualifier.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
    if (target !== sheet) return token;
    const changed = change(area);
    return changed === null ? '#REF!' : qualifier + rewrite(reference, changed);
  });
}

/** A formula after lines were inserted into or deleted from a sheet. */
export function shiftFormula(
  formula: string,
  ownSheet: string,
  changedSheet: string,
  axis: Axis,
  at: number,
  count: number,
): string {
  return mapReferences(formula, ownSheet, changedSheet, (area) => shiftArea(area, axis, at, count));
}

/** A formula after a sheet was given another name. */
export function renameInFormula(formula: string, before: string, after: string): string {
  return formula.replace(TOKEN, (token) => {
    if (token.startsWith('"')) return token;
    for (const qualifier of [`${before}!`, `'${before.replaceAll("'", "''")}'!`]) {
      if (token.startsWith(qualifier)) return `${quoteSheet(after)}!${token.slice(qualifier.length)}`;
    }
    return token;
  });
}
