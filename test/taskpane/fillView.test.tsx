/** @jest-environment jsdom */
import { act } from 'react';
import { formatArea, parseAddress } from '../../src/sheet/address';
import type { Session } from '../../src/taskpane/session/session';
import { sampleForm } from '../../src/workbench/sample';
import { training } from '../fixtures/training';
import { buttonIn, showPane, waiting } from '../support/pane';

let page: HTMLElement;
let session: Session;

async function showFilling(): Promise<void> {
  await act(async () => {
    session.showTab('fill');
    await waiting();
    await waiting();
  });
}

async function showSampleAt(row: number): Promise<void> {
  const { snapshot } = sampleForm();
  ({ page, session } = await showPane([
    { name: snapshot.name, rows: snapshot.values, merges: snapshot.merges.map(formatArea) },
  ]));
  await act(async () => session.goTo({ row, column: 9 }));
  await showFilling();
}

const boxes = () => [...page.querySelectorAll('textarea')];

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
    await waiting();
  });
}

test('Enter goes from blank to blank and from the last one into the next box; Ctrl+Enter enters both', async () => {
  await showSampleAt(26);
  const [reason, improvement] = boxes();
  if (reason === undefined || improvement === undefined) throw new Error('two boxes are owed');
  act(() => reason.focus());
  for (let step = 0; step < 6 && document.activeElement === reason; step += 1) {
    expect(reason.value.slice(reason.selectionStart, reason.selectionEnd)).toContain('请填写');
    await press('Enter');
  }
  expect(document.activeElement).toBe(improvement);
  expect(improvement.value.slice(improvement.selectionStart, improvement.selectionEnd)).toContain('请填写');
  await press('Enter', { ctrlKey: true });
  expect(page.textContent).toContain('已写入 J27');
  // What was left blank is asked for where it stands now.
  expect(document.activeElement).toBe(boxes()[0]);
});

test('Enter with no blank left begins no line but goes to the button that writes', async () => {
  await showSampleAt(26);
  await act(async () => {
    for (const box of boxes()) {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, '政策调整，已补办。');
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
    boxes()[0]?.focus();
    await waiting();
  });
  await press('Enter');
  expect(document.activeElement?.textContent).toMatch(/^写入 J27/);
});

test('what is said after a click stands above the buttons, which stay where they are', async () => {
  const { values } = training(0, { stated: null });
  ({ page, session } = await showPane([{ name: '自评表', rows: values }]));
  await showFilling();
  await act(async () => {
    buttonIn(page, /^填入 G7/).click();
    await waiting();
  });
  const [said, ...others] = [...page.querySelectorAll('[role="status"]')].filter((one) =>
    /已写入/.test(one.textContent),
  );
  expect(others).toEqual([]);
  expect(said?.nextElementSibling?.textContent).toContain('下一项未完成');
});

test('the reason of the form as a whole is listed once, by what it is called', async () => {
  await showSampleAt(4);
  expect(buttonIn(page, /^未能完成原因/).textContent).toBe('未能完成原因J5');
  expect(buttonIn(page, /^绩效目标完成率/).textContent).toContain('：未达标原因');
});

test('a project without a name is told where it is to be written', async () => {
  const { values } = training();
  const rows = values.map((row, at) => (at === 2 ? ['项目名称', '', '主管部门', '市人社局'] : row));
  ({ page, session } = await showPane([{ name: '自评表', rows }]));
  await showFilling();
  expect(page.querySelector('article')?.textContent).toMatch(/项目名称还空着，请在表里填写： B3/);
  expect(buttonIn(page, /^项目名称B3/).textContent).toBe('项目名称B3');
});

test('money that is not there is asked for first, too', async () => {
  const lines = [
    { label: '年度资金总额', initial: null, budget: null, spent: null, rate: null, weight: 10, stated: null },
  ];
  const { values } = training(null, {}, { budget: { lines } });
  ({ page, session } = await showPane([{ name: '自评表', rows: values }]));
  await showFilling();
  const card = page.querySelector('article')?.textContent ?? '';
  expect(card).toMatch(/^预算情况预算执行率.*先填 D5、E5，再按规则计分/);
  expect(card).not.toContain('人工判断');
  expect(buttonIn(page, /^预算执行率：/).textContent).toBe('预算执行率：预算数、执行数、得分D5');
});

test('items that are called the same are told apart by the heading above them', async () => {
  const level = (level2: string) => ({
    level1: '产出指标',
    level2,
    name: '指标1：',
    target: null,
    actual: null,
    weight: 30,
    stated: null,
  });
  const rows = [level('数量指标'), level('质量指标'), { ...level('时效指标'), name: '指标2：', weight: 40 }];
  const { values } = training(null, {}, { rows, budget: null });
  ({ page, session } = await showPane([{ name: '自评表', rows: values }]));
  await showFilling();
  const listed = [...page.querySelectorAll('section[aria-label="还欠的"] li')].map(({ textContent }) => textContent);
  expect(listed).toEqual([
    expect.stringMatching(/^数量指标 › 指标1：：?指标名称、/),
    expect.stringMatching(/^质量指标 › 指标1：/),
    expect.stringMatching(/^指标2：/),
  ]);
});

test('what the form says of an item at length is shown whole by a click', async () => {
  await showSampleAt(26);
  const said = [...page.querySelectorAll('article dl button')].find((one) => one.textContent.length > 60);
  if (!(said instanceof HTMLElement)) throw new Error('no long text');
  const folded = () => [said.getAttribute('aria-expanded'), said.classList.contains('four-lines')];
  expect(folded()).toEqual(['false', true]);
  act(() => said.click());
  expect(folded()).toEqual(['true', false]);
});

test('words that 核查 only asks about are not called compulsory', async () => {
  await showSampleAt(46);
  expect(page.querySelector('article')?.textContent).toContain('超额完成说明（选填）');
  await act(async () => session.goTo({ row: 26, column: 9 }));
  expect(page.querySelector('article')?.textContent).toContain('改进措施（必填）');
});

test.each([
  [{ actual: '' }, 'E7', '完成值'],
  [{ target: '', actual: '' }, 'D7、E7', '指标值、完成值'],
])('what is not there is asked for first, not called a matter of judgment: %j', async (blank, cells, debts) => {
  const { values } = training(0, { ...blank, stated: null });
  ({ page, session } = await showPane([{ name: '自评表', rows: values }]));
  await showFilling();
  expect(page.textContent).toContain(`先填 ${cells}，再按规则计分`);
  expect(page.querySelector('article')?.textContent).not.toContain('人工判断');
  const listed = page.querySelector('section[aria-label="还欠的"]')?.textContent ?? '';
  expect(listed).toContain(`培训人次：${debts}、得分`);
  await act(async () => {
    buttonIn(page, /^培训人次：/).click();
    await waiting();
  });
  expect(session.getSnapshot().selected).toEqual(parseAddress(cells.slice(0, 2)));
  // What is to be filled in is filled in the sheet: the score's field does not take the keyboard.
  expect(document.activeElement?.tagName).not.toBe('INPUT');
  expect(page.querySelector('article [data-first]')).toBeNull();
});

test('写说明草稿 leads to the first box of what is lacking', async () => {
  const { values } = training(0, { actual: '188人次', stated: 18.8, evidence: '未达标原因：场地维修。' });
  ({ page, session } = await showPane([{ name: '自评表', rows: values }]));
  await act(async () => {
    buttonIn(page, /扣分未写改进措施/).click();
    await waiting();
  });
  await act(async () => {
    buttonIn(page, /^写说明草稿/).focus();
    buttonIn(page, /^写说明草稿/).click();
    await waiting();
    await waiting();
  });
  expect(boxes().map(({ labels }) => labels[0]?.textContent)).toEqual([expect.stringMatching(/^改进措施（必填）/)]);
  expect(document.activeElement).toBe(boxes()[0]);
});

test('of a draft each blank is counted, and going round is told', async () => {
  const draft = '未达标原因：由于【请填写：甲】。\n改进措施：【请填写：乙】，【请填写：丙】。';
  const { values } = training(0, { actual: '188人次', stated: 18.8, evidence: draft });
  ({ page, session } = await showPane([{ name: '自评表', rows: values }]));
  await showFilling();
  expect(page.textContent).toContain('还欠草稿里的空白 3 处');
  await act(async () => {
    buttonIn(page, /^下一项未完成/).click();
    await waiting();
  });
  expect(page.textContent).toContain('后面没有未完成的了，已回到第一项。');
});
