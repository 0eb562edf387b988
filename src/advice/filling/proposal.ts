import { scoreEntry } from '../../form/shares';
import { Decimal } from 'decimal.js';
import type { ScoreRange } from '../../scoring/scores';
import type { FillRow, FilledForm } from './rows';

/** What an officer may enter as a score. */
export interface Proposal {
  /** The score that a rule or the text gives; `null` where a person decides. */
  readonly value: Decimal | null;
  /** `computed` by a rule, `claimed` by the text, `sum` of the scores above, `judged` by a person. */
  readonly origin: 'computed' | 'claimed' | 'sum' | 'judged';
  /** `94.07 ÷ 95 × 2.96 = 2.93` */
  readonly arithmetic: string | null;
  readonly low: Decimal;
  readonly high: Decimal;
  /** What the rule allows within these bounds; empty where anything. */
  readonly accepted: readonly ScoreRange[];
}

function sumInWords({ scores }: FilledForm): Proposal | null {
  const { sumOfStated } = scores.total;
  if (sumOfStated === null) return null;
  const value = sumOfStated;
  return { value, origin: 'sum', arithmetic: null, low: value, high: value, accepted: [] };
}

/** What may be entered for a row; `null` where nothing is scored or nothing is known of its weight. */
export function proposalFor(row: FillRow, filled: FilledForm): Proposal | null {
  if (row.stated === null || scoreEntry(row.stated, row.stated.value ?? new Decimal(0)) === null) return null;
  if (row.kind === 'total') return sumInWords(filled);
  const { weight, score } = row;
  if (weight === null || score === null) return null;
  const low = row.kind === 'bonus' ? weight.negated() : new Decimal(0);
  const bounds = { low, high: weight, accepted: score.accepted };
  const known = score.origin === 'computed' || score.origin === 'claimed';
  if (!known || score.value === null) return { ...bounds, value: null, origin: 'judged', arithmetic: score.arithmetic };
  const origin = score.origin === 'computed' ? 'computed' : 'claimed';
  return { ...bounds, value: score.value, origin, arithmetic: score.arithmetic };
}

/** Why a score can't be entered, in a sentence; `null` when it can. */
export function refusal(entered: Decimal, { low, high }: Proposal): string | null {
  if (entered.gte(low) && entered.lte(high)) return null;
  return `得分应在 ${low.toString()} 到 ${high.toString()} 之间。`;
}

/** What the rule says against a score that can be entered; `null` where it says nothing. */
export function objection(entered: Decimal, { accepted }: Proposal): string | null {
  if (accepted.length === 0) return null;
  const fits = accepted.some(
    ({ low, high, openHigh }) => entered.gte(low) && (openHigh === true ? entered.lt(high) : entered.lte(high)),
  );
  return fits ? null : `按规则应为 ${acceptedInWords(accepted)}。`;
}

/** `1.99 到 2 分`, `2.94 分`, `0、2.5 或 5 分`. */
export function acceptedInWords(accepted: readonly ScoreRange[]): string {
  const words = accepted.map(({ low, high, openHigh }) => {
    const [from, to] = [low.toDecimalPlaces(4).toString(), high.toDecimalPlaces(4).toString()];
    return from === to ? from : `${from} 到 ${to}${openHigh === true ? '（不含）' : ''}`;
  });
  const last = words.slice(-1).join('');
  return `${words.length === 1 ? last : `${words.slice(0, -1).join('、')} 或 ${last}`} 分`;
}
