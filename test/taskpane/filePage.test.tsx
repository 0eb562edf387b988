/** @jest-environment jsdom */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '../../src/taskpane/components/App';
import { NO_APPEARANCE } from '../../src/taskpane/components/theme';
import { FilePage } from '../../src/taskpane/file/FilePage';
import { OpenerProvider, type OpenFile } from '../../src/taskpane/file/opening';
import { sampleForm } from '../../src/workbench/sample';
import { waiting } from '../support/pane';
import { fileOf, openFile } from '../support/receivedFiles';

// What is loaded when it is asked for takes its time on a busy machine.
jest.setTimeout(60_000);

// The batch's own worker is made by webpack's means.
jest.mock('../../src/taskpane/batch/theBatch', () => ({ theBatch: null }));

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
