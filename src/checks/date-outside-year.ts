import { YEAR } from '../form/heading';
import type { QuantityCell } from '../form/model';
import { isBlank } from '../sheet/snapshot';
import { cellsAcross } from './common/across';
import { agreement, nameOf } from './common/say';
import { compact, short } from '../sheet/text';
import { impossibleDate } from '../words/dates';
import type { Check, CheckInput, Report } from './finding';

function yearOf(cell: QuantityCell | null): number | null {
  return cell?.value?.kind === 'date' ? cell.value.year : null;
}

/** A cell that names the form's year and nothing else: （2022年度）. */
const ONLY_YEAR = /^[（(]?(20[0-9]{2})年度?[)）]?$/;

/** Another year in a row of its own between the title, which names one, and the table. */
function otherYear(input: CheckInput): Report | null {
  const { title, headers } = input.form;
  const year = YEAR.exec(title?.value ?? '')?.[1];
  const [header] = headers;
  if (title === null || year === undefined || header === undefined) return null;
  for (let row = title.at.row + 1; row < header.row; row++) {
    const [only, ...more] = cellsAcross(input, row).filter((cell) => !isBlank(cell));
    const other = only === undefined || more.length > 0 ? undefined : ONLY_YEAR.exec(compact(only.text))?.[1];
    if (only === undefined || other === undefined || other === year) continue;
    return { cell: only.at, message: 'heading', data: { title: year, year: other }, related: [title.at] };
  }
  return null;
}

export const dateOutsideYear: Check = {
  id: 'date-outside-year',
  title: '日期是有的，在表的年度之内',
  severity: 'info',
  group: 'words',
  explain:
    '指标值、完成值和依据里写了日历上没有的日期（2月30日、13月）的，请改正。标题和下面一行写的年度不同的，指标值的日期早于表的年度，或者完成日期不在表的年度的，提出来请人核实：多半是照抄上年没有改，或者没有在年内完成。跨年度项目可以不改。',
  messages: {
    heading: {
      title: '表头写了两个年度',
      message: '标题写的是{title}年度，这里写的是{year}年度，请核实以哪一处为准。',
    },
    impossible: {
      title: '“{name}”写了日历上没有的日期',
      message: '“{name}”写的“{text}”日历上没有，请改正日期。',
    },
    before: {
      title: '“{name}”的指标值是往年的日期',
      message: '这是{year}年度的表，“{name}”的指标值“{text}”却在往年，请核实年份。',
    },
    early: {
      title: '“{name}”的完成日期是往年的',
      message: '这是{year}年度的表，“{name}”的完成值“{text}”却在往年，请核实年份。',
    },
    after: {
      title: '“{name}”的完成日期在年度之后',
      message: '这是{year}年度的表，“{name}”的完成值“{text}”却在以后的年度，请核实年份或是否按期完成。',
    },
  },
  *run(input) {
    const { form } = input;
    yield otherYear(input);
    for (const indicator of form.indicators) {
      for (const place of [indicator.target, indicator.actual, indicator.evidence]) {
        const text = place === null ? null : impossibleDate(place.text);
        if (place !== null && text !== null)
          yield {
            cell: place.at,
            message: 'impossible',
            severity: 'warning',
            data: { name: nameOf(indicator), text },
          };
      }
    }
    const year = form.year?.value;
    if (year === undefined) return;
    for (const indicator of form.indicators) {
      const { target, actual } = indicator;
      const [asked, reached] = [yearOf(target), yearOf(actual)];
      const data = { name: nameOf(indicator), year: String(year) };
      if (target !== null && asked !== null && asked < year)
        yield { cell: target.at, message: 'before', data: { ...data, text: short(target.text) } };
      else if (actual !== null && reached !== null && reached !== year && (asked === null || asked === year))
        yield {
          cell: actual.at,
          message: reached > year ? 'after' : 'early',
          data: { ...data, text: short(actual.text) },
        };
      else if (asked !== null || reached !== null) yield agreement([form.year, target, actual]);
    }
  },
};
