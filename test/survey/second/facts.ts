import { Decimal } from 'decimal.js';
import type { Random } from '../../fuzz/random';
import type { Oddity } from '../draw';
import { CAUSES, LINES, PROJECTS, SPLITS, type Sign, type Template, TEMPLATES, TITLES, UNITS } from './content';

/** What was chosen for a form, by chance; a choice that is not the usual one (the first) is odd. */
export class Choices {
  readonly choices = new Map<string, string>();
  readonly odd = new Map<string, string>();

  constructor(
    readonly random: Random,
    /** With these a form is usual in all else. */
    private readonly alone: readonly Oddity[] | null,
  ) {}

  pick<const T extends string>(name: string, values: readonly T[], usual = 0.45): T {
    const [first] = values;
    const drawn = first === undefined || !this.random.chance(usual) ? this.random.pick(values) : first;
    const forced = values.find((one) => this.alone?.some((own) => own.choice === name && own.value === one));
    const value = this.alone === null ? drawn : (forced ?? first ?? drawn);
    this.choices.set(name, value);
    if (value !== first) this.odd.set(name, value);
    return value;
  }

  /** Of few things that are rare each. */
  rarely(name: string, probability: number): boolean {
    return this.pick(name, ['no', 'yes'], 1 - 2 * probability) === 'yes';
  }
}

export interface Item {
  readonly block: number;
  readonly template: Template;
  target: number;
  /** The upper end of a range. */
  high: number;
  actual: number;
  /** What a target in words was reached to, or a date. */
  told: string;
  weight: number;
  score: number;
  /** Of the actual value. */
  unit: string;
  /** Added to what is printed as the share of the target that was reached, in percent. */
  slip: number;
  /** Stated beside the score: out of a hundred, or the share of the weight. */
  share: number;
  reason: string;
  measure: string;
  standard: string;
}

export interface MoneyLine {
  readonly label: string;
  readonly depth: number;
  start: number;
  budget: number;
  spent: number;
  /** Percent; left open where nothing was planned. */
  rate: number | null;
}

export interface Money {
  readonly yuan: boolean;
  readonly lines: MoneyLine[];
  /** None where the execution is not scored. */
  weight: number | null;
  score: number;
  reason: string;
}

export interface Facts {
  readonly title: string;
  readonly unit: string;
  readonly project: string;
  readonly year: number;
  readonly blocks: { readonly name: string; weight: number }[];
  readonly items: Item[];
  readonly money: Money | null;
  total: number;
  /** Changes of what is printed as the sum of a block. */
  readonly subtotals: Map<number, number>;
  labelWeights: Map<number, number>;
  goal: string;
  done: string;
}

export type Rounding = 'half up' | 'truncated' | 'one place';
export type Rule = 'proportion' | 'printed';

const LEVELS: Readonly<Record<Rounding, readonly [number, Decimal.Rounding]>> = {
  'half up': [2, Decimal.ROUND_HALF_UP],
  truncated: [2, Decimal.ROUND_DOWN],
  'one place': [1, Decimal.ROUND_HALF_UP],
};

export const rounded = (value: Decimal.Value, places = 2): number =>
  new Decimal(value).toDecimalPlaces(places).toNumber();
export const added = (values: readonly number[]): number => Decimal.sum(0, ...values).toNumber();
const points = (value: Decimal.Value, rounding: Rounding): number =>
  new Decimal(value).toDecimalPlaces(...LEVELS[rounding]).toNumber();

export const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** Splits points among some: in whole points, evenly with the rest in the last, or by chance in halves. */
function split(whole: number, parts: number, how: string, random: Random): number[] {
  const step = how === 'even' ? 0.01 : how === 'halves' && whole % 0.5 === 0 ? 0.5 : 1;
  const even = new Decimal(whole).div(parts).div(step).floor().times(step);
  const each = Array.from({ length: parts }, () => even.toNumber());
  each[parts - 1] = new Decimal(whole).minus(even.times(parts - 1)).toNumber();
  if (how === 'even') return each;
  for (let turn = 0; turn < parts; turn++) {
    const [from, to] = [random.below(parts), random.below(parts)];
    const [giver = 0, taker = 0] = [each[from], each[to]];
    if (from === to || giver - step < step) continue;
    each[from] = giver - step;
    each[to] = taker + step;
  }
  return each;
}

export const isMet = ({ template: { sign }, target, high, actual, reason }: Item): boolean => {
  if (sign === '≥') return actual >= target;
  if (sign === '≤') return actual <= target;
  if (sign === '=') return actual === target;
  return sign === '范围' ? actual >= target && actual <= high : reason === '';
};

/** The share of the weight that an item earns, in the way of offices whose forms print no rule. */
function shareOf(item: Item, rule: Rule): Decimal {
  const {
    template: { sign, unit },
    target,
    actual,
  } = item;
  if (isMet(item)) return new Decimal(1);
  if (rule === 'printed') {
    if (sign === '≥' && unit === '%') {
      const lost = new Decimal(target).minus(actual).times(0.5);
      return Decimal.max(0, new Decimal(item.weight).minus(lost)).div(item.weight);
    }
    if (sign !== '≥') return new Decimal(0);
  }
  if (sign === '文字' || sign === '日期' || sign === '范围') return new Decimal(0.7);
  return sign === '≤' ? new Decimal(target).div(actual) : new Decimal(actual).div(target);
}

const STANDARDS: Readonly<Record<Sign, (item: Item) => string>> = {
  '≥': ({ target, template: { unit } }) =>
    unit === '%' ? `≥${target}%得满分，每降低1个百分点扣0.5分，扣完为止` : `达到目标值得满分，未达到的按完成比例得分`,
  '≤': ({ target, template: { unit } }) => `不超过${target}${unit}得满分，超过不得分`,
  '=': ({ target, template: { unit } }) => `达到${target}${unit}得满分，否则不得分`,
  范围: ({ target, high }) => `在${target}%至${high}%之间得满分，否则不得分`,
  文字: () => '达到预期得满分，未达到不得分',
  日期: () => '按时完成得满分，未按时完成不得分',
};

function drawItem(
  template: Template,
  block: number,
  weight: number,
  year: number,
  rule: Rule,
  { random }: Choices,
): Item {
  const places = placesOf(template.target);
  const [low = '0', high = low] = template.sign === '日期' ? [template.target] : template.target.split('~');
  const missed = random.chance(0.22) && low !== '0' && !(rule === 'printed' && template.sign === '日期');
  const figure = Number(low);
  const vary = (by: number): number => rounded(new Decimal(figure).times(by), places);
  const best = template.unit === '%' && template.sign !== '≤' ? 100 : Infinity;
  const ratio = { '≥': [1, 1, 1.04, 1.1], '≤': [1, 1, 0.95, 0.9], '=': [1], 范围: [1.06], 文字: [1], 日期: [1] }[
    template.sign
  ];
  const bad = template.sign === '≤' ? [1.08, 1.25, 1.4] : template.sign === '范围' ? [0.9] : [0.96, 0.9, 0.82, 0.75];
  const item: Item = {
    block,
    template,
    weight,
    score: 0,
    unit: template.unit,
    slip: 0,
    share: 1,
    reason: '',
    measure: '',
    standard: '',
    target: figure,
    high: Number(high),
    actual: Math.min(best, vary(random.pick(missed ? bad : ratio))),
    told: template.target,
  };
  const { unit, sign, name } = template;
  const words = sign === '文字' || sign === '日期';
  if (words && missed) item.told = sign === '日期' ? `${year + 1}年2月` : '部分达成预期指标并具有一定效果';
  else if (sign === '日期') item.told = `${year}年${Math.max(1, Number(template.target) - random.below(3))}月`;
  else if (sign === '文字' && random.chance(0.4)) item.told = '达成预期指标';
  const [cause, measure] = random.pick(CAUSES);
  if ((words && missed) || (!words && !isMet(item))) {
    item.reason = words
      ? `受${cause}影响，未能全部达到预期`
      : `因${cause}，${name}实际为${item.actual}${unit}，未达到目标`;
    item.measure = measure;
  }
  item.standard = STANDARDS[sign](item);
  return item;
}

function drawMoney(choices: Choices): Money | null {
  const { random } = choices;
  const scored = choices.pick('money', ['scored', 'not scored', 'none'], 0.5);
  if (scored === 'none') return null;
  const yuan = choices.pick('money unit', ['万元', '元'], 0.7) === '元';
  const labels = LINES[Number(choices.pick('money lines', ['0', '1', '2', '3', '4', '5'], 0.3))] ?? [];
  const changed = choices.rarely('budget changed', 0.15);
  const full = random.chance(0.4);
  const amount = (): number => rounded(((random.below(90000) + 1000) / 100) * (yuan ? 10000 : 1));
  const lines = labels.map((label): MoneyLine => {
    const budget = /其他|结转|自筹/.test(label) && random.chance(0.6) ? 0 : amount();
    const spent = full ? budget : rounded(budget * (0.91 + random.below(900) / 10000));
    const start = changed && budget > 0 ? rounded(budget * (0.85 + random.below(10) / 100)) : budget;
    return { label: label.trim(), depth: label.length - label.trimStart().length, start, budget, spent, rate: null };
  });
  // What a line has below it adds up to it; from the inside out.
  for (const [index, line] of [...lines.entries()].reverse()) {
    const after = lines.slice(index + 1);
    const end = after.findIndex(({ depth }) => depth <= line.depth);
    const parts = (end === -1 ? after : after.slice(0, end)).filter(({ depth }) => depth === line.depth + 1);
    if (parts.length > 0)
      for (const key of ['start', 'budget', 'spent'] as const) line[key] = added(parts.map((part) => part[key]));
  }
  for (const line of lines)
    line.rate = line.budget === 0 ? null : rounded(new Decimal(line.spent).div(line.budget).times(100));
  const short = lines.some(({ budget, spent }) => spent < budget);
  const reasons = [
    lines.some(({ start, budget }) => start !== budget) && '年中新增任务，按规定程序追加预算',
    short && `因${random.pick(CAUSES)[0]}，部分尾款结转下年支付；下一步加快支出进度`,
  ];
  const reason = reasons.filter(Boolean).join('；');
  return { yuan, lines, weight: scored === 'scored' ? 10 : null, score: 0, reason };
}

export interface Scoring {
  readonly rounding: Rounding;
  readonly rule: Rule;
  readonly scored: 'points' | 'coefficient' | 'weighed' | 'none';
}

/** What an item scores, and the share that is printed beside it. */
function scoreOf(item: Item, { rounding, rule, scored }: Scoring): void {
  const share = shareOf(item, rule);
  item.share = scored === 'points' ? share.toNumber() : rounded(share, 4);
  item.score = item.share === 1 ? item.weight : points(new Decimal(item.share).times(item.weight), rounding);
}

/** What the execution may score, `null` where it is not scored. */
export const moneyWeight = (money: Money | null): number | null => money?.weight ?? null;

export const totalOf = ({ items, money }: Facts): number =>
  added([...items.map(({ score }) => score), moneyWeight(money) === null ? 0 : (money?.score ?? 0)]);

export function drawFacts(choices: Choices, scoring: Scoring): Facts {
  const { random } = choices;
  const money = drawMoney(choices);
  const split0 = SPLITS[Number(choices.pick('points', ['0', '1', '2', '3', '4'], 0.4))] ?? [];
  const [largest] = [...split0].sort(([, one], [, other]) => other - one);
  const blocks = split0.map((one) => ({
    name: one[0],
    weight: one[1] + (moneyWeight(money) === null && one === largest ? 10 : 0),
  }));
  const how = choices.pick('weights of items', ['whole', 'even', 'halves'], 0.5);
  const year = 2021 + random.below(5);
  const items = blocks.flatMap(({ name, weight }, block) => {
    const count = name === '产出' ? 4 + random.below(5) : name === '满意度' ? 1 + random.below(2) : 2 + random.below(3);
    const from = TEMPLATES.filter(({ first }) => first === name);
    const chosen = new Set<Template>();
    while (chosen.size < Math.min(count, from.length)) chosen.add(random.pick(from));
    const templates = from.filter((template) => chosen.has(template));
    const weights = split(weight, templates.length, how, random);
    return templates.map((template, index) =>
      drawItem(template, block, weights[index] ?? 0, year, scoring.rule, choices),
    );
  });
  for (const item of items) scoreOf(item, scoring);
  const weighs = moneyWeight(money);
  if (money !== null && weighs !== null) {
    const [whole] = money.lines;
    const rate = new Decimal(whole?.spent ?? 0).div(whole?.budget ?? 1);
    money.score = points(rate.times(weighs), scoring.rounding);
  }
  const counted = items.filter(({ template: { sign, unit } }) => sign === '≥' && unit !== '%').slice(0, 2);
  const goal = counted
    .map(({ template: { name, unit }, target }, index) => `${index + 1}.${name}不少于${target}${unit}`)
    .join('；');
  const done = counted
    .map(({ template: { name, unit }, actual }, index) => `${index + 1}.${name}${actual}${unit}`)
    .join('；');
  const facts: Facts = {
    title: choices.pick('title', TITLES, 0.3),
    unit: random.pick(UNITS),
    project: random.pick(PROJECTS),
    year,
    blocks,
    items,
    money,
    total: 0,
    subtotals: new Map(),
    labelWeights: new Map(),
    goal: goal === '' ? '保障项目按计划实施' : goal,
    done: done === '' ? '项目已按计划实施' : done,
  };
  facts.total = totalOf(facts);
  return facts;
}
