/** @jest-environment jsdom */
import { act } from 'react';
import type { Finding } from '../../src/checks/finding';
import { formatArea } from '../../src/sheet/address';
import { rowsOf } from '../../src/taskpane/check/rows';
import { typeOf } from '../../src/taskpane/check/shown';
import type { Session } from '../../src/taskpane/session/session';
import { sampleForm } from '../../src/workbench/sample';
import { buttonIn, showPane, waiting } from '../support/pane';
import { placed } from '../support/received';
import type { RowSpec } from '../fixtures/spec';
import { changed, training } from '../fixtures/training';

let page: HTMLElement;
let session: Session;

async function showSample(): Promise<void> {
  const { snapshot } = sampleForm();
  ({ page, session } = await showPane([
    { name: snapshot.name, rows: snapshot.values, merges: snapshot.merges.map(formatArea) },
  ]));
}

const cards = () => [...page.querySelectorAll<HTMLElement>('[data-finding]')];
const opened = () => cards().filter((card) => card.querySelector('[aria-expanded="true"]') !== null);
const severities = () => cards().map(({ dataset }) => dataset['severity']);

async function click(name: RegExp, within: ParentNode = page): Promise<void> {
  await act(async () => {
    buttonIn(within, name).click();
    await waiting();
  });
}

async function press(key: string, shiftKey = false): Promise<void> {
  await act(async () => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
    await waiting();
  });
}

describe('the order of the list', () => {
  test('many findings come the worst first: the score and the total that are off before anything else', async () => {
    await showSample();
    expect(cards()[0]?.textContent).toMatch(/2\.66.*2\.93/);
    expect(cards()[1]?.textContent).toMatch(/总分.*94\.65.*94\.62/);
    const order = ['error', 'warning', 'info'];
    expect(severities()).toEqual([...severities()].sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')));
  });

  test('by place they stand under the names of their items, each once', async () => {
    await showSample();
    expect(buttonIn(page, /按轻重/).getAttribute('aria-pressed')).toBe('true');
    await click(/按轻重/);
    const headings = [...page.querySelectorAll('main h2')].map(({ textContent }) => textContent);
    expect(headings.filter((text) => text.endsWith('政府采购执行率'))).toHaveLength(1);
    expect(severities()).not.toEqual([...severities()].sort());
  });

  test('of names that begin alike for two hundred characters what each has of its own is seen', async () => {
    const start = '支持工业企业实施绿色化智能化改造升级项目并按期完成验收'.repeat(8);
    const rows = [
      ['项目支出绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分'],
      ['产出指标', '数量指标', `${start}企业数量`, '≥200家', '210家', 40, 45],
      ['', '', `${start}项目个数`, '≥95个', '96个', 20, 25],
      ['效益指标', '社会效益指标', '知晓率', '≥90%', '92%', 40, 40],
      ['总分', null, null, null, null, 100, 110],
    ];
    ({ page, session } = await showPane([{ name: '自评表', rows }]));
    const named = () => cards().map((card) => card.querySelector('p')?.textContent.slice(0, 20));
    expect(named()).toEqual(
      expect.arrayContaining([expect.stringMatching('企业数量'), expect.stringMatching('项目个数')]),
    );
    await click(/按轻重/);
    const headings = [...page.querySelectorAll('main h2 [title]')].map(({ textContent }) => textContent.slice(0, 76));
    expect(headings.filter((text) => /企业数量|项目个数/.test(text))).toHaveLength(2);
  });

  test('few findings come the worst first, too, also while there are fewer and fewer', async () => {
    const short = { actual: '188人次', stated: 18.8, evidence: '' };
    const rows = changed(
      new Map<number, Partial<RowSpec>>([
        [0, short],
        [3, { stated: 12 }],
      ]),
    );
    const { values } = training(null, {}, { rows });
    ({ page, session } = await showPane([{ name: '自评表', rows: values }]));
    expect(severities().length).toBeLessThan(10);
    expect(severities()[0]).toBe('error');
    expect(buttonIn(page, /按轻重/).getAttribute('aria-pressed')).toBe('true');
  });

  test('one finding names its item, with nothing to choose from', async () => {
    const { values } = training(0, { stated: 30 });
    ({ page } = await showPane([{ name: '自评表', rows: values }]));
    expect(cards().length).toBeGreaterThan(0);
    expect(page.textContent).not.toContain('先看');
    expect(cards()[0]?.textContent).toContain('培训人次');
    expect(page.querySelector('[aria-label="筛选"]')).toBeNull();
    expect(page.textContent).toContain('待处理 1');
  });
});

test('how many are left is said once: by 全部, and beside it only while something is looked for', async () => {
  await showSample();
  const count = cards().length;
  expect(buttonIn(page, /^全部 \d/).textContent).toBe(`全部 ${count}`);
  expect(page.textContent).not.toContain('待处理');
  act(() => {
    session.choose({ query: '接通率' });
  });
  expect(buttonIn(page, /^全部 \d/).textContent).not.toBe(`全部 ${count}`);
  expect(page.textContent).toContain(`待处理 ${count}`);
});

test('a closed card says that its cell is hidden, where its sentence does not show', async () => {
  const { values } = training(0, { stated: 30 });
  ({ page, session } = await showPane([{ name: '自评表', rows: values, hiddenRows: [6] }]));
  const [card] = cards();
  expect(card?.textContent).toMatch(/在隐藏行/);
  await press('F8');
  expect(card?.textContent.match(/在隐藏行/g)).toHaveLength(1);
});

test('what is about the most points is named first and opened by a click, where the list does not begin with it', async () => {
  await showSample();
  expect(page.querySelector('section[aria-label="先看"]')).toBeNull();
  await click(/按轻重/);
  const first = page.querySelector('section[aria-label="先看"]');
  if (first === null) throw new Error('nothing is named first');
  expect([...first.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/少 0\.27I42$/),
    expect.stringMatching(/^总分.*多 0\.03I52$/),
  ]);
  await click(/I42/, first);
  expect(opened()).toHaveLength(1);
  expect(opened()[0]?.textContent).toContain('94.07 ÷ 95 × 2.96 = 2.93');
  expect(session.getSnapshot().selected).toEqual({ row: 41, column: 8 });
});

test('why a check is made begins in two lines, and a click shows all of it and folds it again', async () => {
  await showSample();
  await press('F8');
  const why = buttonIn(page, /^能按评分规则计算的/);
  const folded = () => [why.getAttribute('aria-expanded'), why.classList.contains('two-lines')];
  expect(folded()).toEqual(['false', true]);
  await click(/^能按评分规则计算的/);
  expect(folded()).toEqual(['true', false]);
  await click(/^能按评分规则计算的/);
  expect(folded()).toEqual(['false', true]);
});

test('where either of two figures may be wrong one is held against the other, and is not what should stand there', async () => {
  await showSample();
  expect(cards().find((card) => card.textContent.includes('金额与资金表不一致'))?.textContent).toMatch(
    /表内4122→对照417906\.47/,
  );
  const rows = [
    ['项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ['产出指标', '数量指标', '购置设备', '≥432台', '372台', 10, 8.62, '设备停产。改进措施：改用其他型号。'],
    ['', '质量指标', '验收合格率', '≥95%', '96%', 40, 46, null],
    ['效益指标', '社会效益指标', '知晓率', '≥90%', '92%', 40, 40, null],
    ['满意度指标', '服务对象满意度指标', '满意度', '≥90%', '92%', 10, 10, null],
    ['总分', null, null, null, null, 100, 104.62, null],
  ];
  ({ page, session } = await showPane([{ name: '自评表', rows }]));
  const card = (type: RegExp) => cards().find(({ textContent }) => type.test(textContent))?.textContent;
  expect(card(/取舍/)).toMatch(/表内8\.62→对照8\.61（\+0\.01）/);
  expect(card(/得分超过分值/)).toMatch(/表内46→应为40（\+6）/);
});

describe('the arithmetic of an open card', () => {
  test.each([
    ['≥100%', '100%', 34, '100 = 100，得满分40分'],
    ['≥95%', '100%', 34, '100 > 95，得满分40分'],
    ['≥95%', '76%', 34, '76 ÷ 95 × 40 = 32'],
  ])('of %s against %s with %d of 40 points ends in what it comes to', async (target, actual, score, arithmetic) => {
    const rows = [
      ['项目支出绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
      ['产出指标', '质量指标', '设备验收合格率', target, actual, 40, score, null],
      ['', '数量指标', '购置设备', '≥20台', '20台', 20, 20, null],
      ['效益指标', '社会效益指标', '知晓率', '≥90%', '92%', 30, 30, null],
      ['满意度指标', '服务对象满意度指标', '满意度', '≥90%', '92%', 10, 10, null],
      ['总分', null, null, null, null, 100, score + 60, null],
    ];
    ({ page, session } = await showPane([{ name: '自评表', rows }]));
    await click(/得分与评分规则不符/);
    const facts = [...page.querySelectorAll('dt')].map((name) => [
      name.textContent,
      name.nextElementSibling?.textContent,
    ]);
    expect(facts).toContainEqual(['算式', arithmetic]);
  });
});

describe('going through the list', () => {
  test('F8 opens one after the other and selects its cell, Shift+F8 goes back, Escape closes', async () => {
    await showSample();
    const count = cards().length;
    await press('F8');
    expect(opened()).toEqual([cards()[0]]);
    expect(page.textContent).toContain(`1 / ${count}`);
    expect(session.getSnapshot().selected).toEqual({ row: 41, column: 8 });
    await press('F8');
    expect(opened()).toEqual([cards()[1]]);
    expect(page.textContent).toContain(`2 / ${count}`);
    await press('F8', true);
    await press('F8', true);
    expect(opened()).toEqual([cards().at(-1)]);
    await press('Escape');
    expect(opened()).toEqual([]);
  });

  test('F8 begins at the selected cell, and goes on where it was left when a card was closed or is gone', async () => {
    await showSample();
    const type = () => opened()[0]?.querySelector('[data-head]')?.textContent;
    for (let times = 0; times < 3; times += 1) await press('F8');
    const third = type();
    await press('Escape');
    await press('F8');
    expect(type()).toBe(third);
    const [, , , fourth] = cards();
    await act(async () => {
      await session.setAside(opened()[0]?.dataset['finding'] ?? '', '已核实');
    });
    expect(opened()).toEqual([]);
    await press('F8');
    expect(opened()).toEqual([fourth]);
    await press('Escape');
    await act(() => session.goTo({ row: 51, column: 8 }));
    await press('F8');
    expect(type()).toMatch(/总分不等于/);
    await click(/^提醒 \d/);
    await press('Escape');
    await act(() => session.goTo({ row: 0, column: 0 }));
    await press('F8');
    expect(opened()).toEqual([cards()[0]]);
  });

  test('F8 takes the focus along where a card has it, and leaves it where none has', async () => {
    await showSample();
    const focused = () => document.activeElement?.closest('[data-finding]') ?? null;
    await press('F8');
    expect(focused()).toBeNull();
    const [, second] = cards();
    act(() => second?.querySelector<HTMLElement>('[data-head]')?.focus());
    await press('F8');
    expect(opened()).toEqual([second]);
    expect(focused()).toBe(second);
    await press('F8', true);
    expect(opened()).toEqual([cards()[0]]);
    expect(focused()).toBe(cards()[0]);
    expect(document.activeElement?.hasAttribute('data-head')).toBe(true);
  });

  test('Escape closes one thing after the other, though Office.js prevents its default', async () => {
    const asOffice = (event: KeyboardEvent) => event.key === 'Escape' && event.preventDefault();
    window.addEventListener('keydown', asOffice);
    await showSample();
    const escape = async () => {
      await act(async () => {
        const { activeElement } = document;
        activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
        await waiting();
      });
    };
    await click(/^查找$/);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('查找指标或文字');
    await escape();
    expect(page.querySelector('[type="search"]')).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('查找');
    const [card] = cards();
    if (card === undefined) throw new Error('no card');
    await click(/评分规则/, card);
    await click(/^不处理/, card);
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    await escape();
    expect(card.querySelector('textarea')).toBeNull();
    expect(opened()).toEqual([card]);
    expect(document.activeElement?.textContent).toBe('不处理…');
    const heard = jest.fn();
    window.addEventListener('keydown', heard);
    await escape();
    expect(opened()).toEqual([]);
    // Office.js would put the focus on the first tab at once.
    expect(heard).not.toHaveBeenCalled();
    await escape();
    expect(heard).toHaveBeenCalledTimes(1);
    window.removeEventListener('keydown', heard);
    expect(cards()[0]?.contains(document.activeElement)).toBe(true);
    window.removeEventListener('keydown', asOffice);
  });

  test('one click opens a card and selects its cell; another closes it', async () => {
    await showSample();
    const [card] = cards();
    if (card === undefined) throw new Error('no card');
    await click(/评分规则/, card);
    expect(opened()).toEqual([card]);
    expect(session.getSnapshot().selected).toEqual({ row: 41, column: 8 });
    await click(/评分规则/, card);
    expect(opened()).toEqual([]);
  });
});

test('all that follows from the sheet is mended in one go, with the total that results, and taken back in one', async () => {
  await showSample();
  await click(/^全部改正/);
  await act(waiting);
  const preview = page.querySelector('[aria-label="全部改正的预览"]')?.textContent ?? '';
  expect(preview).toMatch(/I42 2\.66 → 2\.93/);
  expect(preview).toMatch(/I52 94\.65 → 94\.62/);
  expect(preview).toMatch(/总分 94\.65 → 94\.62，等级 优/);
  await click(/^写入 \d+ 处$/);
  expect(page.querySelector('header')?.textContent).toContain('与各项之和一致');
  buttonIn(page, /^撤回：/).focus();
  await click(/^撤回：/);
  await act(waiting);
  expect(page.querySelector('header')?.textContent).toContain('94.65');
  expect(page.querySelector('[role="status"]')?.textContent).toBe('已撤回 I42 等 2 格的改动。');
  // The button is gone with what it took back.
  expect(document.activeElement?.textContent).toBe('退回意见');
});

test('the list is searched by item and by type, and says so when nothing is left', async () => {
  await showSample();
  await click(/^查找$/);
  // A type's name is longer than half a pane.
  expect(page.querySelector('select')?.closest('.whole-line')).not.toBeNull();
  const search = async (words: string) => {
    await act(async () => {
      session.choose({ query: words });
      await waiting();
    });
  };
  await search('政府采购执行率');
  expect(cards().length).toBeGreaterThan(0);
  for (const card of cards()) expect(card.textContent).toContain('政府采购执行率');
  await search('没有这个指标');
  expect(page.textContent).toContain('没有符合条件的问题。');
  await search('');
  await act(async () => {
    session.choose({ type: 'total-sum' });
    await waiting();
  });
  expect(cards().every(({ dataset }) => dataset['finding']?.startsWith('total-sum') === true)).toBe(true);
  // The chips count what is looked for, and a type is called by what is wrong, as its cards are.
  const chip = (name: string) => buttonIn(page, new RegExp(`^${name} \\d`)).textContent;
  expect([chip('全部'), chip('错误'), chip('提醒')]).toEqual([
    `全部 ${cards().length}`,
    `错误 ${cards().length}`,
    '提醒 0',
  ]);
  const chosen = page.querySelector<HTMLOptionElement>('option[value="total-sum"]')?.textContent;
  expect(chosen).toBe(`总分不等于各项得分之和（${cards().length}）`);
});

test('what was mended and set aside since the sheet was first checked is counted', async () => {
  await showSample();
  const before = cards().length;
  const card = cards().find((one) => one.textContent.includes('I42'));
  if (card === undefined) throw new Error('no card');
  await click(/评分规则/, card);
  await click(/^改为 2\.93/, card);
  await click(/^写入/, card);
  expect(page.textContent).toMatch(/已消除 [1-9]/);
  expect(cards().length).toBeLessThan(before);
  await click(/^撤回：/);
  expect(page.textContent).not.toMatch(/已消除 [1-9]/);
});

test('a trouble that came up meanwhile is not counted when it goes', async () => {
  const { values } = training();
  ({ page, session } = await showPane([{ name: '自评表', rows: values }]));
  const cell = { row: 6, column: 6 };
  const put = async (before: number, after: number) => {
    const edits = [{ cell, before, after }];
    await act(async () => {
      await session.writing.write({ sheet: '自评表', label: '修改 G7', edits });
    });
  };
  await put(20, 30);
  expect(cards().length).toBeGreaterThan(0);
  await put(30, 20);
  expect(session.getSnapshot().mended).toBe(0);
  await click(/^撤回：/);
  await click(/^撤回：/);
  expect(session.getSnapshot().mended).toBe(0);
});

test('再查一次 says that it was done, and what it found', async () => {
  await showSample();
  const count = cards().length;
  await click(/^再查一次$/);
  expect([...page.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent)).toContain(
    `刚刚查过，${count} 条。`,
  );
});

test('where no sheet is seen beside the pane its cells are named, and no link leads to them', async () => {
  const { values } = training(0, { stated: 30 });
  ({ page, session } = await showPane([{ name: '自评表', rows: values }], false));
  expect(cards()[0]?.textContent).toContain('G7');
  expect([...page.querySelectorAll('button')].filter(({ title }) => title.startsWith('在表中选中'))).toEqual([]);
});

describe('many findings of one kind', () => {
  const left = (row: number): Partial<Finding> => ({
    check: 'template-left',
    severity: 'warning',
    title: '“……”是模板文字',
    message: `第 ${row} 行`,
    cell: { row, column: 0 },
  });
  const findings = [1, 2, 3, 4, 5].map((row) => placed(left(row)));

  test('are one line that unfolds', () => {
    const folded = rowsOf(findings, { places: false, unfolded: new Set() });
    expect(folded).toEqual([expect.objectContaining({ kind: 'fold', type: '“……”是模板文字', all: findings })]);
    const key = folded[0]?.key ?? '';
    expect(rowsOf(findings, { places: false, unfolded: new Set([key]) }).map(({ kind }) => kind)).toEqual([
      'fold',
      ...findings.map(() => 'finding'),
    ]);
  });

  const kinds = (list: readonly ReturnType<typeof placed>[], at: readonly string[] = []) =>
    rowsOf(list, { places: false, unfolded: new Set(), at }).map(({ kind }) => kind);

  test('three are not', () => {
    expect(kinds(findings.slice(0, 3))).toEqual(['finding', 'finding', 'finding']);
  });

  test('the one that the officer is at stands below the closed line', () => {
    const third = findings[2]?.key ?? '';
    expect(kinds(findings, [third])).toEqual(['fold', 'finding']);
  });

  const scored = (count: number, column: number) =>
    Array.from({ length: count }, (_, row) =>
      placed({ ...left(row), expected: '1', found: '2', cell: { row, column } }),
    );

  test('with figures of their own they are when there are ten of one column', () => {
    expect(kinds(scored(9, 7))).not.toContain('fold');
    expect(kinds(scored(10, 7))).toEqual(['fold']);
    expect(kinds([...scored(9, 7), ...scored(9, 8)])).not.toContain('fold');
  });
});

test.each([
  ['培训人次', '“培训人次”得分超过分值', '得分超过分值'],
  ['培训人次', '“培训人次”的说明还有空白', '说明还有空白'],
  ['“三公经费”控制率', '“‘三公经费’控制率”的比率算错了', '比率算错了'],
  ['一个很长很长的指标名称', '“一个很长很长…”没有填得分', '没有填得分'],
  ['培训人次', '“培训人次”、“考核合格率”超额较多', '“培训人次”、“考核合格率”超额较多'],
  ['培训人次', '“……”是模板文字', '“……”是模板文字'],
  ['', '总分与各项之和差 0.01', '总分与各项之和差 0.01'],
])('under %s, %s is told as %s', (item, title, told) => {
  const one = placed({ title });
  expect(typeOf({ ...one, item })).toBe(told);
});

test('where a column is asked for, nothing found is no good news yet', async () => {
  const rows = [
    ['项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '完成情况1', '完成情况2', '分值', '得分'],
    ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次', '205人次', 50, 50],
    ['', '质量指标', '合格率', '≥95%', '96%', '97%', 20, 20],
    ['效益指标', '社会效益指标', '知晓率', '≥90%', '92%', '93%', 20, 20],
    ['满意度指标', '服务对象满意度指标', '满意度', '≥90%', '92%', '95%', 10, 10],
    ['总分', null, null, null, null, null, 100, 100],
  ];
  ({ page, session } = await showPane([{ name: '自评表', rows }]));
  expect(page.textContent).toContain('还没有查完');
  expect(page.textContent).not.toContain('没有发现问题');
  expect(session.getSnapshot().announcement).toBe('还没有查完，请先选择列。');
  await act(waiting);
  await click(/^E 列/);
  expect(page.textContent).toContain('没有发现问题');
});

test('questions about words begin behind a line of their own, which is no place of the form', () => {
  const row = (check: Finding['check'], at: number) => placed({ check, cell: { row: at, column: 0 } });
  const kindsOf = (rows: readonly ReturnType<typeof row>[]) =>
    rowsOf(rows, { places: true, unfolded: new Set() }).map(({ kind }) => kind);
  const asked = [row('full-marks-text', 2), row('full-marks-text', 3)];
  const kinds = kindsOf([row('score-by-rule', 1), ...asked]);
  expect(kinds.filter((kind) => kind === 'questions')).toHaveLength(1);
  expect(kinds.indexOf('questions')).toBe(2);
  expect(kindsOf(asked)).not.toContain('questions');
});
