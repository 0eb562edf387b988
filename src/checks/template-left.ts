import type { Indicator, Located } from '../form/model';
import { compact, short } from '../sheet/text';
import { figureOf } from '../form/cells';
import { list, nameOf } from './common/words';
import type { Check } from './finding';
import { agreement } from './common/agree';

/** A cell in which nothing but the template stands. */
const UNTOUCHED =
  /^(?:[….]{2,20}|[*＊]{2,20}|[xX×]{2,20}|指标\d{0,2}[:：]?|[(（]?请?(?:填写|填报|说明)[^，。]{0,20}[)）]?)$/;
/** A blank in the place of the figure, before its unit: XX小时. */
const NO_FIGURE = /^[≥≤<>=]?[xX×*＊]{2,20}(?:%|\p{Script=Han}{1,4}(?:\/\p{Script=Han}{1,4})?)$/u;
/** A blank that the template left in a text. */
const BLANK = /\*\*|××|＊＊|[xX]{2,3}(?=[%年月日个项次人元])/;

interface Place {
  readonly cell: Located<unknown>;
  readonly text: string;
  readonly untouched: boolean;
}

function places({ name, target, actual }: Indicator): Place[] {
  return [name, target, actual].flatMap((cell) => {
    if (cell === null) return [];
    const text = compact(cell.text.slice(0, 300));
    return [{ cell, text, untouched: UNTOUCHED.test(text) || (cell !== name && NO_FIGURE.test(text)) }];
  });
}

export const templateLeft: Check = {
  id: 'template-left',
  title: '没有留下模板文字',
  severity: 'warning',
  explain:
    '计分行的指标名称、指标值、完成值里只剩模板文字（指标1、……、**、xx）的，应补填；名称空着的作提示；名称里夹着 ** 的合并成一条提示。',
  messages: {
    untouched: { title: '“{text}”是模板文字', message: '这一行有分值，这一格却只有模板文字“{text}”，请补填实际内容。' },
    unnamed: { title: '第 {row} 行没有写指标名称', message: '第 {row} 行有分值，没有写指标名称，请补填。' },
    blanks: { title: '名称里留有模板空格', message: '{names}里还留着模板的空格（**、×× 等），请补填或删去。' },
  },
  *run({ form }) {
    const partly: Indicator[] = [];
    for (const indicator of form.indicators) {
      if (!(figureOf(indicator.weight)?.gt(0) ?? false)) continue;
      const all = places(indicator);
      for (const { cell, text, untouched } of all) {
        if (untouched) yield { cell: cell.cell, message: 'untouched', data: { text: short(text) }, found: cell.text };
      }
      if (all[0]?.text === '') {
        const data = { row: String(indicator.row + 1) };
        yield { cell: indicator.name.cell, message: 'unnamed', severity: 'info', data };
      } else if (all.some(({ text, untouched }) => !untouched && BLANK.test(text))) partly.push(indicator);
      else if (!all.some(({ untouched }) => untouched)) yield agreement([indicator.name]);
    }
    const [first, ...others] = partly;
    if (first === undefined) return;
    yield {
      cell: first.name.cell,
      message: 'blanks',
      severity: 'info',
      data: { names: list(partly.map(nameOf)) },
      related: others.map(({ name }) => name.cell),
    };
  },
};
