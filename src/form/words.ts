import { compact } from '../sheet/text';

/** A label without white space, bracketed additions and closing punctuation: `分值（权重）：` is `分值`. */
export function bare(text: string): string {
  let depth = 0;
  let out = '';
  for (const character of compact(text)) {
    if (character === '(' || character === '[' || character === '【') depth++;
    else if ((character === ')' || character === ']' || character === '】') && depth > 0) depth--;
    else if (depth === 0) out += character;
  }
  return out.replace(/[:：;；。,，]$/, '');
}
