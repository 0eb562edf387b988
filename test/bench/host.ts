import { commentsFor } from '../../src/advice/annotations';
import type { WritePlan } from '../../src/advice/plan';
import type { ApplyOutcome } from '../../src/host/host';
import { review } from '../../src/review';
import { cellAt } from '../../src/sheet/snapshot';
import { sampleForm } from '../../src/workbench/sample';
import { openExcel } from '../support/excel';
import { printTable } from './table.mjs';

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

/** Enters every score of the sample as the rulebook gives it. */
function wholeForm(): { readonly plan: WritePlan; readonly comments: ReturnType<typeof commentsFor> } {
  const { snapshot } = sampleForm();
  const { forms } = review(snapshot);
  const edits = forms.flatMap(({ scores }) =>
    scores.indicators.flatMap(({ indicator, value }) => {
      const { stated } = indicator;
      if (stated === null || value === null) return [];
      return [{ cell: stated.at, before: cellAt(snapshot, stated.at).value, after: value.toNumber() }];
    }),
  );
  const plan = { sheet: snapshot.name, label: '填入全部得分', edits };
  return { plan, comments: commentsFor(forms.flatMap(({ findings }) => findings)) };
}

/** Prints what goes between the pane and Excel for each thing that it does with the sample form. */
export async function benchHost(): Promise<void> {
  const { plan, comments } = wholeForm();
  const { host, rich, sheet } = openExcel([sampleForm()]);
  const rows: string[][] = [];
  const count = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    rich.log.length = 0;
    const result = await run();
    const sum = (of: (request: (typeof rich.syncs)[number]) => number) =>
      rich.syncs.reduce((all, request) => all + of(request), 0);
    const sent = sum(({ requestBytes }) => requestBytes);
    const received = sum(({ responseBytes }) => responseBytes);
    rows.push([name, String(rich.syncs.length), kilobytes(sent), kilobytes(received)]);
    return result;
  };
  await count('读表（值、文本、公式）', () => host.read(sheet.id, { merges: false }));
  await count('读表，含合并区域', () => host.read(sheet.id));
  await count(`批注 ${comments.length} 格`, () => host.annotate(sheet.id, comments));
  await count('再批注一次，没有变化', () => host.annotate(sheet.id, comments));
  await count('清除批注', () => host.clearAnnotations(sheet.id));
  const one = { ...plan, edits: plan.edits.slice(0, 1) };
  await (await count('填入一格', () => host.apply(sheet.id, one))).undo();
  const filled = await count<ApplyOutcome>(`填入 ${plan.edits.length} 格`, () => host.apply(sheet.id, plan));
  await count('撤回', filled.undo);
  const size = `${sheet.usedArea()?.rowCount ?? 0} 行 ${sheet.usedArea()?.columnCount ?? 0} 列`;
  printTable(`与 Excel 的往来（样表，${size}，模拟的 Excel 网页版）`, ['操作', '请求数', '发出', '收到'], rows);
}
