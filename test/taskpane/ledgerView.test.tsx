/** @jest-environment jsdom */
import fs from 'node:fs';
import { act } from 'react';
import { formatArea } from '../../src/sheet/address';
import { mapOf } from '../../src/taskpane/file/grid';
import type { Session } from '../../src/taskpane/session/session';
import { sampleForm } from '../../src/workbench/sample';
import { buttonIn, showPane, waiting } from '../support/pane';
import type { FixtureSheet } from '../support/workbook';

let page: HTMLElement;
let session: Session;

async function show(sheet: FixtureSheet): Promise<void> {
  ({ page, session } = await showPane([sheet]));
}

async function showSample(): Promise<void> {
  const { snapshot } = sampleForm();
  await show({ name: snapshot.name, rows: snapshot.values, merges: snapshot.merges.map(formatArea) });
}

async function click(name: RegExp): Promise<void> {
  await act(async () => {
    buttonIn(page, name).click();
    await waiting();
    await waiting();
  });
}

describe('the ledger', () => {
  test('is a line that opens: what could not be held first, each leading to its cell, then what was held with what', async () => {
    await showSample();
    await click(/^本表 \d+ 个数字/);
    const unheld = /无从核对的 (\d+) 个数字/.exec(page.textContent)?.[1];
    const total = /本表 (\d+) 个数字，(\d+) 个已核对/.exec(page.textContent);
    expect(Number(unheld) + Number(total?.[2])).toBe(Number(total?.[1]));
    await click(/^已核对的 \d+ 个数字/);
    const lines = [...page.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(lines.some((line) => /\d ÷ \d.* = \d/.test(line))).toBe(true);
    expect(page.querySelectorAll('li [aria-label="不符"]').length).toBeGreaterThan(0);
    expect(page.querySelectorAll('li [aria-label="相符"]').length).toBeGreaterThan(0);
  });

  test('is told by the manual as the pane shows it of the sample, and so are its findings and totals', async () => {
    await showSample();
    const told = (file: string) => fs.readFileSync(`docs/manual/${file}.html`, 'utf8').replace(/\s+/g, ' ');
    const [line = ''] = /本表 \d+ 个数字，\d+ 个已核对，\d+ 个无从核对/.exec(page.textContent) ?? [];
    expect(told('ledger')).toContain(`“${line}”`);
    const all = buttonIn(page, /^全部 \d/).textContent.replace('全部 ', '');
    const { view } = session.getSnapshot();
    const total = view.kind === 'reviewed' ? view.forms[0]?.review.scores.total : undefined;
    const { stated = null, sumOfStated = null, recomputed = null } = total ?? {};
    expect(told('index')).toContain(`一张查出 ${all} 处的部门整体支出绩效自评表`);
    expect(told('index')).toContain(
      `自评 ${String(stated)} 分，各项加起来只有 ${String(sumOfStated)} 分，按规则复算是 ${String(recomputed)} 分`,
    );
  });

  test('can be shown on the sheet: of each figure how it stands, in words and by a sign', async () => {
    await showSample();
    expect(session.getSnapshot().marks.mapped).toBe(false);
    await act(async () => session.marking.showMap(true));
    expect(session.getSnapshot().marks.mapped).toBe(true);
    const map = mapOf(session.getSnapshot().view);
    expect(map.get('I42')).toMatchObject({ look: 'differs', sign: '✗' });
    expect(map.get('I42')?.words).toMatch(/^得分：不符/);
    const signs = new Set([...map.values()].map(({ sign }) => sign));
    expect(signs).toEqual(new Set(['✓', '✗', '?', '○']));
  });
});

describe('two columns that may both be meant', () => {
  const rows = [
    ['项目支出绩效自评表'],
    ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '甲', '乙'],
    ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次', 60, 60, 60],
    ['效益指标', '社会效益指标', '知晓率', '≥90%', '88%', 40, 39.8, 39],
    ['总分', null, null, null, null, 100, 99.8, 99],
  ];

  test('are asked about, once: the answer is kept with the workbook and can be taken back', async () => {
    await show({ name: '自评表', rows });
    expect(page.textContent).toContain('哪一列是“得分”？');
    expect(page.textContent).not.toContain('没有得分栏');
    expect(page.querySelectorAll('[data-severity="error"], [data-severity="warning"]')).toHaveLength(0);
    await click(/^H 列 乙$/);
    expect(page.textContent).not.toContain('哪一列是');
    expect(page.querySelector('header')?.textContent).toContain('各项之和 99.00');
    await click(/重新选择/);
    expect(page.textContent).toContain('哪一列是“得分”？');
    // What is gone by another answer was not mended.
    expect(page.textContent).not.toMatch(/已消除 [1-9]/);
  });
});
