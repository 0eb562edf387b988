import { DEPARTMENT, newForm, PROJECT, type SheetLayout } from '../../../src/advice/newForm';
import { HostError } from '../../../src/host/host';
import { review } from '../../../src/review';
import { formatArea, parseAddress } from '../../../src/sheet/address';
import { workbookState } from '../../../src/workbench/emulator';
import { sampleWorkbook } from '../../../src/workbench/sample';
import { openExcel } from '../../support/excel';

function layoutOf(id: string): SheetLayout {
  return newForm(id === 'national-project' ? PROJECT : DEPARTMENT);
}

test.each(['guangzhou-department', 'national-project'])('%s in a new sheet is recognised at once', async (id) => {
  const { host, workbook } = openExcel(sampleWorkbook());
  const layout = layoutOf(id);
  const sheet = await host.addSheet(layout);
  expect(workbook.active.id).toBe(sheet.id);
  const { forms } = review(await host.read(sheet.id));
  expect(forms).toHaveLength(1);
  expect(forms[0]?.scores.rulebook.id).toBe(id);
  expect(forms[0]?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the sheet has its merged areas, widths, number formats, print area and headings on each page', async () => {
  const { host, workbook } = openExcel(sampleWorkbook());
  const layout = layoutOf('national-project');
  const { id } = await host.addSheet(layout);
  const sheet = workbook.sheet(id);
  if (sheet === null) throw new Error('no sheet');
  expect(sheet.merges.map(formatArea).sort()).toEqual(layout.merges.map(formatArea).sort());
  expect(sheet.furniture.widths.size).toBe(layout.widths.length);
  expect(sheet.furniture.printArea).toEqual(layout.printArea);
  expect(sheet.furniture.printTitles).toBe('$12:$12');
  const rate = sheet.cell(parseAddress('G6') ?? { row: 0, column: 0 });
  expect(rate).toMatchObject({
    numberFormat: '0.00%',
    formula: '=IF(D6>0,E6/D6,"")',
    look: { lines: { bottom: '#000000' } },
  });
  workbook.userEdit(sheet, parseAddress('H6') ?? { row: 0, column: 0 }, '9.5');
  const total = sheet.cell({ row: layout.rows.length - 1, column: 6 });
  expect(total.value).toBe(9.5);
});

test('a name that is taken is left alone', async () => {
  const { host } = openExcel(sampleWorkbook());
  const layout = layoutOf('national-project');
  const first = await host.addSheet(layout);
  const second = await host.addSheet(layout);
  expect([first.name, second.name]).toEqual([layout.name, `${layout.name} (2)`]);
});

test('when Excel refuses in the middle nothing of it is left', async () => {
  const { host, rich, workbook } = openExcel(sampleWorkbook());
  const before = workbookState(workbook);
  const layout = layoutOf('national-project');
  const wrong = { ...layout, styles: [...layout.styles, { area: layout.printArea, numberFormat: '[' }] };
  await expect(host.addSheet(wrong)).rejects.toBeInstanceOf(HostError);
  expect(workbookState(workbook)).toEqual(before);
  expect(rich.log.length).toBeGreaterThan(0);
});

test('a form that stands whole, though Excel’s answer was lost, is told as made, once', async () => {
  const { host, rich, workbook } = openExcel(sampleWorkbook());
  rich.failNext({ code: 'InvalidOrTimedOutSession', after: 1, answerLost: true });
  const layout = layoutOf('national-project');
  expect(await host.addSheet(layout)).toMatchObject({ name: layout.name });
  expect(workbook.sheets.filter(({ name }) => name === layout.name)).toHaveLength(1);
  expect(workbook.sheets).toHaveLength(sampleWorkbook().length + 1);
});
