import type { Random } from '../fuzz/random';
import { between, type Draw, round2, shuffled, sum } from './draw';
import { printedStandard } from './standards';
import { CAUSES, type Kind, MEASURES, SUBJECTS, type Subject } from './words';

/** One row below an indicator that has neither weight nor score. */
export interface Part {
  name: string;
  target: number;
  actual: number;
}

/** One scored row. Points have two decimals. Faults change a copy. */
export interface Item {
  readonly block: number;
  group: string;
  name: string;
  readonly kind: Kind;
  readonly operator: '≥' | '=' | '≤' | '';
  readonly unit: string;
  target: number | string;
  actual: number | string;
  weight: number;
  score: number;
  /** '' at full marks. */
  cause: string;
  measure: string;
  /** A sentence of what was done that agrees with the row. */
  basis: string;
  standard: string;
  parts: Part[];
}

export interface MoneyLine {
  readonly label: string;
  readonly initial: number;
  budget: number;
  spent: number;
}

export interface Money {
  /** The whole first where `hasTotal`. */
  readonly lines: MoneyLine[];
  readonly hasTotal: boolean;
  /** Points of the execution rate; 0 where it is not scored in the block. */
  readonly weight: number;
  score: number;
  cause: string;
}

export interface Facts {
  readonly year: number;
  readonly blocks: readonly { readonly name: string; readonly weight: number }[];
  items: Item[];
  readonly money: Money | null;
  /** Sentences of goal and completion. */
  goal: string;
  completion: string;
  /** What is printed in the place of what follows from the rest, by tag. */
  readonly printed: Map<string, string | number | null>;
}

export const itemsOf = (facts: Facts, block: number): Item[] => facts.items.filter((item) => item.block === block);
export const rateOf = ({ budget, spent }: Pick<MoneyLine, 'budget' | 'spent'>): number => spent / budget;
export const totalOf = (facts: Facts): number =>
  sum([...facts.items.map(({ score }) => score), facts.money?.score ?? 0]);

const BLOCKS: Readonly<Record<string, readonly [money: number, ...blocks: (readonly [string, number])[]]>> = {
  '10+50+30+10': [10, ['产出指标', 50], ['效益指标', 30], ['满意度指标', 10]],
  '60+30+10': [0, ['产出指标', 60], ['效益指标', 30], ['满意度指标', 10]],
  '20+80': [20, ['产出指标', 40], ['效益指标', 30], ['满意度指标', 10]],
  '20+40+40': [20, ['产出指标', 40], ['效益指标', 40]],
  '10+20+40+20+10': [10, ['成本指标', 20], ['产出指标', 40], ['效益指标', 20], ['满意度指标', 10]],
  '20+20+30+30': [0, ['决策', 20], ['过程', 20], ['产出', 30], ['效益', 30]],
};

/** Splits points over rows: whole or half points, or evenly with two decimals; the rest with the last. */
function split(random: Random, whole: number, count: number, evenly: boolean): number[] {
  if (count === 1) return [whole];
  if (evenly) {
    const part = round2(whole / count);
    return [...Array.from({ length: count - 1 }, () => part), round2(whole - part * (count - 1))];
  }
  const even = Math.floor((whole / count) * 2) / 2;
  const parts = Array.from({ length: count - 1 }, () => Math.max(1, even + between(random, -2, 2) / 2));
  return [...parts, round2(whole - sum(parts))];
}

const UNPAID = '部分项目尾款按合同约定下年支付';

const datesOf = (year: number): readonly (readonly [string, string])[] => [
  [`${year}年12月底前`, `${year}年11月`],
  [`${year}年12月31日前`, `${year}年12月20日`],
  ['12月底前', '11月底完成'],
  [`${year}年9月前`, `${year}年8月`],
];

const WORDS: readonly (readonly [string, string])[] = [
  ['有效提升', '有效提升'],
  ['健全', '健全'],
  ['逐步改善', '逐步改善'],
  ['符合要求', '符合要求'],
  ['良好', '良好'],
  ['达到预期效果', '达到预期效果'],
  ['完成1部宣传片、2套方案', '完成1部宣传片、2套方案'],
  ['≥200人次；≥3期', '210人次；3期'],
  ['90%-95%', '93%'],
  ['长期', '长期'],
  ['每月10日前报送', '每月10日前报送'],
  ['不发生重大事故', '未发生重大事故'],
  ['100%到位', '100%到位'],
];

interface Values {
  readonly operator: Item['operator'];
  readonly target: number | string;
  readonly actual: number | string;
}

function valuesOf(random: Random, [, , kind, , low, high]: Subject, missed: boolean, year: number): Values {
  if (kind === 'date' || kind === 'words') {
    const [target, actual] = random.pick(kind === 'date' ? datesOf(year) : WORDS);
    return { operator: '', target, actual };
  }
  if (kind === 'none') return { operator: random.pick(['=', '≤'] as const), target: 0, actual: 0 };
  const target = between(random, low, high);
  if (kind === 'most' || kind === 'mostShare') {
    const kept = round2(target * (0.8 + random.below(21) / 100));
    return { operator: '≤', target, actual: kind === 'most' && target > 9 ? Math.floor(kept) : kept };
  }
  const operator = target === 100 || random.chance(0.2) ? '=' : '≥';
  if (missed) {
    const short = kind === 'share' ? between(random, 1, Math.max(1, Math.floor(target / 8))) : 0;
    const actual = kind === 'share' ? target - short : Math.floor(target * (0.7 + random.below(26) / 100));
    return { operator, target, actual };
  }
  const most = kind === 'share' ? Math.min(100, Math.floor(target * 1.1)) : Math.floor(target * 1.15);
  return { operator, target, actual: operator === '=' ? target : between(random, target, most) };
}

/** Points by proportion, at most full; what the common rule gives for figures that more is better of. */
const byProportion = (item: Pick<Item, 'target' | 'actual' | 'weight'>): number =>
  round2(Math.min(1, Number(item.actual) / Number(item.target)) * item.weight);

function basisOf({ name, kind, unit }: Pick<Item, 'name' | 'kind' | 'unit'>, actual: number | string): string {
  return kind === 'date' || kind === 'words' ? '查阅工作总结和有关文件' : `查阅台账，${name}为${actual}${unit}`;
}

function drawItem(
  draw: Draw,
  random: Random,
  subject: Subject,
  year: number,
  row: Pick<Item, 'block' | 'weight'>,
  missed: boolean,
): Item {
  const [group, name, kind, unit] = subject;
  const short = missed && (kind === 'least' || kind === 'share') && row.weight >= 2;
  const values = valuesOf(random, subject, short, year);
  const item = {
    ...row,
    ...values,
    group,
    name,
    kind,
    unit,
    score: row.weight,
    cause: '',
    measure: '',
    standard: '',
    parts: [],
    basis: basisOf({ name, kind, unit }, values.actual),
  };
  if (short) item.score = byProportion(item);
  if (draw.choices.get('standard') !== 'none') Object.assign(item, printedStandard(random, item));
  if (item.score < item.weight) Object.assign(item, { cause: random.pick(CAUSES), measure: random.pick(MEASURES) });
  return item;
}

function drawMoney(draw: Draw, random: Random, weight: number, hasTotal: boolean): Money {
  const labels = random.pick([
    ['其中：财政拨款', '其他资金'],
    ['其中：当年财政拨款', '上年结转资金', '其他资金'],
    ['其中：中央资金', '省级资金', '县级资金'],
  ]);
  const expenditure =
    draw.pick('money lines', { sources: 4, expenditure: 1, 'expenditure in detail': 1 }) !== 'sources';
  const lines = expenditure ? ['其中：基本支出', '项目支出'] : labels;
  const full = draw.pick('execution', { full: 4, high: 5, low: 1 });
  const parts = (hasTotal ? lines : ['基本支出', '项目支出']).map((label, index) => {
    const budget = index > 0 && random.chance(0.3) && hasTotal ? 0 : between(random, 1500, 90000) / 100;
    const share =
      full === 'full' ? 1 : full === 'high' ? 0.92 + random.below(79) / 1000 : 0.7 + random.below(150) / 1000;
    return { label, initial: budget, budget, spent: round2(budget * share) };
  });
  const whole = {
    label: 'total',
    initial: sum(parts.map((one) => one.initial)),
    budget: sum(parts.map((one) => one.budget)),
    spent: sum(parts.map((one) => one.spent)),
  };
  const score = round2(Math.min(1, rateOf(whole)) * weight);
  const cause = full === 'full' ? '' : `${UNPAID}，今后加快支付进度`;
  return { lines: hasTotal ? [whole, ...parts] : parts, hasTotal, weight, score, cause };
}

/** Adds rows below an indicator that share out its figures. */
function divide(random: Random, item: Item): void {
  const { target, actual } = item;
  if (typeof target !== 'number' || typeof actual !== 'number') return;
  const share = 0.3 + random.below(40) / 100;
  const first = Math.max(1, Math.floor(target * share));
  const done = Math.min(actual - 1, Math.max(first, Math.floor(actual * share)));
  item.parts = [
    { name: '其中：城区', target: first, actual: done },
    { name: '乡镇', target: target - first, actual: actual - done },
  ];
}

/** What a form in order says, drawn at random: figures that agree with one another, reasons where they are owed. */
export function drawFacts(draw: Draw): Facts {
  const random = draw.stream('facts');
  const year = between(random, 2019, 2025);
  const place = draw.pick('money', {
    'rows above': 6,
    'rows below': 2,
    columns: 2,
    departments: 1,
    'no total': 1,
    none: 2,
  });
  const [points, ...listed] = BLOCKS[
    draw.pick('blocks', {
      '10+50+30+10': 4,
      '60+30+10': 2,
      '20+80': 2,
      '20+40+40': 2,
      '10+20+40+20+10': 1,
      '20+20+30+30': 2,
    })
  ] ?? [0];
  const inBlock = place === 'rows above' || place === 'rows below';
  const money =
    place === 'none' ? null : drawMoney(draw, draw.stream('money figures'), inBlock ? points : 0, place !== 'no total');
  const missed = { none: 0, some: 0.25, many: 0.6 }[draw.pick('missed', { some: 4, none: 2, many: 2 })];
  const asRow = points > 0 && !inBlock;
  const blocks = [...(asRow ? [['预算执行', points] as const] : []), ...listed].map(([name, weight]) => ({
    name,
    weight,
  }));
  const evenly = draw.pick('weights split', { 'by halves': 4, evenly: 1 }) === 'evenly';
  const used = new Set<string>();
  const items = blocks.flatMap(({ name, weight }, block): Item[] => {
    if (asRow && block === 0) return [executionRow(draw, random, money, points)];
    const pool = (SUBJECTS[name] ?? []).filter(([, subject]) => !used.has(subject));
    const count = Math.min(pool.length, between(random, 1, weight >= 30 ? 5 : 2));
    const chosen = new Set(shuffled(random, pool).slice(0, count));
    const weights = split(random, weight, chosen.size, evenly);
    return pool
      .filter((subject) => chosen.has(subject))
      .map((subject, index) => {
        used.add(subject[1]);
        return drawItem(draw, random, subject, year, { block, weight: weights[index] ?? 0 }, random.chance(missed));
      });
  });
  if (draw.pick('parts', { none: 5, rows: 1, merged: 1 }) !== 'none') {
    const whole = items.find((item) => item.kind === 'least' && Number(item.target) > 9 && item.score === item.weight);
    if (whole !== undefined) divide(random, whole);
  }
  tellFigures(draw, items);
  const told = items.find(({ kind }) => kind === 'least');
  const goal =
    told === undefined
      ? '保障年度重点工作顺利开展。'
      : `保障重点工作开展，${told.name}达到${told.target}${told.unit}。`;
  const completion =
    told === undefined ? '年度重点工作顺利开展。' : `各项工作有序开展，${told.name}为${told.actual}${told.unit}。`;
  return { year, blocks, items, money, goal, completion, printed: new Map() };
}

/** Lets reasons and bases state the figures of their rows, in sentences and sums that are right. */
function tellFigures(draw: Draw, items: readonly Item[]): void {
  if (draw.pick('texts', { plain: 3, 'with figures': 1 }) === 'plain') return;
  for (const item of items) {
    const { target, actual, unit, kind, cause } = item;
    if (typeof target !== 'number' || typeof actual !== 'number' || actual === 0) continue;
    const half = Math.floor(actual / 2);
    if (kind === 'least') {
      item.basis = `上半年完成${half}${unit}，下半年完成${actual - half}${unit}，${half}${unit}+${actual - half}${unit}=${actual}${unit}`;
    }
    if (kind === 'share' && Number.isInteger(actual)) {
      item.basis = `应完成200项，实际完成${actual * 2}项，${actual * 2}÷200×100%=${actual}%`;
    }
    if (cause === '') continue;
    const short = round2(target - actual);
    item.cause =
      kind === 'share'
        ? `目标值${target}%，实际完成${actual}%，低${short}个百分点，主要是${cause}`
        : `年初目标${target}${unit}，实际完成${actual}${unit}，少${short}${unit}，原因是${cause}`;
  }
}

/** 预算执行率 as an indicator, where the points for it stand in the table. */
function executionRow(draw: Draw, random: Random, money: Money | null, weight: number): Item {
  const [first, second] = money?.lines ?? [];
  const budget = money?.hasTotal === false ? sum([first?.budget ?? 0, second?.budget ?? 0]) : first?.budget;
  const spent = money?.hasTotal === false ? sum([first?.spent ?? 0, second?.spent ?? 0]) : first?.spent;
  const actual = budget === undefined || spent === undefined ? 100 : round2((spent / budget) * 100);
  const item: Item = {
    block: 0,
    weight,
    group: '预算执行',
    name: '预算执行率',
    kind: 'share',
    unit: '%',
    operator: '=',
    target: 100,
    actual,
    score: 0,
    cause: '',
    measure: '',
    standard: '',
    parts: [],
    basis: basisOf({ name: '预算执行率', kind: 'share', unit: '%' }, actual),
  };
  item.score = byProportion(item);
  if (draw.choices.get('standard') !== 'none') item.standard = '预算执行率×分值，最高不超过满分';
  if (item.score < weight) Object.assign(item, { cause: UNPAID, measure: random.pick(MEASURES) });
  return item;
}
