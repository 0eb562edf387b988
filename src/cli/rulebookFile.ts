import { readFileSync } from 'node:fs';
import type { ReviewSettings } from '../review';
import { parseRulebook } from '../scoring/schema';
import { fileSystemMessage } from './files';

/** The settings with a rulebook out of a file, or one text that names each place in the file that is wrong and why. */
export function loadRulebook(file: string): ReviewSettings | { readonly error: string } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    return { error: `规则文件“${file}”：${fileSystemMessage(cause)}` };
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { error: `规则文件“${file}”不是有效的 JSON${place(text, cause)}：请检查括号、引号和逗号` };
  }
  const parsed = parseRulebook(json);
  if ('rulebook' in parsed) return { rulebook: parsed.rulebook };
  const errors = parsed.errors.map(({ path, message }) => `  ${path === '' ? '（整个文件）' : path}：${message}`);
  return { error: `规则文件“${file}”有 ${errors.length} 处不对：\n${errors.join('\n')}` };
}

/** Where the parser stopped, as an editor counts: line and column from 1. `''` where it does not say. */
function place(text: string, cause: SyntaxError): string {
  const at = /position ([0-9]+)/.exec(cause.message)?.[1];
  if (at === undefined) return '';
  const before = text.slice(0, Number(at)).split('\n');
  return `，第 ${before.length} 行第 ${(before.at(-1) ?? '').length + 1} 列附近`;
}
