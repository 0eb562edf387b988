import { figureOf, numberOf } from '../form/cells';
import type { Decimal } from 'decimal.js';
import type { EvidenceCell, Indicator, QuantityCell } from '../form/model';
import { inOneUnit } from '../scoring/sameUnit';
import { formatFigure, formatPercent } from '../sheet/format';
import { quote } from '../sheet/quote';
import { explainsExcess } from './common/shortfall';
import { agreement, nameOf, ROW, rowWords } from './common/say';
import { MORE_OR_LESS } from '../words/changeWords';
import { isCeiling } from '../words/quantity';
import type { Check, Outcome } from './finding';

/** From here on a slip of the unit or of a digit is more likely than so much work: ten times a little less than the target. */
const FAR = 9;
/** 下降7.2% for 下降5%: so small a difference of two rates of change is a large share of the lesser one. */
const OVER_CHANGE = 1.5;

/** From what share of its target on an indicator is asked about. */
function mostOf({ name, target }: Indicator, over: number): number {
  const isRate = numberOf(target)?.unit === '%';
  return isRate && MORE_OR_LESS.test(`${name.value}${target?.text ?? ''}`) ? Math.max(over, OVER_CHANGE) : over;
}

/** Many times the target, or little of the money that something may cost. */
function farFrom(
  indicator: Indicator,
  target: QuantityCell,
  actual: QuantityCell,
  attainment: Decimal | null,
): Outcome | null {
  const say = (message: string, more?: { times: string }): Outcome => {
    return { cell: actual.at, message, data: { ...rowWords(indicator), ...more }, related: [target.at] };
  };
  if (attainment?.gte(FAR) === true) return say('far', { times: formatFigure(attainment.toDecimalPlaces(1)) });
  const pair = numberOf(target)?.unit.startsWith('元') === true ? inOneUnit(target, actual) : null;
  const isLittle = pair !== null && pair.actual.gt(0) && pair.actual.times(FAR).lte(pair.target);
  return isLittle && isCeiling(pair.relation) ? say('little') : null;
}

export const overCompletion: Check = {
  id: 'over-completion',
  title: '大幅超额完成的写明原因',
  severity: 'info',
  explain:
    '完成值超过指标值较多（按所用规则，通常是 120% 或 130%）的，可能是指标值定得偏低，多数地方要求说明原因；增长、下降了百分之几的，到 150% 才提出。一张表合并成一条。达到指标值 9 倍以上、花的钱不到控制数九分之一的另外逐条提出，多半是数字或单位写错。',
  messages: {
    unexplained: {
      title: '超额较多没有说明',
      message: '{names}超过指标值 {over} 以上，没有说明原因，请确认是否需要补充。',
    },
    far: {
      title: '“{name}”是指标值的许多倍',
      message: `${ROW}是指标值的 {times} 倍，请核对数字和单位。`,
    },
    little: {
      title: '“{name}”与指标值相差许多倍',
      message: `${ROW}不到指标值的九分之一，请核对数字和单位。`,
    },
  },
  *run({ scores }) {
    const { over, required } = scores.rulebook.explain;
    const found: { indicator: Indicator; evidence: EvidenceCell; attainment: Decimal }[] = [];
    for (const score of scores.indicators) {
      const { indicator, weight, origin } = score;
      const { target, actual, evidence } = indicator;
      // Rows without a weight whose rule compares nothing.
      const attainment = score.attainment ?? (weight === null ? score.againstTarget.attainment : null);
      if (target === null) continue;
      if (actual !== null) yield farFrom(indicator, target, actual, score.againstTarget.attainment ?? attainment);
      if (attainment === null) continue;
      if (weight !== null && origin !== 'computed') continue;
      const isShort = figureOf(indicator.stated)?.lt(weight ?? 0) === true;
      if (attainment.lessThan(mostOf(indicator, over)))
        yield agreement([target, actual], () => `完成 ${formatPercent(attainment, 2)}`);
      else if (evidence !== null && explainsExcess(evidence, isShort)) yield agreement([target, actual, evidence]);
      else if (evidence !== null) found.push({ indicator, evidence, attainment });
    }
    const [first, ...others] = found;
    if (first === undefined) return;
    const names = found
      .slice(0, 3)
      .map((one) => `${quote(nameOf(one.indicator))}（${formatPercent(one.attainment, 0)}）`);
    yield {
      cell: first.evidence.at,
      message: 'unexplained',
      ...(required === true && { severity: 'warning' as const }),
      data: {
        names: `${names.join('、')}${found.length > 3 ? `等 ${found.length} 项` : ''}`,
        over: `${Math.round((over - 1) * 100)}%`,
      },
      related: others.map(({ evidence }) => evidence.at),
    };
  },
};
