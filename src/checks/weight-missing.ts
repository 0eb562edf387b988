import { figureOf } from '../form/cells';
import type { EvaluationForm, FigureCell } from '../form/model';
import { short } from '../sheet/text';
import { agreement, together } from './common/say';
import { partsOf } from './common/parts';
import type { Check, Report } from './finding';

function unread(name: string, { at: cell, text }: FigureCell): Report {
  return { cell, message: 'text', data: { name, text: short(text) }, found: text };
}

/** A column of weights in which none is filled in, though scores are. */
function allBlank({ indicators }: EvaluationForm): Report[] {
  const weights = indicators.filter(({ stated }) => figureOf(stated) !== null).flatMap(({ weight }) => weight ?? []);
  const none = weights.length > 1 && weights.every(({ state }) => state === 'blank');
  return none ? together(weights, { message: 'none', severity: 'info' }) : [];
}

export const weightMissing: Check = {
  id: 'weight-missing',
  title: '各项都有分值',
  severity: 'error',
  explain:
    '分值一格应是数字；各项都打了分、分值却全空着的，也提出来。只有几项没有分值、合计因而不足的，在分值合计里提示。',
  messages: {
    text: {
      title: '“{name}”的分值不是数字',
      message: '“{name}”分值一格写的是“{text}”，读不出数字，请改填分值。',
    },
    none: { title: '分值都没有填', message: '各项都填了得分，分值却都空着，得分无从按分值核对，请补填。' },
  },
  *run({ form }) {
    for (const { label, weight } of partsOf(form)) {
      // Of #REF! formula-error speaks.
      if (weight?.state === 'unreadable' && !weight.text.startsWith('#')) yield unread(label, weight);
      else if (figureOf(weight) !== null) yield agreement([weight]);
    }
    yield* allBlank(form);
  },
};
