import type { SheetSnapshot } from '../../src/sheet/snapshot';
import type { TestCell } from '../support/sheet';
import type { Draw } from './draw';
import type { Facts, Item } from './facts';
import { Paper } from './paper';
import { HEADINGS } from './words';

/** What a 绩效目标申报表 says of one indicator, taken from the form's row or changed. */
export type Planned = Pick<Item, 'block' | 'group' | 'name' | 'operator' | 'unit' | 'target' | 'weight'>;

/** What a 绩效目标申报表 says: the form's plan, of which a fault changes a copy. */
export interface Plan {
  readonly year: number;
  readonly blocks: Facts['blocks'];
  readonly items: readonly Planned[];
  readonly goal: string;
  /** 万元; `null` where the form has no money. */
  readonly money: number | null;
}

/** What the form that is drawn from the same facts planned. */
export function planOf({ year, blocks, items, goal, money }: Facts): Plan {
  const whole = money === null ? null : money.lines.reduce((sum, { initial }) => sum + initial, 0);
  const planned = items.map(({ block, group, name, operator, unit, target, weight }) => ({
    block,
    group,
    name,
    operator,
    unit,
    target,
    weight,
  }));
  const first = money?.lines[0];
  return { year, blocks, items: planned, goal, money: money?.hasTotal === true && first ? first.initial : whole };
}

const WORDED = { '≥': '大于等于', '=': '等于', '≤': '小于等于' } as const;
const SPOKEN = { '≥': '不低于', '=': '', '≤': '不超过' } as const;
const ASCII = { '≥': '>=', '=': '=', '≤': '<=' } as const;

interface Style {
  readonly split: boolean;
  readonly operators: string;
  readonly halves: boolean;
}

function sign({ operator }: Planned, { operators }: Style): string {
  if (operator === '') return '定性';
  const table = operators === 'words' ? WORDED : operators === 'ascii' ? ASCII : null;
  return table === null ? operator : table[operator];
}

/** The target in one cell, or its figure alone where operator and unit have columns of their own. */
function targetText(item: Planned, style: Style): TestCell {
  const { target, operator, unit } = item;
  if (typeof target !== 'number' || operator === '') return target;
  if (style.split) return target;
  const table = style.operators === 'words' ? SPOKEN : style.operators === 'ascii' ? ASCII : null;
  const before = operator === '=' ? '' : table === null ? operator : table[operator];
  return `${before}${target}${unit}`;
}

/** Half of what the year asks, where halves can be told: a count. */
function halfOf(item: Planned, style: Style): TestCell {
  const { target, operator, unit } = item;
  const counted = typeof target === 'number' && operator === '≥' && unit !== '%';
  return counted ? targetText({ ...item, target: Math.floor(target / 2) }, style) : targetText(item, style);
}

/** Prints a plan in a layout that is drawn apart from the form's. */
export function printPlan(draw: Draw, plan: Plan): SheetSnapshot {
  const title = draw.word('plan title', [
    '项目支出绩效目标申报表',
    '项目支出绩效目标表',
    '项目绩效目标批复表',
    '部门预算项目绩效目标申报表',
    '财政支出绩效目标申报表',
    '项目支出绩效目标批复表',
  ]);
  const levels = draw.pick('plan levels', { blank: 3, repeated: 2, merged: 3 });
  const style: Style = {
    split: draw.pick('plan split', { one: 3, columns: 3 }) === 'columns',
    operators: draw.pick('plan operators', { signs: 4, words: 2, ascii: 1 }),
    halves: draw.pick('plan halves', { none: 6, 'half first': 1, 'half last': 1 }) !== 'none',
  };
  const halfFirst = draw.choices.get('plan halves') === 'half first';
  const weights = draw.pick('plan weights', { none: 2, yes: 2 }) === 'yes';
  const prefix = draw.pick('plan prefix', { none: 4, '指标1：': 1, '1.': 1 });
  const head = draw.pick('plan head', { rows: 3, 'one line': 1, colons: 1 });
  const yearAt = draw.pick('plan year', { below: 4, 'in title': 2, beside: 1 });
  const paper = new Paper(0, levels === 'merged', new Map());
  if (draw.pick('plan annex', { none: 2, yes: 1 }) === 'yes') paper.line(['附件1']);
  paper.line([yearAt === 'in title' ? `${plan.year}年度${title}` : title]);
  if (yearAt === 'below') paper.line([`（${plan.year}年度）`]);
  const project = '乡村振兴综合服务项目';
  const [one, two] = ['县农业农村局', '县农业技术推广中心'];
  if (head === 'rows') {
    paper.line(['项目名称', null, project]);
    paper.line(['主管部门', null, one, null, '实施单位', two]);
  } else if (head === 'one line') paper.line(['项目名称', project, null, '主管部门', one]);
  else {
    paper.line([`项目名称：${project}`]);
    paper.line([`主管部门：${one}`, null, null, `实施单位：${two}`]);
  }
  if (yearAt === 'beside') paper.line(['年度', `${plan.year}年`]);
  if (plan.money !== null) {
    const place = draw.pick('plan money', { above: 3, parts: 2, yuan: 1 });
    if (place === 'yuan') paper.line(['年度资金总额（元）', Math.round(plan.money * 10000)]);
    else paper.line(['项目资金（万元）', '年度资金总额：', plan.money]);
    if (place === 'parts') paper.line([null, '其中：财政拨款', plan.money]);
  }
  const goal = draw.word('plan goal', ['年度目标', '年度绩效目标', '年度总体目标', '总体目标', '项目年度绩效目标']);
  paper.line([goal, null, plan.goal]);
  const target = draw.word('plan target', [
    '指标值',
    '年度指标值',
    '目标值',
    '绩效指标值',
    '年初目标值',
    '批复指标值',
    '计划指标值',
  ]);
  const columns = [
    draw.word('plan level 1', HEADINGS.level1.slice(0, 4)),
    draw.word('plan level 2', HEADINGS.level2.slice(0, 4)),
    draw.word('plan name', ['三级指标', '指标名称', '三级指标名称', '三级\n指标', '三 级 指 标']),
    ...(style.split ? [draw.word('plan sign', HEADINGS.sign.slice(0, 4))] : []),
    ...(style.halves && halfFirst ? ['半年指标值'] : []),
    style.halves ? '全年指标值' : target,
    ...(style.halves && !halfFirst ? ['半年指标值'] : []),
    ...(style.split ? [draw.word('plan unit', HEADINGS.unit.slice(0, 3))] : []),
    ...(weights ? [draw.word('plan weight', ['权重', '分值', '权重（%）'])] : []),
    ...(draw.pick('plan remark', { none: 2, yes: 1 }) === 'yes' ? ['备注'] : []),
  ];
  paper.line(columns);
  plan.blocks.forEach(({ name }, block) => {
    const own = plan.items.filter((item) => item.block === block);
    const first = paper.next;
    const groups = [...new Set(own.map(({ group }) => group))];
    for (const group of groups) {
      const from = paper.next;
      own
        .filter((item) => item.group === group)
        .forEach((item, at) => {
          const number = prefix === 'none' ? '' : prefix === '1.' ? `${at + 1}.` : `指标${at + 1}：`;
          const repeat = levels === 'repeated';
          const half = halfOf(item, style);
          paper.line([
            repeat || paper.next === first ? name : null,
            repeat || paper.next === from ? group : null,
            `${number}${item.name}`,
            ...(style.split ? [sign(item, style)] : []),
            ...(style.halves && halfFirst ? [half] : []),
            targetText(item, style),
            ...(style.halves && !halfFirst ? [half] : []),
            ...(style.split ? [item.unit === '' ? '/' : item.unit] : []),
            ...(weights ? [item.weight] : []),
          ]);
        });
      paper.merge(from, 1, paper.next - from, 1);
    }
    paper.merge(first, 0, paper.next - first, 1);
  });
  if (draw.pick('plan signed', { none: 2, yes: 1 }) === 'yes')
    paper.line(['填报人：李敏', null, '联系电话：0000-0000000']);
  return paper.snapshot();
}
