/** @jest-environment jsdom */
import '../support/browserGlobals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import BatchView from '../../src/taskpane/batch/BatchView';
import { Pool } from '../../src/taskpane/batch/pool';
import { BatchStore } from '../../src/taskpane/batch/store';
import { App } from '../../src/taskpane/components/App';
import { SCROLLER } from '../../src/taskpane/components/scroller';
import { NO_APPEARANCE } from '../../src/taskpane/components/theme';
import { OpenerProvider } from '../../src/taskpane/file/opening';
import { NONE_OWN } from '../../src/taskpane/session/state';
import { sampleForm } from '../../src/workbench/sample';
import { mendedSampleForm } from '../fixtures/mendedSample';
import { training } from '../fixtures/training';
import { buttonIn, waiting } from '../support/pane';
import { fileOf, openFile, WorkerInPage } from '../support/receivedFiles';
import { until } from '../support/waiting';
import { workbookFile } from '../support/workbook';

// What is loaded when it is asked for takes its time on a busy machine.
jest.setTimeout(60_000);

let store: BatchStore;
let root: Root | null = null;
let page: HTMLElement;

// The batch's own worker is made by webpack's means.
jest.mock('../../src/taskpane/batch/theBatch', () => ({ theBatch: null }));

/** Shows 批量, as when the officer comes to it from another view. */
async function show(): Promise<void> {
  page = document.body.appendChild(document.createElement('main'));
  page.id = SCROLLER;
  root = createRoot(page);
  await act(async () => {
    root?.render(
      <App appearance={NO_APPEARANCE}>
        <OpenerProvider value={openFile}>
          <BatchView report={null} rulebooks={NONE_OWN} store={store} />
        </OpenerProvider>
      </App>,
    );
    await waiting();
  });
}

async function leave(): Promise<void> {
  await act(async () => {
    root?.unmount();
    await waiting();
  });
  root = null;
  page.remove();
}

async function click(name: RegExp): Promise<void> {
  await act(async () => {
    const button = buttonIn(page, name);
    button.focus();
    button.click();
    await waiting();
  });
}

/** Until what is loaded when it is asked for has come. */
async function shown(words: string): Promise<void> {
  // What comes while React is being acted on is drawn when that ends.
  const end = performance.now() + 10_000;
  while (!page.textContent.includes(words)) {
    if (performance.now() > end) throw new Error(`it did not come: ${words}`);
    await act(waiting);
  }
}

beforeEach(async () => {
  localStorage.clear();
  store = new BatchStore(new Pool(() => new WorkerInPage(), 1));
  store.add([
    { path: '1.xlsx', file: fileOf(sampleForm(), '水利局') },
    { path: '2.xlsx', file: fileOf(mendedSampleForm(), '图书馆') },
    { path: '3.xlsx', file: fileOf(sampleForm(), '档案馆') },
  ]);
  await until(() => !store.getSnapshot().running, 10_000);
  await show();
});

afterEach(leave);

const chips = () => [...page.querySelectorAll('[aria-label="筛选"] button')].map(({ textContent }) => textContent);

const units = () =>
  [...page.querySelectorAll('[data-row] [data-column="unit"] button')].map(({ textContent }) => textContent);

test('what was filtered and sorted is as it was after another view', async () => {
  await click(/^要退回/);
  await click(/^单位$/);
  await click(/^单位$/);
  const seen = units();
  expect(seen).toEqual(['水利局', '档案馆']);
  await leave();
  await show();
  expect(units()).toEqual(seen);
});

test('a filter by which nothing is found is not offered, and the chosen one stays', async () => {
  expect(chips()).toEqual(['全部 3', '要退回 2', '没有问题 1']);
  const broken = { path: '坏.xlsx', file: new File([new Uint8Array(3)], '坏.xlsx') };
  await act(async () => {
    store.add([broken]);
    await until(() => !store.getSnapshot().running, 10_000);
  });
  await click(/^没有核查成 1/);
  await act(async () => {
    store.clear();
    store.add([{ path: '1.xlsx', file: fileOf(mendedSampleForm(), '水利局') }]);
    await until(() => !store.getSnapshot().running, 10_000);
  });
  expect(chips()).toEqual(['全部 1', '没有问题 1', '没有核查成 0']);
});

const receive = (path: string, file: File) =>
  act(async () => {
    store.add([{ path, file }]);
    await until(() => !store.getSnapshot().running, 10_000);
  });

test('of two versions of a form one can be used alone, and both again', async () => {
  await receive('改/1.xlsx', fileOf(mendedSampleForm(), '水利局'));
  expect(chips()).toContain('要退回 2');
  await click(/^有 1 处请确认/);
  await act(async () => {
    const [, second] = [...page.querySelectorAll('section button')].filter((one) => one.textContent === '只用这一份');
    (second as HTMLButtonElement | undefined)?.click();
    await waiting();
  });
  expect(chips()).toEqual(['全部 4', '要退回 1', '没有问题 2']);
  await click(/^退回意见$/);
  await shown('单元格｜表内｜应为｜说明');
  expect(page.querySelector('textarea')?.value).not.toContain('水利局');
  await click(/^← 返回/);
  await click(/^同一单位收到几份的 1 处/);
  await click(/^都用上$/);
  expect(chips()).toContain('要退回 2');
});

test('of two files in which the same stands only one counts', async () => {
  await receive('副本.xlsx', fileOf(sampleForm(), '水利局'));
  expect(chips()).toEqual(['全部 4', '要退回 2', '没有问题 1']);
  await click(/^同一单位收到几份的 1 处/);
  expect(page.textContent).toContain('内容相同');
});

test('of three files of which two hold the same the repeated one counts no more, and the other two are asked about', async () => {
  await receive('副本.xlsx', fileOf(sampleForm(), '水利局'));
  await receive('改/1.xlsx', fileOf(mendedSampleForm(), '水利局'));
  expect(chips()).toEqual(['全部 5', '要退回 2', '没有问题 2']);
  await click(/^有 1 处请确认/);
  expect(page.textContent).toMatch(/副本\.xlsx与“1?[^”]*”内容相同不用/);
  expect([...page.querySelectorAll('section button')].filter((one) => one.textContent === '只用这一份')).toHaveLength(
    2,
  );
});

test('a column in which nothing stands is left out', async () => {
  const headings = () => [...page.querySelectorAll('thead button')].map(({ textContent }) => textContent);
  expect(headings()).not.toContain('项目');
  const rows = training().values.map((row, at) => (at === 1 ? ['项目名称', '技能培训'] : row));
  const file = new File([new Uint8Array(workbookFile([{ name: '自评表', rows }]))], '培训.xlsx');
  await act(async () => {
    store.add([{ path: '培训.xlsx', file }]);
    await until(() => !store.getSnapshot().running, 10_000);
  });
  expect(headings()).toContain('项目');
});

test('a difference is marked where something is wrong, not where it is a question', async () => {
  const rows = [
    ['项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
    ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次', 40, 95],
    ['', '质量指标', '合格率', '≥95%', '96%', 20, 100],
    ['效益指标', '社会效益指标', '知晓率', '≥90%', '92%', 30, 92],
    ['满意度指标', '满意度', '满意度', '≥90%', '92%', 10, 100],
    ['总分', null, null, null, null, 100, 95.6],
  ];
  await act(async () => {
    store.add([
      {
        path: '民政局.xlsx',
        file: new File([new Uint8Array(workbookFile([{ name: '自评表', rows }]))], '民政局.xlsx'),
      },
    ]);
    await until(() => !store.getSnapshot().running, 10_000);
  });
  const marked = [...page.querySelectorAll<HTMLElement>('[data-row] [data-column="sums"]')].map((cell) => [
    cell.textContent,
    getComputedStyle(cell).color.includes('Danger'),
  ]);
  expect(marked).toContainEqual(['−291.40', false]);
  expect(marked).toContainEqual(['+0.30', true]);
});

test('a form that is open is still open after another view', async () => {
  await click(/^档案馆/);
  await shown('各项之和');
  await leave();
  await show();
  await shown('各项之和');
  expect(page.textContent).toContain('3.xlsx');
});

test('an opened form has the focus at its top; the table has it where it was left', async () => {
  page.scrollTop = 120;
  await click(/^档案馆/);
  await shown('各项之和');
  expect(page.scrollTop).toBe(0);
  expect(document.activeElement?.textContent).toBe('← 返回列表');
  await click(/^← 返回列表/);
  expect(page.scrollTop).toBe(120);
  expect(document.activeElement?.textContent).toBe('档案馆');
});

test('files are taken wherever in the view they are dropped', async () => {
  const file = fileOf(sampleForm(), '民政局');
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types: ['Files'], items: [], files: [file] } });
  await act(async () => {
    page.querySelector('table')?.dispatchEvent(event);
    await waiting();
  });
  expect(event.defaultPrevented).toBe(true);
  await shown('民政局');
});

test('the list is not given up by one click', async () => {
  await click(/^清空$/);
  expect(page.querySelector('[role="alertdialog"]')?.textContent).toContain('列表里的 3 个文件要重新选择');
  await click(/^先不清空$/);
  expect(units()).toHaveLength(3);
});

test('what was mended and not saved is not given up by one click', async () => {
  await click(/^水利局/);
  await shown('各项之和');
  const { rows } = store.getSnapshot();
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  const { session } = await store.open(row.fileId, openFile);
  const fixable = row.form?.findings.find(({ finding }) => finding.check === 'score-by-rule');
  if (fixable === undefined) throw new Error('nothing to mend');
  await act(() => session.marking.fix(fixable.finding));
  await click(/^← 返回列表/);
  await click(/^清空$/);
  expect(page.querySelector('[role="alertdialog"]')?.textContent).toContain('有 1 个文件改过');
  await click(/^先不清空$/);
  expect(units()).toHaveLength(3);
});

describe('the rows', () => {
  test('that are the worst come first, each that goes back with its cause', () => {
    expect(units().at(-1)).toBe('图书馆');
    const causes = [...page.querySelectorAll('[data-row]')].map(
      ({ textContent }) => /(.)得分与评分规则不符 等 \d+ 处/.exec(textContent)?.[1],
    );
    // Right behind the unit, without the name of the indicator.
    expect(causes).toEqual(['局', '馆', undefined]);
  });

  test('that are ticked are what the buttons act on; all can be ticked at once', async () => {
    const tick = async (name: string) => {
      await act(async () => {
        page.querySelector<HTMLInputElement>(`input[aria-label^="${name}"]`)?.click();
        await waiting();
      });
    };
    await tick('选择 水利局');
    expect(buttonIn(page, /^下载批注件/).textContent).toBe('下载批注件（选中 1 份）');
    await click(/^退回意见（选中 1 份）$/);
    await shown('单元格｜表内｜应为｜说明');
    const memo = page.querySelector('textarea')?.value ?? '';
    expect(memo).toContain('水利局');
    expect(memo).not.toContain('档案馆');
    await click(/^← 返回/);
    await tick('全选');
    expect(page.textContent).toContain('退回意见（选中 3 份）');
    await click(/^取消选择$/);
    expect(page.textContent).not.toContain('选中');
    expect(buttonIn(page, /^下载批注件/).textContent).toBe('下载批注件（要退回的 2 个）');
  });

  test('say what is wrong in many forms', async () => {
    await click(/^共性问题/);
    const problems = page.querySelector('section[aria-label="共性问题"]')?.textContent ?? '';
    expect(problems).toMatch(/最多的一类 3 份中有 2 份/);
    expect(problems).toMatch(/得分与评分规则不符2 份 2 处，0\.54 分/);
    await click(/^得分与评分规则不符2 份/);
    expect(units()).toHaveLength(2);
    expect(chips()).toContain('得分与评分规则不符 2');
    await click(/^得分与评分规则不符2 份/);
    expect(units()).toHaveLength(3);
  });

  test('open one after the other in the order of the list', async () => {
    await click(/^水利局$|^档案馆$/);
    await shown('各项之和');
    const first = page.textContent.includes('1.xlsx') ? '3.xlsx' : '1.xlsx';
    await click(/^下一份$/);
    await shown(first);
    await click(/^上一份$/);
    await shown(first === '3.xlsx' ? '1.xlsx' : '3.xlsx');
    expect(buttonIn(page, /^上一份$/).getAttribute('aria-disabled')).toBe('true');
  });
});
