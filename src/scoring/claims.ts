import { Decimal } from 'decimal.js';
import { remember } from '../sheet/remember';
import { compact } from '../sheet/text';

/** A score that the text of a row claims for that row: 得3分满分, 该项评分为1.78分, 因此不得分. */
export interface ScoreClaim {
  readonly points: Decimal;
  /** The words that claim it. */
  readonly text: string;
}

/**
 * A clause is a claim only when it says nothing else: “考核得分9.8分” speaks of another score, “每项得2分” of a rule.
 * Anchored at both ends and without nested quantifiers, so that it is linear.
 */
const SUBJECT =
  '(?:因此|所以|故|综上|据此|为此|按规定|按照评分标准|根据评分标准|按评分标准)?(?:该项|此项|本项|该指标|本指标|自评)?(?:指标)?';
const NUMBER = '(\\d{1,4}(?:\\.\\d{1,6})?)';
const POINTS = new RegExp(
  `^${SUBJECT}(?:自评)?(?:得分为|评分为|得分|评分|应得|可得|得|计|自评为)${NUMBER}分(?:满分|\\(满分\\))?$`,
);
const FULL = new RegExp(`^${SUBJECT}(?:得分为|评分为|应得|可得|得|计|评为|自评为)满分$`);
const NONE = new RegExp(`^${SUBJECT}(?:不得分|不计分|得零分)$`);
const BREAK = /[,，。;；！!：:\n]/;
const LONGEST = 40;

interface Clause {
  readonly text: string;
  readonly points: Decimal | 'full';
}

function pointsIn(clause: string): Decimal | 'full' | null {
  if (NONE.test(clause)) return new Decimal(0);
  if (FULL.test(clause)) return 'full';
  const points = POINTS.exec(clause)?.[1];
  return points === undefined ? null : new Decimal(points);
}

const clausesIn = remember((text): readonly Clause[] =>
  text.split(BREAK).flatMap((part) => {
    if (part.length > LONGEST) return [];
    const clause = compact(part);
    const points = pointsIn(clause);
    return points === null ? [] : [{ text: clause, points }];
  }),
);

/**
 * The score that a row's own text claims; `null` where it claims none, several different ones, or more than the
 * weight, which then belongs to something else.
 */
export function claimedScore(text: string, weight: Decimal): ScoreClaim | null {
  let claim: ScoreClaim | null = null;
  for (const { text: clause, points: stated } of clausesIn(text)) {
    const points = stated === 'full' ? weight : stated;
    if (points.gt(weight)) continue;
    if (claim !== null && !claim.points.eq(points)) return null;
    claim = { points, text: clause };
  }
  return claim;
}
