/** @jest-environment jsdom */
import '../support/browserGlobals';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { recordOf } from '../../src/advice/record';
import type { ReportSheet } from '../../src/advice/reportSheet';
import { HostError } from '../../src/host/host';
import { review } from '../../src/review';
import { archiveName, type Outlets, saveFile, setOutlets } from '../../src/taskpane/download';
import { SessionProvider } from '../../src/taskpane/components/useSession';
import MemoView from '../../src/taskpane/memo/MemoView';
import { Session } from '../../src/taskpane/session/session';
import { sampleForm } from '../../src/workbench/sample';
import { buttonIn, waiting } from '../support/pane';
import { workbookFile } from '../support/workbook';
import { fileHost } from '../support/fileHost';

const BROWSER: Outlets = { files: true, printing: true, openFilePage: null };

afterEach(() => setOutlets(BROWSER));

test('where Excel lets no file out, nothing is tried and one sentence says what to do instead', () => {
  setOutlets({ files: false, printing: false, openFilePage: null });
  const save = () => saveFile('a.txt', 'x');
  expect(save).toThrow(HostError);
  expect(save).toThrow(/没有保存；请改用复制文字或写入工作表/);
});

/** The memo of the sample form, where the pane may do so much; what it wrote into the workbook. */
async function showMemo(outlets: Outlets) {
  setOutlets(outlets);
  const received = review(sampleForm().snapshot).forms.map((form, index) => ({
    file: '示例.xlsx',
    form: recordOf(form, index),
    aside: new Map<string, string>(),
  }));
  const written: ReportSheet[] = [];
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  const report = (pages: readonly ReportSheet[]) => {
    written.push(...pages);
    return Promise.resolve();
  };
  const session = new Session(fileHost(workbookFile([{ name: '自评表', rows: [[]] }]), '示例.xlsx'), review);
  await act(async () => {
    root.render(
      <SessionProvider value={session}>
        <MemoView received={received} report={report} onClose={() => undefined} />
      </SessionProvider>,
    );
    await waiting();
  });
  const names = () => [...page.querySelectorAll('button')].map(({ textContent }) => textContent);
  const click = (name: RegExp) =>
    act(async () => {
      buttonIn(page, name).click();
      await waiting();
    });
  return { page, names, click, written, close: () => act(() => root.unmount()) };
}

test('in a browser a memo is saved and printed', async () => {
  const { names, close } = await showMemo(BROWSER);
  expect(names()).toEqual(expect.arrayContaining(['保存 Word', '复制', '保存文本', '打印']));
  expect(names()).not.toContain('写入工作表');
  close();
});

test('in Excel on the web, which may keep a file and not say so, the way out is named', async () => {
  const { page, click, close } = await showMemo({ files: 'unseen', printing: false, openFilePage: null });
  Object.assign(URL, { createObjectURL: () => 'blob:memo', revokeObjectURL: () => undefined });
  const save = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await click(/^保存文本$/);
  expect(save).toHaveBeenCalledTimes(1);
  save.mockRestore();
  expect([...page.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent)).toContain(
    '文本文件已交给浏览器下载。没有见到文件的，请改用复制或写入工作表，或在浏览器里打开文件页面 browser.html。',
  );
  close();
});

test('in Excel for Mac no button does nothing: it is copied, written into a sheet, or the page for files is opened', async () => {
  const openFilePage = jest.fn();
  const { page, names, click, written, close } = await showMemo({ files: false, printing: false, openFilePage });
  for (const dead of ['保存 Word', '保存文本', '打印']) expect(names()).not.toContain(dead);
  expect(names()).toContain('复制');
  await click(/^在浏览器里打开文件页面$/);
  expect(openFilePage).toHaveBeenCalledTimes(1);
  await click(/^写入工作表$/);
  const text = page.querySelector('textarea')?.value ?? '';
  const onSheet = written.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).join('');
  const plain = (one: string) => one.replace(/[\s｜]/g, '');
  expect(plain(onSheet)).toBe(plain(text));
  close();
});

test('in Excel on the web, which prints no pane, the memo is saved or written into a sheet', async () => {
  const { names, close } = await showMemo({ files: true, printing: false, openFilePage: null });
  expect(names()).toEqual(expect.arrayContaining(['保存 Word', '写入工作表']));
  expect(names()).not.toContain('打印');
  close();
});

test.each([
  ['报送/水利局/自评表.xlsx', '报送/水利局/自评表.xlsx'],
  ['../../自评表.xlsx', '自评表.xlsx'],
  ['..\\..\\自评表.xlsx', '自评表.xlsx'],
  ['/etc/自评表.xlsx', 'etc/自评表.xlsx'],
  ['C:\\自评表.xlsx', 'C_/自评表.xlsx'],
  ['报送/. ./自评表\u202excod.xlsx', '报送/. ./自评表xcod.xlsx'],
  ['报送/ .. /自评\n表\u200f.xlsx', '报送/自评表.xlsx'],
])('%j lies in an archive as %j', (path, name) => {
  expect(archiveName(path)).toBe(name);
});
