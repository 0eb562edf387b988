/** @jest-environment jsdom */
import '../support/browserGlobals';
import { act } from 'react';
import { FileHost } from '../../src/host/file/fileHost';
import { formatArea } from '../../src/sheet/address';
import { sampleForm, type SampleSheet } from '../../src/workbench/sample';
import { mendedSampleForm } from '../fixtures/mendedSample';
import { training } from '../fixtures/training';
import { buttonIn, showPane, type ShownPane, waiting } from '../support/pane';
import { until } from '../support/waiting';
import type { FixtureSheet } from '../support/workbook';

let page: HTMLElement;

function asFixture({ snapshot }: SampleSheet): FixtureSheet {
  return { name: snapshot.name, rows: snapshot.values, merges: snapshot.merges.map(formatArea) };
}

/** The pane over a workbook file. */
async function show(sheets: readonly FixtureSheet[]): Promise<ShownPane> {
  const shown = await showPane(sheets);
  ({ page } = shown);
  return shown;
}

const cards = () => [...page.querySelectorAll<HTMLElement>('[data-finding]')];

const button = (name: RegExp, within: ParentNode = page) => buttonIn(within, name);

async function click(name: RegExp, within: ParentNode = page): Promise<void> {
  await act(async () => {
    button(name, within).click();
    await waiting();
  });
}

async function press(key: string): Promise<void> {
  await act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await Promise.resolve();
  });
}

async function type(text: string): Promise<void> {
  await act(async () => {
    const field = page.querySelector('textarea');
    if (field === null) throw new Error('no field');
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
  });
}

test('a sheet without a form leads to a new one', async () => {
  await show([{ name: 'Sheet1', rows: [] }]);
  expect(page.textContent).toContain('这张工作表是空的');
  expect(page.textContent).not.toContain('按上面说的补全');
  await click(/^新建自评表…$/);
  expect(page.querySelector('[role="tab"][aria-selected="true"]')?.textContent).toBe('填报');
  await act(() => until(() => page.querySelector('section[aria-label="新建自评表"] button') !== null));
});

test('the head says which form, by which rules, and how its total stands', async () => {
  await show([asFixture(sampleForm())]);
  const head = page.querySelector('header')?.textContent ?? '';
  for (const words of [
    '部门整体支出绩效自评表',
    '2021',
    '39 项',
    '94.65',
    '94.35',
    '比各项之和多 0.30',
    '复算 94.62（优）',
  ]) {
    expect(head).toContain(words);
  }
  expect([...page.querySelectorAll('header li')].map(({ textContent }) => textContent)).toEqual([
    '管理效能42.15 / 45',
    '履职效能49.70 / 50',
    '加减分项+2.50',
  ]);
  await click(/^规则 /);
  expect(page.querySelector('header')?.textContent).toContain('出处：');
});

test('what is said after a click goes with the list when the memo takes its place; taking back stays', async () => {
  await show([asFixture(sampleForm())]);
  await click(/^全部改正/);
  await until(() => page.querySelector('input[type="checkbox"]') !== null);
  await click(/^写入 \d+ 处/);
  await act(() => until(() => page.textContent.includes('已写入')));
  await click(/^退回意见$/);
  expect(page.textContent).not.toContain('已写入');
  await click(/返回/);
  expect(button(/^撤回：/)).not.toBeNull();
});

test('what makes the difference between the totals can be opened: row by row, and none that was only rounded another way', async () => {
  await show([asFixture(sampleForm())]);
  await click(/差在哪里/);
  const head = page.querySelector('header')?.textContent ?? '';
  expect(head).toContain('总分 94.65，各项得分之和为 94.35，多 0.3，');
  expect(head).toMatch(/2\.66 → 2\.93（少 0\.27）I42/);
  // 1.9979 points, which the form gives as 1.99.
  expect(head).not.toContain('1.99 → 2.00');
});

test('of names of two hundred characters two lines stand between the totals, with what each has of its own', async () => {
  const long = '支持工业企业实施绿色化智能化改造升级项目并按期完成验收'.repeat(8);
  const rows = [
    ['项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
    ['产出指标', '数量指标', `${long}企业数量`, '≥200家', '150家', 40, 40],
    ['', '', `${long}项目个数`, '≥95个', '76个', 20, 20],
    ['效益指标', '社会效益指标', '知晓率', '≥90%', '92%', 40, 40],
    ['总分', null, null, null, null, 100, 100],
  ];
  await show([{ name: '自评表', rows }]);
  await click(/差在哪里/);
  const names = [...page.querySelectorAll<HTMLElement>('header li .whole-line.two-lines')];
  expect(names.map(({ textContent }) => textContent.slice(0, 30))).toEqual([
    expect.stringMatching(/^支持工业企业.*….*企业数量$/),
    expect.stringMatching(/^支持工业企业.*….*项目个数$/),
  ]);
  expect(names[0]?.title).toBe(`${long}企业数量`);
});

test('of many rows that make the difference the farthest off come first, the others when asked for', async () => {
  const items = Array.from({ length: 14 }, (_, at) => [
    '产出指标',
    '',
    `培训第${at + 1}类人员`,
    '≥100人',
    '50人',
    5,
    5,
  ]);
  const rows = [
    ['项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
    ...items,
    ['效益指标', '', '知晓率', '≥90%', '45%', 30, 30],
    ['总分', null, null, null, null, 100, 100],
  ];
  await show([{ name: '自评表', rows }]);
  await click(/差在哪里/);
  const told = () =>
    [...page.querySelectorAll('header li .whole-line.two-lines')].map(({ textContent }) => textContent);
  expect(told()).toHaveLength(10);
  expect(told()[0]).toBe('知晓率');
  await click(/^另有 5 项/);
  expect(told()).toHaveLength(15);
  expect(told()[14]).toBe('知晓率');
  expect(page.textContent).not.toContain('另有 5 项');
});

test('where all totals agree there is no difference to open', async () => {
  await show([{ name: '自评表', rows: training().values }]);
  expect(page.querySelector('header')?.textContent).not.toContain('差在哪里');
  expect(page.querySelectorAll('header li progress')).toHaveLength(4);
  expect(page.querySelector('header')?.textContent).toContain('与各项之和一致');
});

test('a total above what can be had is not praised for being what its scores add up to', async () => {
  await show([{ name: '自评表', rows: training(0, { stated: 35 }).values }]);
  expect(page.querySelector('header')?.textContent).toContain('各项之和 115');
  expect(page.querySelector('header')?.textContent).not.toContain('与各项之和一致');
});

test.each([
  ['is marked as wrong where it is', [40, 20, 40], 97, '总分不等于各项得分之和', true],
  ['is not, where scores out of a hundred make it a question', [95, 100, 92], 94.8, '得分像是百分制的', false],
] as const)('a total that is off %s', async (_, [one, other, last], total, finding, marked) => {
  const rows = [
    ['项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
    ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次', 40, one],
    ['', '质量指标', '合格率', '≥95%', '96%', 20, other],
    ['效益指标', '社会效益指标', '知晓率', '≥90%', '92%', 40, last],
    ['总分', null, null, null, null, 100, total],
  ];
  await show([{ name: '自评表', rows }]);
  expect(cards()[0]?.textContent).toContain(finding);
  const chip = [...page.querySelectorAll('header span')].find((span) => /^比各项之和/.test(span.textContent));
  if (chip === undefined) throw new Error('no chip');
  expect(getComputedStyle(chip).backgroundColor.includes('Danger')).toBe(marked);
});

test('a heading whose indicators have no weight is told without a bar', async () => {
  const rows = training().values.map((row, at) =>
    at === 8 ? row.map((cell, column) => (column === 5 ? '' : cell)) : row,
  );
  await show([{ name: '自评表', rows }]);
  expect(page.querySelectorAll('header li')).toHaveLength(4);
  expect(page.querySelectorAll('header li progress')).toHaveLength(3);
});

test('forms of one sheet are told apart by what is found in each', async () => {
  const wrong = training(0, { stated: 30 }).values;
  await show([{ name: '自评表', rows: [...wrong, [null], ...training().values] }]);
  await act(() => until(() => page.querySelector('header option') !== null));
  const titles = [...page.querySelectorAll('header option')].map(({ textContent }) => textContent);
  expect(titles).toEqual([
    '1/2 项目支出绩效自评表 · 2023 · 某市某局 · 待处理 1',
    '2/2 项目支出绩效自评表 · 2023 · 某市某局',
  ]);
});

test('mends that could not be written are still there, ticked as they were', async () => {
  const { session } = await show([asFixture(sampleForm())]);
  await click(/^全部改正/);
  await act(() => until(() => page.querySelector('input[type="checkbox"]') !== null));
  await act(async () => {
    page.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    await waiting();
  });
  const refused = jest.spyOn(session.writing, 'write').mockResolvedValueOnce(null);
  await click(/^写入 1 处/);
  expect(refused).toHaveBeenCalled();
  expect(page.querySelector<HTMLInputElement>('input[type="checkbox"]')?.checked).toBe(false);
  await click(/^写入 1 处/);
  await act(() => until(() => page.textContent.includes('已写入')));
  expect(page.querySelector('input[type="checkbox"]')).toBeNull();
});

test('a form without a total is given no grade', async () => {
  const { values } = training();
  await show([{ name: '自评表', rows: values.filter((row) => !row.includes('总分')) }]);
  expect(page.querySelector('header')?.textContent).not.toContain('等级');
});

test('what needs no form is at hand while a sheet is being read, and the tabs stay where they are', async () => {
  const { session } = await show([asFixture(sampleForm()), { name: '另一张', rows: training().values }]);
  const reading = jest.spyOn(FileHost.prototype, 'read').mockReturnValue(new Promise(() => undefined));
  const [, other] = session.getSnapshot().sheets;
  await act(async () => {
    void session.chooseSheet(other?.id ?? '');
    await waiting();
  });
  reading.mockRestore();
  expect(page.textContent).toContain('正在读取工作表…');
  await click(/^规则$/);
  expect(page.textContent).toContain('看哪一份规则');
});

describe('a workbook whose front sheet holds no form', () => {
  const notes: FixtureSheet = { name: '填表说明', rows: [['本表由各单位填写。']] };

  test('is shown at the only sheet that does', async () => {
    await show([notes, asFixture(sampleForm())]);
    await act(() => until(() => page.textContent.includes('“填表说明”里没有自评表，已打开“自评表”。')));
    expect(page.querySelector('h1')?.textContent).toContain('部门整体支出绩效自评表');
  });

  test('leads to each of several that do', async () => {
    await show([notes, asFixture(sampleForm()), { name: '另一张', rows: training().values }]);
    expect(page.textContent).toContain('自评表在“自评表”、“另一张”里。');
    await click(/^打开“自评表”$/);
    expect(page.querySelector('h1')?.textContent).toContain('部门整体支出绩效自评表');
  });

  test('lets the rules be read', async () => {
    await show([notes]);
    await click(/^规则$/);
    expect(page.querySelector('h1')?.textContent).not.toContain('没有找到');
    expect(page.textContent).toMatch(/出处：.*小数位数：保留/);
  });
});

test('severities are named in words and can be filtered', async () => {
  await show([asFixture(sampleForm())]);
  const errors = cards().filter(({ dataset }) => dataset['severity'] === 'error');
  await click(/^错误 \d+$/);
  expect(cards()).toHaveLength(errors.length);
  for (const card of cards()) expect(card.querySelector('[data-head]')?.textContent).toMatch(/^错误/);
  expect(button(/^错误 \d+$/).getAttribute('aria-pressed')).toBe('true');
});

test('arrow keys, Home and End go through the findings, one of which the Tab key reaches', async () => {
  await show([asFixture(sampleForm())]);
  const heads = cards().map((card) => card.querySelector<HTMLElement>('[data-head]'));
  expect(heads.filter((head) => head?.tabIndex === 0)).toEqual([heads[0]]);
  act(() => heads[0]?.focus());
  await press('ArrowDown');
  expect(document.activeElement).toBe(heads[1]);
  await press('End');
  expect(document.activeElement).toBe(heads.at(-1));
  await press('ArrowDown');
  expect(document.activeElement).toBe(heads.at(-1));
  await press('Home');
  expect(document.activeElement).toBe(heads[0]);
});

test('mending previews, asks, writes, and offers to take it back; the focus stays in the list', async () => {
  await show([asFixture(sampleForm())]);
  const card = cards().find(({ dataset }) => dataset['finding']?.startsWith('score-by-rule'));
  if (card === undefined) throw new Error('no card');
  const head = card.querySelector<HTMLElement>('[data-head]');
  act(() => head?.focus());
  await click(/与评分规则不符/, card);
  expect(head?.getAttribute('aria-expanded')).toBe('true');
  expect(card.textContent).toContain('94.07 ÷ 95 × 2.96 = 2.93');
  await click(/^改为 2\.93/, card);
  expect(card.textContent).toContain('I422.66→2.93');
  expect(document.activeElement?.textContent).toBe('写入');
  await click(/^取消/, card);
  expect(document.activeElement?.textContent).toMatch(/^改为 2\.93/);
  await click(/^改为 2\.93/, card);
  await click(/^写入/, card);
  expect(page.textContent).toContain('已写入 I42。');
  expect(cards().some(({ dataset }) => dataset['finding']?.startsWith('score-by-rule'))).toBe(false);
  expect(document.activeElement?.hasAttribute('data-head')).toBe(true);
  await click(/^撤回：/);
  expect(cards().some(({ dataset }) => dataset['finding']?.startsWith('score-by-rule'))).toBe(true);
});

test('a finding is set aside only with a reason, and can be restored', async () => {
  await show([asFixture(sampleForm())]);
  const count = cards().length;
  const [card] = cards();
  if (card === undefined) throw new Error('no card');
  await click(/./, card);
  await click(/^不处理/, card);
  expect(document.activeElement?.tagName).toBe('TEXTAREA');
  expect(button(/^标为不处理$/, card).getAttribute('aria-disabled')).toBe('true');
  await type('已与填报单位沟通');
  await click(/^取消$/, card);
  await click(/^不处理/, card);
  expect(card.querySelector('textarea')?.value).toBe('已与填报单位沟通');
  await click(/^标为不处理$/, card);
  expect(cards()).toHaveLength(count - 1);
  expect(page.textContent).toMatch(/不处理 1 项.*理由：已与填报单位沟通/);
  await click(/^恢复/);
  expect(cards()).toHaveLength(count);
});

test('a form in order says what was checked', async () => {
  await show([asFixture(mendedSampleForm())]);
  expect(cards().filter(({ dataset }) => dataset['severity'] !== 'info')).toEqual([]);
  expect(page.textContent).toMatch(/本表 \d+ 个数字，\d+ 个已核对/);
});

test('a sheet without a form says what was looked for and leads to the nearest thing', async () => {
  await show([
    {
      name: '预算',
      rows: [
        ['预算科目', '年初预算数', '全年执行数', '分值'],
        ['工资', 1, 2, 3],
      ],
    },
  ]);
  expect(page.querySelector('h1')?.textContent).toBe('“预算”里没有找到自评表');
  expect(page.querySelector('[aria-live]')?.textContent).toMatch(/^没有找到自评表/);
  expect(button(/^再查一次$/)).toBeDefined();
});

test('a memo that was edited is not lost to the choice of questions, nor by going back', async () => {
  const memo = () => page.querySelector('textarea')?.value ?? '';
  const questions = async () => {
    await act(async () => {
      page.querySelector<HTMLElement>('input[type="checkbox"]')?.click();
      await waiting();
    });
  };
  await show([asFixture(sampleForm())]);
  await click(/^退回意见$/);
  await act(() => until(() => page.querySelector('textarea') !== null, 10_000));
  const original = memo();
  await type('请于本周五前改正。');
  await questions();
  expect(memo()).toContain('单元格｜表内｜应为｜说明');
  await questions();
  expect(memo()).toBe('请于本周五前改正。');
  await click(/^← 返回$/);
  await click(/^退回意见$/);
  expect(memo()).toBe('请于本周五前改正。');
  await click(/^恢复原文$/);
  expect(memo()).toBe(original);
});

test('what was made of a memo is offered again where other things are found since, and never stands beside another sheet', async () => {
  const memo = () => page.querySelector('textarea')?.value ?? '';
  const form = asFixture(sampleForm());
  const other = asFixture(sampleForm(new Map([['B4', '市水利局']])));
  const { session } = await show([form, { ...other, name: '乙表' }]);
  await click(/^退回意见$/);
  await act(() => until(() => page.querySelector('textarea') !== null, 10_000));
  await type('请于本周五前改正。');
  const [, second] = session.getSnapshot().sheets;
  await act(() => session.chooseSheet(second?.id ?? ''));
  expect(memo()).toContain('市水利局');
  await act(() => session.chooseSheet(session.getSnapshot().sheets[0]?.id ?? ''));
  expect(memo()).toBe('请于本周五前改正。');
  await click(/^← 返回$/);
  await click(/^全部改正…$/);
  await act(() => until(() => page.textContent.includes('写入 2 处'), 10_000));
  await click(/^写入 2 处$/);
  await click(/^退回意见$/);
  expect(memo()).toContain('单元格｜表内｜应为｜说明');
  expect(memo()).not.toContain('I42');
  await click(/^用回改过的文字$/);
  expect(memo()).toBe('请于本周五前改正。');
});

test('the focus goes to a memo that is opened, and back to the button that opened it', async () => {
  await show([asFixture(sampleForm())]);
  act(() => button(/^退回意见$/).focus());
  await click(/^退回意见$/);
  await act(() => until(() => page.querySelector('textarea') !== null, 10_000));
  expect(document.activeElement?.textContent).toBe('退回意见');
  expect(document.activeElement?.tagName).toBe('H1');
  act(() => button(/^← 返回$/).focus());
  await click(/^← 返回$/);
  expect(document.activeElement).toBe(button(/^退回意见$/));
});
