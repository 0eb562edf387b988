import { isTemplate } from '../form/evidence';
import type { EvaluationForm, Indicator, Located } from '../form/model';
import { agreement, cellsOf, list, nameOf, points, textOf, together } from './common/say';
import { figureOf } from '../form/cells';
import { namesExecution } from '../form/money';
import { compact } from '../sheet/text';
import { isPlaceholder } from '../words/figure';
import { TICKS } from '../words/ticks';
import type { Check, Report } from './finding';

export const actualMissing: Check = {
  id: 'actual-missing',
  title: '有得分的指标填写了指标值和完成值',
  severity: 'warning',
  explain:
    '有年度指标值并且已经打分的指标，应填写实际完成值，否则得分没有依据；不打分的表式，有指标值的都应填写。全表都不填实际完成值的不作要求；别的行都填，有的行两格都空着却记了分的，作为问题提出。指标值是数字、完成值只写“完成”“达标”的，作为问题提出。',
  messages: {
    blank: {
      title: '“{name}”没有实际完成值',
      message: '“{name}”已得{stated}分，但没有填写实际完成值，请补充。',
    },
    worded: {
      title: '完成值只写了“完成”，没有数字',
      message: '{names}的指标值是数字，完成值只写“{text}”，未能核对得分，请确认实际完成多少。',
    },
    target: {
      title: '{names}没有指标值',
      message: '{names}填了完成值并记了分，指标值却是空的，得分无从核对，请补填。',
    },
    neither: {
      title: '{names}没有指标值和完成值',
      message: '{names}记了分，指标值和完成值却都空着，得分无从核对，请补填。',
    },
    unscored: { title: '“{name}”没有实际完成值', message: '“{name}”有指标值，没有填写实际完成值，请补充。' },
  },
  *run({ form }) {
    const targeted = form.indicators.filter(hasTarget);
    yield* worded(targeted);
    yield* untargeted(form, targeted.length);
    const blank = targeted.filter(({ actual }) => actual !== null && NOTHING.test(actual.text));
    // A column that is mostly empty is not used in this form, or was read wrongly.
    if (blank.length * 2 > targeted.length) return;
    for (const { name, actual } of targeted) {
      if (actual !== null && !NOTHING.test(actual.text)) yield agreement([name]);
    }
    for (const indicator of blank) {
      const stated = figureOf(indicator.stated);
      if (!form.scored && indicator.actual !== null) {
        yield { cell: indicator.actual.at, message: 'unscored', data: { name: nameOf(indicator) } };
      }
      if (indicator.actual === null || stated === null || stated.lte(0)) continue;
      yield {
        cell: indicator.actual.at,
        message: 'blank',
        // A dash may stand for what is not due this year.
        ...(indicator.actual.text.trim() !== '' && { severity: 'info' as const }),
        data: { name: nameOf(indicator), stated: points(stated) },
        related: cellsOf([indicator.stated]),
      };
    }
  },
};

/** Blank, or a dash in its place; 无 or a tick may be the answer. */
const NOTHING = new RegExp(`^[^\\p{L}\\p{N}${TICKS}]{0,40}$`, 'u');

function hasTarget({ target, kind }: Indicator): boolean {
  const text = compact(target?.text ?? '');
  return kind === 'item' && text !== '' && !isPlaceholder(text) && !isTemplate(text);
}

/** Scored rows that say what was reached and not what was aimed at, where most rows say both, and those that say neither. */
function* untargeted({ indicators }: EvaluationForm, targeted: number): Iterable<Report> {
  const blank = indicators.filter(
    ({ kind, target, stated }) => kind === 'item' && target?.text.trim() === '' && figureOf(stated)?.gt(0) === true,
  );
  // What was spent of the budget needs no target.
  const told = blank.filter(({ actual, name }) => (actual?.value ?? null) !== null && !namesExecution(name.value));
  if (told.length < targeted) yield* asked('target', told);
  const silent = blank.filter(({ actual, evidence, parts }) => parts.length === 0 && [actual, evidence].every(isEmpty));
  if (targeted > 1) yield* asked('neither', silent);
}

const isEmpty = (cell: Located<unknown> | null): boolean => cell === null || cell.text.trim() === '';

/** One question about the targets of several rows. */
function* asked(message: string, rows: readonly Indicator[]): Iterable<Report> {
  const data = { names: list(rows.map(nameOf)) };
  yield* together(
    rows.map(({ target }) => target),
    { message, severity: 'info', data },
  );
}

/** 完成 against 200人次, all of them at once: it says that the target was reached, and not how many there were. */
function* worded(targeted: readonly Indicator[]): Iterable<Report> {
  const words = targeted.filter(({ target, actual }) => {
    const wanted = target?.value ?? null;
    if (wanted === null || wanted.kind === 'qualitative' || wanted.kind === 'date') return false;
    if (wanted.kind === 'number' && wanted.unit === '%' && wanted.value.eq(100)) return false;
    return actual?.value?.kind === 'qualitative' && actual.value.attainment === 'met';
  });
  const data = { names: list(words.map(nameOf)), text: textOf(words[0]?.actual) };
  yield* together(
    words.map(({ actual }) => actual),
    { message: 'worded', severity: 'info', data },
  );
}
