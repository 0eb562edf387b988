import { isCeiling } from '../words/quantity';
import { numberOf } from '../form/cells';
import { inTexts } from '../form/tellings';
import type { Indicator } from '../form/model';
import { compact } from '../sheet/text';
import { agreement, nameOf } from './common/say';
import type { Check } from './finding';
import { IN_TIME, LATE } from '../words/vocabulary';

const TIMELY = new RegExp(IN_TIME);
const SPEAKS_OF_TIME = new RegExp(
  `${IN_TIME}|时限|期限|规定时间|提前|${LATE}|进度|年度?内|当[年月日]|[0-9]个?[日月天]|[0-9]年[内底末]`,
);
const SPEAKS_OF_QUALITY = /合格|质量|优良|达标/;

type Question = 'quality' | 'spending' | 'complaints';

export const evidenceTopic: Check = {
  id: 'evidence-topic',
  title: '依据和原因说的是本指标',
  severity: 'info',
  explain:
    '评分依据、未达标原因与指标所考核的内容可能不是一回事的，提出来请人核实：考核及时性而依据只说质量；考核收入而原因只说支出或结转；用投诉衡量满意度。只作提示。',
  messages: {
    quality: {
      title: '“{name}”考核及时性，依据只说质量',
      message: '“{name}”考核的是及时性，依据说的是质量，请核实依据能否支持完成值。',
    },
    spending: {
      title: '“{name}”考核收入，原因说的是支出',
      message: '“{name}”考核的是收入，未达标原因说的是支出或结转，请核实原因是否对应。',
    },
    complaints: {
      title: '“{name}”用投诉衡量满意度',
      message: '“{name}”考核满意度，指标值却是投诉的上限，请核实指标设置是否恰当。',
    },
  },
  *run({ form }) {
    for (const indicator of form.indicators.flatMap(inTexts)) {
      const question = questionOf(indicator);
      if (question === null) {
        if ((indicator.evidence?.text ?? '') !== '') yield agreement([indicator.name, indicator.evidence]);
        continue;
      }
      const cell = (question === 'complaints' ? undefined : indicator.evidence?.at) ?? indicator.name.at;
      yield { cell, message: question, data: { name: nameOf(indicator) } };
    }
  },
};

function questionOf(indicator: Indicator): Question | null {
  const name = compact(indicator.name.value);
  if (
    /满意/.test(name.replace(/[(（].*/, '')) &&
    /投诉/.test(name) &&
    isCeiling(numberOf(indicator.target)?.relation ?? null)
  )
    return 'complaints';
  const { evidence } = indicator;
  if (evidence === null) return null;
  const text = compact(evidence.text);
  if (TIMELY.test(name) && SPEAKS_OF_QUALITY.test(text) && !SPEAKS_OF_TIME.test(text)) return 'quality';
  const reason = compact(evidence.shortfallReason);
  const income = /收入/.test(name) && !/支出/.test(name);
  return income && /支出|结转|执行/.test(reason) && !/收入|编制|追加/.test(reason) ? 'spending' : null;
}
