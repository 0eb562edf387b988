import { readFileSync } from 'node:fs';
import type { ReviewSettings } from '../review';
import { jsonFault } from '../scoring/jsonFault';
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
  const source = text.replace(/^\ufeff/, '');
  const fault = jsonFault(source);
  if (fault !== null) {
    const place = `第 ${fault.line} 行第 ${fault.column} 列`;
    return { error: `规则文件“${file}”${place}起不是有效的 JSON：请检查括号、引号和逗号` };
  }
  const json: unknown = JSON.parse(source);
  const parsed = parseRulebook(json);
  if ('rulebook' in parsed) return { rulebook: parsed.rulebook };
  const errors = parsed.errors.map(({ path, message }) => `  ${path === '' ? '（整个文件）' : path}：${message}`);
  return { error: `规则文件“${file}”有 ${errors.length} 处不对：\n${errors.join('\n')}` };
}
