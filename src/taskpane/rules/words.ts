import { describeRule, type EditPath } from '../../scoring';
import { bandsInWords } from '../../scoring/rules/qualitative';
import { WORDS_QUESTIONS, type IndicatorMatch, type Rulebook } from '../../scoring/rulebook';
import type { ScoreOrigin } from '../../scoring/scores';
import { nameAt, partAt, unitOfPlace, type Part } from '../../scoring/places';
import { quote } from '../../sheet/quote';
import { Decimal } from 'decimal.js';
import { normalise } from '../../sheet/text';

const FIGURE = /^-?\d{1,15}(?:\.\d{1,10})?$/;

function figureIn(text: string): Decimal | null {
  const plain = normalise(text).replaceAll(',', '').replace(/%$/, '');
  return FIGURE.test(plain) ? new Decimal(plain) : null;
}

/** What is put into the file for a text that was entered; a text that is no figure stays one and is refused there. */
export function valueOf({ holds, blank, fraction }: Part, text: string): unknown {
  if (holds === 'numbers') {
    const parts = text.split(/[、，,;；\s]+/).filter((part) => part !== '');
    return parts.length === 0 ? undefined : parts.map((part) => figureIn(part)?.toNumber() ?? part);
  }
  if (text.trim() === '' && blank !== undefined) return blank === 'null' ? null : undefined;
  const figure = holds === 'number' ? figureIn(text) : null;
  return figure === null ? text : (fraction === true ? figure.div(100) : figure).toNumber();
}

/** The text that stands in the field for what is in the file. */
export function fieldText({ absent, fraction }: Part, value: unknown): string {
  if (value === undefined || value === null) return absent ?? '';
  if (Array.isArray(value)) return value.map(String).join('、');
  if (fraction === true && typeof value === 'number') return new Decimal(value).times(100).toFixed();
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export const ORIGIN_WORDS: Readonly<Record<ScoreOrigin, string>> = {
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

/** One line for each part of a rulebook that is no rule of an indicator. */
export const SUMMARIES = {
  rounding: (rulebook: Rulebook): string => {
    const { places, mode, least } = rulebook.rounding;
    const fewest = least === undefined ? '' : `，最少${least}位`;
    return `保留${places}位小数${fewest}，${valueWords(['rounding', 'mode'], mode, rulebook)}`;
  },
  unasked: ({ unasked = [] }: Rulebook): string =>
    unasked.length === 0 ? '都问' : `${WORDS_QUESTIONS.length} 项中有 ${unasked.length} 项不问`,
  qualitative: ({ qualitative }: Rulebook): string => bandsInWords(qualitative),
  explain: (rulebook: Rulebook): string =>
    Object.entries(rulebook.explain)
      .filter(([, value]) => value !== null && value !== false)
      .map(
        ([key, value]) =>
          `${nameAt(['explain', key])}${value === true ? '' : valueWords(['explain', key], value, rulebook)}`,
      )
      .join('，'),
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
  const part = partAt(path);
  if (Array.isArray(value) && part?.holds !== 'numbers') return listWords(String(path.at(-1)), value, rulebook);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (part === null || part.holds === 'parts' || part.holds === 'list')
    return value === undefined || value === null ? '没有' : '已改';
  const text = fieldText(part, value);
  if (text === '') return part.otherwise ?? '没有';
  return part.words?.[text] ?? `${text}${unitOfPlace(path, rulebook)}`;
}
