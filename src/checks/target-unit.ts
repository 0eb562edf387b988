import { numberOf } from '../form/cells';
import type { Indicator } from '../form/model';
import { contradictsPolarity, isSpending } from '../scoring/direction';
import { pointsTurned, unitsApart } from '../scoring/mistaken';
import { looksTurned } from '../scoring/sameUnit';
import { isShareByName } from '../words/unitKinds';
import type { IndicatorScore } from '../scoring/scores';
import { short } from '../sheet/text';
import { isFloor } from '../words/quantity';
import { inScale } from '../words/written';
import { scoreDisputes } from './common/disputes';
import { scored } from './common/rows';
import { agreement, cellsOf, compared, nameOf, points, ROW, rowWords } from './common/say';
import type { Check, Outcome, Report } from './finding';

const ASKED = { severity: 'info' } as const;

/** The figures of a share of a whole, none of which can be more than all of it. */
function* ofShare(indicator: Indicator): Iterable<Outcome> {
  const { name, target, actual } = indicator;
  for (const cell of isShareByName(name.value) ? [target, actual] : []) {
    const rate = numberOf(cell);
    if (!cell || rate?.unit !== '%') continue;
    const data = { name: nameOf(indicator), text: short(cell.text) };
    const above = { message: 'above', data, found: cell.text };
    yield compared(rate.value.lte(100), cell, [], above, `${data.text}，不超过 100%`);
  }
}

/** The sign of a target against what it is of: costs, or 正向 and 反向 beside it. */
function* ofSign(indicator: Indicator): Iterable<Outcome> {
  const { target, path, polarity } = indicator;
  if (target?.value?.kind !== 'number') return;
  const { relation, unit } = target.value;
  const data = { name: nameOf(indicator), text: short(target.text) };
  if (isFloor(relation) && unit.startsWith('元') && path.some((level) => level.includes('成本'))) {
    const said = isSpending(indicator) ? { message: 'spending' } : { ...ASKED, message: 'cost' };
    yield { cell: target.at, data, ...said };
  }
  if (polarity === null || relation === null) return;
  const sign = isFloor(relation) ? '不低于' : '不超过';
  const contrary = { name: data.name, polarity: short(polarity.text), sign, text: data.text };
  yield contradictsPolarity(indicator, relation)
    ? { ...ASKED, cell: target.at, message: 'polarity', data: contrary, related: [polarity.at] }
    : agreement([polarity, indicator.name]);
}

/** Target and actual value in units that can't be compared. */
function ofUnits(indicator: Indicator): Report | null {
  const apart = unitsApart(indicator);
  if (apart === null) return null;
  const { differ, target, actual, wanted, reached } = apart;
  const isScale = differ === 'scale';
  const [aim = '', done = ''] = [wanted, reached].map(({ value, scale, unit }) =>
    isScale ? inScale(value, scale, unit) : unit,
  );
  const data = { name: nameOf(indicator), target: aim, actual: done };
  const said = { message: isScale ? 'scale' : 'units', ...(differ === 'unclear' && ASKED) };
  return { cell: actual.at, related: [target.at], data, ...said };
}

/** Target and actual value that look as if each stood in the other's place: by their signs, or by points that they give so. */
function* turned(score: IndicatorScore, isDisputed: boolean): Iterable<Report> {
  const { target, actual, stated } = score.indicator;
  if (target === null || actual === null) return;
  const base = { ...ASKED, cell: actual.at, data: rowWords(score.indicator) };
  if (looksTurned(target, actual)) yield { ...base, message: 'turned', related: [target.at] };
  const given = pointsTurned(score);
  if (isDisputed || given === null) return;
  const data = { ...base.data, stated: points(given.own), weight: points(given.weight) };
  yield { ...base, message: 'reversed', data, related: cellsOf([target, stated]) };
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
      yield* ofShare(indicator);
      yield* ofSign(indicator);
      yield ofUnits(indicator);
      yield* turned(score, disputed.has(indicator));
    }
  },
};
