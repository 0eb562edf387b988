import { Decimal } from 'decimal.js';
import { claimedScore } from '../claims';
import type { RuleResult, RuleContext } from '../context';
import type { JudgedRule } from '../rulebook';
import { ZERO } from '../points';
import type { Grounds } from '../scores';
import { quote } from '../../sheet/quote';

/** Why a rule by a rate gives no score. */
export const NO_RATE = '依据里没有找到计分所用的比率，请人工判断';

/** The rule in words. */
export function judgedWords(rule: JudgedRule): string {
  const steps = rule.steps?.length ? `，只能是${rule.steps.join('、')}分` : '';
  return `${rule.note ?? '没有公开的评分规则，由人工判断'}${steps}`;
}

/** What is known of a score that a person decides; `steps` are the only points that the rule names, where it names some. */
interface Judged extends Pick<JudgedRule, 'steps'> {
  readonly words?: string;
  /** What could not be understood and therefore was not computed. */
  readonly unread?: string;
  readonly attainment?: Decimal | null;
  /** `false` where it is sure that the target was missed: then anything but full marks may be given. */
  readonly reached?: boolean | null;
  /** `open` where the target was missed unless words that were not read say otherwise. */
  readonly grounds?: Grounds;
}

/**
 * A score that no rule gives: what the row's own text claims, else what the form states. `accepted` holds the points
 * that the rule names; it is empty when any score from 0 to the weight may be given.
 */
export function judged(context: RuleContext, details: Judged = {}): RuleResult {
  const { weight, stated } = context;
  const claim = weight === null ? null : claimedScore(context.evidence, weight);
  const attainment = details.attainment ?? null;
  const reached = details.reached ?? attainment?.gte(1) ?? null;
  const words = details.words ?? context.words;
  const rest = {
    arithmetic: null,
    attainment,
    reached,
    grounds: details.grounds ?? 'sure',
    unread: details.unread ?? null,
  };
  // What parts claim may not be all.
  if (claim !== null && (claim.parts !== true || stated === null || claim.points.eq(stated))) {
    const { points, text } = claim;
    const accepted = [{ low: points, high: points }];
    return { origin: 'claimed', value: points, accepted, words: `${words}；依据写明${quote(text)}`, ...rest };
  }
  const steps = details.steps?.map((points) => ({ low: new Decimal(points), high: new Decimal(points) })) ?? [];
  const belowFull = weight === null || weight.isZero() ? [] : [{ low: ZERO, high: weight, openHigh: true }];
  const accepted = reached === false && weight !== null ? belowFull : steps;
  return { origin: stated === null ? 'missing' : 'judged', value: stated, accepted, words, ...rest };
}
