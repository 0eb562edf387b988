import * as v from 'valibot';
import { COLUMN_ROLES } from '../form/model';

// The one description of a rulebook: the rules by which a kind of form is scored, as data, since places and years
// differ, and an office chooses, edits, exports and imports them. What validates it, its types, the names of its parts,
// the fields of the editor and the published schema (`npm run docs:rulebook`) all come from here. Scoring imports only
// the types, so that neither this nor its library is loaded to score a form. `docs/rulebooks.md` says how to write one.

/** How a part is shown and entered, beside its name. */
export interface Shown {
  readonly unit?: string;
  /** It is of the rate that the rule reads: in the rule's own `unit`, where that gives one. */
  readonly ofRate?: boolean;
  /** Percent on the screen is a fraction in the file. */
  readonly fraction?: boolean;
  /** What holds where nothing is given, in words. */
  readonly otherwise?: string;
  /** The option that holds where none is given. */
  readonly absent?: string;
  /** What each option means. */
  readonly words?: Readonly<Record<string, string>>;
  /** What one entry of a list is counted as: 第3档. */
  readonly counted?: string;
  /** A text of several lines. */
  readonly long?: boolean;
  /** It can be changed in the file only. */
  readonly fileOnly?: boolean;
}

const MOST_ENTRIES = 2000;
const text = v.pipe(v.string('应为文字。'), v.nonEmpty('不能为空。'), v.maxLength(2000, '文字太长，最多2000字。'));
const figure = v.pipe(v.number('应为数字。'), v.finite('应为有限的数字。'));
const positive = v.pipe(figure, v.gtValue(0, '应大于0。'));
const notNegative = v.pipe(figure, v.minValue(0, '不能小于0。'));
const share = v.pipe(figure, v.minValue(0, '应在0与1之间。'), v.maxValue(1, '应在0与1之间。'));
const flag = v.boolean('应为 true 或 false。');

const POINTS: Shown = { unit: '分' };
const PERCENT: Shown = { unit: '%' };
const RATE: Shown = { unit: '%', ofRate: true };
const SHARE: Shown = { unit: '%', fraction: true };
const NO_LIMIT = { otherwise: '不限' };

function named<const T extends v.GenericSchema>(name: string, schema: T, shown: Shown = {}) {
  return v.pipe(schema, v.title(name), v.metadata({ ...shown }));
}

function oneOf<const T extends readonly [string, ...string[]]>(options: T) {
  return v.picklist(options, `应为${options.join('、')}之一。`);
}

/** One of a few options, each with what it means. */
function choice<const T extends Readonly<Record<string, string>>>(name: string, words: T, shown: Shown = {}) {
  const options = Object.keys(words) as (keyof T & string)[];
  return named(name, v.picklist(options, `应为${options.join('、')}之一。`), { ...shown, words });
}

function list<T extends v.GenericSchema>(item: T) {
  return v.pipe(v.array(item, '应为列表（方括号）。'), v.maxLength(MOST_ENTRIES, `最多${MOST_ENTRIES}项。`));
}

function some<T extends v.GenericSchema>(item: T) {
  return v.pipe(list(item), v.minLength(1, '至少要有一项。'));
}

function shape<T extends v.ObjectEntries>(entries: T) {
  return v.strictObject(entries, (issue) => {
    if (issue.expected === 'never') return `没有“${String(issue.path?.at(-1)?.key)}”这一项，请删去或检查拼写。`;
    return issue.received === 'undefined' ? '缺少这一项。' : '应为对象（花括号）。';
  });
}

/** What a form must have; all that is given must hold. */
const fit = v.pipe(
  shape({
    /** Words of which the title must hold one. */
    title: v.exactOptional(named('标题的词', some(text))),
    /** First-level headings of which the form must have all. */
    groups: v.exactOptional(named('一级指标', some(text))),
    columns: v.exactOptional(named('要有的列', some(oneOf(COLUMN_ROLES)))),
    lacks: v.exactOptional(named('不能有的列', some(oneOf(COLUMN_ROLES)))),
    /** Whether the form must have a scored budget row, or must have none. */
    scoredBudget: v.exactOptional(named('预算是否计分', flag)),
  }),
  v.check((conditions) => Object.keys(conditions).length > 0, '至少要写一个条件，否则任何表都会套用。'),
);

/** Which indicators a rule is for: all the given conditions hold. */
const match = shape({
  /** Texts of which the name must contain one. */
  name: v.exactOptional(named('指标名称', some(text))),
  /** Texts of which one level of the path must contain one. */
  path: v.exactOptional(named('上级指标', some(text))),
  kind: v.exactOptional(named('指标类别', oneOf(['item', 'bonus']))),
  /** What the row must have: a target, a rule printed in the sheet, a definition. */
  has: v.exactOptional(named('要有的内容', some(oneOf(['target', 'printed', 'definition'])))),
});

/**
 * Where a rate is found: in the column of actual values, in the indicator's own evidence, in the budget block
 * (spent ÷ budget), or the share of the target that was reached (actual ÷ target); `delay` is how many days later than
 * the target something was done, `deviation` by how many percent the actual value is off the target, on either side;
 * `either` the actual value itself or its share of the target, where nothing says which of the two is meant. Several are
 * tried in the order in which they stand; the first that gives one is taken.
 */
const rate = named(
  '比率从哪里找',
  some(oneOf(['actual', 'evidence', 'budget', 'completion', 'either', 'delay', 'deviation'])),
);

/** The unit of a rule's figures where they are no percentages, e.g. 次; then only the actual value is held against them. */
const unit = v.exactOptional(named('单位', text, { fileOnly: true }));

/**
 * A band of a rate in percent: from `low` up to `high` (`null`: no bound). The lower bound belongs to it unless
 * `lowOpen`, the upper one only when `highClosed`. It scores `points`, or the fraction `share` of the weight; with
 * `inProportion` a part of that, of which the rule does not say how it is taken, or, with `evenly`, that grows evenly from
 * none at `low` to all at `high`.
 */
const tier = v.pipe(
  shape({
    low: v.nullable(named('下限', figure, { ...RATE, ...NO_LIMIT })),
    lowOpen: v.exactOptional(named('不含下限', flag)),
    high: v.nullable(named('上限', figure, { ...RATE, ...NO_LIMIT })),
    highClosed: v.exactOptional(named('含上限', flag)),
    points: v.exactOptional(named('得分', notNegative, POINTS)),
    share: v.exactOptional(named('占分值', share, SHARE)),
    inProportion: v.exactOptional(named('按比例', flag, { fileOnly: true })),
    evenly: v.exactOptional(named('按插值法', flag, { fileOnly: true })),
  }),
  v.check(({ low, high }) => low === null || high === null || low <= high, '下限不能大于上限。'),
  v.check(
    ({ points, share: part }) => (points === undefined) !== (part === undefined),
    '得分 points 与分值比例 share 要写一个，且只写一个。',
  ),
);

function kindIs<const T extends string>(kind: T) {
  return named('规则种类', v.literal(kind));
}

/** Rate × weight, at most the weight. */
const proportion = shape({
  kind: kindIs('proportion'),
  rate,
  unit,
  /** The rate in percent, or the figure in `unit`, that gives full marks. */
  full: v.exactOptional(named('得满分的完成率', positive, { ...PERCENT, otherwise: '100' })),
  /** Whether it is only how most places score it, so that another score is not surely wrong. */
  usual: v.exactOptional(named('通常做法', flag, { fileOnly: true })),
});

/** The actual value held against the target. */
const target = shape({
  kind: kindIs('target'),
  /**
   * Below a target that is to be reached: actual ÷ target × weight, or nothing. `either` also takes the actual value, a
   * percentage, for the rate that is meant.
   */
  below: choice('未达到目标时', {
    proportion: '按完成值÷目标值×分值',
    either: '完成值是百分数时也可按完成值×分值',
    zero: '不得分',
  }),
  /**
   * Above a target that is not to be passed: `inverse` is target ÷ actual × weight, `linear` is
   * (1 − (actual − target) ÷ target) × weight, `either` accepts both, `zero` gives nothing.
   */
  above: choice('超出上限时', {
    either: '下面两种折算都接受',
    inverse: '按目标值÷完成值×分值',
    linear: '按（1－超出部分÷目标值）×分值',
    zero: '不得分',
  }),
  /** From `explain.over` on: full marks, or points may be taken off for a target that was set too low. */
  beyond: v.exactOptional(choice('超额很多时', { full: '得满分', adjustable: '可以适度扣分' }, { absent: 'full' })),
  /** The percentage of the target below which nothing is given, however much was reached. */
  nothingBelow: v.exactOptional(named('完成率低于此不得分', positive, { ...PERCENT, ...NO_LIMIT })),
});

/** A score for each band of the rate. Outside all of them the score is judged. */
const tiers = shape({
  kind: kindIs('tiers'),
  rate,
  unit,
  tiers: named('分档', some(tier), { counted: '档' }),
});

/** The most that is taken off; down to nothing where it is not given. */
const penaltyCap = v.exactOptional(named('最多扣分', notNegative, { ...POINTS, ...NO_LIMIT }));

/** Full marks up to (or down to) a figure, then points off for each step beyond it, never below nothing. */
const deduction = shape({
  kind: kindIs('deduction'),
  rate,
  unit,
  /** The figure that gives full marks, in percent or `unit`. */
  from: named('满分界线', figure, RATE),
  /** With `exact`, where the band ends that begins at `from` and costs nothing. */
  upTo: v.exactOptional(named('满分上限', figure, { ...RATE, fileOnly: true })),
  /** Outside of these the rule says nothing that gives a score: what is on top of the target brings more. */
  least: v.exactOptional(named('适用下限', figure, { ...RATE, fileOnly: true })),
  most: v.exactOptional(named('适用上限', figure, { ...RATE, fileOnly: true })),
  /** Which side of it costs nothing; `exact`: neither. */
  better: choice('哪边好', {
    lower: '越低越好，每超过一步扣分',
    higher: '越高越好，每降低一步扣分',
    exact: '两边都扣，每偏离一步扣分',
  }),
  /** One step, in percentage points or `unit`. */
  step: named('每一步', positive, { unit: '个百分点', ofRate: true }),
  points: named('每步扣分', positive, POINTS),
  /** The figure beyond which nothing is left. */
  nothingBeyond: v.exactOptional(named('越过此数不得分', figure, { ...RATE, ...NO_LIMIT })),
  penaltyCap,
});

/** Points for each thing that is counted. */
const count = shape({
  kind: kindIs('count'),
  /** What is there before counting: nothing, or the weight. */
  start: choice('起点', { zero: '从0分加起', weight: '从满分扣起' }),
  /** Points added for each; 0 where nothing is added. */
  each: named('每项加分', notNegative, POINTS),
  /** The most that is added; the weight where it is not given. */
  cap: v.exactOptional(named('最多加分', notNegative, { ...POINTS, ...NO_LIMIT })),
  /** Points taken off for each; 0 where nothing is taken off. */
  penalty: named('每项扣分', notNegative, POINTS),
  penaltyCap,
});

/** A person's judgment. `steps` are the only points that the rule names, where it names some. */
const judged = shape({
  kind: kindIs('judged'),
  note: v.exactOptional(named('怎样判断', text, { long: true })),
  steps: v.exactOptional(named('可以给的分数', list(figure), { counted: '个分数' })),
});

const RULES = {
  ...{ proportion, target, tiers, deduction, count },
  qualitative: shape({ kind: kindIs('qualitative') }),
  printed: shape({ kind: kindIs('printed') }),
  judged,
};

/** The kinds of rule that a rulebook may hold. */
export const RULE_KINDS = Object.keys(RULES) as readonly (keyof typeof RULES)[];

/** The rule of one indicator, or of the scored row of the budget block. */
export const ruleSchema = named(
  '计分办法',
  v.variant('kind', Object.values(RULES), (issue) =>
    issue.received === 'undefined' ? '缺少规则的种类 kind。' : `没有这种规则，kind 应为${RULE_KINDS.join('、')}之一。`,
  ),
);

/** The checks that only ask whether words and figures fit; each can be switched off. */
export const WORDS_QUESTIONS = [
  ...(['date-outside-year', 'full-marks-text', 'indicator-class', 'missing-block', 'narrative-completion'] as const),
  ...([
    'narrative-figures',
    'narrative-sum',
    'stated-count',
    'stated-grade',
    'stated-total',
    'vague-target',
    'zero-weight',
  ] as const),
] as const;

/** The shape of a rulebook file. */
export const rulebookSchema = shape({
  $schema: v.exactOptional(named('文件格式', v.string('应为文字。'), { fileOnly: true })),
  id: named(
    '代号',
    v.pipe(text, v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, '只能用小写字母、数字和连字符，最多64个字符。')),
    {
      fileOnly: true,
    },
  ),
  /** 广州市部门整体支出 */
  name: named('名称', text),
  /** Where the rules come from: the printed form, a circular, common practice. */
  source: named('出处', text, { long: true }),
  version: named('版本', text),
  /** Kinds of form it is for, any of them; a rulebook without one is applied by choice only. */
  fits: named('适用的表', list(fit)),
  rounding: named(
    '小数位数',
    v.pipe(
      shape({
        /** Digits after the decimal point. */
        places: named(
          '保留小数',
          v.pipe(figure, v.integer('应为整数。'), v.minValue(0, '应在0与6之间。'), v.maxValue(6, '应在0与6之间。')),
          { unit: '位' },
        ),
        /** The fewest digits to which a score may be rounded; `places` where it is not given. */
        least: v.exactOptional(
          named('最少保留', v.pipe(figure, v.integer('应为整数。'), v.minValue(0, '不能小于0。')), {
            unit: '位',
            otherwise: '同上',
          }),
        ),
        /** Which of the two a recomputed score shows. Both are accepted in a form; `either` shows half up. */
        mode: choice('取舍', { either: '四舍五入或舍去都接受', 'half-up': '四舍五入', truncate: '舍去' }),
      }),
      v.check(({ places, least }) => least === undefined || least <= places, '最少位数不能大于保留的位数。'),
    ),
  ),
  /** First match wins; an indicator that none matches is judged. */
  indicators: named('指标规则', list(shape({ match: named('适用的指标', match), rule: ruleSchema })), {
    counted: '条规则',
  }),
  /** How the scored row of the budget block is scored; `null` where the form has none. */
  execution: named('预算执行率', v.nullable(ruleSchema)),
  /** Bands of qualitative indicators as fractions of the weight. */
  qualitative: named(
    '定性指标',
    v.pipe(
      shape({
        /** 达成: from here up to the weight, both included. */
        met: named('达成不低于', share, SHARE),
        /** 部分达成: from here up to `met`. */
        partly: named('部分达成不低于', share, SHARE),
        /** 未达成: from 0 up to here; `partly` where it is not given. Above `partly` where places differ. */
        unmet: v.exactOptional(named('未达成低于', share, { ...SHARE, otherwise: '同上' })),
      }),
      v.check(
        ({ met, partly, unmet }) => partly <= met && (unmet ?? partly) <= met,
        '部分达成、未达成的界线不能高于达成的界线。',
      ),
    ),
  ),
  explain: named(
    '须说明原因',
    shape({
      /** Over-completion must be explained from this proportion of the target on: 1.3. */
      over: named('完成值达到目标值的', v.pipe(figure, v.minValue(1, '应不小于1，1.3 表示目标值的130%。')), SHARE),
      /** Execution below this rate must be explained: 0.9. */
      execution: v.nullable(named('执行率低于', share, { ...SHARE, otherwise: '不要求' })),
      /** Whether the place demands it, so that its lack is more than a question. */
      required: v.exactOptional(named('超额必须说明', flag)),
    }),
  ),
  /** Best first; `null` where the place has no grades. `from` is the least total for it. */
  grades: v.nullable(
    named(
      '等级',
      v.pipe(
        some(shape({ name: named('等级', text), from: named('总分不低于', notNegative, POINTS) })),
        v.check(
          (grades) => grades.every(({ from }, at) => at === 0 || from < (grades[at - 1]?.from ?? Infinity)),
          '等级要从高到低排列。',
        ),
      ),
      { counted: '等' },
    ),
  ),
  /** The most a total may be when the rate of execution is below a percentage; empty where the place has no such cap. */
  caps: named(
    '总分上限',
    list(
      shape({
        below: named('执行率低于', notNegative, PERCENT),
        total: named('总分不超过', notNegative, POINTS),
      }),
    ),
    { counted: '条上限' },
  ),
  /**
   * Weights that blocks must have, or (`each`) the most that each item below a heading of that name may weigh; empty
   * where the form's own are accepted.
   */
  blocks: named(
    '一级指标分值',
    list(
      shape({
        group: named('一级指标', text),
        weight: named('分值', notNegative, POINTS),
        each: v.exactOptional(named('是其中每项的上限', flag)),
      }),
    ),
  ),
  /** Questions about words that are not to be asked here; all are where it is not given. */
  unasked: v.exactOptional(named('文字疑问', list(oneOf(WORDS_QUESTIONS)))),
});

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

export type Rulebook = Frozen<Omit<v.InferOutput<typeof rulebookSchema>, '$schema'>>;
export type RulebookFit = Rulebook['fits'][number];
export type Rounding = Rulebook['rounding'];
export type IndicatorMatch = Rulebook['indicators'][number]['match'];
export type Rule = Frozen<v.InferOutput<typeof ruleSchema>>;
export type RateSource = ProportionRule['rate'][number];
export type ProportionRule = Frozen<v.InferOutput<typeof proportion>>;
export type TargetRule = Frozen<v.InferOutput<typeof target>>;
export type TiersRule = Frozen<v.InferOutput<typeof tiers>>;
export type DeductionRule = Frozen<v.InferOutput<typeof deduction>>;
export type CountRule = Frozen<v.InferOutput<typeof count>>;
export type JudgedRule = Frozen<v.InferOutput<typeof judged>>;
export type Tier = TiersRule['tiers'][number];
export type QualitativeBands = Rulebook['qualitative'];
export type BlockWeight = Rulebook['blocks'][number];
