/** @jest-environment jsdom */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '../../src/taskpane/components/App';
import { NO_APPEARANCE } from '../../src/taskpane/components/theme';
import { SessionProvider } from '../../src/taskpane/components/useSession';
import { FileBar } from '../../src/taskpane/file/FileBar';
import { FilePage } from '../../src/taskpane/file/FilePage';
import { OpenerProvider, type OpenFile } from '../../src/taskpane/file/opening';
import { sampleForm } from '../../src/workbench/sample';
import { buttonIn, waiting } from '../support/pane';
import { fileOf, openFile } from '../support/receivedFiles';

// What is loaded when it is asked for takes its time on a busy machine.
jest.setTimeout(60_000);

// The batch's own worker is made by webpack's means.
jest.mock('../../src/taskpane/batch/theBatch', () => ({ theBatch: null }));

test('without a file a form can be begun, which opens in 填报 and can be downloaded', async () => {
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  const come = async (condition: () => boolean) => {
    for (let tried = 0; !condition() && tried < 200; tried += 1) await act(waiting);
  };
  await act(async () => {
    root.render(
      <App appearance={NO_APPEARANCE}>
        <OpenerProvider value={openFile}>
          <FilePage />
        </OpenerProvider>
      </App>,
    );
    await Promise.resolve();
  });
  act(() => buttonIn(page, /新建自评表/).click());
  await come(() => page.textContent.includes('一个项目一张'));
  act(() => buttonIn(page, /项目支出绩效自评表/).click());
  await come(() => page.textContent.includes('还欠的'));
  expect(page.textContent).toContain('项目支出自评表.xlsx');
  expect(page.querySelector('[role="tab"][aria-selected="true"]')?.textContent).toBe('填报');
  act(() => root.unmount());
});

test('downloading stands out while there is something to lose, and no longer once it was done', async () => {
  URL.createObjectURL = () => 'blob:copy';
  URL.revokeObjectURL = () => undefined;
  const file = await openFile(fileOf(sampleForm()));
  const { session } = file;
  await session.start(true);
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  const bar = { opening: null, failure: null, waiting: null, onFile: () => undefined, onAnswer: () => undefined };
  act(() =>
    root.render(
      <App appearance={NO_APPEARANCE}>
        <SessionProvider value={session}>
          <FileBar file={file} {...bar} />
        </SessionProvider>
      </App>,
    ),
  );
  const looks = () => buttonIn(page, /下载副本/).className;
  const calm = looks();
  const edits = [{ cell: { row: 41, column: 8 }, before: 2.66, after: 2.93 }];
  await act(() => session.writing.write({ sheet: '自评表', label: '', edits }));
  expect(looks()).not.toBe(calm);
  await act(async () => {
    buttonIn(page, /下载副本/).click();
    await waiting();
  });
  expect([looks(), session.getSnapshot().notice?.text]).toEqual([calm, '“自评表（已改）.xlsx”已交给浏览器下载。']);
  act(() => root.unmount());
});

test('beside an open file it is said which one is being read, and what became of it', async () => {
  let fail: (error: Error) => void = () => undefined;
  const slow = new Promise<never>((_, reject) => (fail = reject));
  const open: OpenFile = (file) => (file.name === '大.xlsx' ? slow : openFile(file));
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  await act(async () => {
    root.render(
      <App appearance={NO_APPEARANCE}>
        <OpenerProvider value={open}>
          <FilePage />
        </OpenerProvider>
      </App>,
    );
    await Promise.resolve();
  });
  const choose = (file: File) =>
    act(async () => {
      const field = page.querySelector('input[type="file"]');
      if (field === null) throw new Error('no field');
      Object.defineProperty(field, 'files', { value: [file], configurable: true });
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await Promise.resolve();
    });
  const come = async (condition: () => boolean) => {
    // What comes while React is being acted on is drawn when that ends.
    for (let tried = 0; !condition() && tried < 200; tried += 1) await act(waiting);
  };
  await choose(fileOf(sampleForm()));
  await come(() => page.textContent.includes('各项之和'));
  await choose(new File([], '大.xlsx'));
  expect(page.querySelector('header [role="status"]')?.textContent).toBe('正在读取“大.xlsx”…');
  fail(new Error('文件太大'));
  await come(() => page.querySelector('[role="alert"]')?.textContent !== '');
  expect(page.querySelector('[role="alert"]')?.textContent).toContain('“大.xlsx”：');
  expect(page.querySelector('header [role="status"]')?.textContent).toBe('');
  expect(page.textContent).toContain('各项之和');
  act(() => root.unmount());
});
