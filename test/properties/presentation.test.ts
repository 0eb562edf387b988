import fc from 'fast-check';
import { review } from '../../src/review';
import { FORMS_IN_ORDER } from '../fixtures/corpus/forms';
import { FORMS_WITH_OTHER_POINTS } from '../fixtures/corpus/otherForms';
import { cellsOf, sheetOfCells } from '../fixtures/corpus/read';

type Cells = readonly (readonly string[])[];

const each =
  (change: (text: string) => string) =>
  (cells: Cells): Cells =>
    cells.map((row) => row.map(change));

const LABEL = /^[\u4e00-\u9fff]{2,6}$/;
const HEADING = /^[\u4e00-\u9fff（）、]{4,20}$/;
const FIGURE = /^[0-9]+(?:\.[0-9]+)?$/;

/** Ways to write the same form: none of them changes what it says. */
const WAYS: Readonly<Record<string, (cells: Cells) => Cells>> = {
  'without merged areas': each((text) => (text === '<' || text === '^' ? '' : text)),
  'below two empty rows, behind an empty column': (cells) => [[], [], ...cells].map((row) => ['', ...row]),
  'as an annex': (cells) => [['附件3'], ...cells],
  'with notes and signatures below': (cells) => [
    ...cells,
    ['注：1.得分最高不超过该指标分值。2.完成值高于指标值较多的，要分析原因。'],
    ['填报人：张某', '', '联系电话：0571-88886666', '', '填报日期：2023年3月15日'],
  ],
  'figures as text': each((text) => (FIGURE.test(text) ? `${text} ` : text)),
  'full-width digits': each((text) =>
    FIGURE.test(text) ? text : text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ),
  'full-width signs': each((text) =>
    text.replace(/%/g, '％').replace(/:/g, '：').replace(/≥/g, '≧').replace(/≤/g, '≦'),
  ),
  'half-width signs': each((text) =>
    text.replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':').replace(/，/g, ',').replace(/；/g, ';'),
  ),
  'signs of two characters': each((text) => text.replace(/≥/g, '>=').replace(/≤/g, '<=')),
  'signs in words': each((text) => text.replace(/^≥(?=[0-9])/, '不低于').replace(/^≤(?=[0-9])/, '不高于')),
  'labels spread out': each((text) => (LABEL.test(text) ? Array.from(text).join('　') : text)),
  'headings in two lines': each((text) =>
    HEADING.test(text) ? `${text.slice(0, text.length / 2)}\r\n${text.slice(text.length / 2)}` : text,
  ),
  'spaces behind figures': each((text) => text.replace(/([0-9])(?=[\u4e00-\u9fff%])/g, '$1 ')),
  'invisible characters': each((text) =>
    text === '' || FIGURE.test(text) || /^[<^]$/.test(text) ? text : `\u200b${text}\u00a0`,
  ),
};

const FORMS = [...FORMS_IN_ORDER, ...FORMS_WITH_OTHER_POINTS];

/** What a form is taken for and what is found in it, whatever cell it stands in. */
function reading(cells: Cells) {
  const { forms } = review(sheetOfCells(cells));
  return forms.map(({ form, findings, coverage }) => ({
    items: form.indicators.length,
    loud: findings.filter(({ severity }) => severity !== 'info').map(({ check }) => check),
    held: coverage.figures.held,
  }));
}

const plain = new Map(FORMS.map((form) => [form, reading(cellsOf(form.rows))]));

test('how a form is written changes neither what is read nor what is found', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FORMS),
      fc.uniqueArray(fc.constantFrom(...Object.keys(WAYS)), { minLength: 1, maxLength: 5 }),
      (form, ways) => {
        const written = ways.reduce<Cells>((made, way) => WAYS[way]?.(made) ?? made, cellsOf(form.rows));
        expect(reading(written)).toEqual(plain.get(form));
      },
    ),
    { numRuns: 200 },
  );
});
