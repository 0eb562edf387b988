import { isCeiling } from '../../words/quantity';
import type { FillRow } from '../filling/rows';
import type { ShortfallKind } from './wordings';

const SPENDING = /预算(?:完成|执行|支付)|执行率|(?:支出|支付)进度|结转|结余|采购/;
const COMPLAINT = /投诉|差错|事故|违规|违纪|违法|逾期|信访|舆情|失误|缺陷/;
const SATISFIED = /满意/;
/** Rules that take points off by steps or bands. */
const STEPS: ReadonlySet<string> = new Set(['deduction', 'tiers', 'count']);

/** How a row fell short, by its name, its target and its rule. */
export function kindOfShortfall({ kind, name, target, score }: FillRow): ShortfallKind {
  const quantity = target?.value ?? null;
  const limit = quantity?.kind === 'number' && isCeiling(quantity.relation);
  if (kind === 'budget' || (quantity === null && SPENDING.test(name))) return 'spending';
  if (COMPLAINT.test(name) && (limit || quantity === null)) return 'complaint';
  if (SATISFIED.test(name)) return 'satisfaction';
  if (limit) return 'limit';
  if (quantity?.kind === 'date') return 'date';
  if (quantity?.kind === 'number') return quantity.unit === '%' ? 'rate' : 'count';
  if (score?.rule.kind === 'proportion') return 'rate';
  if (STEPS.has(score?.rule.kind ?? '')) return 'deduction';
  return target === null ? 'general' : 'qualitative';
}
