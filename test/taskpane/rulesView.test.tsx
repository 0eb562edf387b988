/** @jest-environment jsdom */
import { act } from 'react';
import { BUILT_IN } from '../../src/scoring';
import { setOutlets } from '../../src/taskpane/download';
import type { Session } from '../../src/taskpane/session/session';
import { buttonIn, showPane, waiting } from '../support/pane';

let page: HTMLElement;
let session: Session;

const FORM = [
  ['某单位项目支出绩效自评表'],
  ['一级指标', '二级指标', '三级指标', '评分标准', '年度指标值', '实际完成值', '分值', '得分', '评分依据'],
  [
    '产出指标',
    '数量指标',
    '培训人次',
    '',
    '≥100人次',
    '90人次',
    50,
    45,
    '培训90人次。未达标原因：场次减少。改进措施：早安排。',
  ],
  ['', '质量指标', '培训合格率', '≥95%计30分，每降低1个百分点扣2分，扣完为止', '≥95%', '96%', 30, 30, '合格率96%。'],
  ['效益指标', '社会效益', '学员“好评”情况', '', '', '', 20, 18, '评价较好。未达标原因：意见不一。改进措施：多听取。'],
  ['总分', '', '', '', '', '', 100, 93, ''],
];

/** The 规则 view over a small form. */
async function show(): Promise<void> {
  ({ page, session } = await showPane([{ name: '自评表', rows: FORM }]));
  await act(async () => {
    session.showTab('rules');
    await waiting();
  });
}

const button = (name: RegExp) => buttonIn(page, name);

async function click(name: RegExp): Promise<void> {
  await act(async () => {
    button(name).click();
    await waiting();
  });
}

function field(label: string): HTMLInputElement | HTMLTextAreaElement {
  const found = [...page.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  const element = found === undefined ? null : document.getElementById(found.htmlFor);
  if (!(element instanceof HTMLInputElement) && !(element instanceof HTMLTextAreaElement)) throw new Error(label);
  return element;
}

async function enter(label: string, text: string): Promise<void> {
  await act(async () => {
    const element = field(label);
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set?.call(element, text);
    element.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
  });
}

async function leave(label: string): Promise<void> {
  await act(async () => {
    field(label).dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await waiting();
  });
}

const rows = () => [...page.querySelectorAll('#rule-list ~ div li')].map(({ textContent }) => textContent);
const heading = () => page.querySelector('h1')?.textContent;
const applied = () => session.getSnapshot().rulebooks;

test('each indicator has its rule in words, where it stands, and whether a person judges', async () => {
  await show();
  const [trained, passed, liked] = rows();
  expect(trained).toContain('达到目标值得满分');
  expect(trained).toMatch(/按规则计算来源：这份规则的第\d条/);
  expect(passed).toContain('来源：表内评分标准“≥95%计30分,每降低1个百分点扣2分,扣完为止”');
  expect(passed).toContain('D4');
  expect(liked).toMatch(/没有公开的评分规则。人工判断$/);
});

test('another rulebook can be chosen, and the form’s own choice comes back', async () => {
  await show();
  const before = heading();
  const choose = async (value: string) => {
    await act(async () => {
      const select = page.querySelector('select');
      if (select === null) throw new Error('no choice');
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await waiting();
    });
  };
  await choose('general');
  expect(heading()).toBe('通用规则');
  expect(page.textContent).toContain('由您选定');
  await choose('');
  expect(heading()).toBe(before);
});

test('what is typed is checked at once, and applied when all of it is in order', async () => {
  await show();
  await click(/^修改培训人次的规则/);
  await click(/^小数位数/);
  await enter('保留小数', '九');
  expect(page.textContent).toContain('应为数字。');
  await leave('保留小数');
  expect(applied().own).toEqual([]);
  await enter('保留小数', '１');
  expect(page.textContent).not.toContain('应为数字。');
  await enter('最少保留', '2');
  expect(page.textContent).toContain('最少位数不能大于保留的位数。');
  await leave('最少保留');
  expect(applied().own).toEqual([]);
  await enter('最少保留', '');
  await leave('最少保留');
  expect(applied().own.map(({ rounding }) => rounding)).toEqual([{ places: 1, mode: 'either' }]);
  expect(page.textContent).toContain('已改');
  await click(/^这一项恢复内置/);
  expect(applied().own.map(({ rounding }) => rounding)).toEqual([BUILT_IN[2]?.rounding]);
});

test('what was begun is there again after another tab, until it is given up', async () => {
  await show();
  await click(/^修改$/);
  await click(/^小数位数/);
  await enter('保留小数', '九');
  expect(page.textContent).toMatch(/有 1 处填得不对/);
  const elsewhere = async () => {
    for (const tab of ['check', 'rules'] as const) {
      await act(async () => {
        session.showTab(tab);
        await waiting();
      });
    }
  };
  await elsewhere();
  expect(heading()).toBe('修改规则');
  expect(page.textContent).toMatch(/有 1 处填得不对/);
  await click(/^放弃没有生效的改动$/);
  await elsewhere();
  expect(heading()).not.toBe('修改规则');
});

test('entries of a list can be added and taken out; an unfinished one changes nothing yet', async () => {
  await show();
  await click(/^修改$/);
  await click(/^总分上限/);
  await click(/^加一条上限/);
  expect(page.textContent).toMatch(/有 2 处填得不对，改正后才生效/);
  expect(applied().own).toEqual([]);
  await enter('执行率低于', '80');
  await enter('总分不超过', '89');
  await leave('总分不超过');
  expect(applied().own[0]?.caps).toEqual([{ below: 80, total: 89 }]);
  await click(/^删去第1条上限/);
  expect(applied().own[0]?.caps).toEqual([]);
});

test('every part that has a name and no place in the file only can be entered', async () => {
  await show();
  await click(/^修改$/);
  await click(/^须说明原因/);
  const box = [...page.querySelectorAll('label')].find(({ textContent }) => textContent === '超额必须说明');
  await act(async () => {
    box?.click();
    await waiting();
  });
  expect(applied().own[0]?.explain.required).toBe(true);
  expect(page.textContent).toContain('超额必须说明');
});

test('a broken file is told place by place and changes nothing; one in order is applied', async () => {
  await show();
  const before = heading();
  await click(/^导入$/);
  await enter('或把规则文件的内容粘贴在这里', JSON.stringify({ ...BUILT_IN[0], rounding: { places: 2, mode: 'up' } }));
  await click(/^导入粘贴的内容/);
  expect(page.querySelector('[role=alert]')?.textContent).toContain(
    '小数位数 › 取舍：应为either、half-up、truncate之一。（rounding.mode）',
  );
  expect(heading()).toBe(before);
  await enter('或把规则文件的内容粘贴在这里', JSON.stringify({ ...BUILT_IN[0], id: 'county', name: '某县规则' }));
  await click(/^导入粘贴的内容/);
  expect(heading()).toBe('某县规则');
  await click(/^删除$/);
  expect(page.textContent).toContain('删除“某县规则”？');
  await act(async () => {
    document.activeElement?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await waiting();
  });
  expect(heading()).toBe(before);
});

test('what to do where Excel lets no file out is told only where it may not', async () => {
  const told = () => page.textContent.includes('Excel 不让窗格下载时');
  await show();
  await click(/^导出$/);
  expect(told()).toBe(false);
  setOutlets({ files: 'unseen', printing: false, openFilePage: null });
  await click(/^关闭$/);
  await click(/^导出$/);
  setOutlets({ files: true, printing: true, openFilePage: null });
  expect(told()).toBe(true);
});

test('what can’t be copied by the pane is shown for copying by hand', async () => {
  await show();
  await click(/^导出$/);
  Object.assign(document, { execCommand: () => false });
  await click(/^复制内容$/);
  expect(page.textContent).toContain('没有复制成功，请选中文字后按 Ctrl+C。');
  const text = [...page.querySelectorAll('textarea')].at(-1)?.value ?? '';
  expect(BUILT_IN).toContainEqual(JSON.parse(text));
});
