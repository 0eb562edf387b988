import { remember } from '../sheet/remember';
import type { CellRef } from '../sheet/snapshot';
import { readAttainment } from '../words/attainment';
import { affirmedIn } from '../words/denial';
import { compact, fold, withoutEnding } from '../sheet/text';
import type { EvidenceCell, EvidenceDemand } from './model';

type Part = (typeof PARTS)[number];

/** What officers put before a reason, before what they will do, and before what a score rests on. */
const REASON =
  '(?:(?:未(?:达标|达成|完成|能完成|达到(?:目标)?|达预期)|(?:产生)?偏差|偏离|[扣失减]分|主要|具体)的?)?原因(?:分析|说明)?|扣分(?:理由|说明|依据)|存在的?问题(?:及原因(?:分析)?)?';
const IMPROVEMENT =
  '(?:拟采取的?|下一?步)?(?:改进|整改|应对|解决|工作)?措施|下一?步(?:工作)?(?:计划|打算)|下一?步工作|改进(?:建议|方向|计划|意见)|整改情况';
const BASIS = '(?:自评)?(?:得分|评分|评价|自评)(?:依据|情况|说明|理由)|(?:指标|实际)?完成情况|依据';
const LABEL = new RegExp(
  `(?<both>(?:${REASON})[及和](?:${IMPROVEMENT}))|(?<reason>${REASON})|(?<improvement>${IMPROVEMENT})|(?<basis>${BASIS})`,
  'g',
);
const PARTS = ['both', 'reason', 'improvement', 'basis'] as const;

interface LabelAt {
  readonly part: Part;
  /** Where the label with its number begins. */
  readonly start: number;
  /** Where its answer begins. */
  readonly end: number;
}

/** What may stand right before a label: a beginning, an end of sentence, its number or its bracket. */
const BEFORE_LABEL = /(?:^|[\s。;；,，、:【[(]|[0-9一二三四五六七八九十][、.)]|[①-⑳]|[)）】\]])$/;
/** The number or bracket that belongs to the label that follows. */
const NUMBER_BEFORE = /(?:[(（]?[0-9一二三四五六七八九十]{1,2}[)）、.]|[①-⑳]|[【[])[ ]{0,2}$/;
const BEHIND_LABEL = /^[ ]{0,2}(?:[】\]][ ]{0,2}:?|:|是:|为:|如下:|如下。|\r?\n)/;

/** What may stand behind a label of four or more characters, which is hardly ever part of a sentence there. */
const BEHIND_LONG_LABEL = /^(?:[ \t]{1,4}|(?:主要)?(?:是|为|在于)[:,]?)/;

/** Lines that were broken by hand, or pasted, end in the middle of words and sentences. */
const BROKEN_LINE = /(?<=[\u4e00-\u9fff])\r?\n(?=[\u4e00-\u9fff])/g;
const unbroken = (text: string): string => text.replace(BROKEN_LINE, '');

function findLabels(text: string): LabelAt[] {
  const breaks = text.matchAll(BROKEN_LINE);
  let [next, removed] = [breaks.next(), 0];
  /** Where a character of the text without breaks stands in it. Asked from the first to the last. */
  const placeOf = (character: number): number => {
    for (; next.done !== true && next.value.index <= character + removed; next = breaks.next()) {
      removed += next.value[0].length;
    }
    return character + removed;
  };
  return [...unbroken(text).matchAll(LABEL)].flatMap(({ 0: label, index, groups = {} }) => {
    const [start, end] = [placeOf(index), placeOf(index + label.length - 1) + 1];
    const before = text.slice(Math.max(0, start - 6), start);
    const behind = text.slice(end, end + 8);
    const led = BEHIND_LABEL.exec(behind) ?? (label.length >= 4 ? BEHIND_LONG_LABEL.exec(behind) : null);
    const part = PARTS.find((one) => groups[one] !== undefined);
    if (part === undefined || led === null || !BEFORE_LABEL.test(before)) return [];
    const number = NUMBER_BEFORE.exec(before)?.[0].length ?? 0;
    return [{ part, start: start - number, end: end + led[0].length }];
  });
}

/** What a template prints where an answer is to stand: （此处填写偏差原因）, XXXX. */
export function isTemplate(text: string): boolean {
  return (
    text.length <= 60 &&
    /^(?:[xX×*＊]{2,20}|[(（]?请?(?:在?此处?)?请?(?:填写|填报|写明)[^，。]{0,30}[)）]?)[。.]?$/.test(compact(text))
  );
}

/** Asks those who fell short for an explanation: 未达到90%的需说明原因（100字以内）, 如有偏差须写明理由, 应单独说明理由. */
const ASKS =
  /^(?:.*的|(?:[0-9]\.)?如.*|)[需应须请](?:要|当)?(?:单独|逐项)?(?:说明|写明|填写)(?:情况|原因|理由)(?:[(（][0-9]{2,4}字(?:以内|左右)[)）])?$/;
/** What such a text says besides: 其他资金包括：社会投入资金、银行贷款; 执行率=执行数/预算数; 年中追加或调减的. */
const EXPLAINS = /^[^=:]{2,16}(?:=[^0-9]+|包括:.*)$|的$/;
/** What happened is told and not asked: 因, 是, 已, 迟报, a figure of things (3家) that is no rate and no number of a list. */
const TELLS = /(?<!原)因|由于|导致|是|已|迟|(?<![0-9])[0-9]+(?![0-9.、)）%字])/;

/** Whether a text only says when an explanation is owed, as forms print it where the answer is to stand. */
function isInstruction(plain: string): boolean {
  const clauses = plain.split(/[。；;，,]/).filter((clause) => clause !== '');
  const asks = clauses.filter((clause) => ASKS.test(clause));
  return asks.length > 0 && !TELLS.test(plain) && clauses.every((one) => asks.includes(one) || EXPLAINS.test(one));
}

/**
 * Whether an answer says that there is nothing to answer: 无, /, 0, 不存在未达标项目, 已完成，无偏差. 无法按期完成 is an answer.
 */
export function isNoAnswer(text: string): boolean {
  const plain = withoutEnding(compact(text), '。.;；,，!').replace(/^[(（【]([^()（）【】]{1,10})[)）】]$/, '$1');
  if (plain === '' || /^[-/\\—–―*…·.、0~]{1,40}$/.test(plain)) return true;
  if (plain.length > 40) return isInstruction(plain);
  if (isTemplate(plain) || isInstruction(plain)) return true;
  // 已完成，无偏差 says twice that there is nothing to explain.
  return plain.split(/[,，;；。]/).every((clause) => NO_ANSWER.test(clause) || readAttainment(clause) === 'met');
}

const NO_ANSWER =
  /^(?:N\/?A|n\/?a|略|空|待(?:补充?|填写?)|不适用|不涉及|未涉及|(?:该项|该指标|本项|本指标|此项|目前|暂)?(?:无|没有|未有|未出现|未发生|未产生|不存在|没)(?:明显|任何|重大|较大|此类|相关|该类)?(?:偏差|偏离|差异|未达标|未完成|不达标|扣分|失分|减分|问题|改进|整改|需改进|需整改|未达成)?(?:的|等)?(?:情况|项目|原因|事项|现象|指标|内容|措施|问题|因素|说明|地方)?)$/;

const IMPROVING =
  /加强|加大|加快|提高|提升|进一步|下一步|下步|今后|将|改进|优化|完善|督促|强化|整改|健全|规范|严格|推进|确保|合理安排|力争|继续|[下次]一?年|明年|(?:列入|纳入).{0,12}(?:改造|更新|计划|整治|维修|修缮|采购)/g;
const CAUSAL =
  /受.{1,60}影响|由于|因为|导致|造成|致使|原因|因(?!此|素|而|地制宜|果).{1,60}(?:未|不|没|较|无法|延|推迟|减少|暂停|调整)/g;

/** The sentences that hold some words and don't deny them, each with its closing mark. */
function sentencesWith(text: string, words: RegExp): string {
  const sentences = unbroken(text).match(/[^。；;！\n]*(?:[。；;！\n]|$)/g) ?? [];
  return sentences
    .filter((sentence) => affirmedIn(sentence, words) !== null)
    .join('')
    .trim();
}

/** What the heading of an evidence column asks for; 备注 and 说明 alone ask for neither. */
export function demandOf(heading: string): EvidenceDemand {
  const plain = compact(heading);
  return { reason: plain.includes('原因') || ASKS_WHY.test(plain), improvement: /措施|改进|整改/.test(plain) };
}

/** 扣分说明 asks why; where the same cell also takes what the score rests on, only 原因 does. */
const ASKS_WHY = /^[^据]*(?:扣分|失分|减分|偏差|偏离|未完成|未达标)(?:的)?(?:情况|说明|理由|事由){1,2}[^据]*$/;

/**
 * Splits one cell of free text into basis, reason and improvement by the labels inside it and, where there are none, by
 * what the column's heading asks for.
 *
 * Causal wording never counts as a labelled reason: where no reason is given, the sentences of the basis that speak of
 * a cause also stand in `unlabelled`, so that a check can say that the reason is not marked as one.
 */
export function splitEvidence(cell: CellRef, text: string, heading: string): EvidenceCell {
  return { at: cell, text, value: text, ...answersUnder(heading)(text) };
}

type Answers = Pick<EvidenceCell, 'basis' | 'shortfallReason' | 'improvement' | 'unlabelled'>;

const answersUnder = remember((heading) => remember((text) => answersIn(text, heading)));

function answersIn(text: string, heading: string): Answers {
  const parts = { basis: '', reason: '', improvement: '', unlabelled: '' };
  const add = (part: keyof typeof parts, answer: string) => {
    parts[part] += parts[part] === '' || answer === '' ? answer : ` ${answer}`;
  };
  const labels = findLabels(fold(text));
  const head = text.slice(0, labels[0]?.start ?? text.length).trim();
  const { reason, improvement } = demandOf(heading);
  // Text without a label is what the column asks for.
  if (/依据|得分情况|评分说明|得分说明/.test(compact(heading))) add('basis', head);
  else if (isNoAnswer(head) || !(reason || improvement)) add('unlabelled', head);
  else {
    if (reason) add('reason', head);
    add('improvement', reason ? sentencesWith(head, IMPROVING) : head);
  }
  for (const [index, { part, end }] of labels.entries()) {
    const answer = text.slice(end, labels[index + 1]?.start ?? text.length).trim();
    if (part === 'both' && !isNoAnswer(answer)) {
      add('reason', answer);
      add('improvement', sentencesWith(answer, IMPROVING));
    } else add(part === 'both' || (part !== 'basis' && isNoAnswer(answer)) ? 'unlabelled' : part, answer);
  }
  if (parts.reason === '') add('unlabelled', sentencesWith(parts.basis, CAUSAL));
  const { reason: shortfallReason, ...others } = parts;
  return { ...others, shortfallReason };
}
