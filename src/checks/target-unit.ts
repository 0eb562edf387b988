import { Decimal } from 'decimal.js';
import { figureOf } from '../form/cells';
import type { Indicator } from '../form/model';
import { contradictsPolarity, isSpending } from '../scoring/direction';
import { isShareOf, looksTurned, unitsDiffer } from '../scoring/sameUnit';
import type { IndicatorScore } from '../scoring/scores';
import { compact, short } from '../sheet/text';
import { inScale } from '../words/written';
import { scoreDisputes } from './common/disputes';
import { scored } from './common/evidence';
import { cellsOf } from './common/parts';
import { nameOf, points, ROW, rowWords } from './common/words';
import type { Check, Outcome, Report } from './finding';
import { agreement, compared } from './common/agree';

/** Shares of a whole: they can't exceed 100 %. */
const SHARE =
  /(?:合格率|覆盖率|及时率|满意度|满意率|完好率|知晓率|准确率|达标率|优良率|普及率|接通率|公开率)(?:[（(].{0,40})?$/;

const MONEY = /^(?:元|万元|亿元)/;

function* reports(indicator: Indicator): Iterable<Outcome> {
  const { target, actual, path, polarity } = indicator;
  const name = nameOf(indicator);
  for (const cell of SHARE.test(compact(indicator.name.value)) ? [target, actual] : []) {
    if (cell?.value?.kind !== 'number' || cell.value.unit !== '%') continue;
    const text = short(cell.text);
    const differs = { message: 'above', data: { name, text }, found: cell.text };
    yield compared(cell.value.value.lte(100), cell, [], differs, `${text}，不超过 100%`);
  }
  const wanted = target?.value ?? null;
  const reached = actual?.value ?? null;
  if (target === null || wanted?.kind !== 'number') return;
  const atLeast = wanted.relation === '>=' || wanted.relation === '>';
  if (atLeast && MONEY.test(wanted.unit) && path.some((level) => level.includes('成本'))) {
    const message = isSpending(indicator) ? 'spending' : 'cost';
    const severity = message === 'cost' ? 'info' : 'warning';
    yield { cell: target.at, message, severity, data: { name, text: short(target.text) } };
  }
  if (polarity !== null && contradictsPolarity(indicator, wanted.relation)) {
    const sign = atLeast ? '不低于' : '不超过';
    const data = { name, polarity: short(polarity.text), sign, text: short(target.text) };
    yield { cell: target.at, message: 'polarity', severity: 'info', data, related: [polarity.at] };
  } else if (polarity !== null && wanted.relation !== null) yield agreement([polarity, indicator.name]);
  if (actual === null || reached?.kind !== 'number') return;
  const differ = isShareOf(wanted, actual) ? null : unitsDiffer(wanted, reached);
  if (differ === null) return;
  const base = { cell: actual.at, related: [target.at] };
  if (differ === 'scale') {
    const [aim, done] = [wanted, reached].map((one) => inScale(one.value, one.scale, one.unit));
    yield { ...base, message: 'scale', data: { name, target: aim ?? '', actual: done ?? '' } };
    return;
  }
  const all = /[均都]|全部/.test(actual.text);
  // 3个项目均合格 is said of all, and 100%.
  if (all && wanted.unit === '%' && wanted.value.eq(100)) return;
  const severity = differ === 'kinds' && !all ? 'warning' : 'info';
  yield { ...base, message: 'units', severity, data: { name, target: wanted.unit, actual: reached.unit } };
}

const EXCESS = /超额|超出|超过|多于|高于|上调|偏低|偏保守/;

/**
 * A row whose points are just what its target and actual value give the other way round, though the target was passed:
 * 9.5 × 62 ÷ 81 = 7.27. Where a text speaks of an excess, that may have cost them.
 */
function reversed({ indicator, attainment, weight, grounds }: IndicatorScore): Report | null {
  const { target, actual, evidence } = indicator;
  const stated = figureOf(indicator.stated);
  if (attainment?.gt(1) !== true || grounds === 'open' || weight === null || stated?.lt(weight) !== true) return null;
  if (target === null || actual === null || EXCESS.test(evidence?.text ?? '')) return null;
  const turned = [Decimal.ROUND_HALF_UP, Decimal.ROUND_DOWN].map((mode) =>
    weight.div(attainment).toDecimalPlaces(2, mode),
  );
  if (!turned.some((one) => one.eq(stated))) return null;
  const data = { ...rowWords(indicator), stated: points(stated), weight: points(weight) };
  const related = cellsOf([target, indicator.stated]);
  return { cell: actual.at, message: 'reversed', severity: 'info', data, related };
}

export const targetUnit: Check = {
  id: 'target-unit',
  title: '指标值与完成值的单位和方向合理',
  severity: 'warning',
  explain:
    '合格率、覆盖率、满意度等占比不会超过 100%。成本、造价、费用不应以“≥”为目标；成本指标里的补助标准等写“≥”、指标值与完成值单位不同、从得分和写法看像是填反了的，作为问题提出。',
  messages: {
    above: { title: '“{name}”超过 100%', message: '“{name}”是占比，写的是{text}，不会超过 100%，请核对。' },
    cost: {
      title: '“{name}”成本指标写了“≥”',
      message: '“{name}”是成本指标，指标值写的是{text}，一般应为不超过，请确认方向。',
    },
    spending: {
      title: '“{name}”成本指标写了“≥”',
      message: '“{name}”是成本指标，指标值却写的是{text}，花得越多越算完成，应为不超过，请改正方向。',
    },
    units: {
      title: '“{name}”单位不同',
      message: '“{name}”指标值的单位是“{target}”，完成值的单位是“{actual}”，不能比较，请核对完成值和单位。',
    },
    scale: {
      title: '“{name}”金额单位可能写错',
      message: '“{name}”指标值为{target}，完成值为{actual}，相差约一万倍，请核对是元还是万元。',
    },
    reversed: {
      title: '“{name}”的指标值与完成值可能填反了',
      message: `${ROW}已经达到，得分 {stated} 却正好是指标值 ÷ 完成值 × {weight}，请确认两个数是否填反。`,
    },
    turned: {
      title: '“{name}”的指标值与完成值可能填反了',
      message: `${ROW}写得像指标值，请确认两个数是否填反。`,
    },
    polarity: {
      title: '“{name}”的方向与符号相反',
      message: '“{name}”标明{polarity}，指标值却是{sign}{text}，两者相反，请确认是越高越好还是越低越好。',
    },
  },
  *run(input) {
    const disputed = new Set(scoreDisputes(input).map(({ indicator }) => indicator));
    for (const { indicator, score } of scored(input)) {
      yield* reports(indicator);
      const { target, actual } = indicator;
      if (target !== null && actual !== null && looksTurned(target, actual)) {
        const data = rowWords(indicator);
        yield { cell: actual.at, message: 'turned', severity: 'info', data, related: [target.at] };
      }
      yield disputed.has(indicator) ? null : reversed(score);
    }
  },
};
