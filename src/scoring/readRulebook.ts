import { jsonFault } from './jsonFault';
import { parseRulebook, type RulebookParse } from './schema';

/** Characters; a rulebook has a few thousand. */
const LONGEST = 1_000_000;

/** Reads a rulebook from the text of a file. Whatever is wrong is told with its place; nothing is thrown. */
export function readRulebook(text: string): RulebookParse {
  const source = text.replace(/^\ufeff/, '');
  if (source.trim() === '') return { errors: [{ path: '', message: '没有内容。' }] };
  if (source.length > LONGEST) return { errors: [{ path: '', message: '内容太长，不是评分规则文件。' }] };
  try {
    const json: unknown = JSON.parse(source);
    return parseRulebook(json);
  } catch {
    const fault = jsonFault(source);
    const place = fault === null ? '' : `第 ${fault.line} 行第 ${fault.column} 列起`;
    return { errors: [{ path: '', message: `${place}不是有效的 JSON，请检查括号、引号和逗号。` }] };
  }
}
