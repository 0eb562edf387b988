import { isNoAnswer } from '../form/evidence';
import type { Located } from '../form/model';
import { once } from '../sheet/remember';
import { compact, short } from '../sheet/text';
import type { IndicatorScore } from '../scoring/scores';
import { shortfalls } from './common/rows';
import { agreement, cellsOf, list, nameOf, points } from './common/say';
import { numberOf, withFigure } from '../form/cells';
import { deniesShortfall } from './common/shortfall';
import type { Check, CheckInput, Report } from './finding';

export const reasonContradiction: Check = {
  id: 'reason-contradiction',
  mends: 'row',
  title: '原因说明与完成情况不矛盾',
  severity: 'warning',
  explain:
    '“未能完成原因”写“无”、偏差原因写“不存在偏差”“已全部完成”的，表中应没有未完成的指标。本项对照各指标的完成值和得分。写明不涉及仍记分、原因只有“继续努力”一类空话的，作为问题提出。',
  messages: {
    narrative: {
      title: '“未能完成原因”与指标完成情况不符',
      message: '“未能完成原因”为“{text}”，但{missed}未达到年度指标值，请写明原因。',
    },
    unanswered: {
      title: '“未能完成原因”没有填写',
      message: '“未能完成原因”是空的，但{missed}未达到年度指标值，请确认是否需要写明原因。',
    },
    'not-applicable': {
      title: '“{name}”写明不涉及，仍记了分',
      message: '“{name}”写的是“{text}”，得 {stated} 分，请确认没有该事项时应如何计分。',
    },
    vague: {
      title: '“{name}”的原因没有内容',
      message: '“{name}”分值{weight}分，得{stated}分，原因只写“{text}”，请确认是否需要写明为什么没有完成。',
    },
    indicator: {
      title: '“{name}”的说明与得分矛盾',
      message: '“{name}”分值{weight}分，只得{stated}分，说明却称没有偏差或已全部完成，请写明扣分原因或核实得分。',
    },
  },
  *run(input) {
    const { shortfallReason } = input.form.narrative;
    yield narrativeReport(input) ?? (shortfallReason && agreement([shortfallReason]));
    for (const { indicator, weight, stated } of shortfalls(input)) {
      const { evidence } = indicator;
      if (evidence === null) continue;
      if (!deniesShortfall(evidence)) {
        yield isNoAnswer(evidence.text) ? null : agreement([evidence]);
        continue;
      }
      const data = { name: nameOf(indicator), weight: points(weight), stated: points(stated) };
      const related = cellsOf([indicator.stated]);
      yield { cell: evidence.at, message: 'indicator', data, related, found: evidence.text };
    }
    yield* input.scores.indicators.flatMap(questionsOf);
  },
};

const NOT_APPLICABLE =
  /^(?:本年度?|今年|[本我](?:单位|部门|局|委|办|院|校|镇|乡|街道|中心))?(?:(?:不|未)涉及|不适用|未安排|没有安排|(?:无|没有)[此该]|(?:无|未有|没有)(?:[^，,。]{0,8}(?:资金|项目|事项|业务|任务))?[。.]?$)/;
const VAGUE =
  /^(?:原因[:：])?(?:继续|再接再厉|持续|不断|进一步)?(?:努力|加强|改进|加强管理|提高|完善|客观原因|主观原因|其他原因|工作不到位|工作原因|实际情况|按实际情况|特殊原因|有待提高|有待加强)(?:工作)?[。.！!；;]?$/;
const SHORT = 30;

/** What the texts of a row say that does not go with its score, as far as only a person can tell. */
const questionsOf = once((score: IndicatorScore): Report[] => {
  const { weight, indicator } = score;
  const { evidence, actual, target, kind } = indicator;
  const cell = withFigure(indicator.stated);
  if (cell === null || weight === null || kind !== 'item' || cell.value.lte(0)) return [];
  const stated = cell.value;
  const ask = ({ at: place }: Located<unknown>, message: string, text: string): Report => {
    const data = { name: nameOf(indicator), stated: points(stated), weight: points(weight), text: short(text) };
    return { cell: place, message, severity: 'info', data, related: [cell.at] };
  };
  const said = compact(evidence?.shortfallReason ?? '');
  const isVague = VAGUE.test(said) && stated.lt(weight);
  const answer = [actual, evidence].find((one) => {
    const text = compact(one?.text ?? '');
    return text.length <= SHORT && NOT_APPLICABLE.test(text) && (one === actual || stated.gte(weight));
  });
  // 无 is the answer to a target of none (无有效投诉), and to the question for a reason.
  const words = compact(answer?.text ?? '');
  const none = numberOf(target)?.value.isZero() === true;
  const plain = words === '无' || words === '没有';
  const wish = compact(target?.text ?? '');
  const fits = none || words === wish || (plain && (answer === evidence || /^(?:无|没有)/.test(wish)));
  return [
    ...(evidence !== null && isVague ? [ask(evidence, 'vague', said)] : []),
    ...(answer && !fits ? [ask(answer, 'not-applicable', words)] : []),
  ];
});

/** 未能完成原因 that says 无 over a form in which a target was missed. */
function narrativeReport(input: CheckInput): Report | null {
  const reason = input.form.narrative.shortfallReason;
  if (reason === null || (!isNoAnswer(reason.text) && !deniesShortfall({ text: reason.text, shortfallReason: '' })))
    return null;
  const missed = shortfalls(input).flatMap(({ indicator, score: { attainment, origin } }) => {
    const isMissed = (indicator.target?.value ?? null) !== null && (attainment?.lt(1) ?? origin !== 'computed');
    return isMissed ? [indicator] : [];
  });
  if (missed.length === 0) return null;
  const [text, names] = [reason.text.trim(), list(missed.map(nameOf))];
  const base = { cell: reason.at, related: cellsOf(missed.map(({ actual }) => actual)), found: reason.text };
  return text === ''
    ? { ...base, message: 'unanswered', severity: 'info', data: { missed: names } }
    : { ...base, message: 'narrative', data: { text, missed: names } };
}
