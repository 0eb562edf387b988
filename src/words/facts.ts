import { remember } from '../sheet/remember';
import { fold } from '../sheet/text';
import { ABOUT_BEFORE, comparisonBefore, sideBehind } from './comparisons';
import { findMentions, type FigureMention } from './mentions';

/** A figure that a sentence states, with the words that say what it is. `value` and `unit` are those of `Quantity`. */
export interface Fact extends FigureMention {
  /** The words before the figure, without subject and copula: 年度预算, 在用资产的原值; `''` where there are none. */
  readonly label: string;
  /** The words after it up to the next figure or punctuation: 指标均完成了 in 16个指标均完成了. */
  readonly after: string;
  /** Whether the words call it a whole: 共, 合计, 累计. */
  readonly total: boolean;
  /** Whether it is a bound rather than something reached: 不低于95%, 20份以上. */
  readonly bound: boolean;
  /** Whether it stands inside “…” or 《…》, mostly the words of a contract or a plan. */
  readonly quoted: boolean;
  /** Whether it is of a part of the year: 截至6月底, 上半年. */
  readonly interim: boolean;
  /** Whether 其中 stands before it in its sentence: a part of what was named before. */
  readonly part: boolean;
  /** Where its sentence begins; a semicolon ends one too. */
  readonly sentence: number;
}

/** A text of more figures than this is a table: which of them belong together can't be told. */
export const MOST_FACTS = 60;

/** Where a label can't reach across. */
const STOPS = new Set('，。；、：！？（）【】《》“”‘’,;:!?()[]<>|=＝＋+×*÷/…\n\r\t'.split(''));

/** After these the figure's label stands before the mark: 资产原值：197万元, 完成率=98%, 约定服务量（1212万件）. */
const OPENERS = new Set('：:（(=＝'.split(''));

const CLOSERS = new Set('）)'.split(''));

/** Words between a label and its figure, longest first. */
const COPULAS = [
  ...['分别达到', '分别为', '分别是', '数据为', '总计为', '合计为', '共计为', '增长至', '增长到', '提高到', '提高至'],
  ...['提升至', '提升到', '上升至', '下降至', '减少至', '压减至', '达到了', '控制在', '保持在'],
  ...['达到', '达成', '约为', '仅为', '降至', '增至', '大约', '为', '是', '达', '约', '近', '仅', '至', '到', '了'],
];

const TOTALS = ['累计', '共计', '合计', '总计', '一共', '总共', '共有', '共'];

/** Words of their own that end like one of these: 节约5万元, 下达120万元, 收到3起. */
const WHOLE_WORD = /(?:[节签预违合]约|[收报签实应]到|[下送]达|公共)$/;

/** What a sentence begins with before it comes to the thing itself. */
const SUBJECTS = [
  ...['其中', '我单位', '我部门', '本单位', '本部门', '我局', '我委', '我办', '我院', '我校', '我中心', '我市', '我县'],
  ...['我区', '我省', '我镇', '本局', '本年度', '本年', '的', '度', '内', '，'],
];

/** A name in quotation marks is a part of the label: “三公经费”支出17万元. */
const QUOTED = /(?:“[^“”，。；：！？]{1,20}”|《[^《》，。；：！？]{1,30}》|"[^"，。；：！？]{1,20}")$/;

/** Before the year of a document's number: 〔2021〕15号. */
const DOCUMENT_YEAR = /[〔[【]/;

const QUOTES = [
  ['《', '》'],
  ['“', '”'],
  ['「', '」'],
] as const;

const SENTENCE_ENDS = '。；;\n';

/** How far back the opening bracket of a label is looked for. */
const LABEL_REACH = 40;

/**
 * The figures that a text states, each with its label, in the order of the text. Years, dates, document and item
 * numbers and the names of hotlines (12345) are none.
 */
export const factsIn: (text: string) => readonly Fact[] = remember((text) => {
  const mentions = findMentions(text);
  if (mentions.length === 0) return [];
  const quoted = quotedPlaces(text);
  const plain = fold(text);
  const facts: Fact[] = [];
  let sentence = 0;
  let place = 0;
  mentions.forEach((mention, index) => {
    for (; place < mention.start; place++) if (SENTENCE_ENDS.includes(text.charAt(place))) sentence = place + 1;
    if (mention.kind !== 'figure' || DOCUMENT_YEAR.test(text.charAt(mention.start - 1))) return;
    const from = mentions[index - 1]?.end ?? 0;
    const to = mentions[index + 1]?.start ?? text.length;
    const { label, total } = labelBefore(text, from, mention.start);
    const { interim, part } = inSentence(text.slice(Math.max(0, mention.start - SENTENCE_REACH), mention.start));
    facts.push({
      ...mention,
      label,
      total,
      after: wordsAfter(text, mention.end, to),
      bound: isBound(
        plain.slice(Math.max(from, mention.start - BOUND_REACH), mention.start),
        plain.slice(mention.end, mention.end + BOUND_REACH),
      ),
      quoted: quoted[mention.start] === 1,
      interim,
      part,
      sentence,
    });
  });
  return facts;
});

const PART_OF_YEAR = ['上半年', '前三季度', '一季度', '二季度', '三季度', '截至', '截止'];
const WHOLE_YEAR = ['全年', '年末', '年底', '年终', '12月', '下半年', '四季度', '年度'];
const SENTENCE_REACH = 60;
/** Of a month before December: 6月底. */
const MONTH_END = /(?<![0-9])(?:[1-9]|1[01])月[底末]/g;

/** What the sentence says before a figure: whether the last time named is a part of the year, whether 其中 stands there. */
function inSentence(before: string): Pick<Fact, 'interim' | 'part'> {
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
  const last = (words: readonly string[]) => Math.max(...words.map((word) => sentence.lastIndexOf(word)));
  const dated = /半年|季度|截[至止]|月[底末]/.test(sentence);
  const partOfYear = Math.max(last(PART_OF_YEAR), ...Array.from(sentence.matchAll(MONTH_END), ({ index }) => index));
  return { interim: dated && partOfYear > last(WHOLE_YEAR), part: sentence.includes('其中') };
}

/** The facts of a cell. */
export function factsOf(cell: { readonly text: string } | null): readonly Fact[] {
  return cell === null ? [] : factsIn(cell.text);
}

/** The same where figures of different places in the text are held against each other: none of a table. */
export function factsOfProse(cell: { readonly text: string } | null): readonly Fact[] {
  const facts = factsOf(cell);
  return facts.length > MOST_FACTS ? [] : facts;
}

/** No comparison is written longer. */
const BOUND_REACH = 14;

function isBound(before: string, behind: string): boolean {
  const side = sideBehind(behind.trimStart());
  // 3个村内 is where, 3天以内 a limit.
  return comparisonBefore(before)?.limit === true || (side !== null && side.length > 1);
}

function labelBefore(text: string, from: number, start: number): { label: string; total: boolean } {
  let end = start;
  let words = segmentBefore(text, from, end);
  let stop = end - words.length - 1;
  while (words.trim() === '' && stop >= from && OPENERS.has(text.charAt(stop))) {
    end = stop;
    words = segmentBefore(text, from, end);
    stop = end - words.length - 1;
  }
  // 标准地址（门牌）223.3万: the bracket belongs to the label
  if (words.trim() === '' && stop > from && CLOSERS.has(text.charAt(stop))) {
    const near = Math.max(from, stop - LABEL_REACH);
    const bracket = text.slice(near, stop);
    const open = Math.max(bracket.lastIndexOf('（'), bracket.lastIndexOf('('));
    if (open >= 0) words = segmentBefore(text, from, near + open) + text.slice(near + open, stop + 1);
  }
  return stripped(words);
}

function segmentBefore(text: string, from: number, end: number): string {
  let begin = end;
  for (; begin > from; begin--) {
    if (!STOPS.has(text.charAt(begin - 1))) continue;
    const quoted = QUOTED.exec(text.slice(Math.max(from, begin - LABEL_REACH), begin));
    if (quoted === null) break;
    begin -= quoted[0].length - 1;
  }
  return text.slice(begin, end);
}

function wordsAfter(text: string, from: number, to: number): string {
  let end = from;
  while (end < to && !STOPS.has(text.charAt(end))) end++;
  return text.slice(from, end).trim();
}

function beginning(words: readonly string[], label: string): string | undefined {
  return words.find((word) => label.startsWith(word));
}

function ending(words: readonly string[], label: string): string | undefined {
  return words.find((word) => label.endsWith(word));
}

/** What numbers the things of a list, before the first of its words: 1.疫苗接种, ①疫苗接种, 一是疫苗接种. */
const LIST_MARK = /^(?:[.．]|[①-⑳]|[一二三四五六七八九十]是)\s*/;

function stripped(words: string): { label: string; total: boolean } {
  let label = words.trim().replace(LIST_MARK, '');
  let total = false;
  for (let changed = true; changed;) {
    changed = false;
    const lead = beginning(SUBJECTS, label);
    const first = beginning(TOTALS, label);
    const whole = WHOLE_WORD.test(label);
    const last = whole ? undefined : ending(TOTALS, label);
    const copula = whole ? undefined : ending(COPULAS, label);
    if (lead !== undefined) label = label.slice(lead.length);
    else if (first !== undefined) label = label.slice(first.length);
    else if (last !== undefined) label = label.slice(0, -last.length);
    else if (copula !== undefined) label = label.slice(0, -copula.length);
    else continue;
    total ||= first !== undefined || last !== undefined;
    label = label.trim();
    changed = true;
  }
  return { label, total };
}

/** 1 for each place of a text between an opening mark and its closing one; a mark that is never closed quotes nothing. */
function quotedPlaces(text: string): Uint8Array {
  const places = new Uint8Array(text.length);
  for (const [open, close] of QUOTES) {
    let depth = 0;
    let from = text.indexOf(open);
    for (let at = from; at >= 0 && at < text.length; at++) {
      const character = text.charAt(at);
      if (character === open && depth++ === 0) from = at;
      else if (character === close && depth > 0 && --depth === 0) {
        places.fill(1, from, at);
        at = text.indexOf(open, at) - 1;
        if (at < 0) break;
      }
    }
  }
  return places;
}

const ABOUT_BEHIND = /^(?:左右|上下|以[上下]|[多余])/;

/** Whether a figure says what there is: it is neither a bound nor quoted. */
export const isPlain = ({ bound, quoted }: Fact): boolean => !bound && !quoted;

/** Whether a figure of a text is exact: plain, and without 约, 左右 or 余. */
export function isExact(text: string, fact: Fact): boolean {
  const { start, end, text: written } = fact;
  return (
    isPlain(fact) &&
    !/[余多几]/.test(written) &&
    !ABOUT_BEFORE.test(text.slice(0, start).slice(-2)) &&
    !ABOUT_BEHIND.test(text.slice(end, end + 2))
  );
}
