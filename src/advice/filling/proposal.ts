import { scoreEntry } from '../../form/shares';
import { Decimal } from 'decimal.js';
import { accepts } from '../../scoring/points';
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

/** What may be entered for a row; `null` where nothing is scored or nothing is known of its weight. */
export function proposalFor(row: FillRow, filled: FilledForm): Proposal | null {
  if (row.stated === null || scoreEntry(row.stated, row.stated.value ?? new Decimal(0)) === null) return null;
  if (row.kind === 'total') {
    const value = filled.scores.total.sumOfStated;
    return value && { value, origin: 'sum', arithmetic: null, low: value, high: value, accepted: [] };
  }
  const { weight, score } = row;
  if (weight === null || score === null) return null;
  const low = row.kind === 'bonus' ? weight.negated() : new Decimal(0);
  const bounds = { low, high: weight, accepted: score.accepted };
  const { origin, value, arithmetic } = score;
  // A band of which a person chooses has no one score.
  const band = score.rule.kind === 'qualitative' && score.accepted.some(({ low: from, high: to }) => from.lt(to));
  return value !== null && !band && (origin === 'computed' || origin === 'claimed')
    ? { ...bounds, value, origin, arithmetic }
    : { ...bounds, value: null, origin: 'judged', arithmetic };
}

/** Why a score can't be entered, in a sentence; `null` when it can. */
export function refusal(entered: Decimal, { low, high }: Proposal): string | null {
  if (entered.gte(low) && entered.lte(high)) return null;
  return `得分应在 ${low.toString()} 到 ${high.toString()} 之间。`;
}

/** What the rule says against a score that can be entered; `null` where it says nothing. */
export function objection(entered: Decimal, { accepted }: Proposal): string | null {
  return accepted.length === 0 || accepts(accepted, entered) ? null : `按规则应为 ${acceptedInWords(accepted)}。`;
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
