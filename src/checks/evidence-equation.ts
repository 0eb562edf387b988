import { inTexts } from '../form/tellings';
import { equationsIn } from '../words/equations';
import { rateIn } from '../form/rates';
import { changesIn } from '../words/changes';
import { factsOf, type Fact } from '../words/facts';
import type { Indicator, Located } from '../form/model';
import { sameCell, type SheetSnapshot } from '../sheet/snapshot';
import { textsOutside } from './common/sentences';
import { asWritten, nameOf, points, telling } from './common/say';
import type { Check, Outcome } from './finding';

export const evidenceEquation: Check = {
  id: 'evidence-equation',
  title: '依据中写出的算式成立',
  severity: 'error',
  explain:
    '评分依据、本行和表内别的文字里写出的算式（如 941.41%/9=104.60%）、比率后括号里的两个数、“占……的百分之几”（没有写明占的是什么的只提请核对）、“是……的若干倍”和“由……增长到……，增长百分之几”按原数重新计算；四舍五入或截尾均认可，“约”“近”等概数和写有文字的算式不作判断。',
  messages: {
    equation: {
      title: '“{name}”的算式不成立',
      message: '“{name}”的文字写“{equation}”，等号左边算得{computed}，请核实。',
    },
    share: {
      title: '“{name}”的比率与括号里的数不符',
      message: '“{name}”写“{stated}（{to}/{from}）”，按括号里的数算得{computed}，请核实。',
    },
    part: {
      title: '“{name}”的占比算错了',
      message: '“{name}”的文字称“{to}”占“{from}”的{stated}，算得{computed}，请核实。',
    },
    times: {
      title: '“{name}”的倍数算错了',
      message: '“{name}”的文字称“{to}”是“{from}”的{stated}，算得{computed}，请核实。',
    },
    change: {
      title: '“{name}”的增减幅度算错了',
      message: '“{name}”的文字写由{from}到{to}、{stated}，算得{computed}，请核实。',
    },
    unsure: {
      title: '“{name}”写的百分比请核对',
      message: '“{name}”的文字写有{from}、{to}和{stated}，按前两个数算得{computed}；如果说的就是这两个数，请核对。',
    },
  },
  *run(input) {
    const { form, snapshot } = input;
    for (const indicator of form.indicators.flatMap(inTexts)) {
      const rate = rateIn(indicator);
      // The check of rates holds it by the formula that the form gives.
      const held = rate === null || rate.computedPercent === null ? undefined : rate.stated?.start;
      for (const text of textsIn(indicator, snapshot))
        yield* calculations(nameOf(indicator), text, text === indicator.evidence ? held : undefined);
    }
    const { goals, completion } = form.narrative;
    for (const text of textsOutside(input)) {
      const isAt = (place: Located<string> | null) => place !== null && sameCell(place.at, text.at);
      const name = isAt(completion) ? '实际完成情况' : isAt(goals) ? '年度总体目标' : '表内说明';
      yield* calculations(name, text);
    }
  },
};

/** The calculations that a text states; `held` is where a figure begins that another check holds. */
function* calculations(name: string, text: Located<string>, held?: number): Iterable<Outcome> {
  yield* equations(name, text);
  yield* changes(name, text, held);
}

/** The cells of a row that may tell a calculation, the evidence first; not those that say what is asked for. */
function textsIn(
  { row, evidence, target, standard, definition }: Indicator,
  snapshot: SheetSnapshot,
): Located<string>[] {
  const told = [evidence, target, standard, definition].flatMap((cell) => cell?.at.column ?? []);
  const others = (snapshot.values[row - snapshot.origin.row] ?? []).flatMap((value, at) => {
    const column = snapshot.origin.column + at;
    if (typeof value !== 'string' || told.includes(column)) return [];
    return [{ at: { row, column }, text: value, value }];
  });
  return [...(evidence === null ? [] : [evidence]), ...others];
}

function* equations(name: string, evidence: Located<string>): Iterable<Outcome> {
  for (const { holds, value, right, text, start, end } of equationsIn(evidence.text)) {
    const facts = factsOf(evidence).filter((fact) => fact.start >= start && fact.end <= end);
    const unit = right.text.replace(/^[-−－]?[0-9０-９.,．，]+ ?/, '');
    const computed = `${points(value.toDecimalPlaces(Math.max(2, right.places)))}${unit}`;
    const arithmetic = holds ? text : `${text.slice(0, text.length - right.text.length)}${computed}`;
    yield telling(
      { place: evidence, facts, holds, arithmetic, expected: computed, found: right.text },
      { message: 'equation', data: { name, equation: text, computed } },
    );
  }
}

function* changes(name: string, place: Located<string>, held?: number): Iterable<Outcome> {
  for (const { kind, from, to, stated, written, computed, arithmetic, holds, sure } of changesIn(place.text)) {
    if (stated.start === held) continue;
    const shown = kind === 'times' || kind === 'part' ? asWritten : ({ text }: Fact) => text;
    const sides = { from: shown(from).replace(/^[占是]/, ''), to: shown(to), stated: written, computed };
    const differs = { message: sure ? kind : 'unsure', severity: sure ? ('warning' as const) : ('info' as const) };
    yield telling(
      { place: place, facts: [from, to, stated], holds, arithmetic, expected: computed, found: written },
      { ...differs, data: { name, ...sides } },
    );
  }
}
