import type { Indicator, Located } from '../form/model';
import { compact } from '../sheet/text';
import { figureOf } from './common/parts';
import { list, nameOf, short } from './common/words';
import type { Check } from './finding';
import { agreement } from './common/agree';

/** A cell in which nothing but the template stands. */
const UNTOUCHED =
  /^(?:[….]{2,20}|[*＊]{2,20}|[xX×]{2,20}[%个项次人]?|指标\d{0,2}[:：]?|[(（]?请?(?:填写|填报|说明)[^，。]{0,20}[)）]?)$/;
/** A blank that the template left in a text. */
const BLANK = /\*\*|××|＊＊|[xX]{2,3}(?=[%年月日个项次人元])/;

function places({ name, target, actual }: Indicator): Located<unknown>[] {
  return [name, target, actual].filter((cell) => cell !== null);
}

export const templateLeft: Check = {
  id: 'template-left',
  title: '没有留下模板文字',
  severity: 'warning',
  explain:
    '计分行的指标名称、指标值、完成值里只剩模板文字（指标1、……、**、xx）的，应补填；名称里夹着 ** 的合并成一条提示。',
  messages: {
    untouched: { title: '“{text}”是模板文字', message: '这一行有分值，这一格却只有模板文字“{text}”，请补填实际内容。' },
    blanks: { title: '名称里留有模板空格', message: '{names}里还留着模板的空格（**、×× 等），请补填或删去。' },
  },
  *run({ form }) {
    const partly: Indicator[] = [];
    for (const indicator of form.indicators) {
      if (!(figureOf(indicator.weight)?.gt(0) ?? false)) continue;
      for (const cell of places(indicator)) {
        const text = compact(cell.text.slice(0, 300));
        if (UNTOUCHED.test(text))
          yield { cell: cell.cell, message: 'untouched', data: { text: short(text) }, found: cell.text };
      }
      if (
        places(indicator).some(
          ({ text }) => BLANK.test(text.slice(0, 300)) && !UNTOUCHED.test(compact(text.slice(0, 300))),
        )
      ) {
        partly.push(indicator);
      } else if (!places(indicator).some(({ text }) => UNTOUCHED.test(compact(text.slice(0, 300)))))
        yield agreement([indicator.name]);
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
