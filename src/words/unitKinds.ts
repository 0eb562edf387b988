import { compact } from '../sheet/text';
import { keepsTime, measureOf, sameMeasure } from './comparable';
import type { NumberQuantity, Quantity } from './quantity';
import { ONE, TEN_THOUSAND } from './units';

const SESSIONS = '场次 场 期 批次 轮 班次';
const THINGS = '个 项 件 宗 起 例 份 篇 处 套 台 条 座 家 所 种 类 只 张 本 部 辆';

/** Words with which the same things are counted; one form has 100人次 as its target and 100次 as its actual value. */
const COUNTED_ALIKE: readonly ReadonlySet<string>[] = [
  '人 名',
  '人次 次 次数',
  `${SESSIONS} 次 次数 批`,
  `${THINGS} 个数`,
].map((line) => new Set(line.split(' ')));

/** 元/户·年 beside 元/户, 次/年 beside 次: the same, one of them named less fully. */
function partOf(a: string, b: string): boolean {
  const [whole, part] = [a, b.replace(/年$/, '')].map((unit) => unit.split(/[*·.、/每]/).filter((one) => one !== ''));
  return /[/元]/.test(b) && whole?.[0] === part?.[0] && part?.every((one) => whole?.includes(one)) === true;
}

/** Whether two units count the same things: 例 and 起. */
export function countedAlike(a: string, b: string): boolean {
  if (a === b && a !== '') return true;
  const among = (units: ReadonlySet<string>, unit: string) => unit.split('/').every((one) => units.has(one));
  return COUNTED_ALIKE.some((units) => among(units, a) && among(units, b)) || partOf(a, b) || partOf(b, a);
}

/** Units by what they measure. 个 and its like may count anything that is no rate, no money and has no dimension. */
const KINDS: ReadonlyMap<string, string> = new Map(
  [
    ['rate', '% ‰'],
    ['money', '元 美元 港元 欧元'],
    ['people', '人 人次 名 位 人员 户 户次'],
    ['sessions', `${SESSIONS} 节 课时 学时 届`],
    ['things', `${THINGS} 块 次 次数 批`],
  ].flatMap(([kind = '', units = '']) => units.split(' ').map((unit): [string, string] => [unit, kind])),
);

/** Without units of time: it is stated in so many of them that another one shows no mistake. */
const DIMENSIONS: ReadonlySet<string | undefined> = new Set('米 亩 立方米 公斤 度 千瓦'.split(' '));

function kindOf(unit: string): string | null {
  const measured = measureOf(unit);
  if (DIMENSIONS.has(measured)) return measured ?? null;
  return KINDS.get(unit) ?? (unit.startsWith('元') ? 'money' : (KINDS.get(unit.split('/')[0] ?? '') ?? null));
}

const COUNTS: ReadonlySet<string | null> = new Set(['people', 'sessions', 'things']);

/** Whether what a unit counts adds up: 件, not 分, 天 or 微克/立方米. */
export const isCount = (unit: string): boolean => COUNTS.has(kindOf(unit));

/** Rates of a part in its whole. */
const PARTS = '合格|覆盖|及时|完好|知晓|准确|达标|优良|普及|接通|公开|满意';
const SHARE = new RegExp(`(?:(?:${PARTS})率|满意度)(?:[（(].{0,40})?$`);

/** Whether a name is of a part in its whole, which can't be more than all of it: 合格率, 满意度（%）. */
export const isShareByName = (name: string): boolean => SHARE.test(compact(name));

/** What a name says that it measures, and the kinds of units that measure something else. */
const NAMED: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    new RegExp(`(?:${PARTS}|完成|执行|到位|支付|参与|办结|通过|增长|下降)率$|(?:比例|占比|比重|满意度)$`),
    ['money', 'people', 'sessions', 'things'],
  ],
  [/人[数次]$/, ['rate', 'money']],
  [/(?:次数|场次|期数|个数|家数|户数|件数|台数|套数|批次)$/, ['rate', 'money']],
  [/(?:金额|总额|产值)$/, ['people', 'sessions', 'things']],
  [/(?:面积|里程|长度)$/, ['money', 'people', 'sessions']],
];

/** Whether a figure is of another kind than its name says: 12个 for 合格率, 95% for 培训人数; all of them may be 100%. */
export function isNamedElse(name: string, { unit, value }: NumberQuantity): boolean | null {
  const others = NAMED.find(([words]) => words.test(name))?.[1];
  const kind = unit.includes('/') ? null : kindOf(unit);
  if (others === undefined || kind === null) return null;
  return others.includes(kind) && !(kind === 'rate' && value.eq(100));
}

/**
 * How the units of a target and an actual value differ: `kinds` where they measure different things (200人次 and 3期),
 * `scale` where the figures fit once 万 is put right (500万元 and 471.23元), `unclear` where that can't be told. `null`
 * where they are one unit or one of them names none.
 */
export function unitsDiffer(target: Quantity, actual: Quantity): 'kinds' | 'scale' | 'unclear' | null {
  if (target.kind !== 'number' || actual.kind !== 'number' || target.unit === '' || actual.unit === '') return null;
  if (isOffByTenThousand(target, actual)) return 'scale';
  if (countedAlike(target.unit, actual.unit) || sameMeasure(target.unit, actual.unit)) return null;
  if (keepsTime(target, actual) !== null) return null;
  const [wanted, reached] = [kindOf(target.unit), kindOf(actual.unit)];
  // 100% beside a target of 3项 means all three of them.
  const whole = actual.unit === '%' && actual.value.eq(100);
  if (wanted === null || reached === null || wanted === reached || whole) return 'unclear';
  const counts = COUNTS.has(wanted) && COUNTS.has(reached);
  return counts && (wanted === 'things' || reached === 'things') ? 'unclear' : 'kinds';
}

/** Money that is ten thousand times too much or too little, give or take a half, one of them in 万元 and one in 元. */
function isOffByTenThousand(target: NumberQuantity, actual: NumberQuantity): boolean {
  if (!target.unit.startsWith('元') || !actual.unit.startsWith('元') || target.value.lte(0) || actual.value.lte(0))
    return false;
  if ((target.scale ?? 1).toString() === (actual.scale ?? 1).toString()) return false;
  const ratio = target.value.div(actual.value);
  return [ratio, ONE.div(ratio)].some((one) => one.gte(TEN_THOUSAND.div(2)) && one.lte(TEN_THOUSAND.times(2)));
}
