import { isNoAnswer } from '../../form/evidence';
import type { EvidenceCell, EvidenceDemand, Indicator } from '../../form/model';
import { compact } from '../../sheet/text';
import { affirmedIn, deniedIn } from '../../words/denial';
import type { Severity } from '../finding';

/** What a text says that nothing fell short of where it is denied, and where it is not: 不存在偏差, 全部完成. */
const SHORT = /偏差|偏离|未达标|未完成|扣分/g;
const DONE = /(?:全部|全面|圆满|均已?)(?:按[期时质量]{1,3})?(?:完成|达标|达成)(?!率)/g;

/** Words with which a clause may name a shortfall after all, or speak of the rest: 其余学员均已完成考核. */
const ADMITS =
  /但|除|节约|(?<!结转)结余|剩余|尾款|质保金|未能|仍|尚|不足|不达标|滞后|导致|低于|由于|未完成|需要|困难|其[他余它]|余下|后全/g;

const CLAUSES = /[，,。；;：:！!]/;

/**
 * Whether a text denies that anything fell short and says nothing else: 不存在偏离, 无未达标项目, 已全部完成. Where the reason has
 * its label, only the reason is asked.
 */
export function deniesShortfall(evidence: Pick<EvidenceCell, 'text' | 'shortfallReason'>): boolean {
  const plain = compact(evidence.shortfallReason === '' ? evidence.text : evidence.shortfallReason);
  const clauses = clausesOf(plain);
  return clauses.some(denies) && clauses.every(isInOrder);
}

const denies = (clause: string): boolean => deniedIn(clause, SHORT) !== null || affirmedIn(clause, DONE) !== null;

const CAUSE =
  /受[^。；]{1,60}影响|由于|因(?![此素而果])|导致|造成|致使|原因|未能|尚未|未及时|跨年|推迟|延期|滞后|取消|暂停/;

/** Words for what was lacking, in texts without a word for a cause: 编制依据不充分, 资料未归档, 票据不规范，扣1分, 执行率93%，扣1分. */
const WANTING =
  /不(?!存在|适用|涉及|可抗|断|仅|得分|扣)[够足严细到齐全完规及准合达当实清明健力高强充良]|未(?!发[生现]|出现|来|成年|扣)|缺[0-9少乏失]|欠缺|较[慢低差弱少]|偏[低慢少]|有待|薄弱|[遗疏]漏|有误|超[出支标期]|逾期|低于|,扣(?:减|除)?[0-9]/;

/** What will be done. */
const MEASURE = /下一步|下步|今后|后续|改进|整改|拟采取|进一步|加快|将(?:加强|继续|严格|督促)/;

/** Whether a text tells a cause in its own words, without a label; what it quotes from a contract tells none. */
function tellsCause(text: string): boolean {
  return CAUSE.test(withoutQuotes(text));
}

/** Whether a text names what fell short, though no word calls it the cause; `measures` is what it says will be done. */
function tellsShortfall(text: string, measures: string): boolean {
  const plain = compact(withoutQuotes(text));
  return WANTING.test(plain) || tellsBeforeMeasure(plain, measures !== '');
}

/**
 * Whether words that tell no result stand before what will be done: 部分设备老化；下一步及时更新. 机房停电。改进措施：双路供电.
 *
 * @param labelled whether what will be done stands behind a label of its own, and all of this text before it.
 */
function tellsBeforeMeasure(plain: string, labelled: boolean): boolean {
  const clauses = clausesOf(plain);
  const measure = labelled ? clauses.length : clauses.findIndex((clause) => INTENDS.test(clause));
  return !clauses.slice(0, Math.max(0, measure)).every(isInOrder);
}

const clausesOf = (plain: string): string[] => plain.split(CLAUSES).filter((clause) => clause !== '');

/** Whether a clause only tells a result or that everything is in order. */
const isInOrder = (clause: string): boolean =>
  affirmedIn(clause, ADMITS) === null && (denies(clause) || RESULT.test(clause) || KEPT.test(clause));

/** A result in figures, which is no cause: 执行率93%. 1户账户错误 may be one. */
const RESULT = /[0-9][0-9.]|[0-9][%分]/;
/** Words of a sentence that says that everything is in order, or where that can be seen. */
const KEPT =
  /按(?:要求|规定|照|期|时)|符合|健全|完整|已|完成|达到|良好|合规|无|不存在|^见|^(?:因此|所以|综上)|[详参]见|附件|依据/;

/** How a sentence begins that says what will be done. */
const INTENDS =
  /^(?:[(（]?[0-9一二三四五六七八九十]{1,2}[)）、.])?(?:改进措施|下一步|下步|今后|后续|接下来|我[局单位校院]{1,2}将|将|拟|继续|持续|进一步|加强|加大|加快|强化|完善|优化|督促|积极|计划(?=更新|补|安排|20[0-9]{2}年|[于在明次下])|[下次来明][年期]|预计|争取|力争)/;
/** How a clause begins that tells what was done by now, and not that all was. */
const DEALT_WITH = /^(?:现|目前|现在)?已(?!完成|达|全)/;
/** Words that may name a cause. */
const TROUBLE = /[未不无没少缺低慢迟延差难因受乏弱]|影响|滞后|推迟|问题|有待|导致|原因|疫情|超出|增加了/;

/** Whether a text tells only what will be done, each of its sentences: 下一步将持续跟踪服务。 */
function tellsOnlyMeasures(text: string): boolean {
  const sentences = compact(text)
    .split(/[。；;]/)
    .filter((sentence) => sentence !== '');
  return sentences.length > 0 && sentences.every((sentence) => INTENDS.test(sentence) && !TROUBLE.test(sentence));
}

function withoutQuotes(text: string): string {
  return without(without(text, '“', '”'), '《', '》');
}

function without(text: string, open: string, close: string): string {
  const [first = '', ...rest] = text.split(open);
  return first + rest.map((part) => part.slice(part.indexOf(close) + 1)).join('');
}

/** What is missing, by the message that tells it. */
export interface Missing {
  readonly message: 'both' | 'reason' | 'improvement' | 'unlabelled' | 'unasked';
  readonly severity: Severity;
}

/** What a text lacks of what its column asks for below full marks; `null` where it lacks nothing. */
export function missingIn(evidence: EvidenceCell, demand: EvidenceDemand): Missing | null {
  const { basis, shortfallReason, improvement } = evidence;
  if (!demand.reason && !demand.improvement) {
    return isNoAnswer(evidence.text) ? { message: 'unasked', severity: 'info' } : null;
  }
  const reason =
    (shortfallReason !== '' && !tellsOnlyMeasures(shortfallReason)) ||
    tellsCause(basis) ||
    tellsShortfall(basis, improvement);
  const lacksReason = demand.reason && !reason;
  // 原因：学员请假。下一步提前安排: what will be done stands behind the label of the reason too, or behind no label.
  const intends = clausesOf(compact(withoutQuotes(shortfallReason + basis))).some((clause) => INTENDS.test(clause));
  const lacksImprovement = demand.improvement && improvement === '' && !intends && !MEASURE.test(withoutQuotes(basis));
  // What is neither a result nor a measure may be the reason.
  const unread = !clausesOf(compact(basis)).every((clause) => isInOrder(clause) || INTENDS.test(clause));
  const severity = unread ? 'info' : 'warning';
  if (lacksReason) return { message: lacksImprovement ? 'both' : 'reason', severity };
  if (!lacksImprovement) return null;
  // 1项跨年实施，已制定推进计划: what was done about it.
  const mends = clausesOf(compact(`${basis}，${shortfallReason}`)).some(
    (clause) => DEALT_WITH.test(clause) && !RESULT.test(clause),
  );
  if (demand.reason && shortfallReason === '') return { message: 'unlabelled', severity: mends ? 'info' : 'warning' };
  if (mends) return null;
  // A text without labels is often both at once: whether it says what will be done is for a person to see.
  const oneText = shortfallReason !== '' && shortfallReason === evidence.text.trim();
  return { message: 'improvement', severity: oneText ? 'info' : 'warning' };
}

/** Whether a text lacks the reason that its column asks for. */
export function lacksReason(evidence: EvidenceCell, demand: EvidenceDemand): boolean {
  const missing = missingIn(evidence, demand)?.message;
  return missing === 'both' || missing === 'reason';
}

const EXPLAINED = /超额|超出|超过预期|多于|高于|增加|增长|上调|偏低|偏保守/;

/** Words of what was aimed at: 年初目标设定不够准确. */
const AIM = /目标|指标值|预[期计测算]|年初/;

/** Whether a text says why far more was reached than was aimed at; beside points lost other reasons are for those. */
export function explainsExcess({ text, shortfallReason }: EvidenceCell, isShort: boolean): boolean {
  if (EXPLAINED.test(text)) return true;
  return (shortfallReason !== '' || tellsCause(text)) && (!isShort || AIM.test(text));
}

const LEAVE = '批准|批复|核准|同意';
const CHANGED = '延期|延长|延至|顺延|推迟|[调核]减|调整|变更';
/** 经财政局批准目标调减为11场, 延期至9月底已获批复. */
const CHANGED_BY_LEAVE = new RegExp(
  `(?<!未[经获]?)(?:${LEAVE})[^。；;]{0,20}(?:${CHANGED})|(?:${CHANGED})[^。；;]{0,20}(?<!未[经获得]?)(?:${LEAVE})`,
);

/** 经批准，工程于12月20日竣工: what was done on a day by leave, not 经批准立项的项目. */
const DONE_BY_LEAVE = new RegExp(
  `(?<!未)[经报](?!验收)[^，。；;]{0,12}(?:${LEAVE})(?:同意|后)*(?=[，,于]|[0-9])[^。；;]{0,16}[0-9]{1,2}[月日]`,
);

/** Whether a row says that its target was changed by leave, whatever the cell of the target says. */
export const isChangedByLeave = ({ target, actual, evidence }: Indicator): boolean =>
  [target, actual, evidence].some((cell) => CHANGED_BY_LEAVE.test(compact(cell?.text ?? ''))) ||
  (target?.value?.kind === 'date' && DONE_BY_LEAVE.test(compact(evidence?.text ?? '')));
