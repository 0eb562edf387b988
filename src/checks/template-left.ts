import type { Indicator, Located } from '../form/model';
import { isBlank } from '../sheet/snapshot';
import { compact, short } from '../sheet/text';
import { figureOf } from '../form/cells';
import { isMasked } from '../words/figure';
import { cellsAcross } from './common/across';
import { agreement, list, nameOf, together } from './common/say';
import { sentencesIn } from './common/sentences';
import type { Check, CheckInput, Report } from './finding';

/** A cell in which nothing but the template stands. */
const UNTOUCHED = /^(?:[….]{2,20}|[*＊]{2,20}|[xX×]{2,20}|指标\d{0,2}[:：]?)$/;
/** Or what it asks for: 请填写, （请说明原因）. */
const ASKED =
  /^(?:[(（]请?(?:填写|填报|说明)[^，。]{0,20}[)）]|请(?:填写|填报|说明)(?![^，。]{0,18}[表书单]$)[^，。]{0,20}|(?:填写|填报|说明))$/;
/** A blank that the template left in a text. */
const BLANK = /\*\*|××|＊＊|[xX]{2,3}(?=[%年月日个项次人元])/;

/** What the form asks to be written in a cell, with nothing written: 结合自评情况，说明项目自评总分。（200字以内） */
const PROMPT =
  /^(?:请)?(?:结合|针对|对照|围绕|简[要述]|概[述括]|说明|分析|描述)[^（(]{4,90}[（(]\d{2,4}字(?:以内|以下|左右)[）)][。；;]?$/;

/** The prompts of the form's own words that were left as they were; one that has its answer beside it is a label. */
function* prompts(input: CheckInput): Iterable<Report> {
  const left = sentencesIn(input).filter(({ at: { row, column }, text }) => {
    if (!PROMPT.test(text)) return false;
    const others = cellsAcross(input, row).flatMap((cell) => (isBlank(cell) ? [] : cell.at.column));
    return others.length > 1 && Math.max(...others) === column;
  });
  const found = left[0]?.text ?? '';
  const data = { text: short(found), count: String(left.length) };
  yield* together(left, { message: left.length === 1 ? 'prompt' : 'prompts', data, found });
}

function places({ name, target, actual, evidence }: Indicator) {
  const textOf = (cell: Located<unknown> | null) => compact(cell?.text.slice(0, 300) ?? '');
  // Both of them: made unreadable because they are secret, as likely as not.
  const isHidden = [target, actual].every((cell) => isMasked(textOf(cell)));
  const own = [name, target, actual].flatMap((cell) => {
    if (cell === null) return [];
    const text = textOf(cell);
    const noFigure = cell !== name && isMasked(text);
    const untouched = noFigure ? !isHidden : UNTOUCHED.test(text) || ASKED.test(text);
    return [{ cell, text, untouched, blank: noFigure || BLANK.test(text) }];
  });
  const text = textOf(evidence);
  return evidence !== null && ASKED.test(text)
    ? [...own, { cell: evidence, text, untouched: true, blank: false }]
    : own;
}

export const templateLeft: Check = {
  id: 'template-left',
  title: '没有留下模板文字',
  severity: 'warning',
  explain:
    '计分行的指标名称、指标值、完成值里只剩模板文字（指标1、……、**、xx）的，应补填；名称空着的作提示；名称里夹着 ** 的、指标值和完成值都是 ** 的（可能因保密隐去）合并成一条提示。完成情况、评价结论等格里还是填表提示（“说明……（200字以内）”）的，应换成实际内容。',
  messages: {
    untouched: { title: '还是模板文字', message: '这一行有分值，这一格却只有模板文字“{text}”，请补填实际内容。' },
    prompt: { title: '还留着填表提示', message: '这一格还是填表提示“{text}”，没有填写内容，请补填。' },
    prompts: {
      title: '{count} 格还留着填表提示',
      message: '这一格和另外几格（共 {count} 格）还是填表提示“{text}”之类，没有填写内容，请补填。',
    },
    unnamed: { title: '第 {row} 行没有写指标名称', message: '第 {row} 行有分值，没有写指标名称，请补填。' },
    blanks: {
      title: '留有 **、×× 之类的空格',
      message: '{names}里还留着 **、×× 之类的空格，请补填或删去；因保密隐去的可以不改。',
    },
  },
  *run(input) {
    const { form } = input;
    yield* prompts(input);
    const partly: Indicator[] = [];
    for (const indicator of form.indicators) {
      if (figureOf(indicator.weight ?? indicator.stated)?.gt(0) !== true) continue;
      const all = places(indicator);
      for (const { cell, text, untouched } of all) {
        if (untouched) yield { cell: cell.at, message: 'untouched', data: { text: short(text) }, found: cell.text };
      }
      if (all[0]?.text === '') {
        const data = { row: String(indicator.row + 1) };
        yield { cell: indicator.name.at, message: 'unnamed', severity: 'info', data };
      } else if (all.some(({ blank, untouched }) => !untouched && blank)) partly.push(indicator);
      else if (!all.some(({ untouched }) => untouched)) yield agreement([indicator.name]);
    }
    const data = { names: list(partly.map(nameOf)) };
    yield* together(
      partly.map(({ name }) => name),
      { message: 'blanks', severity: 'info', data },
    );
  },
};
