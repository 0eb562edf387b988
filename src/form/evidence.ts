import { remember } from '../sheet/remember';
import type { CellRef } from '../sheet/snapshot';
import { readAttainment } from '../words/attainment';
import { compact, fold, withoutEnding } from '../sheet/text';
import type { EvidenceCell, EvidenceDemand } from './model';

type Part = 'basis' | 'reason' | 'improvement' | 'both';

/** Labels that officers put before their answers, longer ones first, so that 未达标原因 is not read as 原因. */
const LABELS: readonly (readonly [string, Part])[] = [
  ['未达标原因及改进措施', 'both'],
  ['未达标原因和改进措施', 'both'],
  ['未完成原因及拟采取的改进措施', 'both'],
  ['未完成原因及改进措施', 'both'],
  ['偏差原因分析及改进措施', 'both'],
  ['偏差原因及改进措施', 'both'],
  ['扣分原因及改进措施', 'both'],
  ['原因分析及改进措施', 'both'],
  ['原因及改进措施', 'both'],
  ['存在问题及改进措施', 'both'],
  ['存在的问题及改进措施', 'both'],
  ['原因及措施', 'both'],
  ['存在的问题及原因分析', 'reason'],
  ['存在问题及原因分析', 'reason'],
  ['存在问题及原因', 'reason'],
  ['未达标原因分析', 'reason'],
  ['未完成原因分析', 'reason'],
  ['偏差原因分析', 'reason'],
  ['扣分原因分析', 'reason'],
  ['失分原因分析', 'reason'],
  ['未达到目标原因', 'reason'],
  ['未达预期原因', 'reason'],
  ['未达标的原因', 'reason'],
  ['未能完成原因', 'reason'],
  ['未达到原因', 'reason'],
  ['未达标原因', 'reason'],
  ['未达成原因', 'reason'],
  ['未完成原因', 'reason'],
  ['产生偏差原因', 'reason'],
  ['偏差原因', 'reason'],
  ['偏离原因', 'reason'],
  ['扣分原因', 'reason'],
  ['扣分理由', 'reason'],
  ['扣分说明', 'reason'],
  ['扣分依据', 'reason'],
  ['失分原因', 'reason'],
  ['减分原因', 'reason'],
  ['主要原因', 'reason'],
  ['具体原因', 'reason'],
  ['原因分析', 'reason'],
  ['原因说明', 'reason'],
  ['存在的问题', 'reason'],
  ['存在问题', 'reason'],
  ['原因', 'reason'],
  ['拟采取的改进措施', 'improvement'],
  ['拟采取改进措施', 'improvement'],
  ['拟采取的措施', 'improvement'],
  ['拟采取措施', 'improvement'],
  ['下一步改进措施', 'improvement'],
  ['下一步工作措施', 'improvement'],
  ['下一步工作计划', 'improvement'],
  ['下一步工作打算', 'improvement'],
  ['下一步措施', 'improvement'],
  ['下一步工作', 'improvement'],
  ['下一步打算', 'improvement'],
  ['下一步计划', 'improvement'],
  ['下步措施', 'improvement'],
  ['下步工作', 'improvement'],
  ['改进措施', 'improvement'],
  ['整改措施', 'improvement'],
  ['应对措施', 'improvement'],
  ['解决措施', 'improvement'],
  ['改进建议', 'improvement'],
  ['整改情况', 'improvement'],
  ['改进方向', 'improvement'],
  ['改进计划', 'improvement'],
  ['改进意见', 'improvement'],
  ['措施', 'improvement'],
  ['自评得分依据', 'basis'],
  ['评分依据', 'basis'],
  ['得分依据', 'basis'],
  ['得分情况', 'basis'],
  ['得分说明', 'basis'],
  ['得分理由', 'basis'],
  ['评分说明', 'basis'],
  ['评分理由', 'basis'],
  ['评价依据', 'basis'],
  ['自评依据', 'basis'],
  ['完成情况', 'basis'],
  ['指标完成情况', 'basis'],
  ['实际完成情况', 'basis'],
  ['依据', 'basis'],
];

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

function labelAt(text: string, place: number): LabelAt | null {
  const entry = LABELS.find(([label]) => text.startsWith(label, place));
  if (entry === undefined) return null;
  const [label, part] = entry;
  const before = text.slice(Math.max(0, place - 6), place);
  if (!BEFORE_LABEL.test(before)) return null;
  const next = text.slice(place + label.length, place + label.length + 8);
  const behind = BEHIND_LABEL.exec(next) ?? (label.length >= 4 ? BEHIND_LONG_LABEL.exec(next) : null);
  if (behind === null) return null;
  const number = NUMBER_BEFORE.exec(before)?.[0].length ?? 0;
  return { part, start: place - number, end: place + label.length + behind[0].length };
}

const FIRST_CHARACTERS = new Set(LABELS.map(([label]) => label.charAt(0)));

function findLabels(text: string): LabelAt[] {
  const labels: LabelAt[] = [];
  let place = 0;
  while (place < text.length) {
    const label = FIRST_CHARACTERS.has(text.charAt(place)) ? labelAt(text, place) : null;
    if (label !== null) labels.push(label);
    place = label === null ? place + 1 : label.end;
  }
  return labels;
}

/** What a template prints where an answer is to stand: （此处填写偏差原因）, XXXX. */
function isTemplate(text: string): boolean {
  return (
    text.length <= 60 &&
    /^(?:[xX×*＊]{2,20}|[(（]?请?(?:在?此处?)?请?(?:填写|填报|写明)[^，。]{0,30}[)）]?)[。.]?$/.test(compact(text))
  );
}

/**
 * Whether an answer says that there is nothing to answer: 无, /, 0, 不存在未达标项目, 已完成，无偏差. 无法按期完成 is an answer.
 */
export function isNoAnswer(text: string): boolean {
  const plain = withoutEnding(compact(text), '。.;；,，!');
  if (plain === '' || /^[-/\\—–―*…·.、0~]{1,40}$/.test(plain)) return true;
  if (plain.length > 40) return false;
  if (isTemplate(plain)) return true;
  // 已完成，无偏差 says twice that there is nothing to explain.
  return plain.split(/[,，;；。]/).every((clause) => NO_ANSWER.test(clause) || readAttainment(clause) === 'met');
}

const NO_ANSWER =
  /^(?:N\/?A|n\/?a|不适用|不涉及|未涉及|(?:该项|该指标|本项|本指标|此项|目前|暂)?(?:无|没有|未有|未出现|未发生|未产生|不存在|没)(?:明显|任何|重大|较大|此类|相关|该类)?(?:偏差|偏离|差异|未达标|未完成|不达标|扣分|失分|减分|问题|改进|整改|需改进|需整改|未达成)?(?:的|等)?(?:情况|项目|原因|事项|现象|指标|内容|措施|问题|因素|说明|地方)?)$/;

const IMPROVING =
  /加强|加大|加快|提高|提升|进一步|下一步|下步|今后|将|改进|优化|完善|督促|强化|整改|健全|规范|严格|推进|确保|合理安排|力争|继续/;
const CAUSAL =
  /受.{1,60}影响|由于|因为|导致|造成|致使|原因|因(?!此|素|而|地制宜|果).{1,60}(?:未|不|没|较|无法|延|推迟|减少|暂停|调整)/;

/** Sentences with their closing marks; together they are the text. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let place = 0; place < text.length; place += 1) {
    if (!'。；;！\n'.includes(text.charAt(place))) continue;
    sentences.push(text.slice(start, place + 1));
    start = place + 1;
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}

function sentencesWith(text: string, words: RegExp): string {
  return sentencesOf(text)
    .filter((sentence) => words.test(sentence))
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

interface Parts {
  basis: string;
  reason: string;
  improvement: string;
  unlabelled: string;
}

function append(before: string, text: string): string {
  return before === '' || text === '' ? before + text : `${before} ${text}`;
}

function addLabelled(parts: Parts, part: Part, answer: string): void {
  if (part === 'basis') parts.basis = append(parts.basis, answer);
  else if (isNoAnswer(answer)) parts.unlabelled = append(parts.unlabelled, answer);
  else {
    if (part !== 'improvement') parts.reason = append(parts.reason, answer);
    if (part === 'improvement') parts.improvement = append(parts.improvement, answer);
    if (part === 'both') parts.improvement = append(parts.improvement, sentencesWith(answer, IMPROVING));
  }
}

/** Text without a label is what the column asks for. */
function addUnlabelled(parts: Parts, text: string, heading: string): void {
  const { reason, improvement } = demandOf(heading);
  const basis = /依据|得分情况|评分说明|得分说明/.test(compact(heading));
  if (basis) {
    parts.basis = append(parts.basis, text);
  } else if (isNoAnswer(text) || !(reason || improvement)) {
    parts.unlabelled = append(parts.unlabelled, text);
  } else {
    if (reason) parts.reason = append(parts.reason, text);
    parts.improvement = append(parts.improvement, reason ? sentencesWith(text, IMPROVING) : text);
  }
}

/**
 * Splits one cell of free text into basis, reason and improvement by the labels inside it and, where there are none, by
 * what the column's heading asks for.
 *
 * Causal wording never counts as a labelled reason: where no reason is given, the sentences of the basis that speak of
 * a cause also stand in `unlabelled`, so that a check can say that the reason is not marked as one.
 */
export function splitEvidence(cell: CellRef, text: string, heading: string): EvidenceCell {
  return { cell, text, value: text, ...answersUnder(heading)(text) };
}

type Answers = Pick<EvidenceCell, 'basis' | 'shortfallReason' | 'improvement' | 'unlabelled'>;

const answersUnder = remember((heading) => remember((text) => answersIn(text, heading)));

function answersIn(text: string, heading: string): Answers {
  const labels = findLabels(fold(text));
  const parts: Parts = { basis: '', reason: '', improvement: '', unlabelled: '' };
  const head = text.slice(0, labels[0]?.start ?? text.length).trim();
  if (head !== '') addUnlabelled(parts, head, heading);
  labels.forEach((label, index) => {
    addLabelled(parts, label.part, text.slice(label.end, labels[index + 1]?.start ?? text.length).trim());
  });
  if (parts.reason === '') parts.unlabelled = append(parts.unlabelled, sentencesWith(parts.basis, CAUSAL));
  const { basis, reason, improvement, unlabelled } = parts;
  return { basis, shortfallReason: reason, improvement, unlabelled };
}
