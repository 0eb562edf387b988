import { Decimal } from 'decimal.js';
import type { Agreement, Check, CheckInput, Report } from './finding';
import { breaches, groundsOf, type RowBreach, toldOf } from './common/breaches';
import { asReached, nameOfRow, ruleText, type ScoreDispute, scoreDisputes, waysOf } from './common/disputes';
import { agreement, cellsOf, points, ROW, rowWords, statedAt } from './common/say';
import { isAllowed } from './common/rows';
import { factsOfRate, rateIn } from '../form/rates';

function report(breach: RowBreach): Report {
  const { message, doubt } = toldOf(breach);
  const { cell, stated, weight, value, indicator, score } = breach;
  const bounds = score.accepted.flatMap(({ low, high }) => [low, high]);
  return {
    cell: cell.at,
    message,
    data: {
      ...rowWords(indicator),
      stated: points(stated),
      expected: points(value),
      weight: points(weight),
      coefficient: indicator.coefficient?.text.trim() ?? '',
      range: `${points(Decimal.min(...bounds))}～${points(Decimal.max(...bounds))}`,
    },
    related: cellsOf([indicator.target, indicator.actual]),
    ...groundsOf(breach, doubt),
    ways: [...waysOf(breach), ...(stated.lt(weight) ? [] : asReached(indicator))],
  };
}

/** A score between those that the row's own standard names, or beside them. */
function unnamed(dispute: ScoreDispute): Report {
  const { cell, stated, score, indicator } = dispute;
  const named = score.accepted.map(({ low }) => low).sort((one, other) => one.comparedTo(other));
  const nearest = [named.filter((one) => one.lt(stated)).at(-1), named.find((one) => one.gt(stated))];
  const [found, between] = [points(stated), nearest.flatMap((one) => (one === undefined ? [] : points(one)))];
  const data = { name: nameOfRow(dispute), stated: found, nearest: between.join(' 分和 ') };
  const related = cellsOf([indicator?.standard]);
  return { cell: cell.at, message: 'unnamed', severity: 'info', data, related, found, rule: ruleText(score) };
}

/** The scores that their rules allow, each with what it was computed from. */
function* kept({ scores }: CheckInput): Iterable<Agreement> {
  for (const score of scores.indicators) {
    const { indicator } = score;
    if (score.rule.kind === 'qualitative' || !isAllowed(score, indicator.stated)) continue;
    const { target, actual, coefficient, weight, stated, evidence } = indicator;
    const rate = target === null ? rateIn(indicator) : null;
    const used = evidence === null || rate === null ? [] : statedAt(evidence, factsOfRate(rate));
    const places = [target, actual, coefficient, weight, stated, ...(used.length > 0 ? [evidence] : [])];
    yield agreement(places, score.arithmetic ?? undefined, used);
  }
}

const TITLE = '“{name}”得分与评分规则不符';
const wrong = (message: string, row = ROW) => ({ title: TITLE, message: `${row}${message}` });

export const scoreByRule: Check = {
  id: 'score-by-rule',
  mends: 'row',
  title: '得分符合评分规则',
  severity: 'error',
  explain:
    '能按评分规则计算的指标（目标与完成值、表内评分标准等），用表内数字复算得分，与填报的得分比较；两种常用的取舍方法（四舍五入、截尾）都算对。' +
    '指标值没有写“≥”“≤”、只能从名称看方向的只作提醒；看不出方向的、得分系数比规则严的、写明目标经批准调整过的、满意度没有达到而得分比按比例算的还低的只作提示。没有评分规则的指标由人判断，不在此列；评分标准只列出几个分数的，别的得分作提示。',
  messages: {
    'not-reached': wrong('没有完成却记满分 {stated}，按规则应得 {expected} 分，请改正得分。'),
    'too-high': wrong('按规则应得 {expected} 分，表内 {stated} 分偏高，请改正得分。'),
    'at-most': wrong('按规则怎样折算都不超过 {expected} 分，表内 {stated} 分偏高，请改正得分。'),
    'too-low': wrong('按规则应得 {expected} 分，表内 {stated} 分偏低，请改正得分。'),
    surveyed: {
      title: '“{name}”的得分比按比例算的低',
      message: `${ROW}按比例应得 {expected} 分，表内为 {stated} 分并写了原因；满意度常常分档计分，表内没有印评分标准，请确认计分的依据。`,
    },
    reached: wrong('已经完成，应得满分 {expected} 分，表内为 {stated} 分，请改正得分、核对完成值或写明扣分的依据。'),
    reasoned: {
      title: '“{name}”已经完成，却写了扣分的原因',
      message: `${ROW}已经完成，按规则应得满分 {expected} 分，表内为 {stated} 分，并写了扣分的原因，请核对完成值、得分和原因。`,
    },
    'share-of-weight': wrong(
      '已经完成，应得满分 {expected} 分；表内 {stated} 分是用完成值直接乘分值 {weight} 得出的，请改正得分。',
    ),
    'share-short': {
      title: '“{name}”的得分是用完成值直接乘分值得出的',
      message: `${ROW}按完成值÷指标值×分值应得 {expected} 分；表内 {stated} 分是用完成值直接乘分值 {weight} 得出的，表内没有印这一算法，请确认按哪一种计分。`,
    },
    'by-standard': wrong('按评分规则应得 {expected} 分，表内为 {stated} 分，请改正得分。', '“{name}”'),
    asked: {
      title: '“{name}”的得分请核对',
      message: `${ROW}表内 {stated} 分；越高越好或越低越好都得不出这个分数（{range}），表内没有写明方向，请核对。`,
    },
    unnamed: {
      title: '“{name}”的得分不在评分标准列出的分数之中',
      message: '“{name}”得分 {stated}，评分标准里没有这一分数，最接近的是 {nearest} 分，请核对。',
    },
    told: {
      title: '“{name}”按规则计分后又扣了分',
      message: `${ROW}按规则应得 {expected} 分，表内按所写的扣分记 {stated} 分，请确认扣分的依据。`,
    },
    stricter: {
      title: '“{name}”的得分系数比规则严',
      message: `${ROW}按规则应得 {expected} 分，表内按得分系数 {coefficient} 记 {stated} 分，请确认系数的依据。`,
    },
    assessed: {
      title: '“{name}”各处的评分比规则严',
      message: `${ROW}按规则应得 {expected} 分，表内由分列的得分得出 {stated} 分，请确认扣分的依据。`,
    },
    rounded: {
      title: '“{name}”得分的取舍',
      message: '“{name}”按规则应得 {expected} 分，表内为 {stated} 分，只差在小数取舍，请确认口径一致。',
    },
  },
  *run(input) {
    yield* kept(input);
    for (const breach of breaches(input)) {
      const { indicator } = breach;
      if (indicator !== null) yield report({ ...breach, indicator });
    }
    for (const dispute of scoreDisputes(input)) if (dispute.kind === 'unnamed') yield unnamed(dispute);
  },
};
