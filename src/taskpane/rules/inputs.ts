import { Decimal } from 'decimal.js';
import type { EditPath } from '../../scoring';
import type { Rule } from '../../scoring/rulebook';
import { normalise } from '../../sheet/text';

/** How a part of a rulebook is entered. */
export type Input =
  | {
      readonly kind: 'number';
      readonly unit: string;
      /** Percent on the screen is a fraction in the file. */
      readonly fraction?: boolean;
      /** What an empty field stands for in the file; a field without it must be filled in. */
      readonly blank?: 'absent' | 'null';
      /** What holds then. */
      readonly otherwise?: string;
    }
  | { readonly kind: 'choice'; readonly options: readonly (readonly [string, string])[]; readonly absent?: string }
  | { readonly kind: 'text'; readonly blank?: 'absent' }
  | { readonly kind: 'numbers' }
  | { readonly kind: 'flag'; readonly label: string };

const POINTS: Input = { kind: 'number', unit: '分' };
const PERCENT: Input = { kind: 'number', unit: '%' };
const SHARE: Input = { kind: 'number', unit: '%', fraction: true };
const MOST: Input = { kind: 'number', unit: '分', blank: 'absent', otherwise: '不限' };
const PLACES: Input = { kind: 'number', unit: '位' };
const BOUND: Input = { kind: 'number', unit: '', blank: 'null', otherwise: '不限' };
const TEXT: Input = { kind: 'text' };

/** By the key, or by the key above and its own where keys are shared. */
const INPUTS: ReadonlyMap<string, Input> = new Map<string, Input>([
  ['name', TEXT],
  ['source', TEXT],
  ['version', TEXT],
  ['rounding.places', PLACES],
  ['rounding.least', { kind: 'number', unit: '位', blank: 'absent', otherwise: '同上' }],
  [
    'rounding.mode',
    {
      kind: 'choice',
      options: [
        ['either', '四舍五入或舍去都接受'],
        ['half-up', '四舍五入'],
        ['truncate', '舍去'],
      ],
    },
  ],
  ['full', { kind: 'number', unit: '%', blank: 'absent', otherwise: '100' }],
  [
    'below',
    {
      kind: 'choice',
      options: [
        ['proportion', '按完成值÷目标值×分值'],
        ['zero', '不得分'],
      ],
    },
  ],
  [
    'above',
    {
      kind: 'choice',
      options: [
        ['either', '下面两种折算都接受'],
        ['inverse', '按目标值÷完成值×分值'],
        ['linear', '按（1－超出部分÷目标值）×分值'],
        ['zero', '不得分'],
      ],
    },
  ],
  [
    'beyond',
    {
      kind: 'choice',
      absent: 'full',
      options: [
        ['full', '得满分'],
        ['adjustable', '可以适度扣分'],
      ],
    },
  ],
  ['nothingBelow', { kind: 'number', unit: '%', blank: 'absent', otherwise: '不限' }],
  ['nothingBeyond', { kind: 'number', unit: '', blank: 'absent', otherwise: '不限' }],
  ['low', BOUND],
  ['high', BOUND],
  ['lowOpen', { kind: 'flag', label: '不含下限' }],
  ['highClosed', { kind: 'flag', label: '含上限' }],
  ['points', POINTS],
  ['share', SHARE],
  ['from', PERCENT],
  [
    'better',
    {
      kind: 'choice',
      options: [
        ['lower', '越低越好，每超过一步扣分'],
        ['higher', '越高越好，每降低一步扣分'],
        ['exact', '两边都扣，每偏离一步扣分'],
      ],
    },
  ],
  ['step', { kind: 'number', unit: '个百分点' }],
  [
    'start',
    {
      kind: 'choice',
      options: [
        ['zero', '从0分加起'],
        ['weight', '从满分扣起'],
      ],
    },
  ],
  ['each', POINTS],
  ['cap', MOST],
  ['penalty', POINTS],
  ['penaltyCap', MOST],
  ['note', { kind: 'text', blank: 'absent' }],
  ['steps', { kind: 'numbers' }],
  ['qualitative.met', SHARE],
  ['qualitative.partly', SHARE],
  ['qualitative.unmet', { ...SHARE, blank: 'absent', otherwise: '同上' }],
  ['explain.over', SHARE],
  ['explain.execution', { ...SHARE, blank: 'null', otherwise: '不要求' }],
  ['grades.from', POINTS],
  ['caps.below', PERCENT],
  ['caps.total', POINTS],
  ['blocks.group', TEXT],
  ['blocks.weight', POINTS],
]);

/** What can be entered for a kind of rule; the bands of `tiers` are a list of their own. */
export const RULE_KEYS: Readonly<Record<Rule['kind'], readonly string[]>> = {
  proportion: ['full'],
  target: ['below', 'above', 'beyond', 'nothingBelow'],
  tiers: [],
  deduction: ['from', 'better', 'step', 'points', 'nothingBeyond'],
  count: ['start', 'each', 'cap', 'penalty', 'penaltyCap'],
  qualitative: [],
  printed: [],
  judged: ['note', 'steps'],
};

/** How the part at a place is entered; `null` where it can only be changed in the file. */
export function inputAt(path: EditPath): Input | null {
  const [above, key] = path.filter((part) => typeof part === 'string').slice(-2);
  if (above === undefined) return null;
  return (key === undefined ? INPUTS.get(above) : (INPUTS.get(`${above}.${key}`) ?? INPUTS.get(key))) ?? null;
}

const FIGURE = /^-?\d{1,15}(?:\.\d{1,10})?$/;

function figureIn(text: string): Decimal | null {
  const plain = normalise(text).replaceAll(',', '').replace(/%$/, '');
  return FIGURE.test(plain) ? new Decimal(plain) : null;
}

/** What is put into the file for a text that was entered; a text that is no figure stays one and is refused there. */
export function valueOf(input: Input, text: string): unknown {
  if (input.kind === 'number') {
    if (text.trim() === '' && input.blank !== undefined) return input.blank === 'null' ? null : undefined;
    const figure = figureIn(text);
    if (figure === null) return text;
    return (input.fraction === true ? figure.div(100) : figure).toNumber();
  }
  if (input.kind === 'numbers') {
    const parts = text.split(/[、，,;；\s]+/).filter((part) => part !== '');
    return parts.length === 0 ? undefined : parts.map((part) => figureIn(part)?.toNumber() ?? part);
  }
  if (input.kind === 'text' && text.trim() === '' && input.blank !== undefined) return undefined;
  return text;
}

/** The text that stands in the field for what is in the file. */
export function textOf(input: Input, value: unknown): string {
  if (value === undefined || value === null) return input.kind === 'choice' ? (input.absent ?? '') : '';
  if (Array.isArray(value)) return value.map(String).join('、');
  if (input.kind === 'number' && input.fraction === true && typeof value === 'number') {
    return new Decimal(value).times(100).toFixed();
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
