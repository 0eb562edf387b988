import { Decimal } from 'decimal.js';
import { compact } from '../sheet/text';
import type { Indicator } from '../form/model';
import { claimedScore, deductedScore, type ScoreClaim } from '../scoring/claims';
import type { IndicatorScore } from '../scoring/scores';
import { isAllowed, reckonedIn, scoredTexts } from './common/rows';
import { figureOf } from '../form/cells';
import { agreement, compared, nameOf, points } from './common/say';
import type { Check, Outcome } from './finding';

/** 该项评分为2分满分: the weight as the text has it. */
const FULL_OF = /(?:^|[得为是计：:，,。；;])([0-9]{1,3}(?:\.[0-9]{1,3})?)分[（(]?满分(?=$|[）)，,。；;])/;

/** The two usual roundings differ by no more. */
const ROUNDING = new Decimal('0.01');

export const evidenceScore: Check = {
  id: 'evidence-score',
  mends: 'row',
  title: '依据中写的得分与表中得分一致',
  severity: 'warning',
  explain:
    '评分依据里写明本项得分的（得3分满分、评分为1.78分、不得分、扣0.5分），应与得分栏一致；写“满分”的，得分应等于分值。相差0.01分只作提示。',
  messages: {
    differs: {
      title: '“{name}”的得分与依据所写不一致',
      message: '“{name}”得分为{stated}分，依据写“{claim}”，即{claimed}分，请核实后改为一致。',
    },
    added: {
      title: '“{name}”的加分与依据所写不同',
      message: '“{name}”得分为{stated}分，依据写“{claim}”，请确认加分的次数和得分。',
    },
    full: {
      title: '“{name}”依据所写的满分不是分值',
      message: '“{name}”分值为{weight}分，依据写“{claim}”，请核实。',
    },
  },
  run: (input) => scoredTexts(input).flatMap(({ indicator, score }) => againstScore(indicator, score) ?? []),
};

function againstScore(indicator: Indicator, score: IndicatorScore): Outcome | null {
  const { evidence } = indicator;
  const weight = figureOf(indicator.weight);
  const stated = figureOf(indicator.stated);
  if (evidence === null || weight === null || stated === null || indicator.stated === null) return null;
  const full = FULL_OF.exec(evidence.text);
  if (full?.[1] !== undefined && !new Decimal(full[1]).eq(weight)) {
    const data = { name: nameOf(indicator), weight: points(weight), claim: full[0].replace(/^[^0-9]/, '') };
    return { cell: evidence.at, message: 'full', data, expected: points(weight), found: full[1] };
  }
  if (indicator.kind === 'bonus') {
    const claim = added(evidence.text);
    if (claim !== null) {
      const data = { name: nameOf(indicator), stated: points(stated), claim: claim.text };
      const differs = { message: 'added', severity: 'info', data, found: data.stated } as const;
      const holds = claim.points.eq(stated);
      return compared(holds, indicator.stated, [evidence], differs, `${claim.text} = ${data.stated}`);
    }
  }
  const [got, deducted] = [claimedScore(evidence.text, weight), deductedScore(evidence.text, weight)];
  const claim = got ?? deducted;
  if (claim === null) return null;
  if (claim.points.eq(stated)) {
    // 扣2分，得5分 of 6
    const left = claim.parts === true ? null : deducted;
    if (left !== null && !left.points.eq(stated)) {
      const data = { name: nameOf(indicator), stated: points(stated), claim: left.text, claimed: points(left.points) };
      return { cell: evidence.at, message: 'differs', severity: 'info', data, related: [indicator.stated.at] };
    }
    return agreement([indicator.stated, indicator.weight, evidence], () => `${claim.text} = ${points(stated)}`);
  }
  // 扣1分 may be what a reviewer took, whose points stand beside the unit's own.
  const reviewed = reckonedIn(indicator, 'reviewed');
  if (reviewed?.value?.eq(claim.points) === true) return agreement([reviewed, evidence]);
  // More than the weight can't be mended by the score.
  const beyond = claim.points.gt(weight);
  const followsRule = beyond || isAllowed(score, indicator.stated);
  // 扣1分，得2分 of 3 says the same twice.
  const twice = got !== null && deducted?.points.eq(got.points) === true;
  const partly = !twice && (claim.parts === true || claim.unsure === true || (got !== null && deducted !== null));
  const unsure = beyond || partly || claim.points.minus(stated).abs().lte(ROUNDING);
  return {
    cell: followsRule ? evidence.at : indicator.stated.at,
    message: 'differs',
    data: { name: nameOf(indicator), stated: points(stated), claim: claim.text, claimed: points(claim.points) },
    related: [followsRule ? indicator.stated.at : evidence.at],
    ...(unsure ? { severity: 'info' as const } : {}),
    expected: points(claim.points),
    found: points(stated),
    ...(beyond ? {} : { ways: [[[indicator.stated.at, claim.points]]] }),
  };
}

/** A clause that says what was added: 获得市级表彰1次，加2.5分. */
const ADDED = /(?:^|[^每各])加([0-9]{1,3}(?:\.[0-9]{1,3})?)分$/;

/** What a text says was added, all its clauses together; rules (每个加1分，最多加2分) add nothing. */
function added(text: string): ScoreClaim | null {
  let sum = new Decimal(0);
  const clauses: string[] = [];
  for (const clause of text.split(/[，,。；;：:\n]/)) {
    const taken = clause.length > 24 || /每|最[多高]|上限/.test(clause) ? null : ADDED.exec(compact(clause));
    if (taken?.[1] === undefined) continue;
    sum = sum.plus(taken[1]);
    clauses.push(clause.trim());
  }
  return clauses.length === 0 ? null : { points: sum, text: clauses.join('，') };
}
