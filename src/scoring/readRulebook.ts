import * as v from 'valibot';
import { type Rulebook, rulebookSchema } from './rulebook';

const SPACE = /[ \t\r\n]*/y;
// eslint-disable-next-line no-control-regex -- JSON forbids them in a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![\w.])/y;

/** Levels within each other; a rulebook has seven. */
const DEEPEST = 500;

/** A place in a text as an editor counts it: both from 1. */
interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Reads over a JSON text up to where it goes wrong; the errors of `JSON.parse` do not always say where. */
class Reader {
  at = 0;
  private depth = 0;
  constructor(private readonly text: string) {}

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private sign(char: string): boolean {
    this.skip(SPACE);
    if (this.text[this.at] !== char) return false;
    this.at += 1;
    return true;
  }

  private string(): boolean {
    this.skip(SPACE);
    return this.skip(STRING);
  }

  /** Whether a list of members ends well; `member` reads one. */
  private list(close: string, member: () => boolean): boolean {
    if (this.sign(close)) return true;
    this.depth += 1;
    if (this.depth > DEEPEST) return false;
    do if (!member()) return false;
    while (this.sign(','));
    this.depth -= 1;
    return this.sign(close);
  }

  value(): boolean {
    if (this.sign('{')) return this.list('}', () => this.string() && this.sign(':') && this.value());
    if (this.sign('[')) return this.list(']', () => this.value());
    return this.string() || this.skip(SCALAR);
  }

  rest(): boolean {
    this.skip(SPACE);
    return this.at === this.text.length;
  }
}

/** Where a text stops being JSON; `null` where it is JSON throughout. */
export function jsonFault(text: string): TextPlace | null {
  const reader = new Reader(text);
  if (reader.value() && reader.rest()) return null;
  const before = text.slice(0, reader.at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

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
 * Reads a rulebook from parsed JSON. Each fault is reported with its place in the file; nothing is thrown.
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

/** Reads a rulebook from the text of a file. Each fault is reported with its place; nothing is thrown. */
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
