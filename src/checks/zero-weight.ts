import type { Indicator } from '../form/model';
import { compact } from '../sheet/text';
import { agreement, list, nameOf, together } from './common/say';
import { figureOf } from '../form/cells';
import type { Check } from './finding';
import { sum } from '../sheet/lists';

/** A row of a template that nobody filled in weighs nothing and is none, nor is one that says that it has no points. */
function isFilled({ name, target, actual, stated }: Indicator): boolean {
  if (/不(?:计|评|赋)分|不参评/.test(compact(name.value))) return false;
  const written = (text: string | undefined): boolean => /[^\s/—\-－…*.无]/.test(compact(text ?? ''));
  return written(target?.text) || written(actual?.text) || figureOf(stated)?.isZero() === false;
}

export const zeroWeight: Check = {
  id: 'zero-weight',
  title: '填了指标值的指标都有分值',
  severity: 'info',
  group: 'words',
  explain:
    '别的指标有分值，某项指标填了指标值而分值为 0 的，完成得好坏都不影响得分，提出来请人核实是否漏填了分值。加减分项和没有填写的空行不在此列。',
  messages: {
    one: {
      title: '“{name}”的分值为 0',
      message: '“{name}”填了指标值，分值却是 0，完成多少都不影响得分，请核实是否漏填分值。',
    },
    several: {
      title: '{count} 项指标的分值为 0',
      message: '{names}的分值都是 0，完成多少都不影响得分，请核实是否漏填分值。',
    },
  },
  *run({ form }) {
    const weighed = form.indicators.filter(
      (one) => one.kind === 'item' && figureOf(one.weight) !== null && isFilled(one),
    );
    const isNothing = (indicator: Indicator): boolean => figureOf(indicator.weight)?.isZero() === true;
    const whole = sum(weighed.map(({ weight }) => figureOf(weight)));
    if (whole.isZero()) return;
    for (const indicator of weighed) if (!isNothing(indicator)) yield agreement([indicator.name]);
    const none = weighed.filter(isNothing);
    const names = none.map(nameOf);
    const data = { name: names[0] ?? '', names: list(names), count: String(none.length) };
    const message = none.length === 1 ? 'one' : 'several';
    yield* together(
      none.map(({ weight }) => weight),
      { message, data, found: '0' },
    );
  },
};
