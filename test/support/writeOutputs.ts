import fs from 'node:fs';
import path from 'node:path';
import { commentsFor } from '../../src/advice/annotations';
import { memoFor, memoLines } from '../../src/advice/memo';
import { NEW_FORMS, newForm } from '../../src/advice/newForm';
import { ledgerOf } from '../../src/advice/ledger';
import { recordOf } from '../../src/advice/record';
import { reportSheet } from '../../src/advice/report';
import { summarySheets } from '../../src/advice/summary';
import { reportWorkbook } from '../../src/host/file/reportWorkbook';
import { figureMap, review } from '../../src/review';
import { memoDocument } from '../../src/taskpane/memo/docx';
import { EmulatedWorkbook } from '../../src/workbench/emulator';
import { workbookFile } from '../../src/workbench/page/saving';
import { sampleWorkbook } from '../../src/workbench/sample';
import { fileHost } from './fileHost';

/** Writes every kind of file that goes to other programs into a folder, for tests that look at them as those do. */
async function main(folder: string): Promise<void> {
  const write = (name: string, bytes: Uint8Array) => fs.writeFileSync(path.join(folder, name), bytes);
  const original = await workbookFile(new EmulatedWorkbook('示例.xlsx', sampleWorkbook()));
  const host = fileHost(original, '示例.xlsx');
  const [sheet] = await host.sheets();
  if (sheet === undefined) throw new Error('the sample has no sheet');
  const { forms } = review(await host.read(sheet.id));
  await host.annotate(sheet.id, commentsFor(forms.flatMap(({ findings }) => findings)));
  write('annotated.xlsx', host.download());

  const cell = { row: 41, column: 8 };
  await host.apply(sheet.id, {
    ...{ sheet: sheet.name, label: '' },
    edits: [{ cell, before: 2.66, after: 2.93 }],
  });
  for (const printed of NEW_FORMS) await host.addSheet(newForm(printed));
  write('edited.xlsx', host.download());

  const received = forms.map((form, index) => ({
    file: '示例.xlsx',
    form: recordOf(form, index),
    aside: new Map<string, string>(),
  }));
  const [[first], [reviewed]] = [received, forms];
  const memo = memoFor(received);
  if (first === undefined || reviewed === undefined || memo === null) throw new Error('the sample goes back to nobody');
  write(
    'summary.xlsx',
    await reportWorkbook(summarySheets(received, [{ file: '坏.xlsx', reason: '文件损坏', read: false }], '')),
  );
  write(
    'report.xlsx',
    await reportWorkbook([reportSheet(first, ledgerOf(figureMap(reviewed), reviewed.snapshot), '2026年3月2日')]),
  );
  write('memo.docx', await memoDocument(memoLines(memo)));
}

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('into which folder?');
void main(folder);
