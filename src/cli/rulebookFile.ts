import type { ReviewSettings } from '../review';
import { jsonFault } from '../scoring/jsonFault';
import { parseRulebook } from '../scoring/schema';
import { HostError } from '../host/host';
import { readBytes } from './files';
import { messageOf } from './messages';

/** As large as the pane takes one; a rulebook has some ten kilobytes. */
const MOST_BYTES = 1024 * 1024;
const TOO_LARGE = '超过 1 MB，不是评分规则文件：请重新选择';

/** The settings with a rulebook out of a file, or one text that names each place in the file that is wrong and why. */
export function loadRulebook(file: string): ReviewSettings | { readonly error: string } {
  let bytes: Uint8Array;
  try {
    bytes = readBytes(file, MOST_BYTES);
  } catch (cause) {
    const large = cause instanceof HostError && cause.code === 'too-large';
    return { error: `规则文件“${file}”：${large ? TOO_LARGE : messageOf(cause)}` };
  }
  const source = new TextDecoder().decode(bytes);
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
