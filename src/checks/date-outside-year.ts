import type { QuantityCell } from '../form/model';
import { agreement } from './common/agree';
import { nameOf } from './common/words';
import { short } from '../sheet/text';
import type { Check } from './finding';

function yearOf(cell: QuantityCell | null): number | null {
  return cell?.value?.kind === 'date' ? cell.value.year : null;
}

export const dateOutsideYear: Check = {
  id: 'date-outside-year',
  title: '日期在表的年度之内',
  severity: 'info',
  group: 'words',
  explain:
    '指标值的日期早于表的年度，或者完成日期晚于表的年度的，提出来请人核实：多半是照抄上年没有改，或者没有在年内完成。跨年度项目可以不改。',
  messages: {
    before: {
      title: '“{name}”的指标值是往年的日期',
      message: '这是{year}年度的表，“{name}”的指标值“{text}”却在往年，请核实年份。',
    },
    after: {
      title: '“{name}”的完成日期在年度之后',
      message: '这是{year}年度的表，“{name}”的完成值“{text}”却在以后的年度，请核实年份或是否按期完成。',
    },
  },
  *run({ form }) {
    const year = form.year?.value;
    if (year === undefined) return;
    for (const indicator of form.indicators) {
      const { target, actual } = indicator;
      const [asked, reached] = [yearOf(target), yearOf(actual)];
      const data = { name: nameOf(indicator), year: String(year) };
      if (target !== null && asked !== null && asked < year)
        yield { cell: target.cell, message: 'before', data: { ...data, text: short(target.text) } };
      else if (actual !== null && reached !== null && reached > year && (asked === null || asked <= year))
        yield { cell: actual.cell, message: 'after', data: { ...data, text: short(actual.text) } };
      else if (asked !== null || reached !== null) yield agreement([form.year, target, actual]);
    }
  },
};
