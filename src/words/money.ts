import type { Decimal } from 'decimal.js';
import { compact } from '../sheet/text';
import { ONE, SCALES } from './units';

const FACTORS: ReadonlyMap<string, Decimal> = new Map([['', ONE], ...SCALES]);

const CHINESE = /[\u4e00-\u9fff]/;

/** Yuan in the unit that ends with the 元 at `index`; `null` where that 元 is part of a word or of an amount. */
function yuanAt(text: string, index: number): Decimal | null {
  let start = index;
  while (start > 0 && '十百千万亿'.includes(text.charAt(start - 1))) start -= 1;
  const scale = FACTORS.get(text.slice(start, index));
  const before = text.charAt(start - 1);
  if (scale === undefined || /[0-9.]/.test(before)) return null;
  // A bare 元 stands alone or after 人民币, 单位; otherwise it is a word such as 多元, 单元, 美元.
  if (scale.eq(1) && CHINESE.test(before) && before !== '币' && before !== '位') return null;
  if (scale.eq(1) && /[素旦件]/.test(text.charAt(index + 1))) return null;
  return scale;
}

/**
 * The money unit that a heading names, in yuan: 10,000 for 年度部门整体支出规模（万元）, 1 for 单位：元. `null` where it names
 * none or more than one.
 */
export function moneyUnitIn(text: string): Decimal | null {
  const plain = compact(text);
  let unit: Decimal | null = null;
  for (let index = plain.indexOf('元'); index >= 0; index = plain.indexOf('元', index + 1)) {
    const found = yuanAt(plain, index);
    if (found === null) continue;
    if (unit !== null && !unit.eq(found)) return null;
    unit = found;
  }
  return unit;
}
