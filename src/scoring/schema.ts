import * as v from 'valibot';
import { WORDS_QUESTIONS, type Rulebook } from './rulebook';

/** A fault in a rulebook that comes from outside. */
export interface RulebookError {
  /** Where in the file: `indicators[3].rule.tiers[0].points`; `''` for the whole. */
  readonly path: string;
  /** One sentence for the officer. */
  readonly message: string;
}

export type RulebookParse = { readonly rulebook: Rulebook } | { readonly errors: readonly RulebookError[] };

const MOST_ENTRIES = 2000;
const text = v.pipe(v.string('应为文字。'), v.nonEmpty('不能为空。'), v.maxLength(2000, '文字太长，最多2000字。'));
const figure = v.pipe(v.number('应为数字。'), v.finite('应为有限的数字。'));
const positive = v.pipe(figure, v.gtValue(0, '应大于0。'));
const notNegative = v.pipe(figure, v.minValue(0, '不能小于0。'));
const share = v.pipe(figure, v.minValue(0, '应在0与1之间。'), v.maxValue(1, '应在0与1之间。'));
const flag = v.boolean('应为 true 或 false。');

function oneOf<const T extends readonly [string, ...string[]]>(options: T) {
  return v.picklist(options, `应为${options.join('、')}之一。`);
}

function list<T extends v.GenericSchema>(item: T) {
  return v.pipe(v.array(item, '应为列表（方括号）。'), v.maxLength(MOST_ENTRIES, `最多${MOST_ENTRIES}项。`));
}

function some<T extends v.GenericSchema>(item: T) {
  return v.pipe(
    v.array(item, '应为列表（方括号）。'),
    v.minLength(1, '至少要有一项。'),
    v.maxLength(MOST_ENTRIES, `最多${MOST_ENTRIES}项。`),
  );
}

function shape<T extends v.ObjectEntries>(entries: T) {
  return v.strictObject(entries, (issue) => {
    if (issue.expected === 'never') return `没有“${String(issue.path?.at(-1)?.key)}”这一项，请删去或检查拼写。`;
    return issue.received === 'undefined' ? '缺少这一项。' : '应为对象（花括号）。';
  });
}

const column = oneOf([
  ...(['level1', 'level2', 'level3', 'weight', 'level1Weight', 'level2Weight', 'definition', 'standard'] as const),
  ...(['nature', 'target', 'adjustedTarget', 'unit', 'actual', 'coefficient', 'stated', 'convertedScore'] as const),
  ...(['reviewed', 'basis', 'evidence', 'improvement'] as const),
]);

const fit = v.pipe(
  shape({
    title: v.exactOptional(some(text)),
    groups: v.exactOptional(some(text)),
    columns: v.exactOptional(some(column)),
    lacks: v.exactOptional(some(column)),
    scoredBudget: v.exactOptional(flag),
  }),
  v.check((conditions) => Object.keys(conditions).length > 0, '至少要写一个条件，否则任何表都会套用。'),
);

const match = shape({
  name: v.exactOptional(some(text)),
  path: v.exactOptional(some(text)),
  kind: v.exactOptional(oneOf(['item', 'bonus'])),
  has: v.exactOptional(some(oneOf(['target', 'printed', 'definition']))),
});

const rate = some(oneOf(['actual', 'evidence', 'budget', 'completion']));

const tier = v.pipe(
  shape({
    low: v.nullable(figure),
    lowOpen: v.exactOptional(flag),
    high: v.nullable(figure),
    highClosed: v.exactOptional(flag),
    points: v.exactOptional(notNegative),
    share: v.exactOptional(share),
  }),
  v.check(({ low, high }) => low === null || high === null || low <= high, '下限不能大于上限。'),
  v.check(
    ({ points, share: part }) => (points === undefined) !== (part === undefined),
    '得分 points 与分值比例 share 要写一个，且只写一个。',
  ),
);

const rule = v.variant(
  'kind',
  [
    shape({ kind: v.literal('proportion'), rate, full: v.exactOptional(positive) }),
    shape({
      kind: v.literal('target'),
      below: oneOf(['proportion', 'zero']),
      above: oneOf(['inverse', 'linear', 'either', 'zero']),
      beyond: v.exactOptional(oneOf(['full', 'adjustable'])),
      nothingBelow: v.exactOptional(positive),
    }),
    shape({ kind: v.literal('tiers'), rate, unit: v.exactOptional(text), tiers: some(tier) }),
    shape({
      kind: v.literal('deduction'),
      rate,
      unit: v.exactOptional(text),
      from: figure,
      better: oneOf(['higher', 'lower', 'exact']),
      step: positive,
      points: positive,
      nothingBeyond: v.exactOptional(figure),
    }),
    shape({
      kind: v.literal('count'),
      start: oneOf(['zero', 'weight']),
      each: notNegative,
      cap: v.exactOptional(notNegative),
      penalty: notNegative,
      penaltyCap: v.exactOptional(notNegative),
    }),
    shape({ kind: v.literal('qualitative') }),
    shape({ kind: v.literal('printed') }),
    shape({ kind: v.literal('judged'), note: v.exactOptional(text), steps: v.exactOptional(list(figure)) }),
  ],
  (issue) =>
    issue.received === 'undefined' ? '缺少规则的种类 kind。' : `没有这种规则，kind 应为${RULE_KINDS.join('、')}之一。`,
);

/** The kinds of rule that a rulebook may hold. */
export const RULE_KINDS = [
  ...(['proportion', 'target', 'tiers', 'deduction', 'count', 'qualitative', 'printed', 'judged'] as const),
];

/** The shape of a rulebook file; `rulebook.schema.json` is generated from it. */
export const rulebookSchema = shape({
  $schema: v.exactOptional(v.string('应为文字。')),
  id: v.pipe(text, v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, '只能用小写字母、数字和连字符，最多64个字符。')),
  name: text,
  source: text,
  version: text,
  fits: list(fit),
  rounding: v.pipe(
    shape({
      places: v.pipe(figure, v.integer('应为整数。'), v.minValue(0, '应在0与6之间。'), v.maxValue(6, '应在0与6之间。')),
      mode: oneOf(['half-up', 'truncate', 'either']),
      least: v.exactOptional(v.pipe(figure, v.integer('应为整数。'), v.minValue(0, '不能小于0。'))),
    }),
    v.check(({ places, least }) => least === undefined || least <= places, '最少位数不能大于保留的位数。'),
  ),
  indicators: list(shape({ match, rule })),
  execution: v.nullable(rule),
  qualitative: v.pipe(
    shape({ met: share, partly: share, unmet: v.exactOptional(share) }),
    v.check(
      ({ met, partly, unmet }) => partly <= met && (unmet ?? partly) <= met,
      '部分达成、未达成的界线不能高于达成的界线。',
    ),
  ),
  explain: shape({
    over: v.pipe(figure, v.minValue(1, '应不小于1，1.3 表示目标值的130%。')),
    required: v.exactOptional(v.boolean('应为 true 或 false。')),
    execution: v.nullable(share),
  }),
  grades: v.nullable(
    v.pipe(
      some(shape({ name: text, from: notNegative })),
      v.check(
        (grades) => grades.every(({ from }, at) => at === 0 || from < (grades[at - 1]?.from ?? Infinity)),
        '等级要从高到低排列。',
      ),
    ),
  ),
  caps: list(shape({ below: notNegative, total: notNegative })),
  blocks: list(shape({ group: text, weight: notNegative, each: v.exactOptional(v.boolean('应为 true 或 false。')) })),
  unasked: v.exactOptional(list(oneOf(WORDS_QUESTIONS))),
});

function pathOf(issue: v.BaseIssue<unknown>): string {
  let path = '';
  for (const { key } of issue.path ?? []) {
    path += typeof key === 'number' ? `[${key}]` : `${path === '' ? '' : '.'}${String(key)}`;
  }
  return path;
}

/**
 * Reads a rulebook from parsed JSON. Whatever is wrong with it is told with its place in the file; nothing is thrown.
 */
export function parseRulebook(json: unknown): RulebookParse {
  const parsed = v.safeParse(rulebookSchema, json);
  if (!parsed.success)
    return { errors: parsed.issues.map((issue) => ({ path: pathOf(issue), message: issue.message })) };
  const { $schema: _, ...rulebook } = parsed.output;
  return { rulebook };
}
