import { openExcel, useHostFile } from '../../support/excel';
import { sheet } from '../../support/sheet';
import { workbookState } from '../../../src/workbench/emulator';

const A1 = { row: 0, column: 0 };

/** The unmodified file of each Excel; only its way to the host is replaced, by the emulated one. */
test.each(['excel-win32-16.01.js', 'excel-winrt-16.00.js', 'excel-mac-16.00.js', 'excel-web-16.00.js'])(
  'with %s a sheet is read, written, taken back, annotated and cleared',
  async (file) => {
    useHostFile(file);
    const { host, workbook, rich, sheet: opened } = openExcel([{ snapshot: sheet([[2.66, '佐证']]) }]);
    const before = JSON.stringify(workbookState(workbook));
    const stop = await host.watch(() => undefined);
    expect((await host.read(opened.id)).values).toEqual([[2.66, '佐证']]);
    const edits = [{ cell: A1, before: 2.66, after: 2.93 }];
    const done = await host.apply(opened.id, { sheet: opened.name, label: '改', edits });
    expect(opened.cell(A1).value).toBe(2.93);
    await done.undo();
    const comments = [{ cell: A1, severity: 'error' as const, text: '得分应为 2.93。' }];
    expect(await host.annotate(opened.id, comments)).toMatchObject({ added: 1 });
    expect(await host.clearAnnotations(opened.id)).toBe(1);
    await stop();
    expect(JSON.stringify(workbookState(workbook))).toBe(before);
    expect(rich.syncs.every(({ error }) => error === null)).toBe(true);
  },
);
