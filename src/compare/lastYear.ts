import type { Indicator } from '../form/model';
import { writtenQuantity } from '../words/written';
import { quote } from '../sheet/quote';
import { type Item, itemsToMatch, named, plainText } from './approved';
import { Contrasted, type Contrast } from './difference';
import { match, type MatchedPair } from './match';
import type { Side } from './side';
import { fallsShortOf } from './targets';

/** Shorter texts (已完成) are the same in every year. */
const SHORTEST_TEXT = 12;
const SHORTEST_REASON = 6;

const TEXTS = [
  { what: '年度目标', of: ({ goals }: Side) => goals, shortest: SHORTEST_TEXT },
  { what: '完成情况', of: ({ completion }: Side) => completion, shortest: SHORTEST_TEXT },
  { what: '未完成原因', of: ({ shortfallReason }: Side) => shortfallReason, shortest: SHORTEST_REASON },
];

const YEARS = /(?:19|20)[0-9]{2}(?=年)/g;

/** Texts that were copied, but for the year at most, and last year's number that came along in them. */
function holdTexts(contrast: Contrasted) {
  const { old, now } = contrast;
  for (const { what, of, shortest } of TEXTS) {
    const [was, is] = [of(old), of(now)];
    if (was === null || is === null || plainText(is.value).length < shortest || was.value === '') continue;
    const [before, after] = [plainText(was.value), plainText(is.value)];
    const same = before === after ? '与上年一字不差' : '除年份外与上年一字不差';
    const last = old.year?.value ?? null;
    const wrongYear = last !== null && now.year !== null && namesOnly(is.value, last, now.year.value);
    contrast.hold('text', was, is, before.replace(YEARS, '') !== after.replace(YEARS, ''), {
      kind: 'copied',
      severity: wrongYear ? 'warning' : 'info',
      message: wrongYear
        ? `${what}${same}，写的还是 ${last} 年，请改为本年度的情况。`
        : `${what}${same}，请核实是否本年度的情况。`,
    });
  }
}

/** Whether a text names last year and not this one. */
function namesOnly(text: string, last: number, own: number): boolean {
  return text.includes(`${last}年`) && !text.includes(`${own}年`) && !text.includes('本年');
}

const fellShort = ({ stated, weight }: Indicator): boolean =>
  stated !== null && weight !== null && stated.value !== null && weight.value !== null && stated.value.lt(weight.value);

function reasonOf({ evidence }: Indicator): string {
  return evidence === null ? '' : plainText(evidence.shortfallReason || evidence.unlabelled || evidence.text);
}

function holdItems(contrast: Contrasted, { before, after, certainty }: MatchedPair<Item>) {
  const [was, is] = [before.indicator, after.indicator];
  if (was.actual !== null && is.target !== null && was.actual.value !== null && is.target.value !== null) {
    contrast.hold('actual', was.actual, is.target, !fallsShortOf(is.target.value, was.actual.value), {
      kind: 'below-last-year',
      certainty,
      message: `${named(after)}的指标值${quote(writtenQuantity(is.target))}明显低于上年实际完成的${quote(writtenQuantity(was.actual))}，请核实是否定得过低。`,
    });
  }
  if (!fellShort(was) || !fellShort(is) || was.evidence === null || is.evidence === null) return;
  const [one, other] = [reasonOf(was), reasonOf(is)];
  if (one.length < SHORTEST_REASON || other.length < SHORTEST_REASON) return;
  // Where one form has the measures in the same cell, its text goes on.
  contrast.hold('reason', was.evidence, is.evidence, !one.startsWith(other) && !other.startsWith(one), {
    kind: 'same-shortfall',
    certainty,
    message: `${named(after)}上年和本年都没有得满分，原因一字不差，请核实上年的改进措施是否落实。`,
  });
}

function holdYears(contrast: Contrasted) {
  const [was, is] = [contrast.old.year, contrast.now.year];
  if (was === null || is === null) return;
  contrast.hold('year', was, is, is.value === was.value + 1, {
    kind: 'year',
    severity: was.value >= is.value ? 'warning' : 'info',
    message: `这两份表写的是 ${was.value} 年度和 ${is.value} 年度，不是上年和本年，请核实年度是否写错、表是否拿错。`,
  });
}

/** The figures of an indicator in two years, last year's first; `''` where there is none. */
export interface YearsFigures {
  readonly name: string;
  readonly target: readonly [string, string];
  readonly actual: readonly [string, string];
}

const figureOf = (cell: Indicator['target']): string => (cell === null ? '' : writtenQuantity(cell));

/** The figures of both years side by side, of the indicators that belong together. */
export function yearsFigures(old: Side, now: Side): readonly YearsFigures[] {
  return match(itemsToMatch(old), itemsToMatch(now)).pairs.map(({ before, after }) => {
    const [was, is] = [before.indicator, after.indicator];
    const both = (what: 'target' | 'actual') => [figureOf(was[what]), figureOf(is[what])] as const;
    return { name: after.name, target: both('target'), actual: both('actual') };
  });
}

/**
 * Holds this year's 自评表 (`now`) against last year's (`old`) of the same organisation and project: the years, texts copied word
 * for word, targets clearly below what was reached, and the same shortfall with the same reason.
 */
export function againstLastYear(old: Side, now: Side): Contrast {
  const contrast = new Contrasted(old, now);
  holdYears(contrast);
  holdTexts(contrast);
  for (const pair of match(itemsToMatch(old), itemsToMatch(now)).pairs) holdItems(contrast, pair);
  return contrast;
}
