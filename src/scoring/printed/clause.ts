import { NUMBER, readCondition, type Condition } from './condition';

/** Points as printed: a figure, a part of the weight, or what is taken off it. */
export type Score = { readonly points: number } | { readonly share: number } | { readonly lost: number };

/** What one clause of a printed rule says. */
export type Clause =
  | { readonly kind: 'tier'; readonly condition: Condition; readonly score: Score }
  | { readonly kind: 'condition'; readonly condition: Condition }
  /** Words and a score: 有结余但不超过上年结转2分; `words` is empty for a score alone. */
  | { readonly kind: 'case'; readonly words: string; readonly score: Score; readonly numbered: boolean }
  | {
      readonly kind: 'deduct';
      readonly condition: Condition | null;
      readonly better: 'higher' | 'lower';
      readonly step: number;
      readonly points: number;
    }
  | { readonly kind: 'each'; readonly sign: '扣' | '加'; readonly points: number }
  | { readonly kind: 'cap'; readonly sign: '扣' | '加' | null; readonly points: number }
  | { readonly kind: 'parts'; readonly count: number; readonly points: number }
  | { readonly kind: 'proportion'; readonly of: number | null }
  | { readonly kind: 'standard'; readonly percent: number }
  | { readonly kind: 'whole'; readonly points: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' };

const UNKNOWN: Clause = { kind: 'unknown' };
const NOTHING: Clause = { kind: 'nothing' };

const VERB = '(?:应得|可得|得分为|得|计|记|给|赋|评|为)';
const POINTS = new RegExp(`^(?:${VERB}${NUMBER}分?|${NUMBER}分)$`);
const NO_POINTS = /^(?:不得分|不计分|不给分|(?:得|计|记)零分)$/;
const FULL = new RegExp(`^(?:${VERB}?(?:满分|全分)|不扣分)$`);
const LOST = new RegExp(`^扣(?:减|除)?${NUMBER}分$`);
const SHARE = new RegExp(
  `^(?:得|计|按|给|记)?(?:该项|本项|指标)?(?:分值|权重分|权重|满分)的?${NUMBER}%(?:计分|得分|给分)?$|^(?:得|计|按|给|记)${NUMBER}%的?(?:分值|权重分|权重|满分|分数)(?:计分|得分)?$`,
);

/** The points that a text states, when it states nothing else. */
export function readScore(text: string): Score | null {
  if (NO_POINTS.test(text)) return { points: 0 };
  if (FULL.test(text)) return { share: 1 };
  const points = POINTS.exec(text);
  const figure = points?.[1] ?? points?.[2];
  if (figure !== undefined) return { points: Number(figure) };
  const lost = LOST.exec(text)?.[1];
  if (lost !== undefined) return { lost: Number(lost) };
  const share = SHARE.exec(text);
  const percent = share?.[1] ?? share?.[2];
  return percent === undefined ? null : { share: Number(percent) / 100 };
}

const STEP = new RegExp(
  `每(?:再)?(超过|超出|超|高于|高出|高|增加|增长|增|上升|升|提高|多|低于|低|降低|下降|降|减少|减|少于|少|差)(?:目标值?|指标值?|计划|标准|预算|上年)?(?:${NUMBER}|一)?个?(?:百分点|%)的?,?扣(?:减|除)?${NUMBER}分$`,
);
const HIGHER_IS_BETTER = /^[低降下减少差]/;
const BEFORE_STEP = /^[^每\d]{0,16}$/;

const COUNTED = '(?:个|项|例|起|次|处|篇|件|条|人次|人|份|家|类|笔|户|期|天|种|宗)';
const EACH = new RegExp(
  `^[^每]{0,60}每(?:再)?(?:[出发存查获增缺违漏有少多完新]?[现生在出得加少反失有成增]?|[延推迟拖逾超滞][迟期延后时])(?:1|一)?${COUNTED}(?!百分点)[^每扣\\d]{0,40}(扣|加|得|计)(?:减|除)?${NUMBER}分$`,
);
/** 发现一项不符合的扣1分: one costs points, though no 每 says so. */
const ONE_LOSES = new RegExp(
  `^(?!.*不扣)[^每\\d一扣]{0,24}(?:1|一)${COUNTED}(?!百分点)[^每扣\\d]{0,24}扣(?:减|除)?${NUMBER}分$`,
);
const CAP = new RegExp(`^[^\\d每]{0,16}(?:最多|最高|不超过|不得超过|上限|封顶)[^\\d每]{0,8}${NUMBER}分(?:为止|封顶)?$`);
const TO_NOTHING =
  /^(?:直至|直到)?扣(?:完|光)[^扣加\d]{0,12}$|^(?:最低(?:得|为)?|扣至)0分(?:为止)?$|^不(?:得|计|出现)负分$/;
/** Nothing above full marks: 超过100%的按满分计, 满分为止. */
const NOT_ABOVE_FULL =
  /^(?:[^\d扣]{0,12}(?:超过|高于|大于|超出)100%(?:以上)?的?,?按(?:满分|100%|分值)(?:计算|计分|计|得分)|(?:最高|最多)?(?:不超过|得|加至|加到|计至|至)?满分为止|以满分为限)$/;
/** What does not apply scores full: 没有该类项目的按满分计算. */
const NOT_APPLICABLE =
  /^(?:没有|无|未安排|不涉及|如无|若无|未发生)[^\d扣加]{1,30}?(?:按满分计算?|按满分处理|视同满分|视为满分|计为满分)$/;
const PARTS = new RegExp(`^([①-⑳]{2,20})(?:各|每项)(?:占|得|计)?${NUMBER}分$`);
const BY_RATE =
  /^(?:其余|否则|未[^\d扣加]{1,10}|不足[^\d扣加]{0,8}|低于[^\d扣加]{0,8})?(?:则)?按(?:照)?[^\d扣加,]{0,12}(?:比例|率)(?:[×*]|乘以)?(?:该项|本项|指标)?(?:分值|权重)?(?:计分|得分|计算得分|计算|给分|赋分|折算|扣分|扣减|计)$/;
const FORMULA = new RegExp(
  `^[^=\\d]{0,12}得分=(?:\\(?[^\\d×*()]{2,24}(?:[/÷][^\\d×*()]{2,24})?\\)?)(?:[×*]100%)?[×*](?:[^\\d×*/]{2,8}|${NUMBER}分?)$`,
);
const BARE_FORMULA = new RegExp(`^[^=\\d每]{2,24}率(?:得分)?[×*](?:分值|权重|${NUMBER}分?)$`);
const STANDARD = new RegExp(`^以${NUMBER}%为(?:标准|基准)$`);
const WHOLE = new RegExp(`^(?:本项|该项|此项|指标)?(?:满分|分值|总分)为?:?${NUMBER}分$|^共(?:计)?${NUMBER}分$`);
/** What a rate is, printed before its rule: 预算完成率=(预算完成数/预算数)×100%. */
const DEFINITION = /^[^=\d分]{2,40}=[^=]{2,90}[×*]?100%\)?$/;
/** A clause without any of these says nothing about points. */
const ABOUT_POINTS =
  /[\d%扣≥≤≦≧<>=×*]|[得计加减评给满零]分|分值|权重|比例|折算|酌情|视情|否则|其余|其他情|递减|递增|类推/;

function sharedSign(text: string): '扣' | '加' | null {
  return text.includes('扣') ? '扣' : text.includes('加') ? '加' : null;
}

function readDeduction(clause: string): Clause | null {
  const step = STEP.exec(clause);
  const points = step?.[3];
  if (step === null || points === undefined) return null;
  const before = clause.slice(0, step.index);
  const condition = readCondition(before);
  const understood = condition === null ? BEFORE_STEP.test(before) : /^(?:的?部分)?,?$/.test(condition.rest);
  if (!understood) return UNKNOWN;
  return {
    kind: 'deduct',
    condition: condition?.condition ?? null,
    better: HIGHER_IS_BETTER.test(step[1] ?? '') ? 'higher' : 'lower',
    step: Number(step[2] ?? 1),
    points: Number(points),
  };
}

function readTier(clause: string): Clause | null {
  const read = readCondition(clause);
  if (read === null) return null;
  if (read.rest === '') return { kind: 'condition', condition: read.condition };
  const score = readScore(read.rest.replace(/^,/, ''));
  return score === null ? null : { kind: 'tier', condition: read.condition, score };
}

const CASE = new RegExp(
  `^([^\\d每扣加%<>=≤≥≦≧×*/÷+]{0,60}?),?((?:${VERB}${NUMBER}分?|${NUMBER}分?|${VERB}?满分|不得分|不计分|(?:得|计|记)零分))$`,
);

function readCase(clause: string, numbered: boolean): Clause | null {
  const [, words, points] = CASE.exec(clause) ?? [];
  if (words === undefined || points === undefined) return null;
  const bare = /^\d/.test(points) && !points.endsWith('分') ? `${points}分` : points;
  const score = readScore(bare);
  return score === null ? null : { kind: 'case', words, score, numbered };
}

/** 酌情扣分, 得13-15分: a person decides, by no figure of the row. */
export const DISCRETION = /酌情|视情|视具体情况|根据情况|适当扣|[得计]\d{1,3}(?:\.\d)?分?[-~—至]\d{1,3}(?:\.\d)?分/;

const LONGEST = 160;
/** 有会计核算制度（1分） */
const IN_BRACKETS = /\((\d{1,3}(?:\.\d{1,2})?分)\)$/;

/** What one clause of a printed rule says. `text` is compacted text without its item number. */
export function readClause(text: string, numbered: boolean): Clause {
  const clause = text.replace(IN_BRACKETS, '$1');
  if (clause === '' || !ABOUT_POINTS.test(clause)) return NOTHING;
  if (clause.length > LONGEST) return UNKNOWN;
  if ([TO_NOTHING, DEFINITION, NOT_ABOVE_FULL, NOT_APPLICABLE].some((pattern) => pattern.test(clause))) return NOTHING;
  const standard = STANDARD.exec(clause)?.[1];
  if (standard !== undefined) return { kind: 'standard', percent: Number(standard) };
  const whole = WHOLE.exec(clause);
  if (whole !== null) return { kind: 'whole', points: Number(whole[1] ?? whole[2]) };
  const parts = PARTS.exec(clause);
  if (parts !== null) return { kind: 'parts', count: parts[1]?.length ?? 0, points: Number(parts[2]) };
  const deduction = readDeduction(clause);
  if (deduction !== null) return deduction;
  const each = EACH.exec(clause);
  if (each !== null) {
    const sign = each[1] === '扣' ? '扣' : '加';
    return { kind: 'each', sign, points: Number(each[2]) };
  }
  const loses = ONE_LOSES.exec(clause)?.[1];
  if (loses !== undefined) return { kind: 'each', sign: '扣', points: Number(loses) };
  const cap = CAP.exec(clause)?.[1];
  if (cap !== undefined) return { kind: 'cap', sign: sharedSign(clause), points: Number(cap) };
  const formula = FORMULA.exec(clause) ?? BARE_FORMULA.exec(clause);
  if (formula !== null) return { kind: 'proportion', of: formula[1] === undefined ? null : Number(formula[1]) };
  if (BY_RATE.test(clause)) return { kind: 'proportion', of: null };
  return readTier(clause) ?? readCase(clause, numbered) ?? UNKNOWN;
}
