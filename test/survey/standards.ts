import type { Random } from '../fuzz/random';
import { round2 } from './draw';
import type { Item } from './facts';

type Row = Pick<Item, 'kind' | 'unit' | 'target' | 'actual' | 'weight' | 'operator'>;

/** A rule as bureaus print it, and what it gives for the row. */
type Standard = (row: Row & { target: number; actual: number }) => readonly [text: string, score: number];

const short = ({ target, actual }: { target: number; actual: number }): number => Math.max(0, target - actual);
const over = ({ target, actual }: { target: number; actual: number }): number => Math.max(0, actual - target);
const losing = (weight: number, points: number): number => round2(Math.max(0, weight - points));
const share = ({ target, actual, weight }: { target: number; actual: number; weight: number }): number =>
  round2(Math.min(1, actual / target) * weight);
const orNothing = (kept: boolean, weight: number): number => (kept ? weight : 0);

const MORE: readonly Standard[] = [
  (row) => [`达到${row.target}${row.unit}及以上得满分，未达到的按实际完成值÷目标值×分值计分`, share(row)],
  (row) => ['按完成比例计分', share(row)],
  (row) => [`完成${row.target}${row.unit}以上得${row.weight}分，未完成按比例得分`, share(row)],
];

const SHARE: readonly Standard[] = [
  ...MORE,
  (row) => [`不低于${row.target}%得满分，每低1个百分点扣0.5分，扣完为止`, losing(row.weight, 0.5 * short(row))],
  (row) => [
    `没有低于${row.target}%的得${row.weight}分，每降低1个百分点扣0.5分，扣完为止`,
    losing(row.weight, 0.5 * short(row)),
  ],
  (row) => [`≥${row.target}%得满分，每少1%扣0.2分，扣完为止`, losing(row.weight, round2(0.2 * short(row)))],
];

const FEW: readonly Standard[] = [
  (row) => [
    `完成${row.target}${row.unit}得满分，每少1${row.unit}扣0.5分，扣完为止`,
    losing(row.weight, 0.5 * short(row)),
  ],
  (row) => [
    `不少于${row.target}${row.unit}得${row.weight}分，每少1${row.unit}扣0.2分，扣完为止`,
    losing(row.weight, round2(0.2 * short(row))),
  ],
];

const LESS: readonly Standard[] = [
  (row) => [`不高于${row.target}${row.unit}得满分，否则不得分`, orNothing(over(row) === 0, row.weight)],
  (row) => [`不得高于${row.target}${row.unit}的得满分，否则不得分`, orNothing(over(row) === 0, row.weight)],
  (row) => [`未超过${row.target}${row.unit}得${row.weight}分，超过不得分`, orNothing(over(row) === 0, row.weight)],
  (row) => [`控制在${row.target}${row.unit}以内得满分，超出不得分`, orNothing(over(row) === 0, row.weight)],
  (row) => [
    `≤${row.target}${row.unit}得${row.weight}分，每超过1${row.unit === '%' ? '个百分点' : row.unit}扣0.5分，扣完为止`,
    losing(row.weight, 0.5 * over(row)),
  ],
];

const NONE: readonly Standard[] = [
  (row) => ['未发生得满分，每发生1起扣2分，扣完为止', losing(row.weight, 2 * row.actual)],
  (row) => ['没有发生的得满分，发生一起不得分', orNothing(row.actual === 0, row.weight)],
];

const IN_WORDS: Readonly<Record<'date' | 'words', readonly string[]>> = {
  date: ['按时完成得满分，逾期不得分', '在规定时间内完成得满分，每逾期1个月扣1分，扣完为止'],
  words: ['达到要求得满分，部分达到酌情扣分，未达到不得分', '根据实际情况评分', '达到预期得满分，否则不得分'],
};

/** The printed rule of a row and the score that it gives. */
export function printedStandard(random: Random, row: Row): { standard: string; score: number } {
  const { kind, target, actual, weight } = row;
  if (kind === 'date' || kind === 'words') return { standard: random.pick(IN_WORDS[kind]), score: weight };
  if (typeof target !== 'number' || typeof actual !== 'number') throw new Error(`no figures: ${kind}`);
  const rules = {
    share: SHARE,
    least: target < 30 ? [...MORE, ...FEW] : MORE,
    most: LESS,
    mostShare: LESS,
    none: NONE,
  }[kind];
  const [standard, score] = random.pick(rules)({ ...row, target, actual });
  return { standard, score };
}
