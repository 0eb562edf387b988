import { Decimal } from 'decimal.js';
import { splitEvidence } from '../../src/form/evidence';
import { review } from '../../src/review';
import { printedRule } from '../../src/scoring/printed';
import type { CellValue, SheetSnapshot } from '../../src/sheet/snapshot';
import { factsIn } from '../../src/words/facts';
import { findMentions } from '../../src/words/mentions';
import { readQuantity } from '../../src/words/readQuantity';
import { training } from '../fixtures/training';
import { cell } from '../support/cell';
import { cpuTime } from '../support/cpuTime';
import { departmentForm } from '../support/department';
import { indicator } from '../support/form';
import { sheet } from '../support/sheet';
import { printTable } from './table.mjs';

const LEVELS = ['一级指标', '二级指标', '三级指标'];
const OTHERS = ['年度指标值', '实际完成值', '分值', '得分'];
const HEADINGS = [...LEVELS, ...OTHERS];
const MONEY = ['', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'];
const PROJECT: CellValue[] = ['项目支出绩效自评表'];
const DEPARTMENT: CellValue[] = ['部门整体支出绩效自评表'];
const ITEM = ['≥2次', '2次', 1, 1];

const times = <T>(count: number, of: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => of(at));
const items = (count: number, name = (at: number) => `培训第${at}期`): CellValue[][] =>
  times(count, (at) => ['产出指标', '数量指标', name(at), ...ITEM]);
const isClass = (at: number) => at % 10 === 0;

/** Forms of which so many lines are alike: what they are, and their rows. */
const LONG_FORMS: readonly (readonly [string, (lines: number) => CellValue[][]])[] = [
  ['重复印出的表头', (lines) => [PROJECT, ...items(lines).map((item, at) => (isClass(at) ? HEADINGS : item))]],
  [
    '一张表里的多份自评表',
    (lines) =>
      times(lines / 10, (at) => [
        PROJECT,
        ['项目名称', `项目${at}`],
        HEADINGS,
        ...items(6),
        ['总分', '', '', '', '', 6, 6],
      ]).flat(),
  ],
  ['同名的指标', (lines) => [PROJECT, HEADINGS, ...items(lines, () => '培训')]],
  ['每行只有一级指标', (lines) => [PROJECT, HEADINGS, ...times(lines, () => ['产出指标', '', '', ...ITEM])]],
  [
    '一栏里的分类和指标',
    (lines) => [
      PROJECT,
      ['指标名称', ...OTHERS],
      ...times(lines, (at) => (isClass(at) ? ['数量指标'] : [`培训第${at}期`, ...ITEM])),
    ],
  ],
  [
    '分类行另有分值',
    (lines) => [
      PROJECT,
      HEADINGS,
      ...times(lines, (at) => (isClass(at) ? ['', '', '数量指标', '', '', 9, 9] : ['', '', `培训第${at}期`, ...ITEM])),
    ],
  ],
  [
    '隔两行一个合计',
    (lines) => [
      PROJECT,
      HEADINGS,
      ...times(lines, (at) =>
        at % 3 === 2 ? ['合计', '', '', '', '', 2, 2] : [`产出${at}`, '', `培训第${at}期`, ...ITEM],
      ),
    ],
  ],
  [
    '资金的行',
    (lines) => [
      PROJECT,
      MONEY,
      ['年度资金总额', '', 10 * lines, 10 * lines, 9 * lines, 10, '90%', 9],
      ...times(lines, (at) => [`其中：来源${at}`, '', 10, 10, 9, '', '90%', '']),
      HEADINGS,
      ...items(90),
      ['总分', '', '', '', '', 100, 99],
    ],
  ],
  [
    '合计不符的任务',
    (lines) => [
      DEPARTMENT,
      ['部门名称', '甲局'],
      ['年度主要任务', '任务名称', '预算数（万元）', '执行数（万元）', '执行率'],
      ...times(lines, (at) => ['', `任务${at}`, (at % 90) + 1, (at % 90) + 1, '100%']),
      ['', '合计', 50 * lines, 50 * lines, '100%'],
      HEADINGS,
      ...items(100),
    ],
  ],
  [
    '看不懂的栏目',
    (lines) => [
      PROJECT,
      [...HEADINGS, ...times(lines / 32, (at) => `栏目${at}`)],
      ...items(10).map((item) => [...item, ...times(lines / 32, (at) => at)]),
    ],
  ],
];

const [FEW, MANY] = [1_000, 8_000];
/** A time that grows with the square of the lines would be 64 times as long. */
const MOST_GROWTH = 25;

/** As much as a cell of Excel holds. */
const FULL = 32_767;
const filled = (piece: string, length = FULL) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const WEIGHT = new Decimal(5);
const printedIn = (standard: string) => printedRule(indicator({ name: '预算调整率', standard, weight: 5 }), WEIGHT);

/** Three cells of a department's form that are full, and one row of a project's. */
function reviewWith(gap: string): void {
  const texts = [`服务量24万件，比上年（12万件${gap}增长了3倍。`, `5场+3场${gap}=9场`, `10件的${gap}20件的2倍`];
  review(departmentForm({ managed: texts.map((evidence, at) => ({ name: `工作开展情况${at}`, evidence })) }));
  const evidence = texts.map((text) => text.replace(gap, gap.slice(0, FULL / texts.length))).join('。');
  review(training(0, { evidence, target: `不得${gap}高于5%`, actual: `5场${gap}` }));
}

/** Readers of texts: what they read, the pieces that a cell is filled with, and the most milliseconds for it. */
const READERS: readonly (readonly [string, readonly string[], (text: string) => void, number])[] = [
  [
    '句子里的数',
    ['9', '9,', '一', '百分之', '2021年', '《1', '1-', '12月-', 'a', '１', '“1', '第1'],
    findMentions,
    1500,
  ],
  ['数和它说的事', ['（1）', '为1', '共1、'], factsIn, 3000],
  [
    '指标值、完成值',
    ['9', '一', '三、', '12月', '≥', '1,', '2023年', '1-', '《1', '个', '(', ' ', 'a1-'],
    (text) => readQuantity(cell(text)),
    1500,
  ],
  ['评分标准', ['每', '扣', '(含', '得1分，', '≥90%', '率=', '①', '超过', '计5;', '按比例'], printedIn, 500],
  [
    '依据、原因和措施',
    ['未达标原因', '12', '3的', '的需说明原因，1', '原因：', '受', '因未', '【', '。', '受影'],
    (text) => splitEvidence({ row: 3, column: 4 }, text, '评分依据、未达标原因、改进措施'),
    1500,
  ],
  [
    '整张表',
    [' ', '　', '\n', '，', '5', '5场+', '1=', '（', '不', '没有', '超过', '每', '增长', '5%', '原因'],
    reviewWith,
    6000,
  ],
];

const ms = (time: number) => `${time.toFixed(0)} ms`;

/**
 * Prints how long full cells and long forms take, in milliseconds of the processor. What grows faster than its length, as
 * a badly written pattern does, makes the run fail.
 */
export function benchLong(): void {
  const slow: string[] = [];
  const growth = LONG_FORMS.map(([name, of]) => {
    const take = (lines: number) => {
      const snapshot: SheetSnapshot = sheet(of(lines));
      return cpuTime(() => review(snapshot));
    };
    take(FEW / 8);
    const [few, many] = [take(FEW), take(MANY)];
    if (many > MOST_GROWTH * few) slow.push(name);
    return [name, ms(few), ms(many), (many / few).toFixed(1)];
  });
  printTable('长表（各行只差一两个字）', ['内容', `${FEW} 行`, `${MANY} 行`, '倍数'], growth);
  const full = READERS.map(([name, pieces, read, most]) => {
    const all = pieces.map((piece) => ({ piece, time: cpuTime(() => read(filled(piece))) }));
    const [worst = { piece: '', time: 0 }] = all.sort((one, other) => other.time - one.time);
    if (worst.time > most) slow.push(`${name} ${JSON.stringify(worst.piece)}`);
    return [name, String(pieces.length), `${ms(worst.time)}（${JSON.stringify(worst.piece)}）`, ms(most)];
  });
  printTable('写满一格（32,767 个字符）', ['读什么', '几种', '最慢的一种', '限度'], full);
  if (slow.length === 0) return;
  console.error(`用时超过限度：${slow.join('、')}`);
  process.exitCode = 1;
}
