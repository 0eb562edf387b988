import { Decimal } from 'decimal.js';
import { equationsIn } from '../words/equations';
import { factsOf, type Fact } from '../words/facts';
import type { Indicator, Located } from '../form/model';
import type { SheetSnapshot } from '../sheet/snapshot';
import { compact, fold } from '../sheet/text';
import { isRoundedTo } from '../sheet/format';
import { ofSimilarSize } from './common/sums';
import { asWritten, isRounded, percentText, stepOf } from './common/evidence';
import { nameOf, points } from './common/words';
import type { Check, Outcome } from './finding';
import { agreement, statedAt } from './common/agree';

/** What stands between the second figure and the multiple: 约定服务量（1212万件）的2.37倍. */
const TIMES = /^[）)]?的(?:约|大约|将近)?$/;

/** 比上年（10万人次）增长1.37倍 */
const GROWN = /^[）)]?(?:增长|增加|提高)了?$/;

export const evidenceEquation: Check = {
  id: 'evidence-equation',
  title: '依据中写出的算式成立',
  severity: 'error',
  explain:
    '评分依据和本行别的文字里写出的算式（如 941.41%/9=104.60%）、比率后括号里的两个数和“是……的若干倍”按原数重新计算；四舍五入或截尾均认可，“约”“近”等概数和写有文字的算式不作判断。',
  messages: {
    equation: {
      title: '“{name}”的算式不成立',
      message: '“{name}”的文字写“{equation}”，等号左边算得{computed}，请核实。',
    },
    share: {
      title: '“{name}”的比率与括号里的数不符',
      message: '“{name}”写“{share}”，按括号里的数算得{computed}，请核实。',
    },
    times: {
      title: '“{name}”的倍数算错了',
      message: '“{name}”的依据称“{first}”是“{second}”的{stated}，算得{computed}倍，请核实。',
    },
  },
  *run({ form, snapshot }) {
    for (const indicator of form.indicators) {
      for (const text of textsIn(indicator, snapshot)) {
        yield* equations(indicator, text);
        yield* shares(indicator, text);
      }
      yield* multiples(indicator);
    }
  },
};

/** 85.7%（180/210）: a share with what it is the share of. */
const SHARE =
  /([0-9]+(?:\.([0-9]+))?)%\(([0-9]{1,12}(?:\.[0-9]+)?)[^0-9()/÷]{0,4}[/÷]([0-9]{1,12}(?:\.[0-9]+)?)[^0-9()/÷]{0,4}\)/g;
const MONTHS = 12;
const DAYS = 31;

function* shares(indicator: Indicator, { cell, text }: Located<string>): Iterable<Outcome> {
  if (!text.includes('%') && !text.includes('％')) return;
  for (const [whole, percent = '', decimals = '', top = '', bottom = ''] of fold(text)
    .replaceAll(' ', '')
    .matchAll(SHARE)) {
    const [stated, part, all] = [new Decimal(percent), new Decimal(top), new Decimal(bottom)];
    // 100%（11/30） may be a day.
    if (all.isZero() || (part.lte(MONTHS) && all.lte(DAYS))) continue;
    const exact = part.div(all).times(100);
    if (!ofSimilarSize(exact, stated)) continue;
    const arithmetic = `${points(part)} ÷ ${points(all)} = ${percentText(exact)}`;
    if (isRoundedTo(stated, exact, decimals.length)) yield agreement([{ cell }], arithmetic);
    else {
      const data = { name: nameOf(indicator), share: whole, computed: percentText(exact) };
      yield {
        cell,
        message: 'share',
        severity: 'warning',
        data,
        arithmetic,
        expected: data.computed,
        found: `${percent}%`,
      };
    }
  }
}

/** The cells of a row that may tell a calculation, the evidence first; not those that say what is asked for. */
function textsIn(
  { row, evidence, target, standard, definition }: Indicator,
  snapshot: SheetSnapshot,
): Located<string>[] {
  const told = [evidence, target, standard, definition].flatMap((cell) => cell?.cell.column ?? []);
  const others = (snapshot.values[row - snapshot.origin.row] ?? []).flatMap((value, at) => {
    const cell = { row, column: snapshot.origin.column + at };
    if (typeof value !== 'string' || told.includes(cell.column)) return [];
    return [{ cell, text: value, value }];
  });
  return [...(evidence === null ? [] : [evidence]), ...others];
}

function* equations(indicator: Indicator, evidence: Located<string>): Iterable<Outcome> {
  for (const { holds, value, right, text, start, end } of equationsIn(evidence.text)) {
    const stated = statedAt(
      evidence,
      factsOf(evidence).filter((fact) => fact.start >= start && fact.end <= end),
    );
    if (holds) {
      yield agreement([evidence], text, stated);
      continue;
    }
    const unit = right.text.replace(/^[0-9０-９.,．，]+ ?/, '');
    const computed = `${points(value.toDecimalPlaces(Math.max(2, right.places)))}${unit}`;
    yield {
      cell: evidence.cell,
      message: 'equation',
      data: { name: nameOf(indicator), equation: text, computed },
      stated,
      arithmetic: `${text.slice(0, text.length - right.text.length)}${computed}，文中${right.text}`,
      expected: computed,
      found: right.text,
    };
  }
}

function* multiples(indicator: Indicator): Iterable<Outcome> {
  const { evidence } = indicator;
  const facts = factsOf(evidence);
  for (let index = 2; index < facts.length; index++) {
    const [first, second, times] = facts.slice(index - 2, index + 1);
    if (evidence === null || first === undefined || second === undefined || times === undefined) continue;
    if (!isMultiple(evidence.text, first, second, times)) continue;
    const computed = first.value.div(second.value);
    const grown = GROWN.test(compact(evidence.text.slice(second.end, times.start)));
    // Many write 增长2.37倍 where they mean 是2.37倍.
    const shown = points(computed.toDecimalPlaces(2));
    const stated = statedAt(evidence, [first, second, times]);
    if ([computed, ...(grown ? [computed.minus(1)] : [])].some((one) => isRounded(times.value, stepOf(times), one))) {
      yield agreement([evidence], () => `${points(first.value)} ÷ ${points(second.value)} = ${shown}`, stated);
      continue;
    }
    yield {
      cell: evidence.cell,
      message: 'times',
      severity: 'warning',
      data: {
        name: nameOf(indicator),
        first: asWritten(first),
        second: asWritten(second),
        stated: times.text,
        computed: shown,
      },
      stated,
      arithmetic: `${points(first.value)} ÷ ${points(second.value)} = ${shown}，文中${times.text}`,
      expected: shown,
      found: times.text,
    };
  }
}

/** Whether three neighbouring figures of one sentence say: the first is the second's multiple. */
function isMultiple(text: string, first: Fact, second: Fact, times: Fact): boolean {
  if (times.unit !== '倍' || times.bound || first.bound || first.quoted !== second.quoted) return false;
  if (first.unit === '' || first.unit !== second.unit || second.value.lte(0)) return false;
  const between = compact(text.slice(second.end, times.start));
  if (!(TIMES.test(between) || GROWN.test(between)) || /^[多余以]/.test(text.slice(times.end))) return false;
  return !/[。；;]/.test(text.slice(first.end, second.start));
}
