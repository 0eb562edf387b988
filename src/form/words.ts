import { remember } from '../sheet/remember';
import { compact } from '../sheet/text';
import { TOTAL_LABEL } from './vocabulary/labels';

/** A label without white space, bracketed additions and closing punctuation: `分值（权重）：` is `分值`. */
export const bare: (text: string) => string = remember((text) => {
  const label = compact(text);
  const plain = /[([【]/.test(label) ? withoutBrackets(label) : label;
  return plain.replace(/[:：;；。,，]$/, '');
});

function withoutBrackets(label: string): string {
  let depth = 0;
  let out = '';
  for (const character of label) {
    if (character === '(' || character === '[' || character === '【') depth++;
    else if ((character === ')' || character === ']' || character === '】') && depth > 0) depth--;
    else if (depth === 0) out += character;
  }
  return out;
}

/** 总分, 合计, 得分总计. */
export function isTotalLabel(text: string): boolean {
  return text.length <= 10 && TOTAL_LABEL.test(text);
}
