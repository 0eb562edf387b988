import type { Finding } from '../checks/finding';
import { formatAddress } from '../sheet/address';
import { goesBack, namesSent, type ReceivedForm, type UnreadFile } from './batch';
import { reckoning } from './annotations';
import { MEMO_HEADINGS } from './ownSheets';
import { type PlacedFinding, splitAside, withoutItem } from './places';
import type { FormRecord } from './record';
import { charactersIn } from './reportSheet';
import { settledValue } from './stakes';
import { quote } from '../sheet/quote';
import { compact, oneLine } from '../sheet/text';

/** One thing that the department is asked to look at, as a row of the memo's table. */
export interface MemoRow {
  /** I42 */
  readonly cell: string;
  /** What stands there, `''` where that is long or nothing. */
  readonly stated: string;
  /** What should stand there, where it is known. */
  readonly expected: string;
  /** The item's whole name, what was found and what is asked. */
  readonly words: string;
}

/** What is asked of one form. */
export interface MemoForm {
  /** 某局2021年度部门整体支出绩效自评表（来文.xlsx） */
  readonly heading: string;
  readonly overview: string;
  readonly rows: readonly MemoRow[];
}

/** 退回意见: the memo that returns one form or several to their departments, as structured text. */
export interface Memo {
  readonly title: string;
  /** To whom it goes, with a colon. */
  readonly addressee: string;
  readonly opening: string;
  readonly forms: readonly MemoForm[];
  /** Files that are to be sent again, and why. */
  readonly unread: readonly string[];
  readonly closing: readonly string[];
}

const DIGITS = '零一二三四五六七八九';
/** A longer text can be read in its cell. */
const LONGEST_QUOTE = 40;

/** 1 to 99 in Chinese numerals: 一, 十二, 三十. Beyond that Arabic ones. */
export function chineseNumber(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const digit = (at: number) => DIGITS.charAt(at);
  if (tens === 0) return digit(ones);
  return `${tens === 1 ? '' : digit(tens)}十${ones === 0 ? '' : digit(ones)}`;
}

function sentence(text: string): string {
  const plain = text.trim();
  return /[。！？]$/.test(plain) ? plain : `${plain}。`;
}

/** More cells than this are counted. */
const NAMED_CELLS = 3;

function cellsOf({ cell, related }: Finding): string {
  const cells = [cell, ...related];
  if (cells.length > NAMED_CELLS) return `${formatAddress(cell)} 等 ${cells.length} 格`;
  return cells.map(formatAddress).join('、');
}

/** What is asked for where the finding's sentence does not ask already. */
function request({ severity, message }: Finding): string {
  if (/请|建议/.test(message)) return '';
  return severity === 'info' ? '请予说明。' : '请核实并修改或说明。';
}

function brief(text: string | undefined): string {
  return text === undefined || text.length > LONGEST_QUOTE ? '' : oneLine(text);
}

/** Writes out the names of items and groups that the pane cuts with an ellipsis, where one name alone begins so. */
function wholeNames({ items }: FormRecord): (text: string) => string {
  const names = [...new Set(items.flatMap(({ name, path }) => [name, ...path]))].map((name) => oneLine(quote(name)));
  return (text) =>
    text.replace(/([^“”…]{4,80})…/g, (shortened, begin: string) => {
      const [name, another] = names.filter((one) => one.startsWith(`“${oneLine(begin)}`));
      return name === undefined || another !== undefined ? shortened : name.slice(1, -1);
    });
}

/** Places that the cell alone says, or that are the whole table. */
const OF_ALL: ReadonlySet<string> = new Set(['总分', '指标']);

function rowOf({ place, item, finding }: PlacedFinding, whole: (text: string) => string): MemoRow {
  const { message, found } = finding;
  const where = OF_ALL.has(place) ? '' : place.split(' › ').map(whole).join('—');
  const told = sentence(whole(withoutItem(message, item)));
  const begins = item !== '' && compact(told).startsWith(compact(quote(item)));
  const about = begins ? '' : item === '' ? where : oneLine(item).replace(/[。；：，、;:,]$/, '');
  const sum = reckoning(finding);
  return {
    cell: cellsOf(finding),
    stated: brief(found),
    expected: brief(settledValue(finding)),
    words: [
      about === '' ? '' : `${about}：`,
      told,
      sum === '' || message.includes(sum) ? '' : `算式：${oneLine(sum)}。`,
      request(finding),
    ].join(''),
  };
}

/** 某局2021年度部门整体支出绩效自评表 */
export function formName({ form }: ReceivedForm): string {
  return `${form.organisation}${form.year === null ? '' : `${form.year}年度`}${form.kind}`;
}

function overviewOf({ form }: ReceivedForm, asked: readonly PlacedFinding[]): string {
  const errors = asked.filter(({ finding }) => finding.severity === 'error').length;
  const warnings = asked.filter(({ finding }) => finding.severity === 'warning').length;
  const totals = [
    ['自评总分', form.stated],
    ['各项得分合计', form.sumOfStated],
    ['按评分规则复算', form.recomputed],
  ].flatMap(([what, total]) => (total === null ? [] : [`${what} ${total} 分`]));
  const counts = [
    ['计算或规则不符', errors],
    ['缺项或前后矛盾', warnings],
    ['需说明', asked.length - errors - warnings],
  ].flatMap(([what, count]) => (count === 0 ? [] : [`${what} ${count} 处`]));
  return sentence([totals.join('，'), `经核查，${counts.join('，')}`].filter((part) => part !== '').join('。'));
}

function memoForm(received: ReceivedForm, file: string, questions: boolean): MemoForm {
  const { open } = splitAside(received.form.findings, received.aside);
  const asked = open.filter(({ finding }) => questions || finding.severity !== 'info');
  const whole = wholeNames(received.form);
  return {
    heading: `${formName(received)}（${file}）`,
    overview: overviewOf(received, asked),
    rows: asked.map((placed) => rowOf(placed, whole)),
  };
}

export interface MemoOptions {
  /** Whether what is only a question for a person is put as well. */
  readonly questions?: boolean;
  /** Files of departments that could not be read. */
  readonly unread?: readonly UnreadFile[];
}

/**
 * The memo that returns forms: those among the given that go back, in the order given. `null` where none does. What was
 * set aside is left out; what only asks a person is put when `questions` is set. Names no check.
 */
export function memoFor(
  received: readonly ReceivedForm[],
  { questions = false, unread = [] }: MemoOptions = {},
): Memo | null {
  const returned = received.filter(goesBack);
  const [first] = returned;
  if (first === undefined) return null;
  const one = unread.length === 0 && returned.every(({ form }) => form.organisation === first.form.organisation);
  const organisation = one ? first.form.organisation : '';
  const years = [...new Set(returned.flatMap(({ form }) => (form.year === null ? [] : [form.year])))];
  const year = years.length === 1 ? `${years[0]}年度` : '';
  const called = namesSent([...returned, ...unread].map(({ file }) => file));
  const yours = organisation !== '' || returned.length + unread.length === 1;
  const name = one && returned.length === 1 ? `${year}${first.form.kind}` : `${year}绩效自评表`;
  return {
    title: `关于${organisation}${name}的退回修改意见`,
    addressee: `${organisation !== '' ? organisation : yours ? '（单位名称）' : '各有关单位'}：`,
    opening:
      returned.length + unread.length === 1
        ? '你单位报送的绩效自评表收悉。现将核查中需要修改和说明的事项反馈如下。'
        : `${yours ? '你' : '各'}单位报送的绩效自评表收悉。其中 ${returned.length} 份需要修改和说明，现将有关事项反馈如下。`,
    forms: returned.map((form) => memoForm(form, called(form.file), questions)),
    // What an officer could try is left to who has the file.
    unread: unread.map(({ file, reason }) => sentence(`${called(file)}：${reason.replace(/[，：]请.*$/, '')}`)),
    closing: [
      '请对照上述意见逐项核实修改，补充佐证材料，并于      年   月   日前重新报送。',
      '（联系人及电话：            ）',
    ],
  };
}

/**
 * A line of a memo with its rank: `title`, `heading1` 一、, `row` of the table of what is asked, its cells between `｜`,
 * or plain text.
 */
export interface MemoLine {
  readonly kind: 'title' | 'addressee' | 'heading1' | 'row' | 'text' | 'signature';
  readonly text: string;
}

const BETWEEN = '｜';

/** The cells of a table's row as it stands in the text; what the officer added to the last one stays with it. */
export function cellsOfRow(text: string): readonly string[] {
  const parts = text.split(BETWEEN).map((part) => part.trim());
  const last = MEMO_HEADINGS.length - 1;
  return [...parts.slice(0, last), parts.slice(last).join(BETWEEN)];
}

function rowLines(rows: readonly MemoRow[]): MemoLine[] {
  const plain = (text: string) => text.replaceAll(BETWEEN, '|') || '—';
  return [MEMO_HEADINGS, ...rows.map(({ cell, stated, expected, words }) => [cell, stated, expected, words])].map(
    (cells) => ({
      kind: 'row',
      text: cells.map(plain).join(BETWEEN),
    }),
  );
}

/** A memo line by line, numbered as offices number, with a table of what is asked. */
export function memoLines({ title, addressee, opening, forms, unread, closing }: Memo): MemoLine[] {
  const single = forms.length + unread.length === 1;
  const text = (one: string): MemoLine => ({ kind: 'text', text: one });
  const body = forms.flatMap(({ heading, overview, rows }, at): MemoLine[] =>
    single
      ? [
          { kind: 'heading1', text: '一、总体情况' },
          { kind: 'text', text: overview },
          { kind: 'heading1', text: '二、需要修改和说明的事项' },
          ...rowLines(rows),
        ]
      : [
          { kind: 'heading1', text: `${chineseNumber(at + 1)}、${heading}` },
          { kind: 'text', text: overview },
          ...rowLines(rows),
        ],
  );
  const heading: MemoLine[] = single
    ? [{ kind: 'heading1', text: '三、有关要求' }]
    : unread.length > 0
      ? [{ kind: 'heading1', text: `${chineseNumber(forms.length + 1)}、以下文件读不出，请重新报送` }]
      : [];
  const last = [...heading, ...unread.map(text), ...closing.map(text)];
  return [
    { kind: 'title', text: title },
    { kind: 'addressee', text: addressee },
    { kind: 'text', text: opening },
    ...body,
    ...last,
    { kind: 'signature', text: '（单位盖章）' },
    { kind: 'signature', text: '    年    月    日' },
  ];
}

/** Two full-width spaces, as paragraphs begin. */
const INDENT = '\u3000\u3000';

/** A memo as plain text, to be edited and copied. */
export function memoText(memo: Memo): string {
  return memoLines(memo)
    .map(({ kind, text }) => (kind === 'text' ? `${INDENT}${text}` : text))
    .join('\n');
}

const HEADING = /^[一二三四五六七八九十]{1,3}、|^[0-9]{3,4}、/;

/** Reads an edited memo back into lines; what a line is follows from its place and its number. */
export function linesOfText(text: string): MemoLine[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  return lines.map((line, at): MemoLine => {
    if (at === 0) return { kind: 'title', text: line };
    if (at === 1 && /[:：]$/.test(line)) return { kind: 'addressee', text: line };
    if (at >= lines.length - 2 && /^（单位盖章）$|^[0-9 ]{0,8}年[0-9 ]{0,8}月[0-9 ]{0,8}日$/.test(line)) {
      return { kind: 'signature', text: line };
    }
    if (line.split(BETWEEN).length >= MEMO_HEADINGS.length) return { kind: 'row', text: line };
    return { kind: HEADING.test(line) ? 'heading1' : 'text', text: line };
  });
}

/** As many characters of the title fit between the margins. */
const TITLE_CHARACTERS = 20;
/** Where a line of the title may end: between its words, not in the middle of one. */
const TITLE_WORDS = /(?<=^关于)|(?=\d{4}年度)|(?<=年度)|(?=绩效)|(?<=的)(?=退回)/;

/** The title in lines of about the same length; one line where its words do not fit otherwise. */
export function titleLines(title: string): string[] {
  const words = title.split(TITLE_WORDS);
  const within = (most: number) =>
    words.reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      const joined = `${last ?? ''}${word}`;
      return last !== undefined && charactersIn(joined) <= most ? [...lines.slice(0, -1), joined] : [...lines, word];
    }, []);
  const least = Math.ceil(charactersIn(title) / (TITLE_CHARACTERS * 2));
  for (let most = TITLE_CHARACTERS; most <= TITLE_CHARACTERS * 2; most += 1) {
    const lines = within(most);
    if (lines.length <= least && lines.every((line) => charactersIn(line) <= most)) return lines;
  }
  return [title];
}
