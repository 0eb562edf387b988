import type { Indicator } from '../../form/model';
import { daysLate } from '../late';
import { compact } from '../../sheet/text';
import { anyOf, CHANGES } from '../../words/changeWords';
import { isDenied } from '../../words/denial';
import { findMentions } from '../../words/mentions';
import { lastDayOf } from '../../words/dates';
import { readDate } from '../../words/readDate';
import type { DateQuantity } from '../../words/quantity';
import { PERIODS } from '../../words/readQuantity';
import { AIM, LATE } from '../../words/vocabulary';

const BY_DATE = /在?((?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|[底末份]){0,2}(?:[之以]?前|内))/g;
const BEFORE_MONTH = /月[之以]?前$/;

/** The last day that a date may mean. */
const lastOf = ({ kind, relation, year, month, day }: DateQuantity): DateQuantity => ({
  kind,
  relation,
  year,
  month,
  day: day ?? lastDayOf(month),
});

/** Any year that is no leap year, for dates that name none. */
const A_YEAR = 2001;
const LATER = /(?<=[;,。；，\n])(?:之后|此后|以后|再晚|更晚)(?:完成)?(?=的?,?不?得)/g;

/**
 * A rule with the row's own date for what it is: 12月底前完成得满分 is 按期完成得满分 beside a target of 12月底前, and a later date
 * how much later it is.
 */
function byOwnDate(text: string, { target }: Indicator): string {
  const due = target?.value;
  if (due?.kind !== 'date') return text;
  const read = text.replaceAll(BY_DATE, (written: string, date: string) => {
    const named = readDate(date);
    if (named === null) return written;
    const [own, other] = [lastOf(due), lastOf(named)];
    if (other.month === own.month && other.day === own.day && (other.year ?? own.year) === own.year) return '按期';
    // 7月前 may leave out July or take it in.
    if (BEFORE_MONTH.test(date)) return written;
    const days = daysLate(other, own, own.year ?? other.year ?? A_YEAR);
    return days === null || days === 0 ? written : `延迟${days}天以内`;
  });
  return read === text ? text : read.replaceAll(LATER, '其余');
}

const GOAL = `(?:${AIM}|(?:年度|年初)?(?:预算|标准)[值数]?)`;
const EXCESS = new RegExp(
  `(?<!每)(?:超支|(?:超[出过]了?|高[于出])(?:了)?(${GOAL})?)(\\d{1,2}(?:\\.\\d)?)%(?:[-~—至](?:超[出过支])?(\\d{1,2}(?:\\.\\d)?)%|([以之]?内|以上))`,
  'g',
);
const NOT_BEYOND = new RegExp(
  `(?:(?:经费|成本|支出|资金|费用)?[不未]超支|[不未](?:超[出过]?|高于)${GOAL}|控制在${GOAL}(?:以|范围|之)?内)(?:的|时)?,?(?=(?:得|计)?(?:满分|\\d)|不扣分)`,
);
/** A percentage that is not points: 60%权重分. */
const PERCENT = /(?<![得计按记给][\d.]{0,4})\d%(?!的?(?:权重|分值|满分))/;

/** What lies beyond the row's own target as shares of it: 超出预算5%以内扣0.5分 is 完成目标值的100%(不含)-105%扣0.5分, and up to 100% is full. */
function byOwnExcess(text: string, { target }: Indicator): string {
  const plain = compact(text);
  const value = target?.value;
  const found = [...plain.matchAll(EXCESS)];
  if (
    value?.kind !== 'number' ||
    ['%', ''].includes(value.unit) ||
    !(NOT_BEYOND.test(plain) || found.some(([written, goal]) => goal !== undefined || written.startsWith('超支')))
  )
    return text;
  if (found.some(({ index }) => isDenied(plain, index))) return text;
  const full = NOT_BEYOND.test(plain);
  if (!(full || ['<=', '<'].includes(value.relation ?? '')) || PERCENT.test(plain.replace(EXCESS, ''))) return text;
  const shares = plain.replace(EXCESS, (_, _goal, first: string, second?: string, side = '') => {
    const [from, to] = [first, second].map((percent) => `${100 + Number(percent)}%`);
    if (second !== undefined) return `完成目标值的${from}-${to}`;
    return side === '以上' ? `完成目标值的${from}以上` : `完成目标值的100%(不含)-${from}`;
  });
  const upTo = '完成目标值的100%(含)以下';
  if (full) return shares.replace(NOT_BEYOND, upTo);
  return /满分|不扣分/.test(plain) ? text : `${upTo}得满分;${shares}`;
}

const PER_PERIOD = /每个?(半?年|季度?|月|周)[^0-9,，。；;\n每]{0,10}[0-9]{1,4}[\u4e00-\u9fff]{1,2}/g;

/** A bound for each part of the year with the row's own target for what it is: 每月不少于4次 is 达到目标值 beside ≥48次. */
function byOwnPeriod(text: string, { target }: Indicator): string {
  const value = target?.value;
  if (value?.kind !== 'number') return text;
  return text.replace(PER_PERIOD, (written: string, period: string) => {
    const [each] = findMentions(written);
    const same = each?.unit === value.unit && each.value.times(PERIODS.get(period) ?? 0).eq(value.value);
    return same ? `达到目标值${written.slice(each.end)}` : written;
  });
}

/** 走访户数/300×6, 实际值/90%×分值 */
const DIVISOR = /(?<=[/÷])([0-9]{1,9}(?:\.[0-9]{1,4})?)(%|[\u4e00-\u9fff]{1,3})?(?=[)）]?[×*])/g;
/** 实际竣工率占90%的比例 */
const SHARE = /占([0-9]{1,3}(?:\.[0-9]{1,2})?%)的比例/g;
/** 超过300户的按6分计 */
const BEYOND = /(?<=超[出过])([0-9]{1,9}(?:\.[0-9]{1,4})?)(%|[\u4e00-\u9fff]{1,3}?)?(?=的?,?按)/g;
/** 实际值≤目标值 */
const KEEPS = new RegExp(`(?:实际|完成)值?(≤|≥|<=|>=|[不未][高大]于|[不未][低小]于|[不未]超过?)${AIM}`, 'g');

/** The row's own target called so where a formula or a bound states its figure: 走访户数/300×6 is 走访户数/目标值×6 beside ≥300户. */
function byOwnTarget(text: string, { target }: Indicator): string {
  const own = target?.value;
  if (own?.kind !== 'number') return text;
  const named = (written: string, figure: string, unit = '') =>
    own.value.eq(figure) && (unit === '' || unit === own.unit) ? '目标值' : written;
  const plain = compact(text);
  const keeps = plain.replace(KEEPS, (written: string, sign: string) =>
    own.relation !== null && /[≤<高大超]/.test(sign) === own.relation.startsWith('<') ? '达到目标值' : written,
  );
  const read = keeps.replace(SHARE, '/$1×分值').replace(DIVISOR, named).replace(BEYOND, named);
  return read === plain ? text : read;
}

const notDone = (words: string) => new RegExp(`(?<=[;,。；，\\n])(?:未|没有)(${words})(?=的?[,，]?不?得)`, 'g');
const NOT_HELD = notDone('组织|开展|举办|举行|召开');
const UNCHANGED = notDone(anyOf(CHANGES.more, CHANGES.less));
const COUNTED = /^(?:(?![得计扣])[\u4e00-\u9fff]){0,6}[≥>]?\d{1,4}(?:\.\d{1,2})?(%|[\u4e00-\u9fff])/;

/** What was not done in figures: 下降2%以上得满分，未下降不得分; 组织2次得满分，未组织不得分. */
function byFigure(text: string): string {
  const unitOf = (word: string): string => {
    const at = text.indexOf(word);
    const unit = COUNTED.exec(text.slice(at + word.length, at + word.length + 16))?.[1] ?? '';
    return isDenied(text, at) ? '' : unit;
  };
  return (
    text
      .replace(NOT_HELD, (written: string, word: string) =>
        ['', '%'].includes(unitOf(word)) ? written : `0${unitOf(word)}`,
      )
      // What neither rose nor fell stands on the bound itself.
      .replace(UNCHANGED, (written: string, word: string) => (unitOf(word) === '%' ? '0%以下' : written))
  );
}

/** 负增长不得分: below 0%. */
const BELOW_NOTHING = /(?<=^|[;,。；，\n])(?:出现|为|呈)?负增长(?=的?[,，]?[不得计])/g;

const ONE_STEP = new RegExp(
  `(?<=^|[;,。；，\\n])(?=(?:超[过出]?|多|少于?|低于|缺少?)[\\u4e00-\\u9fff]{0,2}?(?:一|1)[\\u4e00-\\u9fff]{1,2}扣[\\d.\\u4e00-\\u9fff]{1,4}分[;,。；，]扣完为止)`,
  'g',
);

/** 超支每1%扣1分, 超过的每件扣1分 */
const STEP_LAST = new RegExp(
  `(?<=^|[;,。；，\\n])(超支|超[出过]|高于|低于|少于|下降|降低|减少|${LATE})(?:的?部分|的)?[,，]?每(?=[0-9一]|([\\u4e00-\\u9fff]{1,2}扣))`,
  'g',
);

/** A printed rule in the terms of its own row, and each step of it as one: 超过一次扣1分，扣完为止 is 每超过一次…. */
export function inOwnTerms(text: string, indicator: Indicator): string {
  const plain = byFigure(byOwnTarget(byOwnPeriod(byOwnDate(text, indicator), indicator), indicator))
    .replace(BELOW_NOTHING, '低于0%')
    .replace(ONE_STEP, '每')
    .replace(STEP_LAST, (_, change: string, unit?: string) => `每${change}${unit === undefined ? '' : '1'}`);
  return byOwnExcess(plain, indicator);
}
