import { isNoAnswer } from '../form/evidence';
import type { EvaluationForm } from '../form/model';
import { isRejected, shortfalls } from './common/evidence';
import { cellsOf } from './common/parts';
import { deniesShortfall } from './common/shortfall';
import { list, nameOf, points } from './common/words';
import type { Check, CheckInput, Report } from './finding';
import { agreement } from './common/agree';

export const reasonContradiction: Check = {
  id: 'reason-contradiction',
  title: '原因说明与完成情况不矛盾',
  severity: 'warning',
  explain:
    '“未能完成原因”写“无”、偏差原因写“不存在偏差”“已全部完成”的，表中应没有未完成的指标。本项对照各指标的完成值和得分。',
  messages: {
    narrative: {
      title: '“未能完成原因”与指标完成情况不符',
      message: '“未能完成原因”为“{text}”，但{missed}未达到年度指标值，请写明原因。',
    },
    unanswered: {
      title: '“未能完成原因”没有填写',
      message: '“未能完成原因”是空的，但{missed}未达到年度指标值，请确认是否需要写明原因。',
    },
    indicator: {
      title: '“{name}”的说明与得分矛盾',
      message: '“{name}”分值{weight}分，只得{stated}分，说明却称没有偏差或已全部完成，请写明扣分原因或核实得分。',
    },
  },
  *run(input) {
    const narrative = narrativeReport(input);
    if (narrative !== null) yield narrative;
    else if (input.form.narrative.shortfallReason !== null) yield agreement([input.form.narrative.shortfallReason]);
    for (const { indicator, score, weight, stated } of shortfalls(input)) {
      const { evidence } = indicator;
      if (evidence === null || isRejected(indicator, score)) continue;
      if (!deniesShortfall(evidence)) {
        if (!isNoAnswer(evidence.text)) yield agreement([evidence]);
        continue;
      }
      yield {
        cell: evidence.cell,
        message: 'indicator',
        data: { name: nameOf(indicator), weight: points(weight), stated: points(stated) },
        related: cellsOf([indicator.stated]),
        found: evidence.text,
      };
    }
  },
};

/** 未能完成原因 that says 无 over a form in which a target was missed. */
function narrativeReport(input: CheckInput): Report | null {
  const { narrative }: EvaluationForm = input.form;
  const reason = narrative.shortfallReason;
  if (reason === null || (!isNoAnswer(reason.text) && !deniesShortfall({ text: reason.text, shortfallReason: '' })))
    return null;
  const missed = shortfalls(input).filter(
    ({ indicator, score }) =>
      (indicator.target?.value ?? null) !== null && (score.attainment?.lt(1) ?? score.basis !== 'computed'),
  );
  const [first] = missed;
  if (first === undefined) return null;
  const blank = reason.text.trim() === '';
  return {
    cell: reason.cell,
    message: blank ? 'unanswered' : 'narrative',
    ...(blank && { severity: 'info' as const }),
    data: {
      ...(!blank && { text: reason.text.trim() }),
      missed: list(missed.map(({ indicator }) => nameOf(indicator))),
    },
    related: cellsOf(missed.map(({ indicator }) => indicator.actual)),
    found: reason.text,
  };
}
