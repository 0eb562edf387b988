import { Decimal } from 'decimal.js';
import { sum } from '../sheet/lists';
import { remember } from '../sheet/remember';
import { compact } from '../sheet/text';
import { readPoints, type Points } from '../words/points';
import { FORMER_YEAR } from '../words/vocabulary';

/** A score that the text of a row claims for that row: 得3分满分, 该项评分为1.78分, 因此不得分. */
export interface ScoreClaim {
  readonly points: Decimal;
  /** The words that claim it. */
  readonly text: string;
  /** Whether it is the sum of what several clauses claim, each for its part. */
  readonly parts?: true;
  /** Whether what leads to it may be a rule, a part of the row or another's score: 缺一项，扣2分; 上级考核，得9.2分. */
  readonly unsure?: boolean;
}

/** What a conclusion begins with. */
const THUS = '因此|所以|故|综上|据此|为此';

/**
 * What leads to the points of a clause that claims them. A clause is a claim only when it says nothing else: “考核得分9.8分”
 * speaks of another score, “每项得2分” of a rule.
 */
const LEAD = new RegExp(
  `^(?:${THUS}|按规定|(?:按照?|根据)评分标准|(?:因|由于)(?:[^每应不各]|不(?![扣得计])){1,16}?(?=扣))?(?:[该此本]项|[该本]指标|自评)?(?:指标)?(?:自评)?(?:[得评]分为?|评为|自评为|(?:共计?|合计|自行?)?(?=应得|可得|得|计|不得|不计|扣))`,
);
const BREAK = /(?<=[,，。；;！!：:\n])/;
const LONGEST = 40;
/** Words of a condition, a part or another score in the clause before the points. */
const UNDER = /[0-9]分[，,]$|[缺少生现]一|如|若|凡|每|其中|考[核评]|[评通][比报]|上级|(?:的|[不未]得分)[，,]$/;

interface PointsTold {
  readonly text: string;
  readonly score: Points;
  readonly unsure: boolean;
}

const clausesIn = remember((text): readonly PointsTold[] => {
  const clauses = text.split(BREAK);
  return clauses.flatMap((part, at) => {
    const clause = part.length > LONGEST ? '' : compact(part).replace(/[,，。；;！!：:]$/, '');
    const lead = LEAD.exec(clause)?.[0];
    const score = lead === undefined ? null : readPoints(clause.slice(lead.length));
    const before = clauses[at - 1] ?? '';
    return score === null ? [] : [{ text: clause, score, unsure: /[,，]$/.test(before) && UNDER.test(before) }];
  });
});

/** How the clause begins that claims the points of the whole. */
const CONCLUDES = new RegExp(`^(?:${THUS}|共|合计|[该此本]项)`);

/** That it speaks of its own row. */
const OWN = new RegExp(`^(?:${THUS})?[该此本]项`);

/**
 * The score that a row's own text claims, or that its parts claim together (制度健全，得2分；执行有效，得2分); `null` where
 * it claims none, or several that are no parts of the weight. More than the weight belongs to something else, unless it is
 * said to be this row's.
 */
export function claimedScore(text: string, weight: Decimal): ScoreClaim | null {
  const told = clausesIn(text).flatMap(
    ({ text: clause, score, unsure }): (ScoreClaim & { readonly share: boolean })[] => {
      if ('lost' in score) return [];
      const share = 'share' in score;
      return [{ points: share ? weight.times(score.share) : new Decimal(score.points), text: clause, share, unsure }];
    },
  );
  const within = told.filter(({ points }) => points.lte(weight));
  const own = ELSEWHERE.test(text) ? [] : told.filter((claim) => OWN.test(claim.text));
  const all = within.length > 0 ? within : own;
  const whole = all.filter((claim) => CONCLUDES.test(claim.text));
  const claims = whole.length > 0 ? whole : all;
  const [first, ...others] = claims;
  if (first === undefined) return null;
  const { points, text: words, unsure } = first;
  const together = sum(claims.map((claim) => claim.points));
  if (others.length > 0 && whole.length === 0 && together.lte(weight) && claims.every(({ share }) => !share))
    return { points: together, text: claims.map((claim) => claim.text).join('，'), parts: true };
  return others.every((claim) => claim.points.eq(points))
    ? { points, text: words, unsure: unsure === true || ADDED.test(text) }
    : null;
}

/** 计8分，另加2分: what is added to the points of a clause. */
const ADDED = /加[0-9]/;

/** 因迟报扣1分, which is the whole of it only where the text takes off and adds nothing else. */
const CAUSED = /^(?:因|由于)/;
const CHANGED = /[扣加][减除]?[0-9.]{1,6}分/g;
/** Another year's points, or another's. */
const ELSEWHERE = new RegExp(`${FORMER_YEAR}|考核|百分制|折算`);

/** What is left of the weight after the deductions that a text names, each in a clause of its own; `null` for none. */
export function deductedScore(text: string, weight: Decimal): ScoreClaim | null {
  const told = clausesIn(text).flatMap(({ text: clause, score, unsure }) =>
    'lost' in score ? [{ clause, lost: score.lost, unsure }] : [],
  );
  const isAll = [...compact(text).matchAll(CHANGED)].length === told.length;
  const all = told.filter(({ clause }) => !CAUSED.test(clause) || (isAll && !ELSEWHERE.test(clause)));
  const whole = all.filter(({ clause }) => CONCLUDES.test(clause));
  const taken = whole.length > 0 ? whole : all;
  const points = taken.reduce((left, { lost }) => left.minus(lost), weight);
  const unsure = taken.some((one) => one.unsure);
  return taken.length === 0 || points.lt(0)
    ? null
    : { points, text: taken.map(({ clause }) => clause).join('，'), unsure };
}
