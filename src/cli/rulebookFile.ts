import type { ReviewSettings } from '../review';
import { readRulebook } from '../scoring/readRulebook';
import { HostError } from '../host/host';
import { readBytes } from './files';
import { messageOf, oneLine } from './messages';

/** As large as the pane takes one; a rulebook has some ten kilobytes. */
const MOST_BYTES = 1024 * 1024;
const TOO_LARGE = '超过 1 MB，不是评分规则文件：请重新选择';

/**
 * The settings with a rulebook out of a file, or one text that names each place in the file that is wrong and why,
 * fit for a terminal.
 */
export function loadRulebook(file: string): ReviewSettings | { readonly error: string } {
  const named = `规则文件“${oneLine(file)}”`;
  let bytes: Uint8Array;
  try {
    bytes = readBytes(file, MOST_BYTES);
  } catch (cause) {
    const large = cause instanceof HostError && cause.code === 'too-large';
    return { error: `${named}：${large ? TOO_LARGE : messageOf(cause)}` };
  }
  const parsed = readRulebook(new TextDecoder().decode(bytes));
  if ('rulebook' in parsed) return { rulebook: parsed.rulebook };
  const [fault, another] = parsed.errors;
  if (fault?.path === '' && another === undefined) return { error: `${named}：${oneLine(fault.message)}` };
  const errors = parsed.errors.map(({ path, message }) =>
    oneLine(`  ${path === '' ? '（整个文件）' : path}：${message}`),
  );
  return { error: `${named}有 ${errors.length} 处不对：\n${errors.join('\n')}` };
}
