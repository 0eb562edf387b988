import { remember } from '../sheet/remember';
import { compact, unquoted, withoutEnding } from '../sheet/text';
import { anyOf, CHANGES } from '../words/changeWords';
import { IN_TIME } from '../words/vocabulary';
import type { Indicator } from './model';

/** What a rate divides by what, in the words of the form. */
export interface RateFormula {
  /** `quotient`: a ÷ b. `complement`: 1 − a ÷ b. `difference`: |a − b| ÷ b. */
  readonly kind: 'quotient' | 'complement' | 'difference';
  readonly numerator: string;
  readonly denominator: string;
  /**
   * `form`: the sheet says so, in its 指标解释, 评分标准 or the name. `custom`: what is understood by such a name.
   * `stem`: the name only says what is counted (验收合格率); figures on top must carry that word.
   */
  readonly from: 'form' | 'custom' | 'stem';
}

/** Words of a rate of what was due by then: 法定期限内结案率. */
export const BY_DEADLINE = '期限|审限|限内|法定|按期';

/** What names of rates are understood to mean where the form does not say; the first that fits. */
const CUSTOM: readonly (readonly [RegExp, RateFormula['kind'], string, string])[] = [
  [/预算调整率/, 'difference', '调整后预算数', '年初预算数'],
  [/预决算差异率|决算差异率/, 'difference', '决算数', '预算数'],
  [/结转结余率|结余率|结转率/, 'quotient', '结转结余', '预算总额'],
  [/(?:预算|资金|支出|采购|投资|计划)(?:执行|完成|支出|支付|使用)率/, 'quotient', '实际执行数', '预算数'],
  [/^(?:执行|支出|支付)率$|^(?!.*序时).*(?:执行|支出|支付)进度$/, 'quotient', '实际执行数', '预算数'],
  [new RegExp(`^(?!.*(?:${BY_DEADLINE})).*结案率`), 'quotient', '结案、审结、办结', '受理、收案、立案、旧存'],
  [/费用?(?:控制|支出)率/, 'quotient', '实际支出数', '预算数'],
  [/人员控制率/, 'quotient', '实际在职人数', '核定编制数'],
  [/重点(?:项目)?支出安排率/, 'quotient', '重点项目支出', '项目总支出'],
  [/(?:问卷|表|卷)?回收率$/, 'quotient', '收回、回收问卷数', '发放、发出问卷数'],
  [/资产利用率|资产使用率/, 'quotient', '实际在用资产', '资产总额'],
  [/(?:目标|指标|任务|项目|工作|计划)完成率/, 'quotient', '实际完成数', '设定的目标数'],
];

const QUOTIENT_WORDS = ['的比率', '的比例', '的比值', '的百分比', '的比重', '之比', '比率', '比例'];

/** No formula is longer; what is longer is not searched. */
const LONGEST_CLAUSE = 300;

const CLAUSE_END = /[，。；;,!?！？：:\n]/;

/**
 * The formulas of a rate as an indicator gives them, the surest first: in its 指标解释 or 评分标准 (…与…的比率, …占…的比例,
 * …/…×100%), in its name (按期完成率：…/…*100%), by what its name is understood to mean, by the word that it counts.
 */
export function formulasOf(indicator: Indicator): RateFormula[] {
  const texts = [indicator.definition?.text, indicator.standard?.text, indicator.name.text];
  const spelt = texts.map((text) => (text === undefined ? null : formulaIn(text))).find((formula) => formula !== null);
  const name = indicator.name.value;
  const stem = stemFormula(name);
  // 已整改28个 of a 整改完成率.
  const undone = /整改完成率/.test(name) ? stemFormula(name.replace('完成率', '率')) : null;
  const custom = customFormula(name);
  const counted = custom === null || /目标/.test(custom.denominator) ? [stem, undone] : [];
  return [spelt ?? null, custom, ...counted, ...lacking(stem, name)].filter((formula) => formula !== null);
}

/** What a rate of this name is understood to divide by what; `null` where names differ in what they mean. */
export function customFormula(name: string): RateFormula | null {
  const plain = unquoted(name);
  for (const [pattern, kind, numerator, denominator] of CUSTOM) {
    if (pattern.test(plain)) return { kind, numerator, denominator, from: 'custom' };
  }
  return null;
}

/** A rate of change is no share of what is counted. */
const CHANGE = new RegExp(`^(?:${anyOf(CHANGES.more, CHANGES.less, CHANGES.either)})$`);

/** A rate whose name alone says what is counted: 验收合格率 divides what is 合格 by the whole. */
export function stemFormula(name: string): RateFormula | null {
  const stem = /([不未]?[\u4e00-\u9fff]{2})(?:率|度)(?:[，：:（(=,。]|$)/.exec(compact(name))?.[1];
  return stem === undefined || CHANGE.test(stem) || name.includes('限内结案')
    ? null
    : { kind: 'quotient', numerator: stem, denominator: '总数', from: 'stem' };
}

/** Of these what is not so is all the rest: 抽检500批次，不合格15批次, but some answers are neither 满意 nor 不满意. */
const EITHER_OR = /^(?:合格|达标|通过|办结)$/;

/** What is not the one is the other: 抽查1000条，差错16条 of a 准确率, 超时8件 of a 按时办结率. */
const OPPOSITES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/准确|正确/, ['差错', '错误', '有误']],
  [/完好/, ['损坏', '破损', '故障']],
  [new RegExp(IN_TIME), ['逾期', '超期', '超时']],
];

/** The same rate by what it leaves over: 1 − 不合格 ÷ 总数. */
function lacking(stem: RateFormula | null, name: string): readonly RateFormula[] {
  // 不及时率 is the one that is told.
  if (stem === null || /[不未非]/.test(name)) return [];
  const denied = EITHER_OR.test(stem.numerator) ? ['不', '未'].map((not) => not + stem.numerator) : [];
  const opposites = OPPOSITES.flatMap(([word, others]) => (word.test(name) ? others : []));
  return [...denied, ...opposites].map((numerator) => ({ ...stem, kind: 'complement' as const, numerator }));
}

/** The formula that a sentence spells out, in words or with signs; `null` where it spells out none. */
export const formulaIn: (text: string) => RateFormula | null = remember((text) => {
  const plain = withoutAsides(compact(text));
  for (const clause of plain.split(CLAUSE_END)) {
    if (clause.length > LONGEST_CLAUSE) continue;
    const formula = inSigns(clause) ?? inWords(clause);
    if (formula !== null) return formula;
  }
  return null;
});

/** Leaves out brackets that only add to a word: 部门（单位）, but not those of a formula. */
function withoutAsides(text: string): string {
  return text.replace(/[（(][^（()）]{0,30}[)）]/g, (aside) => (/[/÷×*+\-－—−%]/.test(aside) ? aside : ''));
}

function inWords(clause: string): RateFormula | null {
  for (const words of QUOTIENT_WORDS) {
    const end = clause.indexOf(words);
    if (end < 0) continue;
    const before = clause.slice(0, end);
    const share = before.indexOf('占');
    if (share > 0) return formula(before.slice(0, share), before.slice(share + 1));
    const joint = before.includes('与') ? before.lastIndexOf('与') : before.lastIndexOf('和');
    if (joint > 0) return formula(before.slice(0, joint), before.slice(joint + 1));
  }
  const divided = clause.indexOf('除以');
  return divided > 0 ? formula(clause.slice(0, divided), clause.slice(divided + 2)) : null;
}

function inSigns(clause: string): RateFormula | null {
  // A slash alone also joins alternatives (质量/数量) and units (元/人).
  if (!/[=÷]|[×*xX]100/.test(clause)) return null;
  const right = clause
    .slice(clause.indexOf('=') + 1)
    .replace(/[×*xX]?100%?.*$|[×*xX](?:分值|权重|满分|[0-9.]{1,5}分?)$/, '');
  const plain = right.replace(/[()（）|[\]]/g, '').replace(/[－—−]/g, '-');
  const slash = Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('÷'));
  if (slash <= 0) return null;
  const top = plain.slice(0, slash);
  const denominator = withoutEnding(plain.slice(slash + 1), '%×*');
  if (top.startsWith('1-')) return formula(top.slice(2), denominator, 'complement');
  const minus = top.indexOf('-');
  if (minus < 0) return formula(top, denominator);
  const [first, second] = [top.slice(0, minus), top.slice(minus + 1)];
  if (second === denominator) return formula(first, denominator, 'difference');
  return first === denominator ? formula(second, denominator, 'difference') : null;
}

/** A formula whose two sides are words; figures and empty sides are none. */
function formula(numerator: string, denominator: string, kind: RateFormula['kind'] = 'quotient'): RateFormula | null {
  const sides = [numerator, denominator].map((side) => side.replace(/^(?:是指|指|反映|为|考核|即)+/, ''));
  const [top = '', bottom = ''] = sides;
  if (sides.some((side) => side.length < 2 || side.length > 40 || !/[\u4e00-\u9fff]{2}/.test(side))) return null;
  return { kind, numerator: top, denominator: bottom, from: 'form' };
}
