import type { DebtKind } from '../filling/debts';
import { shortfallOf } from '../filling/measure';
import type { FillRow } from '../filling/rows';
import { blank } from '../../form/blanks';
import { quote } from '../../sheet/quote';
import { cut } from '../../sheet/text';
import { isCeiling } from '../../words/quantity';
import { EXECUTION_WORDINGS, NARRATIVE_WORDINGS, OVER_WORDINGS, type ShortfallKind, WORDINGS } from './wordings';

/** Texts that an officer completes; `''` where none is owed. */
export interface Draft {
  readonly reason: string;
  readonly improvement: string;
}

const LONGEST_NAME = 20;
const PLACE = /\{(\w{1,12})\}/g;
const HOLE = /\[([^\]]{1,60})\]/g;

/** The name as far as it can be quoted in a sentence: of the longest that forms have, nothing is left out. */
const LONGEST_QUOTED = 60;

function withoutNumber(name: string): string {
  return name.replace(/\s+/g, '').replace(/^(?:[一二三四五六七八九十\d]{1,3}[、.．])+/, '');
}

/** An indicator's name in quotation marks, where no other words tell which one is meant. */
function quotedName(name: string): string {
  const spoken = spokenName(name);
  return quote(spoken === '该指标' ? cut(withoutNumber(name), LONGEST_QUOTED) : spoken);
}

/** An indicator's name as a sentence can bear it: without its number and what explains it. */
export function spokenName(name: string): string {
  const plain = withoutNumber(name);
  const [head = ''] = plain.split(/[：:=（(；;。]/);
  const short = head === '' ? plain : head;
  return short.length <= LONGEST_NAME ? short : '该指标';
}

/** Fills a wording; `null` where it needs a figure that is not there. */
function filled(wording: string, figures: ReadonlyMap<string, string>): string | null {
  const needed = [...wording.matchAll(PLACE)].map(([, name]) => name ?? '');
  if (needed.some((name) => !figures.has(name))) return null;
  return wording
    .replace(PLACE, (_, name: string) => figures.get(name) ?? '')
    .replace(HOLE, (_, hint: string) => blank(hint));
}

/** One of the wordings that can be filled; the following one for each turn. */
function pick(wordings: readonly string[], figures: ReadonlyMap<string, string>, turn: number): string {
  const texts = wordings.flatMap((wording) => filled(wording, figures) ?? []);
  return texts[turn % Math.max(1, texts.length)] ?? '';
}

function figuresOf(row: FillRow): Map<string, string> {
  const figures = new Map([['name', spokenName(row.name)]]);
  for (const [name, figure] of Object.entries(shortfallOf(row))) {
    if (typeof figure === 'string') figures.set(name, figure.replace(/[[\]{}]/g, ''));
  }
  return figures;
}

/**
 * Drafts of what a row owes, the figures filled in and every cause left blank. `turn` chooses among the wordings:
 * 0, 1, 2, …, and from the beginning again. `missed` names the indicators that 未能完成原因 is about.
 */
export function draftFor(
  row: FillRow,
  debts: readonly DebtKind[],
  turn: number,
  missed: readonly string[] = [],
): Draft {
  const figures = figuresOf(row);
  if (missed.length > 0) figures.set('missed', missed.map(quotedName).join('、'));
  const { reason, improvement } = WORDINGS[kindOfShortfall(row)];
  const owes = (kind: DebtKind) => debts.includes(kind);
  const explained = () => {
    if (owes('execution')) return pick(EXECUTION_WORDINGS, figures, turn);
    if (owes('reason')) return pick(row.kind === 'narrative' ? NARRATIVE_WORDINGS : reason, figures, turn);
    return owes('over') ? pick(OVER_WORDINGS, figures, turn) : '';
  };
  return { reason: explained(), improvement: owes('improvement') ? pick(improvement, figures, turn) : '' };
}

/** Beyond this many turns no wording is new. */
const MOST_TURNS = 24;

/** After how many turns the wordings for what is owed begin again. */
export function wordingsOf(row: FillRow, debts: readonly DebtKind[]): number {
  const textAt = (turn: number) => Object.values(draftFor(row, debts, turn, ['指标'])).join('\u001f');
  const first = textAt(0);
  for (let turn = 1; turn < MOST_TURNS; turn += 1) if (textAt(turn) === first) return turn;
  return MOST_TURNS;
}

const SPENDING = /预算(?:完成|执行|支付)|执行率|(?:支出|支付)进度|结转|结余|采购/;
const COMPLAINT = /投诉|差错|事故|违规|违纪|违法|逾期|信访|舆情|失误|缺陷/;
const SATISFIED = /满意/;
/** Rules that take points off by steps or bands. */
const STEPS: ReadonlySet<string> = new Set(['deduction', 'tiers', 'count']);

/** How a row fell short, by its name, its target and its rule. */
function kindOfShortfall({ kind, name, target, score }: FillRow): ShortfallKind {
  const quantity = target?.value ?? null;
  const limit = quantity?.kind === 'number' && isCeiling(quantity.relation);
  if (kind === 'budget' || (quantity === null && SPENDING.test(name))) return 'spending';
  if (COMPLAINT.test(name) && (limit || quantity === null)) return 'complaint';
  if (SATISFIED.test(name)) return 'satisfaction';
  if (limit) return 'limit';
  if (quantity?.kind === 'date') return 'date';
  if (quantity?.kind === 'number') return quantity.unit === '%' ? 'rate' : 'count';
  if (score?.rule.kind === 'proportion') return 'rate';
  if (STEPS.has(score?.rule.kind ?? '')) return 'deduction';
  return target === null ? 'general' : 'qualitative';
}
