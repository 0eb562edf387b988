import { isNoAnswer } from '../form/evidence';
import type { Indicator } from '../form/model';
import { cellsOf, figureOf } from './common/parts';
import { nameOf, points } from './common/words';
import type { Check } from './finding';

export const actualMissing: Check = {
  id: 'actual-missing',
  title: '有得分的指标填写了实际完成值',
  severity: 'warning',
  explain:
    '有年度指标值并且已经打分的指标，应填写实际完成值，否则得分没有依据；不打分的表式，有指标值的都应填写。全表都不填实际完成值的不作要求。',
  messages: {
    blank: {
      title: '“{name}”没有实际完成值',
      message: '“{name}”已得{stated}分，但没有填写实际完成值，请补充。',
    },
    unscored: { title: '“{name}”没有实际完成值', message: '“{name}”有指标值，没有填写实际完成值，请补充。' },
  },
  *run({ form }) {
    const targeted = form.indicators.filter(hasTarget);
    const blank = targeted.filter(({ actual }) => actual !== null && actual.text.trim() === '');
    // A column that is mostly empty is not used in this form, or was read wrongly.
    if (blank.length * 2 > targeted.length) return;
    for (const indicator of blank) {
      const stated = figureOf(indicator.stated);
      if (!form.scored && indicator.actual !== null) {
        yield { cell: indicator.actual.cell, message: 'unscored', data: { name: nameOf(indicator) } };
      }
      if (indicator.actual === null || stated === null || stated.lte(0)) continue;
      yield {
        cell: indicator.actual.cell,
        message: 'blank',
        data: { name: nameOf(indicator), stated: points(stated) },
        related: cellsOf([indicator.stated]),
      };
    }
  },
};

function hasTarget({ target, kind }: Indicator): boolean {
  return kind === 'item' && target !== null && !isNoAnswer(target.text);
}
