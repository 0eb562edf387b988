import type { Decimal } from 'decimal.js';
import type { Indicator } from '../form/model';
import { rateIn } from '../form/rates';
import { inTexts } from '../form/tellings';
import { inOneUnit, type Pair } from '../scoring/sameUnit';
import { formatFigure } from '../sheet/format';
import { compact } from '../sheet/text';
import { factorBetween } from '../words/comparable';
import { ABOUT_BEFORE } from '../words/comparisons';
import { factsOf, MOST_FACTS, type Fact } from '../words/facts';
import { inScale, isRoundingOf } from '../words/written';
import { telling } from './common/agree';
import { asWritten } from './common/evidence';
import { nameOf, rowWords } from './common/words';
import type { Check, Outcome } from './finding';

export const evidenceDifference: Check = {
  id: 'evidence-difference',
  mends: 'row',
  title: '说明里的差额、完成率与指标值、完成值相符',
  severity: 'info',
  explain:
    '原因、依据里写明比目标少多少、多多少、节约或超支多少、其余多少没有完成、完成目标的百分之几的，按本行的指标值和完成值重新计算，按书写的位数认可舍入；比率由两个数算出的，其余的数也核对；“未达到……的目标”与指标值核对；“约”“近”和一处写了几个的不作判断。不符的提出来请人核实以哪一处为准。',
  messages: {
    differs: {
      title: '“{name}”说明里的数与指标值、完成值不符',
      message: '“{name}”指标值为{target}，{actual}，说明写“{written}”，按这两个数应为{computed}，请核实以哪一处为准。',
    },
    aim: {
      title: '“{name}”说明里的目标与指标值不同',
      message: '“{name}”指标值为{target}，说明写“{written}”，请核实以哪一处为准。',
    },
    rest: {
      title: '“{name}”说明里其余的数与前面的数不符',
      message: '“{name}”的文字写“{whole}”“{part}”，其余应为{computed}，写的是“{written}”，请核实以哪一处为准。',
    },
  },
  run: ({ form }) => form.indicators.flatMap(inTexts).flatMap((indicator) => [...against(indicator)]),
};

const AIM = '(?:本?年度|年初|全年|预期|绩效|原定)*(?:目标|指标|计划|任务)(?:值|数|任务)?';
const THAN = '(?:[较比与]|距离?|离)';
/** What became of things that were not done: 未开工, 没有到货, 取消, 待次年交付. */
const NOT_DONE =
  /^.{0,8}?(?:未(?!发[现生]|出现|[收接提见超婚来]|成年)|没有|无法|取消|放弃|停办|暂缓|推迟|延[期至后]|正在|待(?!遇)|失访|空缺|(?:因|由于).{1,8}请假)/;
/** What is left over may be told with its cause before what became of it. */
const LEFT = /未|没有|正在|延|待|仍/;

/** `left`: how many were not done, where nothing else says that the target is meant. */
type Kind = 'short' | 'left' | 'over' | 'saved' | 'rate' | 'aim';

/** Whose words say what a figure is of its row: what stands before it, and what behind it, where that is asked too. */
const TOLD: readonly (readonly [Kind, label: RegExp, behind?: RegExp])[] = [
  ['short', new RegExp(`(?:${THAN}${AIM}[还仍尚相]?(?:减?少|低|差|缺)|(?:低|少)于${AIM}|未达${AIM},?相?差)了?$`)],
  ['short', /^(?:[还仍尚相]?差|缺口|短收|取消(?!了)[\u4e00-\u9fff]{0,3})$/],
  [
    'short',
    /^(?:[因受由].{0,8}[^减])?少(?:完成|开展|组织|举办|召开|开|办|培训|检查|抽检|服务|建设|采购|购置|改造|发放?|招聘?|建|修|做|印)?了?$/,
  ],
  ['left', /^(?:[仍尚还另]?有|导致|造成|[受因由][^，]{1,12}(?:影响|原因))?$/, NOT_DONE],
  ['left', /^(?:剩余|还剩|尚余)$/],
  ['left', /^(?:其余|剩余|余下|尚有|还有|另有)$/, LEFT],
  ['over', /^(?:超额|多)完成了?$/],
  ['over', new RegExp(`(?:超额?|超[出过]|[高多]于)(?:完成)?${AIM}|${THAN}${AIM}(?:多|高|增加)了?$`)],
  ['saved', /^(?:[较比](?:年初)?预算)?(?:节约|节省|结余|压减|压缩)(?:了|资金|经费|成本|费用)*$/],
  ['over', /^(?:超支|超预算|超出预算)(?:了|资金|金额)*$/],
  ['rate', new RegExp(`^(?:${AIM}的?)?完成(?:率|比例|进度)$|^(?:实际|[已仅只])*完成(?:了|率为)?(?:${AIM}的?)?$`)],
  ['rate', new RegExp(`^[仅只]?(?:为|占|达到?)?${AIM}的$`)],
  ['aim', /(?:未|没有)(?:能|完成|实现)?$/, new RegExp(`^的${AIM}`)],
];

/** So much of a sentence behind a figure may say what became of it. */
const REACH = 24;

function kindOf({ label, end, unit }: Fact, text: string): Kind | null {
  const [behind = ''] = compact(text.slice(end, end + REACH)).split(/[。；;]/, 1);
  const before = compact(label);
  const kind = TOLD.find(([, own, next]) => own.test(before) && (next === undefined || next.test(behind)))?.[0] ?? null;
  return kind === 'rate' && unit !== '%' ? null : kind;
}

/** What such a figure is by target and actual value, with how it is reckoned; empty where it can't be told of them. */
function reckoned(kind: Kind, { target, actual }: Pair, fact: Fact, unit: string): readonly [Decimal, string][] {
  const [t, a] = [formatFigure(target), formatFigure(actual)];
  if (kind === 'aim') return fact.unit === unit ? [[target, t]] : [];
  const more = kind === 'over';
  if (kind === 'rate') {
    const fits = fact.unit === '%' && unit !== '%' && target.gt(0);
    return fits ? [[actual.div(target).times(100), `${a} ÷ ${t}`]] : [];
  }
  const difference = more ? actual.minus(target) : target.minus(actual);
  if (difference.lte(0)) return [];
  const words = more ? `${a} − ${t}` : `${t} − ${a}`;
  // 22元 of 元/人.
  const factor = factorBetween(unit, fact.unit) ?? factorBetween(unit.split('/')[0] ?? '', fact.unit);
  const share: [Decimal, string] = [difference.div(target).times(100), `(${words}) ÷ ${t}`];
  const shares = fact.unit === '%' && target.gt(0) ? [share] : [];
  // 剩余10%待验收后拨付: of all, not of the target.
  if (kind === 'left' && unit === '%') shares.push([actual.neg().plus(100), `100 − ${a}`]);
  return factor === null ? shares : [[difference.times(factor), words], ...shares];
}

interface Told {
  readonly fact: Fact;
  readonly kind: Kind;
}

/** 满意度未达到90%的预期目标 */
const clauseUpTo = ({ start, end, after }: Fact, text: string): string =>
  (text
    .slice(Math.max(0, start - REACH), end)
    .split(/[，。；,;\n]/)
    .at(-1) ?? '') + after;

/** Of several of a kind each may be a part; an amount and what it is of the whole are one. */
const isAlone = ({ fact, kind }: Told, told: readonly Told[]): boolean =>
  told.filter((other) => other.kind === kind && (other.fact.unit === '%') === (fact.unit === '%')).length === 1;

/** Whether it tells what is left over, of things or of money. */
const isRest = ({ kind }: Told): boolean => kind === 'left' || kind === 'saved';

/** What the two figures of a rate leave over: 发现问题40个，整改38个，2个正在整改. */
function* besideRate(indicator: Indicator, told: readonly Told[]): Iterable<Outcome> {
  const { evidence } = indicator;
  const rate = evidence === null ? null : rateIn(indicator);
  const [[whole, second], [part, third]] = [rate?.denominator?.facts ?? [], rate?.numerator?.facts ?? []];
  if (evidence === null || rate?.formula.kind !== 'quotient' || !whole || !part || second || third) return;
  const rest = whole.value.minus(part.value);
  const left = told.filter((one) => isRest(one) && one.fact.unit === part.unit && !one.fact.part);
  const [one, another] = left.filter(({ fact }) => fact !== part && fact !== whole);
  // Of more figures in the unit, others may be what is left.
  const alike = factsOf(evidence).filter(({ unit }) => unit === part.unit);
  if (one === undefined || another !== undefined || alike.length > 3 || whole.unit !== part.unit || rest.lte(0)) return;
  const { fact } = one;
  const holds = isRoundingOf(fact, rest);
  const computed = holds ? fact.text : inScale(rest, fact.scale, fact.unit);
  const arithmetic = `${formatFigure(whole.value)} − ${formatFigure(part.value)} = ${formatFigure(rest)}`;
  const data = { name: nameOf(indicator), whole: asWritten(whole), part: asWritten(part) };
  yield telling(
    { place: evidence, facts: [whole, part, fact], holds, arithmetic, expected: computed, found: fact.text },
    { message: 'rest', data: { ...data, written: asWritten(fact) + fact.after, computed } },
  );
}

function* against(indicator: Indicator): Iterable<Outcome> {
  const { target, actual, evidence } = indicator;
  if (target?.value?.kind !== 'number' || actual?.value?.kind !== 'number' || evidence === null) return;
  const pair = inOneUnit(target, actual);
  const { unit } = target.value;
  const facts = factsOf(evidence);
  if (pair === null || pair.periods > 1 || unit === '' || facts.length > MOST_FACTS) return;
  const told = facts.flatMap((fact): Told[] => {
    const sure = !fact.quoted && !fact.interim && !ABOUT_BEFORE.test(evidence.text.slice(0, fact.start));
    const kind = sure ? kindOf(fact, evidence.text) : null;
    return kind === null ? [] : [{ fact, kind }];
  });
  if (unit === '%') yield* besideRate(indicator, told);
  for (const one of told) {
    const { fact, kind } = one;
    // 20人次没有来 of 210 that are neither target nor actual value is of those; 结余5万元 may go on: 5万元收回.
    const known = (other: Fact) => other === fact || [pair.target, pair.actual].some((one) => isRoundingOf(other, one));
    if (!isAlone(one, told) || (isRest(one) && !facts.every((other) => other.unit !== fact.unit || known(other))))
      continue;
    const exact = reckoned(kind, pair, fact, unit);
    const [computed] = exact;
    // 节约75万元 may be what was to be saved.
    const own =
      kind !== 'aim' && fact.unit === unit && [pair.actual, pair.target].some((value) => isRoundingOf(fact, value));
    if (computed === undefined || own) continue;
    const held = exact.find(([value]) => isRoundingOf(fact, value));
    const [value, words] = held ?? computed;
    const expected = held === undefined ? inScale(value.toDecimalPlaces(2), fact.scale, fact.unit) : fact.text;
    const arithmetic = `${words} = ${expected}`;
    const holds = held !== undefined;
    yield telling(
      { place: evidence, facts: [fact], holds, arithmetic, expected, found: fact.text, beside: [target, actual] },
      kind === 'aim'
        ? { message: 'aim', data: { ...rowWords(indicator), written: clauseUpTo(fact, evidence.text) } }
        : {
            message: 'differs',
            data: { ...rowWords(indicator), written: asWritten(fact) + fact.after, computed: expected },
          },
    );
  }
}
