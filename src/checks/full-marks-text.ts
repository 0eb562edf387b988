import { isNoAnswer } from '../form/evidence';
import type { EvidenceCell, Indicator, Located } from '../form/model';
import { answerTo } from '../words/answers';
import { CLAUSE_END, compact, short } from '../sheet/text';
import { affirmedIn, deniedIn } from '../words/denial';
import { agreement, cellsOf, nameOf, points } from './common/say';
import { scoredTexts } from './common/rows';
import { figureOf, numberOf } from '../form/cells';
import type { Check } from './finding';
import { AIM, FORMER_YEAR, PART_OF_YEAR } from '../words/vocabulary';

/** 实际仅完成185人次, 执行滞后. */
const MISSED = /(?:仅|只)(?:完成|达到|实现)了?[^，。；,;0-9]{0,12}[0-9]|(?:工作|进度|实施|执行)滞后|不达标/g;
/** A miss but where less is better. */
const BELOW = new RegExp(`低于${AIM}`, 'g');
/** What is a miss where it is denied: 未完成年度目标, 未按期完成。 What is left undone of something else (未完成支付的尾款) is none. */
const DONE =
  /(?:完成|达到|实现|达成|达标)(?=$|年度|年初|目标|预期|预定|既定|计划|任务|指标值)(?!(?:年度|目标|任务|计划)?的)|(?:按[时期]|及时|足额|全部)(?:支付|拨付|落实|到位|开展|实施|公开|报送|上报|编制)(?!的)/g;
/** Words that make such a phrase a rule, or place it in another year or a part of this one. */
const NOT_SO = new RegExp(`无(?!法)|如(?:果|有|未)|若|凡|${FORMER_YEAR}|${PART_OF_YEAR}|扣|不得分|不计分`);
const IN_ORDER = /满分|达标|克服|最终|补足|(?:已|均|全部)(?:完成|达到|实现)|超额|超过目标/g;

/** What the printed standard gives its marks for: 按规定公开 of 按规定公开得2分，未公开不得分; not what costs: 受到批评的，每次扣1分. */
function wantedBy(standard: Located<string> | null): string {
  const clauses = compact(standard?.text.slice(0, 200) ?? '').split(CLAUSE_END);
  const wanted = clauses.find(
    (clause, at) => !/[不未无没扣]/.test(clause) && !(/的$/.test(clause) && /扣/.test(clauses[at + 1] ?? '')),
  );
  return wanted?.replace(/[得计记]?(?:满|[0-9.]{1,5})分.*$/, '') ?? '';
}

/** What the printed standard takes marks off for, by its first words: 未成立 in 未成立工作小组扣8分. */
function lostBy(standard: Located<string> | null): readonly string[] {
  const clauses = compact(standard?.text.slice(0, 200) ?? '').split(CLAUSE_END);
  return clauses.flatMap(
    (clause) =>
      /^(?:[0-9.、)）①-⑳]*)([不未没][^的扣得计]{2})[^0-9]*(?:扣[0-9]|不[得计]分|[得计]0分)/.exec(clause)?.[1] ?? [],
  );
}

/**
 * The clause that says that the target or what the standard asks for was missed; `null` where the text says nothing of it,
 * or also that all was reached.
 */
function missedIn({ basis, shortfallReason, unlabelled }: EvidenceCell, indicator: Indicator): string | null {
  const { standard } = indicator;
  const text = compact([basis, shortfallReason, unlabelled].join('。'));
  if (affirmedIn(text, IN_ORDER) !== null) return null;
  const wanted = wantedBy(standard);
  const losses = lostBy(standard);
  const [target, actual] = [numberOf(indicator.target), numberOf(indicator.actual)];
  const isLower = target !== null && actual?.value.lt(target.value) === true;
  const misses = (clause: string) =>
    affirmedIn(clause, MISSED) !== null ||
    (!isLower && affirmedIn(clause, BELOW) !== null) ||
    deniedIn(clause, DONE) !== null ||
    losses.some((loss) => clause.startsWith(loss)) ||
    (wanted !== '' && answerTo(wanted, clause) === 'contrary');
  return text.split(CLAUSE_END).find((clause) => !NOT_SO.test(clause) && misses(clause)) ?? null;
}

export const fullMarksText: Check = {
  id: 'full-marks-text',
  mends: 'row',
  title: '得满分的指标，说明里没有写未完成',
  severity: 'info',
  group: 'words',
  explain:
    '得分等于分值，说明里却写“实际仅完成…”“未按期完成”“未达到目标”，或者与评分标准要求的相反（“制度不健全”）的，提出来请人核实得分和说明以哪一处为准。完成值本身低于指标值的由别的项目核对。',
  messages: {
    missed: {
      title: '“{name}”得满分，说明却写未完成',
      message: '“{name}”得满分{points}分，说明里却写“{text}”，请核实得分和说明以哪一处为准。',
    },
  },
  *run(input) {
    for (const { indicator, score } of scoredTexts(input)) {
      const { evidence, stated, weight } = indicator;
      const [most, own] = [figureOf(weight), figureOf(stated)];
      if (evidence === null || most === null || own === null || most.isZero() || !own.eq(most)) continue;
      // Where the actual value is below the target, that is said of the figures.
      if (isNoAnswer(evidence.text) || score.reached === false) continue;
      const text = missedIn(evidence, indicator);
      if (text === null) {
        yield agreement([evidence]);
        continue;
      }
      const data = { name: nameOf(indicator), points: points(own), text: short(text) };
      yield { cell: evidence.at, message: 'missed', data, related: cellsOf([stated, indicator.actual]), found: text };
    }
  },
};
