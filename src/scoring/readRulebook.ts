import * as v from 'valibot';
import { jsonFault } from './jsonFault';
import { type Rulebook, rulebookSchema } from './rulebook';

/** A fault in a rulebook that comes from outside. */
export interface RulebookError {
  /** Where in the file: `indicators[3].rule.tiers[0].points`; `''` for the whole. */
  readonly path: string;
  /** One sentence for the officer. */
  readonly message: string;
}

export type RulebookParse = { readonly rulebook: Rulebook } | { readonly errors: readonly RulebookError[] };

function pathOf(issue: v.BaseIssue<unknown>): string {
  let path = '';
  for (const { key } of issue.path ?? []) {
    path += typeof key === 'number' ? `[${key}]` : `${path === '' ? '' : '.'}${String(key)}`;
  }
  return path;
}

/**
 * Reads a rulebook from parsed JSON. Whatever is wrong with it is told with its place in the file; nothing is thrown.
 */
export function parseRulebook(json: unknown): RulebookParse {
  const parsed = v.safeParse(rulebookSchema, json);
  if (!parsed.success)
    return { errors: parsed.issues.map((issue) => ({ path: pathOf(issue), message: issue.message })) };
  const { $schema: _, ...rulebook } = parsed.output;
  return { rulebook };
}

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
