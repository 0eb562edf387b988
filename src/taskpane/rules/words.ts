import { describeRule, type EditPath } from '../../scoring';
import { bandsInWords } from '../../scoring/rules/qualitative';
import { WORDS_QUESTIONS, type IndicatorMatch, type Rulebook } from '../../scoring/rulebook';
import type { Basis } from '../../scoring/scores';
import { quote } from '../../sheet/quote';
import { inputAt, textOf } from './inputs';

export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  computed: '按规则计算',
  claimed: '依据写明',
  judged: '人工判断',
  missing: '没有得分',
};

const HAS_WORDS = { target: '有目标值', printed: '印有评分标准', definition: '有指标解释' } as const;

/** Names that differ in their quotation marks only are one to the reader. */
function oneOf(words: readonly string[]): string {
  const bare = words.map((word) => word.replaceAll(/[“”"]/g, ''));
  return words
    .filter((_, at) => bare.indexOf(bare[at] ?? '') === at)
    .map(quote)
    .join('');
}

/** Which indicators a rule is for: 名称含“预算完成率”的指标. */
export function matchWords({ name, path, kind, has }: IndicatorMatch): string {
  const parts = [
    ...(path === undefined ? [] : [`属于${oneOf(path)}`]),
    ...(name === undefined ? [] : [`名称含${oneOf(name)}`]),
    ...(has ?? []).map((part) => HAS_WORDS[part]),
  ];
  const what = kind === 'bonus' ? '加减分项' : '指标';
  if (parts.length === 0) return kind === undefined ? '其余所有指标' : what;
  return `${parts.join('、')}的${what}`;
}

function percent(share: number): string {
  return `${textOf({ kind: 'number', unit: '%', fraction: true }, share)}%`;
}

/** One line for each part of a rulebook that is no rule of an indicator. */
export const SUMMARIES = {
  rounding: ({ rounding: { places, mode, least } }: Rulebook): string => {
    const input = inputAt(['rounding', 'mode']);
    const words = input?.kind === 'choice' ? input.options.find(([value]) => value === mode)?.[1] : undefined;
    return `保留${places}位小数${least === undefined ? '' : `，最少${least}位`}，${words ?? mode}`;
  },
  unasked: ({ unasked = [] }: Rulebook): string =>
    unasked.length === 0 ? '都问' : `${WORDS_QUESTIONS.length} 项中有 ${unasked.length} 项不问`,
  qualitative: ({ qualitative }: Rulebook): string => bandsInWords(qualitative),
  explain: ({ explain: { over, execution } }: Rulebook): string => {
    const completed = `完成值达到目标值的${percent(over)}`;
    return execution === null ? completed : `${completed}，执行率低于${percent(execution)}`;
  },
  execution: (rulebook: Rulebook): string =>
    rulebook.execution === null ? '不单独计分' : describeRule(rulebook.execution, rulebook),
  grades: ({ grades }: Rulebook): string =>
    grades === null ? '不分等级' : grades.map(({ name, from }) => `${name} ${from}分起`).join('，'),
  caps: ({ caps }: Rulebook): string =>
    caps.map(({ below, total }) => `执行率低于${below}%，总分不超过${total}分`).join('；') || '没有上限',
  blocks: ({ blocks }: Rulebook): string =>
    blocks.map(({ group, weight }) => `${group}${weight}分`).join('，') || '按表内的分值',
} as const;

function listWords(key: string, value: readonly unknown[], rulebook: Rulebook): string {
  if (key === 'grades' || key === 'caps' || key === 'blocks') return SUMMARIES[key](rulebook);
  return `${value.length}${key === 'tiers' ? '档' : '项'}`;
}

/** What stands at a place of a rulebook, for a person to compare. */
export function valueWords(path: EditPath, value: unknown, rulebook: Rulebook): string {
  const input = inputAt(path);
  if (Array.isArray(value) && input?.kind !== 'numbers') return listWords(String(path.at(-1)), value, rulebook);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (input === null) return value === undefined || value === null ? '没有' : '已改';
  if (input.kind === 'choice') {
    const chosen = textOf(input, value);
    return input.options.find(([option]) => option === chosen)?.[1] ?? chosen;
  }
  const text = textOf(input, value);
  if (text === '') return input.kind === 'number' ? (input.otherwise ?? '没有') : '没有';
  return input.kind === 'number' ? `${text}${input.unit}` : text;
}
