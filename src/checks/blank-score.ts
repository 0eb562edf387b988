import { Decimal } from 'decimal.js';
import type { FigureCell, Indicator } from '../form/model';
import { groupNodes, type Part, partsOf, statedOf, sumOfItems, withInner } from './common/parts';
import { figureOf } from '../form/cells';
import { waysToFill } from './common/totals';
import { agreement, list, points, together } from './common/say';
import type { Check, CheckInput, Report } from './finding';

/** More blanks than this are one finding: the form is not filled in yet. */
const SEPARATE_AT_MOST = 5;

type Blank = Part & { readonly stated: FigureCell };

/** The indicators below headings whose points the scores below them reach: a blank there shares the score of the row above. */
function* inScoredWhole({ form }: CheckInput): Iterable<Indicator> {
  for (const node of withInner(groupNodes(form))) {
    const points = figureOf(node.group.weight);
    if (points !== null && sumOfItems(node, 'stated').gte(points)) yield* node.indicators;
  }
}

/** Whether a row is to be scored: it weighs something, or its form prints no weights. */
function isOwed({ kind, weight }: Part): boolean {
  return kind !== 'bonus' && (weight === null || (figureOf(weight)?.gt(0) ?? false));
}

function inOne(input: CheckInput, blanks: readonly Blank[], all: number): Report[] {
  const names = blanks.map(({ label }) => label);
  const which = blanks.length === all ? `${all} 项都` : `${all} 项中有 ${blanks.length} 项`;
  const data = { count: String(blanks.length), which, names: list(names, false) };
  const ways = blanks.slice(0, 1).flatMap(({ stated }) => waysToFill(input, stated.at));
  return together(statedOf(blanks), { message: 'many', data, ways });
}

/** A single blank with what the stated total leaves for it. */
function inRow(input: CheckInput, { label, stated }: Blank): Report {
  const ways = waysToFill(input, stated.at);
  const [[, rest] = [], ...others] = ways[0] ?? [];
  const total = figureOf(input.form.total?.stated);
  if (!(rest instanceof Decimal) || others.length > 0 || total === null)
    return { cell: stated.at, message: 'blank', data: { name: label }, ways };
  const data = { name: label, total: points(total), rest: points(rest) };
  return { cell: stated.at, message: 'left', data, ways };
}

export const blankScore: Check = {
  id: 'blank-score',
  title: '得分没有漏填',
  severity: 'warning',
  explain:
    '有分值的指标和预算执行率都应填得分；没有加减分的加减分项可以空着。超过 5 项没填的合并成一条。写“/”“—”的视为不适用，只作提示。',
  messages: {
    blank: { title: '“{name}”没有填得分', message: '“{name}”有分值，没有填得分，请补填。' },
    left: {
      title: '“{name}”没有填得分',
      message:
        '“{name}”有分值，没有填得分；表内总分 {total} 减去其余各项得分还余 {rest} 分，请核实后补填，或改正总分。',
    },
    many: { title: '{count} 项没有填得分', message: '{which}没有填得分（{names}），请填全后再核查。' },
    total: { title: '总分没有填', message: '各项得分都已填写，总分一格空着，请补填。' },
    placeholder: {
      title: '“{name}”没有得分',
      message: '“{name}”有分值，得分一格写的是“{text}”，请确认该项不参加评分。',
    },
  },
  *run(input) {
    const { form } = input;
    if (!form.scored) return;
    const owed = partsOf(form).filter((part): part is Blank => part.stated !== null && isOwed(part));
    for (const { indicator, stated } of owed) if (figureOf(stated) !== null) yield agreement([indicator?.name]);
    const shared = new Set<Indicator | null>(inScoredWhole(input));
    const blanks = owed.filter(
      ({ stated, weight, indicator }) => stated.state === 'blank' && (weight !== null || !shared.has(indicator)),
    );
    if (blanks.length > SEPARATE_AT_MOST) yield* inOne(input, blanks, owed.length);
    else for (const blank of blanks) yield inRow(input, blank);
    for (const { label, stated, weight } of owed) {
      if (stated.state !== 'placeholder' || figureOf(weight) === null) continue;
      const data = { name: label, text: stated.text.trim() };
      yield { cell: stated.at, message: 'placeholder', severity: 'info', data };
    }
    const total = form.total?.stated ?? null;
    const filled = owed.some(({ stated }) => figureOf(stated) !== null);
    if (total?.state === 'blank' && blanks.length === 0 && filled) yield { cell: total.at, message: 'total' };
  },
};
