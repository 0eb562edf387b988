import type { EvidenceCell } from '../../form/model';
import { compact } from '../../sheet/text';

/** A text that says that nothing fell short. */
const DENIES =
  /(?:不存在|没有|无|未发生|未出现)(?:任何)?(?:偏差|偏离|未达标|未完成|扣分)|(?:全部|全面|圆满)(?:按[期时质量]{1,3})?(?:完成|达标|达成)(?!率)/;

/** It may be that the same text goes on to name what did fall short. */
const ADMITS = /但|除|未能|仍|尚|不足|不达标|滞后|导致|低于|由于|[^无在]未完成/;

/**
 * Whether a text denies that anything fell short and does not take it back: 不存在偏离, 无未达标项目, 已全部完成. Where the
 * reason has its label, only the reason is asked.
 */
export function deniesShortfall(evidence: Pick<EvidenceCell, 'text' | 'shortfallReason'>): boolean {
  const plain = compact(evidence.shortfallReason === '' ? evidence.text : evidence.shortfallReason);
  return DENIES.test(plain) && !ADMITS.test(plain);
}
