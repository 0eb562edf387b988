import { figureFound, HALVES, OWN, pointsIn, SHARES, VERB, WHOLE_WEIGHT, type Points } from '../../words/points';
import { NUMBER, shapeOf, UNIT, type Shape } from '../../words/shape';
import { readCondition, type Condition } from './condition';
import { AIM, LATE } from '../../words/vocabulary';

/** Points off for each step, or for it: 每少10人次扣1分, 每多1篇加0.5分. */
interface Step {
  readonly condition: Condition | null;
  readonly better: 'higher' | 'lower' | 'exact';
  /** `%` or a counting word: 每少10人次. */
  readonly unit: string;
  readonly step: number;
  /** Points, or their share of the weight. */
  readonly cost: Points;
  /** Whether it counts how much later than the target something was done. */
  readonly late?: true;
}

/** What one clause of a printed rule says. */
export type Clause =
  /** `inProportion`: a part of the score, of which it is not said how it is taken. */
  | {
      readonly kind: 'tier';
      readonly condition: Condition;
      readonly score: Points;
      readonly inProportion?: true;
      /** Whether that part grows evenly from none at the lower bound to all at the upper one. */
      readonly evenly?: true;
    }
  | { readonly kind: 'condition'; readonly condition: Condition }
  /** Words and a score: 有结余但不超过上年结转2分; `words` is empty for a score alone. */
  | { readonly kind: 'case'; readonly words: string; readonly score: Points; readonly numbered: boolean }
  | ({ readonly kind: 'deduct' } & Step)
  | ({ readonly kind: 'gain' } & Step)
  /** `unit`: what is counted; `one`: where a figure of 1 says so and no 每: 发生1起扣2分. */
  | {
      readonly kind: 'each';
      readonly sign: '扣' | '加';
      readonly cost: Points;
      readonly unit?: string;
      readonly one?: true;
    }
  | { readonly kind: 'cap'; readonly sign: '扣' | '加' | null; readonly points: number }
  /** What is left however much is taken off. */
  | { readonly kind: 'least'; readonly points: number }
  | { readonly kind: 'parts'; readonly count: number; readonly points: number }
  /**
   * `base`: the rate of which parts are taken, where that is not 100; `where`: the only figures that are scored in
   * proportion; `rate`: the words name a rate, not a proportion.
   */
  | {
      readonly kind: 'proportion';
      readonly of: number | null;
      readonly base?: number;
      readonly where?: Condition;
      readonly rate: boolean;
      /** Whether parts are taken of the target itself. */
      readonly ofGoal?: true;
      /** Whether the target is divided by what was reached. */
      readonly inverse?: true;
      /** Whether it is taken between the bounds of `where`: 60%—80%按插值法. */
      readonly evenly?: true;
    }
  | { readonly kind: 'standard'; readonly at: number; readonly unit: string }
  | { readonly kind: 'whole'; readonly points: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' };

/** A clause of one kind. */
export type Of<K extends Clause['kind']> = Extract<Clause, { kind: K }>;

/** The clauses of one kind. */
export function pick<K extends Clause['kind']>(clauses: readonly Clause[], kind: K): Of<K>[] {
  return clauses.filter((clause): clause is Of<K> => clause.kind === kind);
}

const UNKNOWN: Clause = { kind: 'unknown' };
const NOTHING: Clause = { kind: 'nothing' };

const NO_NUMBER = '[^\\uE000-\\uEFFF';
/** Points, or their share of the weight: 1分, 权重分的20%, 20%权重分. */
const AMOUNT = `(?:(${NUMBER})分|${OWN}${WHOLE_WEIGHT}的?(${NUMBER})%|(${NUMBER})%的?${WHOLE_WEIGHT})`;
const TAKE = '(?:减|除)?';
/** 每增加5%(含)扣1分, 每低1个百分点(含不足1个百分点的)扣1分: any part of a step is accepted. */
const BEGUN = '(?:\\((?:不?含|不足|不满)[^()]{0,16}\\))?';
const STEP = new RegExp(
  `(?:每再?([<>↗↘↕↷])(?:[(或、/]([<>↗↘])\\)?)?|^([↗↘]))(?:(?:目标|指标|基准|控制)值?|(?!平均|全[市省国县]|同期)[\\u4e00-\\u9fff]{2}|[报发办建做])?(?:\\(?(${NUMBER})(%|${UNIT})\\)?)?(${NUMBER})(%|${UNIT})${BEGUN}的?,?(扣${TAKE}|加)${AMOUNT}$`,
);
/** A step in weeks or months has no end that all agree on. */
const DAYS = ['天', '日'];
/** Of these a limit is a figure, not a date: 30分钟内响应, 每延迟10分钟扣1分. */
const CLOCK = ['分钟', '小时', '秒'];
const BEFORE_STEP = new RegExp(`^${NO_NUMBER}每]{0,16}$`);

/** 偏差每±5%扣1分: from the target itself on. */
const DEVIATES = /(?:偏差|偏离|误差)(?:率|度|幅度)?$/;
const NO_DEVIATION: Condition = { ...exactly(0, '%'), deviation: true };

const EACH = new RegExp(
  `^${NO_NUMBER}每]{0,60}每再?(${NO_NUMBER}%每扣]{0,6})(${NUMBER})?(${UNIT})${NO_NUMBER}%每扣]{0,40}(扣|加|得|计)${TAKE}${AMOUNT}$`,
);
/** 发现一项不符合的扣1分, 一个加1分: one costs or brings points, though no 每 says so. */
const ONE = new RegExp(
  `^(?!.*(?:不[扣加]|[>↑⇑↓⇓]))${NO_NUMBER}%每扣]{0,24}(${NUMBER})(${UNIT})(?!内|\\(不?含)${NO_NUMBER}%每扣]{0,24}(扣|加)${TAKE}${AMOUNT}$`,
);
/** 发生2起扣4分 beside 发生1起扣2分: what so many cost together. */
const SO_MANY = /^[^，,每]{0,12}(?:发生|出现|发现)$/;
/** Each that is missing costs: 每有一项未完成扣1分. */
const MISSING = /未完成|没完成|未开展|未达标|不达标|未实施/;
const CAP = new RegExp(
  `^${NO_NUMBER}%每≥>]{0,16}(?:最多|最高|≤|上限|封顶|扣≥)${NO_NUMBER}%每]{0,8}(${NUMBER})分(?:为止|封顶)?$`,
);
/** 超过8分按8分计 */
const ABOVE_CAP = new RegExp(`^${NO_NUMBER}扣]{0,12}>(${NUMBER})分↑?的?,?按(?:满分|${NUMBER}分)(?:计算|计分|计|得分)$`);
const TO_NOTHING = new RegExp(`^(?:(?:直至|直到)?扣(?:完|光)${NO_NUMBER}扣加]{0,12}|不(?:得|计|出现)负分)$`);
/** 扣至0分为止, 最低得2分 */
const LEAST = new RegExp(`^(?:最低(?:得|为)?|[扣减]至)(${NUMBER})分(?:为止)?$`);
/** No less than nothing is left anyway. */
const NOTHING_LEFT = /^最低(?:得|为)?0分$/;
/** 扣至3分为止: three points off, or three left; 最低3分 reads like a bound. */
const OPEN_END = /^(?:[扣减]至[1-9]|最低[1-9])/;
/** 超过目标值的按8分计 */
const ABOVE_GOAL = new RegExp(`^超[出过]${AIM}的?,?按(${NUMBER})分(?:计算|计分|计|得分)$`);
/** Nothing above full marks: 超过100%的按满分计, 满分为止. */
const NOT_ABOVE_FULL = new RegExp(
  `^(?:(?:${NO_NUMBER}扣]{0,12}>(?:${NUMBER})%↑?|超[出过](?:满分|${AIM}))的?,?按(?:满分|${NUMBER}%|分值)(?:计算|计分|计|得分)|(?:得分)?(?:最高|最多)?(?:不超过|得|加至|加到|计至|至)?满分为止|(?:得分)?(?:最高|最多)?(?:[不未]超[出过])${OWN}(?:分值|权重|满分)|以满分为限|超(?:额|过)?(?:完成|目标|部分){0,2}的?(?:不(?:另|再)?加分|不(?:另|再)计分))$`,
);
/** A step that was begun costs all of it: 不足5%按5%计; any part of it is accepted. */
const STEP_BEGUN = new RegExp(`^<${NUMBER}(?:%|${UNIT})的?,?按${NUMBER}(?:%|${UNIT})(?:计算?|算|扣分)$`);
/** What does not apply scores full: 没有该类项目的按满分计算. */
const NOT_APPLICABLE = new RegExp(
  `^(?:没有|无|未安排|不涉及|如无|若无|未发生)${NO_NUMBER}扣加]{1,30}?(?:按满分计算?|按满分处理|视同满分|视为满分|计为满分)$`,
);
const PARTS = new RegExp(`^([①-⑳]{2,20})(?:各|每项)(?:占|得|计)?(${NUMBER})分$`);
const OTHERWISE = `(?:其余|否则|[未不]${NO_NUMBER}扣加]{1,10}|低于${NO_NUMBER}扣加]{0,8})`;
/** 走访户数/目标值, 实际满意度/目标满意度, not what is lacking or beyond. */
const OVER_GOAL = `(?:(?![扣加未不差超缺每])[\\u4e00-\\u9fff]){2,8}[/÷]${AIM}|实际(?<same>[\\u4e00-\\u9fff]{2,6})[/÷](?:目标|计划)\\k<same>`;
/** 目标值÷实际值, of a limit that was passed. */
const INVERSE = `${AIM}[/÷](?:实际|完成)[值数]?`;
const BY_RATE = new RegExp(
  `^(?:${OTHERWISE})?(?:则)?按(?:照)?${NO_NUMBER}扣加,不]{0,12}?(?:比例|率|${OVER_GOAL}|${INVERSE})\\)?(?:[×*]|乘以)?(?:该项|本项|指标)?(?:分值|权重|(${NUMBER})分?)?(?:[计记]分|得分|计算得分|计算|给分|赋分|折算(?:得分|计分)?|扣分|扣减|计)$`,
);
/** 60%—80%的按线性插值法计算 */
const EVENLY = /^按(?:照)?(?:线性)?内?插值?法(?:计算)?(?:[计得]分|给分|赋分|折算)?$/;
/** 否则按比例 */
const ELSE_BY_RATE = new RegExp(`^${OTHERWISE}(?:则)?按比例$`);
const FORMULA = new RegExp(
  `^${NO_NUMBER}=]{0,12}得分=(?:\\(?${NO_NUMBER}×*()]{2,24}(?:[/÷]${NO_NUMBER}×*()]{2,24})?\\)?)(?:[×*]${NUMBER}%)?[×*](?:${NO_NUMBER}×*/]{2,8}|(${NUMBER})分?)$`,
);
/** 得分=分值×(完成值/目标值)×100% */
const WEIGHT_FIRST = new RegExp(
  `^${NO_NUMBER}=]{0,12}得分=(?:该?指标)?(?:分值|权重|满分)[×*]\\(?${NO_NUMBER}=×*()]{2,24}(?:[/÷]${NO_NUMBER}=×*()]{2,24})?\\)?(?:[×*]${NUMBER}%)?$`,
);
const BARE_FORMULA = new RegExp(
  `^\\(?(?:${NO_NUMBER}=每]{2,24}率(?:得分)?|${NO_NUMBER}=每/÷]{0,8}(?:实际|完成|办结|达标|合格)${NO_NUMBER}=每/÷]{0,8}[/÷]${NO_NUMBER}=每/÷()]{2,12}|${OVER_GOAL})\\)?(?:[×*]${NUMBER}%)?[×*](?:分值|权重|满分|(${NUMBER})分?)$`,
);
const STANDARD = new RegExp(`^以(${NUMBER})(%|${UNIT})为(?:标准|基准|满分线|满分)$`);
const WHOLE = new RegExp(`^(?:(?:本项|该项|此项|指标)?(?:满分|分值|总分)为?:?(${NUMBER})分|共(?:计)?(${NUMBER})分)$`);
/** What a rate is, printed before its rule: 预算完成率=(预算完成数/预算数)×100%, or its quotient alone. */
const DEFINITION = new RegExp(
  `^${NO_NUMBER}=分扣]{1,20}率=\\(?${NO_NUMBER}=分扣/÷×*]{2,30}[/÷]${NO_NUMBER}=分扣/÷×*]{2,30}$|` +
    `^(?:${NO_NUMBER}=分]{2,40}=[^=]{2,90}[×*]?|\\(?${NO_NUMBER}=分扣/÷]{2,20}[/÷]${NO_NUMBER}=分扣/÷]{2,20}[×*])(${NUMBER})%\\)?$`,
);
/** 由评委打分: nobody can reckon it; 按档赋分 is by the figure of the row. */
const BY_PERSON = '(?:评委|专家|[考评]\\S组|领导).*[打赋给]分$';
/** A clause without any of these says nothing about points. */
const ABOUT_POINTS = new RegExp(
  `[\\d\\uE000-\\uEFFF%扣≥≤<>=×*]|[得计加减评给满零]分|${BY_PERSON}|分值|权重|比例|折算|酌情|视情|否则|其余|其他情|递减|递增|类推`,
);

function exactly(at: number, unit: string): Condition {
  return { low: { at, end: 'closed' }, high: { at, end: 'closed' }, unit };
}

function sharedSign(text: string): '扣' | '加' | null {
  return text.includes('扣') ? '扣' : text.includes('加') ? '加' : null;
}

/** A step up costs where less is better; 每超过（降低）5% either way. */
function better(sign: string, other: string | undefined): 'higher' | 'lower' | 'exact' {
  const up = '>↗↷'.includes(sign);
  return sign === '↕' || (other !== undefined && '>↗'.includes(other) !== up) ? 'exact' : up ? 'lower' : 'higher';
}

/** What the mark behind a figure stands for. */
function unitOf(shape: Shape, mark: string | undefined): string {
  return mark === '%' ? mark : (shape.numberOf(mark)?.unit ?? '');
}

function readDeduction(shape: Shape): Clause | null {
  const [all, each, other, alone, bound, boundUnit, step, unit, verb, ...amount] = STEP.exec(shape.text) ?? [];
  const sign = each ?? alone;
  if (all === undefined || sign === undefined) return null;
  const of = unitOf(shape, unit);
  const late = sign === '↷' && !CLOCK.includes(of);
  if (late && !DAYS.includes(of)) return null;
  if (bound !== undefined && unitOf(shape, boundUnit) !== of) return UNKNOWN;
  const before = shape.text.slice(0, -all.length);
  const from = shape.numberOf(bound)?.value.toNumber();
  const own = from === undefined ? null : exactly(from, of);
  const read = readCondition({ ...shape, text: before });
  const understood =
    read === null
      ? BEFORE_STEP.test(before)
      : read.condition !== null && /^(?:的?部分)?,?$/.test(before.slice(read.end));
  if (!understood) return UNKNOWN;
  const around = of === '%' && sign === '↕' && DEVIATES.test(before) ? NO_DEVIATION : null;
  return {
    kind: verb === '加' ? 'gain' : 'deduct',
    condition: read?.condition ?? own ?? around,
    better: better(sign, other),
    unit: of,
    step: shape.numberOf(step)?.value.toNumber() ?? 1,
    cost: costIn(shape, amount),
    ...(late && { late }),
  };
}

function costIn(shape: Shape, [points, ...shares]: readonly (string | undefined)[]): Points {
  const figure = (group: string | undefined) => shape.numberOf(group)?.value.toNumber() ?? 0;
  return points === undefined ? { share: figure(shares.find(Boolean)) / 100 } : { points: figure(points) };
}

function readEach(shape: Shape): Clause | null {
  const each = EACH.exec(shape.text);
  const match = each ?? ONE.exec(shape.text);
  if (match === null) return null;
  const [sign, ...amount] = match.slice(-4);
  const counted = match.slice(1, -4).flatMap((group) => shape.numberOf(group) ?? []);
  const cost = costIn(shape, amount);
  const unit = counted.filter((one) => one.unit !== '').at(-1)?.unit;
  const many = counted.find(({ value }) => !value.eq(1))?.value.toNumber();
  if (many !== undefined) {
    const before = shape.text.slice(0, shape.text.search(NUMBER));
    // 每2项扣1分, 每万元扣1分: how a part of it counts is not said.
    return each === null && unit !== undefined && sign === '扣' && SO_MANY.test(before) && 'points' in cost
      ? { kind: 'tier', condition: exactly(many, unit), score: { lost: cost.points } }
      : UNKNOWN;
  }
  if (sign === '扣' && unit !== undefined && MISSING.test(shape.text)) {
    return { kind: 'deduct', condition: null, better: 'higher', unit, step: 1, cost };
  }
  const counts = unit === undefined ? {} : { unit, ...(each === null && { one: true as const }) };
  return { kind: 'each', sign: sign === '扣' ? '扣' : '加', cost, ...counts };
}

/** 按通过率/80%×分值计分, 按实际/85%×10计分 */
const BASE = new RegExp(`(?:率|(?:实际|完成)值?)[/÷](${NUMBER})%`);
const IN_PROPORTION = [BY_RATE, ELSE_BY_RATE, FORMULA, WEIGHT_FIRST, BARE_FORMULA];
const DIVIDES_GOAL = new RegExp(INVERSE);
const OF_GOAL = new RegExp(OVER_GOAL);

/** A part of a shape that scores in proportion: 按完成率计分, 得分=完成率×分值. */
function proportionIn(shape: Shape, text: string): Extract<Clause, { kind: 'proportion' }> | null {
  const base = figureFound(shape, BASE.exec(text)) ?? 100;
  const plain = text.replace(BASE, '率');
  const pattern = IN_PROPORTION.find((one) => one.test(plain));
  if (pattern === undefined) return null;
  return {
    kind: 'proportion',
    of: figureFound(shape, pattern.exec(plain)) ?? null,
    ...(base !== 100 && { base }),
    rate: /率/.test(text) && !/[/÷]/.test(text),
    ...(OF_GOAL.test(text) && { ofGoal: true }),
    ...(DIVIDES_GOAL.test(text) && { inverse: true }),
  };
}

/** 按完成率计分, and 低于90%的按比例扣分, which says of what the parts are taken. */
function readProportion(shape: Shape): Clause | null {
  const plain = proportionIn(shape, shape.text);
  if (plain !== null) return plain;
  const { condition, end } = readCondition(shape) ?? { condition: null, end: 0 };
  if (condition === null) return null;
  const rest = shape.text.slice(end).replace(/^的?,?/, '');
  if (EVENLY.test(rest)) return { kind: 'proportion', of: null, rate: false, where: condition, evenly: true };
  const part = proportionIn(shape, rest);
  return part === null ? null : { ...part, where: condition };
}

function readTier(shape: Shape): Clause | null {
  const read = readCondition(shape);
  if (read === null) return null;
  const { condition, end } = read;
  if (condition === null) return UNKNOWN;
  const rest = shape.text.slice(end);
  if (rest === '') return { kind: 'condition', condition };
  const score = pointsIn(shape, rest.replace(/^,/, ''));
  return score === null ? null : { kind: 'tier', condition, score };
}

const CASE = new RegExp(
  `^(${NO_NUMBER}每扣加%<>=≤≥↑⇑↓⇓×*/÷+]{0,60}?),?((?:${VERB}${NUMBER}分?|${NUMBER}分?|${VERB}?满分|不得分|不计分|(?:得|计|记)零分|(?:${SHARES})|(?:${HALVES})|(?<=^(?:否则|其[余他它]),?)扣(?:减|除)?${NUMBER}分))$`,
);

function readCase(shape: Shape, numbered: boolean): Clause | null {
  const [, words, points] = CASE.exec(shape.text) ?? [];
  if (words === undefined || points === undefined) return null;
  const score = pointsIn(shape, points.length === 1 ? `${points}分` : points);
  return score === null ? null : { kind: 'case', words: shape.written(0, words.length), score, numbered };
}

/** 酌情扣分, 由评委打分, 得13-15分: a person decides, by no figure of the row. */
export const DISCRETION = new RegExp(
  `${BY_PERSON}|酌情|视情|视具体情况|根据情况|适当扣|[得计]\\d{1,3}(?:\\.\\d)?分?[-~—至]\\d{1,3}(?:\\.\\d)?分`,
);

const LONGEST = 160;
/** 有会计核算制度（1分） */
const IN_BRACKETS = /\((\d{1,3}(?:\.\d{1,2})?分)\)$/;

/** 在职人员数/编制数×100% before its bound. */
const QUOTIENT = /^\(?[^=分扣/÷]{2,20}[/÷][^=分扣/÷]{2,20}[×*]100%\)?(?=[<>≤≥]|不[高低超])/;

/** 超1天扣1分, 逾期一个工作日扣1分, 少更新一次扣1分: what each costs, though no 每 says so. */
const ONE_OFF = new RegExp(
  `^(?:(?:超[过出]?|${LATE})[一1](?:个?工作日|[天日]|小时|分钟)|[少缺][\\u4e00-\\u9fff]{2}[一1].{1,2})的?,?扣`,
);
/** 优（≥95%）：4分 is by its bound. */
const GRADED = /^[优良中差](?:秀|好|等)?\(([^()]*[<>≤≥%][^()]*)\):?/;

/** What one clause of a printed rule says. `text` is compacted text without its item number. */
export function readClause(text: string, numbered: boolean): Clause {
  if (text === '') return NOTHING;
  const shape = shapeOf(
    (ONE_OFF.test(text) ? `每${text}` : text)
      .slice(0, LONGEST + 1)
      .replace(GRADED, '$1,')
      .replace(IN_BRACKETS, '$1')
      .replace(QUOTIENT, ''),
  );
  const clause = shape.text;
  if (!ABOUT_POINTS.test(text.length > LONGEST ? text : clause)) return NOTHING;
  if (text.length > LONGEST) return UNKNOWN;
  const nothing = [TO_NOTHING, DEFINITION, NOT_ABOVE_FULL, NOT_APPLICABLE, STEP_BEGUN].some((pattern) =>
    pattern.test(clause),
  );
  if (nothing) return NOTHING;
  const figure = (pattern: RegExp) => figureFound(shape, pattern.exec(clause));
  const standard = STANDARD.exec(clause);
  if (standard !== null) {
    const [, at, unit] = standard;
    return { kind: 'standard', at: shape.numberOf(at)?.value.toNumber() ?? 0, unit: unitOf(shape, unit) };
  }
  const whole = figure(WHOLE);
  if (whole !== undefined) return { kind: 'whole', points: whole };
  if (NOTHING_LEFT.test(text)) return NOTHING;
  if (OPEN_END.test(text)) return UNKNOWN;
  const least = figure(LEAST);
  if (least !== undefined) return least === 0 ? NOTHING : { kind: 'least', points: least };
  const parts = PARTS.exec(clause);
  if (parts !== null) return { kind: 'parts', count: parts[1]?.length ?? 0, points: figure(PARTS) ?? 0 };
  const deduction = readDeduction(shape) ?? readEach(shape);
  if (deduction !== null) return deduction;
  const cap = figure(CAP) ?? figure(ABOVE_CAP) ?? figure(ABOVE_GOAL);
  if (cap !== undefined) return { kind: 'cap', sign: sharedSign(clause), points: cap };
  return readProportion(shape) ?? readTier(shape) ?? readCase(shape, numbered) ?? UNKNOWN;
}
