import { sameCell } from '../sheet/snapshot';
import { compared, points } from './common/say';
import { figureOf } from '../form/cells';
import { wholeWeight } from './common/parts';
import { statedIn } from './common/sentences';
import type { Check } from './finding';
import { fits, gradeIn } from './grade';

/** 评价等级为优, 自评结果等级为“良”: the grade as a sentence states it. */
const STATED =
  /(?:(?:自评|评价|评定|综合|绩效)(?:结果|结论)?(?:的)?|分[,，、;；])(?:等级|等次|级别)(?:评定)?(?:为|是|:)?[“"]?([优良中差])(?![以及、或/])/;
/** A grade of something else, or the scale of all of them. */
const OTHER = /分为|划分|以上|以下|[优良中差][、,/][优良中差]/;
const AROUND = [12, 12] as const;

export const statedGrade: Check = {
  id: 'stated-grade',
  title: '文字里写的等级与表内等级、总分相符',
  severity: 'info',
  group: 'words',
  explain:
    '完成情况、结论、说明里写明评价等级的（“评价等级为优”），与表内的等级比较；表内没有等级的，与总分所在的档次比较。不同的请人核实以哪一处为准。',
  messages: {
    grade: {
      title: '文字里的等级与表内不同',
      message: '这里写“{text}”，表内等级是“{grade}”，请核实以哪一处为准。',
    },
    total: {
      title: '文字里的等级与总分不符',
      message: '这里写“{text}”，表内总分是{total}分，请核实以哪一处为准。',
    },
  },
  *run(input) {
    const { total } = input.form;
    const place = total?.grade ?? null;
    const inTable = gradeIn(place?.value ?? '');
    const stated = total?.stated ?? null;
    const figure = figureOf(stated);
    const whole = wholeWeight(input.form);
    for (const { at, text: words, said } of statedIn(input, STATED, OTHER, AROUND)) {
      const one = { at, text: words.replace(/[“"]|分./g, ''), grade: said };
      if (place !== null && sameCell(one.at, place.at)) continue;
      if (inTable !== null) {
        const data = { text: one.text, grade: inTable };
        const differs = { message: 'grade', data, expected: inTable, found: one.grade };
        yield compared(one.grade === inTable, one, [place], differs, `${one.text}，表内“${inTable}”`);
      } else if (figure !== null && whole.gt(0)) {
        const holds = fits(input, one.grade, figure.div(whole).times(100));
        const differs = { message: 'total', data: { text: one.text, total: points(figure) }, found: one.grade };
        yield compared(holds, one, [stated], differs, `${one.text}，总分 ${points(figure)}`);
      }
    }
  },
};
