import type { CellLook, LayoutCell, SheetLayout } from '../../advice/newForm';
import { absoluteArea, formatAddress, formatArea, freeName, quoteSheet } from '../../sheet/address';
import { type CellValue, contains, type SheetSnapshot } from '../../sheet/snapshot';
import { HostError } from '../host';
import { calculatedOnLoad, insertBeforeCalculation, relationshipBase, WorkbookPackage } from './package';
import { recalculate } from './recalculate';
import { NO_STYLES, StyleBook } from './styles';
import { attribute, escapeXml, inserted, root, spliced, XML_HEAD, XmlError } from './xml';

export const SHEET_CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const STYLES_CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** Namespace of the workbook's own elements: the strict flavour of the format has another. */
export function mainNamespace(workbook: string): string {
  return relationshipBase(workbook).startsWith('http://purl.oclc.org/')
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
}

/** What all styles of the layout together say of a cell; of two that differ, the later. */
function lookAt({ styles }: SheetLayout, row: number, column: number): CellLook {
  return styles
    .filter(({ area }) => contains(area, { row, column }))
    .reduce<CellLook>((look, { area: _area, ...more }) => ({ ...look, ...more }), {});
}

/** The layout as a sheet reads that holds it, to compute its formulas with. */
function snapshotOf({ name, rows, widths, merges }: SheetLayout): SheetSnapshot {
  const table = <T>(content: (cell: LayoutCell) => T) => rows.map((cells) => cells.map(content));
  return {
    ...{ name, merges, origin: { row: 0, column: 0 }, rowCount: rows.length, columnCount: widths.length },
    values: table(({ value }) => value),
    texts: table(({ value }) => String(value ?? '')),
    formulas: table(({ formula }) => formula ?? ''),
  };
}

/** What the formulas give before anything is filled in, by address: readers that compute nothing look for it. */
function resultsOf(layout: SheetLayout): ReadonlyMap<string, CellValue> {
  const constants = layout.rows.flatMap((cells, row) =>
    cells.flatMap(({ value, formula }, column): [string, CellValue][] =>
      formula === undefined ? [[formatAddress({ row, column }), value]] : [],
    ),
  );
  return recalculate(snapshotOf(layout), new Map(constants));
}

function cellXml({ value, formula }: LayoutCell, result: CellValue, address: string, style: number): string {
  const start = `<c r="${address}" s="${style}"`;
  if (formula !== undefined) {
    const type = typeof result === 'number' ? '' : ' t="str"';
    return `${start}${type}><f>${escapeXml(formula.slice(1))}</f><v>${escapeXml(String(result ?? ''))}</v></c>`;
  }
  if (value === null) return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

function sheetXml(layout: SheetLayout, namespace: string, book: StyleBook): string {
  const { rows, widths, merges, landscape } = layout;
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const results = resultsOf(layout);
  const data = rows.map((cells, row) => {
    const written = cells.map((cell, column) => {
      const address = formatAddress({ row, column });
      return cellXml(cell, results.get(address) ?? null, address, book.numberOf(lookAt(layout, row, column)));
    });
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  const merged = merges.map((area) => `<mergeCell ref="${formatArea(area)}"/>`).join('');
  return [
    `${XML_HEAD}<worksheet xmlns="${namespace}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${cols.join('')}</cols><sheetData>${data.join('')}</sheetData>`,
    merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToHeight="0"/></worksheet>`,
  ].join('');
}

/** Adds to the workbook's styles through the book that `change` is handed. */
export function changeStyles<T>(file: WorkbookPackage, namespace: string, change: (book: StyleBook) => T): T {
  const workbook = file.workbookPart();
  const there = file.relationships(workbook).find(({ type }) => type.endsWith('/styles'))?.target ?? null;
  const book = new StyleBook((there === null ? null : file.text(there)) ?? NO_STYLES(namespace));
  const changed = change(book);
  const relation = `${relationshipBase(file.need(workbook))}/styles`;
  if (there === null) file.add('xl/styles{}.xml', book.xml, STYLES_CONTENT, workbook, relation);
  else file.set(there, book.xml);
  return changed;
}

/** The workbook part with one more sheet, in the last place, and names of its own. */
export function withEntry(
  xml: string,
  name: string,
  id: string,
  names: readonly (readonly [name: string, refers: string])[],
): string {
  const sheets = root(xml).child('sheets');
  if (sheets === null) throw new XmlError('no sheets');
  const all = sheets.children();
  const number = Math.max(0, ...all.map(({ tag }) => Number(attribute(tag, 'sheetId') ?? 0))) + 1;
  const prefix = sheets.prefix;
  const entry = `<${prefix}sheet name="${escapeXml(name)}" sheetId="${number}" xmlns:r="${relationshipBase(xml)}" r:id="${id}"/>`;
  const listed = inserted(xml, sheets.innerEnd, entry);
  if (names.length === 0) return listed;
  const written = names
    .map(
      ([local, refers]) =>
        `<${prefix}definedName name="${local}" localSheetId="${all.length}">${escapeXml(refers)}</${prefix}definedName>`,
    )
    .join('');
  const defined = root(listed).child('definedNames');
  if (defined !== null) return spliced(listed, [defined.appended(written)]);
  return insertBeforeCalculation(listed, `<${prefix}definedNames>${written}</${prefix}definedNames>`);
}

/** The names by which programs know what to print of a sheet. */
function printNames(name: string, { printArea, titleRows }: SheetLayout): [string, string][] {
  const quoted = quoteSheet(name);
  return [
    ['_xlnm.Print_Area', `${quoted}!${absoluteArea(printArea)}`],
    ['_xlnm.Print_Titles', `${quoted}!$${titleRows.first + 1}:$${titleRows.last + 1}`],
  ];
}

/**
 * A copy of an .xlsx or .xlsm file with one more sheet, laid out as a form, under a name that no other sheet has. Only
 * what lists sheets and styles changes besides; what is there keeps its place and look. Throws a `HostError` for a
 * workbook whose structure is protected.
 */
export function withNewSheet(
  bytes: Uint8Array,
  layout: SheetLayout,
): { readonly bytes: Uint8Array; readonly name: string } {
  const file = WorkbookPackage.open(bytes);
  return WorkbookPackage.guard(() => {
    const workbook = file.workbookPart();
    const xml = file.need(workbook);
    if (/^(?:1|true)$/.test(root(xml).child('workbookProtection')?.attribute('lockStructure') ?? '')) {
      throw new HostError('protected', '工作簿的结构受保护，不能新建工作表，请先在 Excel 或 WPS 里撤销工作簿保护。');
    }
    const namespace = mainNamespace(xml);
    const name = freeName(
      layout.name,
      file.tabs().map((tab) => tab.name),
    );
    const made = changeStyles(file, namespace, (book) => sheetXml(layout, namespace, book));
    const relation = `${relationshipBase(xml)}/worksheet`;
    const { id } = file.add('xl/worksheets/sheet{}.xml', made, SHEET_CONTENT, workbook, relation);
    file.set(workbook, calculatedOnLoad(withEntry(xml, name, id, printNames(name, layout))));
    return { bytes: file.bytes(), name };
  });
}
