import { DEPARTMENT, newForm, PROJECT, type SheetLayout } from '../../../src/advice/newForm';
import { withNewSheet } from '../../../src/host/file/newSheet';
import { readWorkbook } from '../../../src/host/file/readWorkbook';
import type { HostEvent } from '../../../src/host/host';
import { review } from '../../../src/review';
import { parseAddress } from '../../../src/sheet/address';
import { cellAt, type CellRef, type CellValue } from '../../../src/sheet/snapshot';
import { differences, partsOf, rawPackage, workbookFile } from '../../support/workbook';
import { fileHost } from '../../support/fileHost';

function layoutOf(id: string): SheetLayout {
  return newForm(id === 'national-project' ? PROJECT : DEPARTMENT);
}

function at(address: string): CellRef {
  const cell = parseAddress(address);
  if (cell === null) throw new Error(address);
  return cell;
}

const FILE = workbookFile([
  { name: '自评表', rows: [['指标', { v: 0.5, z: '0.00%' }]], merges: ['A1:A2'] },
  { name: '字典', rows: [['优']], hidden: true },
]);

test.each(['guangzhou-department', 'national-project'])('%s in a new sheet of a file is recognised', async (id) => {
  const host = fileHost(FILE, '自评表.xlsx');
  const events: HostEvent[] = [];
  await host.watch((event) => events.push(event));
  const sheet = await host.addSheet(layoutOf(id));
  expect(events).toEqual([{ kind: 'sheets' }]);
  expect(await host.sheets()).toContainEqual({ ...sheet, active: true });
  for (const snapshot of [
    await host.read(sheet.id),
    readWorkbook(host.download(), 'a.xlsx').sheets.find(({ name }) => name === sheet.name)?.snapshot,
  ]) {
    if (snapshot === undefined) throw new Error('no sheet');
    const { forms } = review(snapshot);
    expect(forms[0]?.scores.rulebook.id).toBe(id);
    expect(forms[0]?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});

test('only what lists sheets and styles changes in the file, and no style or sheet loses its place', async () => {
  const { bytes, name } = await withNewSheet(FILE, layoutOf('national-project'));
  expect(differences(FILE, bytes)).toEqual([
    '~[Content_Types].xml',
    '~xl/_rels/workbook.xml.rels',
    '~xl/styles.xml',
    '~xl/workbook.xml',
    '+xl/worksheets/sheet3.xml',
  ]);
  const [before, after] = [FILE, bytes].map((file) => readWorkbook(file, 'a.xlsx'));
  expect(after?.sheets.slice(0, 2)).toEqual(before?.sheets);
  expect(after?.sheets.map((sheet) => sheet.name)).toEqual(['自评表', '字典', name]);
  const styles = partsOf(bytes).get('xl/styles.xml') ?? '';
  for (const list of ['fonts', 'borders', 'cellXfs']) {
    const inside = new RegExp(`<${list}[^>]*count="(\\d+)"[^>]*>(.*)</${list}>`, 's').exec(styles);
    const item = list === 'cellXfs' ? 'xf' : list.slice(0, -1);
    expect(inside?.[2]?.match(new RegExp(`<${item}[ >]`, 'g'))?.length).toBe(Number(inside?.[1]));
  }
});

test('the sheet is printed on the width of a page, with its headings on each', async () => {
  const { bytes, name } = await withNewSheet(FILE, layoutOf('national-project'));
  const parts = partsOf(bytes);
  const workbook = parts.get('xl/workbook.xml') ?? '';
  expect(workbook).toContain(`localSheetId="2">'${name}'!$A$1:$H$`);
  expect(workbook).toContain(`localSheetId="2">'${name}'!$12:$12<`);
  expect(parts.get('xl/worksheets/sheet3.xml')).toMatch(/<pageSetUpPr fitToPage="1"\/>.*fitToHeight="0"/s);
});

test('what is entered into it is computed as Excel will, and is part of the copy', async () => {
  const host = fileHost(FILE, 'a.xlsx');
  const { id, name } = await host.addSheet(layoutOf('national-project'));
  const enter = (address: string, after: CellValue) =>
    host.apply(id, { sheet: name, label: '', edits: [{ cell: at(address), before: null, after }] });
  await enter('D6', 480);
  await enter('E6', 456);
  await enter('H6', 9.5);
  const shown = await host.read(id);
  expect(cellAt(shown, at('G6')).value).toBe(0.95);
  expect(cellAt(shown, { row: shown.origin.row + shown.rowCount - 1, column: 6 }).value).toBe(9.5);
  await host.apply(id, {
    ...{ sheet: name, label: '' },
    edits: [{ cell: at('D6'), before: 480, after: null }],
  });
  expect(cellAt(await host.read(id), at('G6')).value).toBeNull();
  const copy = readWorkbook(host.download(), 'a.xlsx').sheets.find((sheet) => sheet.name === name)?.snapshot;
  if (copy === undefined) throw new Error('no sheet');
  expect(cellAt(copy, at('E6')).value).toBe(456);
  expect(cellAt(copy, at('G6')).formula).toBe('=IF(D6>0,E6/D6,"")');
});

test('a name that is taken is left alone; a file without styles, names or a free number gets its own', async () => {
  const layout = layoutOf('national-project');
  const bare = rawPackage('<sheetData/>', {
    'xl/workbook.xml':
      '<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="自评表" sheetId="7" q:id="rId1"/></x:sheets><x:calcPr calcId="1"/></x:workbook>',
  });
  const once = await withNewSheet(bare, layout);
  const twice = await withNewSheet(once.bytes, layout);
  expect([once.name, twice.name]).toEqual([layout.name, `${layout.name} (2)`]);
  expect(readWorkbook(twice.bytes, 'a.xlsx').sheets).toHaveLength(3);
  expect(partsOf(once.bytes).get('xl/workbook.xml')).toMatch(
    /sheetId="8".*<\/x:sheets><x:definedNames>.*<\/x:definedNames><x:calcPr fullCalcOnLoad="1" calcId="1"\/>/,
  );
  expect([...partsOf(once.bytes).keys()]).toContain('xl/styles1.xml');
});

test('in the strict flavour of the format all of it has the names of that flavour', async () => {
  const strict = (xml: string) =>
    xml.replace(
      /http:\/\/schemas\.openxmlformats\.org\/(\w+)\/2006\/(main|relationships)/g,
      'http://purl.oclc.org/ooxml/$1/$2',
    );
  const parts = [...partsOf(rawPackage('<sheetData/>'))].filter(([name]) => /workbook|sheet1/.test(name));
  const flavoured = parts.map(([name, xml]) => [name, strict(xml)] as const);
  const { bytes, name } = await withNewSheet(
    rawPackage('', Object.fromEntries(flavoured)),
    layoutOf('national-project'),
  );
  const made = partsOf(bytes);
  for (const part of ['xl/workbook.xml', 'xl/worksheets/sheet2.xml', 'xl/styles1.xml']) {
    expect(made.get(part)).toContain('http://purl.oclc.org/ooxml/spreadsheetml/main');
    expect(made.get(part)).not.toContain('http://schemas.openxmlformats.org');
  }
  expect(readWorkbook(bytes, 'a.xlsx').sheets.map((sheet) => sheet.name)).toEqual(['自评表', name]);
});

test('a workbook whose structure is protected, and a file that takes no sheet, are left as they are', async () => {
  const locked = rawPackage('<sheetData/>', {
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookProtection lockStructure="1"/><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
  });
  const host = fileHost(locked, 'a.xlsx');
  await expect(host.addSheet(layoutOf('national-project'))).rejects.toMatchObject({ code: 'protected' });
  expect([host.unsaved, await host.sheets()]).toMatchObject([false, [{ name: 'a' }]]);
  const old = fileHost(workbookFile([{ name: 'a', rows: [[1]] }], 'biff8'), 'a.xls');
  await expect(old.addSheet(layoutOf('national-project'))).rejects.toMatchObject({ code: 'read-only' });
});
