/** @jest-environment jsdom */
import '../support/browserGlobals';
import { createRoot, type Root } from 'react-dom/client';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { NO_APPEARANCE } from '../../src/taskpane/components/theme';
import { NO_MEMORY } from '../../src/taskpane/session/memory';
import { startPane } from '../../src/taskpane/startPane';
import { training } from '../fixtures/training';
import { fileHost } from '../support/fileHost';
import { until } from '../support/waiting';
import { workbookFile } from '../support/workbook';

const FIRST = '正在启动…';
const READING = '正在读取工作表…';
const LISTED = '各项之和';

let page: HTMLElement;
let root: Root;

beforeEach(async () => {
  window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
  window.reportError = (error) => {
    throw error;
  };
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
  root.render(FIRST);
  await until(() => page.textContent === FIRST);
});

afterEach(() => {
  root.unmount();
  page.remove();
});

/** Starts the pane over a workbook that is read as `reading` says; which sentences stood in the page until `last` did. */
async function shownUntil(
  last: string,
  reading: (read: () => Promise<SheetSnapshot>) => Promise<SheetSnapshot>,
): Promise<string[]> {
  const host = fileHost(workbookFile([{ name: '自评表', rows: training().values }]), '自评表.xlsx');
  const read = host.read.bind(host);
  host.read = (...sheet) => reading(() => read(...sheet));
  const shown = new Set<string>();
  const observer = new MutationObserver(() => {
    for (const sentence of [FIRST, READING, LISTED]) if (page.textContent.includes(sentence)) shown.add(sentence);
  });
  observer.observe(page, { childList: true, subtree: true, characterData: true });
  void startPane(root, { host, appearance: NO_APPEARANCE, memory: NO_MEMORY });
  await until(() => shown.has(last), 10_000);
  observer.disconnect();
  return [...shown];
}

test('a sheet that is read at once is what is drawn after the first screen', async () => {
  const soon = async (read: () => Promise<SheetSnapshot>) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return read();
  };
  expect(await shownUntil(LISTED, soon)).toEqual([LISTED]);
});

test('a sheet that takes its time is waited for in sight', async () => {
  expect(await shownUntil(READING, () => new Promise(() => undefined))).toEqual([READING]);
});
