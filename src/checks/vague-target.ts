import type { Indicator } from '../form/model';
import type { IndicatorScore } from '../scoring/scores';
import { compact, short } from '../sheet/text';
import { agreement, list, nameOf, together } from './common/say';
import type { Check } from './finding';

/** 有所增加, 进一步提高, 不断完善: a direction without a measure. */
const VAGUE =
  /^(?:较?(?:上年|往年|去年|以前)?)?(?:有所|不断|进一步|逐步|持续|显著|明显|稳步|大幅|逐年|有效|全面|较大)?(?:增加|增长|提高|提升|改善|增强|加强|下降|减少|降低|完善|优化|推进|扩大)$/;

/** Indicators of which a number can be expected: outputs, and what is called a number, a rate or a cost. */
const COUNTABLE_LEVEL = /产出|数量|时效|成本/;
const COUNTABLE_NAME = /(?:数|数量|人次|次数|场次|户数|面积|里程|率|比例|金额|成本|时间|时长)$/;

function isVague({ target }: Indicator): boolean {
  return VAGUE.test(compact(target?.text ?? ''));
}

/** Whether the actual value tells how far it went, the way that was wanted: 增372人次 for 增加. */
function isAnswered({ indicator, reached }: IndicatorScore): boolean {
  return reached === true && /[0-9]/.test(compact(indicator.actual?.text ?? ''));
}

/** Whether a number can be expected of an indicator that has a target. */
function isCountable({ name, path, target }: Indicator): boolean {
  if (target === null || compact(target.text) === '') return false;
  return COUNTABLE_NAME.test(compact(name.value)) || path.some((level) => COUNTABLE_LEVEL.test(level));
}

export const vagueTarget: Check = {
  id: 'vague-target',
  title: '数量、质量、时效、成本指标的指标值可以核对',
  severity: 'info',
  group: 'words',
  explain:
    '数得出来的指标（产出指标，名称为数量、比率、成本的指标）的指标值只写“有所增加”“进一步提高”的，完成没完成说不清，建议写成数，如“≥200人次”“较上年增长5%”。效益指标里的定性目标不在此列。',
  messages: {
    one: {
      title: '“{name}”的指标值没有写明多少',
      message: '“{name}”的指标值只写“{text}”，完成没完成无从核对，建议写成数，如“≥200人次”“较上年增长5%”。',
    },
    several: {
      title: '{count} 项指标的指标值没有写明多少',
      message: '{names}的指标值只写方向（如“{text}”），完成没完成无从核对，建议写成数，如“≥200人次”“较上年增长5%”。',
    },
  },
  *run({ form, scores }) {
    const countable = form.indicators.filter(isCountable);
    const answered = new Set(scores.indicators.filter(isAnswered).map(({ indicator }) => indicator));
    const vague = countable.filter((one) => isVague(one) && !answered.has(one));
    for (const indicator of countable) if (!vague.includes(indicator)) yield agreement([indicator.name]);
    const [names, targets] = [vague.map(nameOf), vague.map(({ target }) => target)];
    const said = { name: names[0] ?? '', names: list(names), count: String(vague.length) };
    const data = { ...said, text: short(targets[0]?.text ?? '') };
    yield* together(targets, { message: vague.length === 1 ? 'one' : 'several', data });
  },
};
