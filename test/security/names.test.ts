import { commentsFor } from '../../src/advice/annotations';
import { annotateWorkbook } from '../../src/host/file/annotate';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { review } from '../../src/review';
import { BUILT_IN } from '../../src/scoring';
import { parseRulebook } from '../../src/scoring/readRulebook';
import { FULL_EXECUTION, render } from '../fixtures/render';
import { TRAINING } from '../fixtures/training';
import { partsOf, workbookFile } from '../support/workbook';

/** Names that every object has in JavaScript: a table of names kept in a plain object would find them in it. */
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

const untouched = JSON.stringify(Object.getOwnPropertyNames(Object.prototype).sort());
afterEach(() => expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype).sort())).toBe(untouched));

describe.each(NAMES)('%s', (name) => {
  const rows = TRAINING.map((row, index) => ({
    ...row,
    ...(row.level1 !== undefined && { level1: name }),
    level2: name,
    name: `${name}${index === 0 ? '' : index}`,
    definition: name,
    evidence: name,
    ...(index === 0 && { target: `≥200${name}` }),
  }));
  const spec = { rows, unit: name, budget: { ...FULL_EXECUTION, evidence: name } };

  test.each(['L1', 'L2', 'L4', 'L11', 'L12'] as const)('is a label like any other (%s)', (layout) => {
    const { sheet } = render(layout, spec, { name });
    const { forms, sheet: title } = review(sheet);
    expect(title).toBe(name);
    expect(forms[0]?.form.indicators.map((indicator) => indicator.name.value)).toEqual(rows.map((row) => row.name));
    expect(JSON.stringify(forms[0]?.findings)).not.toMatch(/native code|\[object/);
  });

  test('is a sheet’s name like any other, annotated too', () => {
    const { sheet } = render('L2', { ...spec, rows: rows.map((row) => ({ ...row, stated: 0 })) });
    const bytes = workbookFile([{ name, rows: sheet.values }]);
    const [read] = readWorkbook(bytes, 'a.xlsx').sheets;
    if (read === undefined) throw new Error('no sheet');
    const findings = review(read.snapshot).forms.flatMap((form) => form.findings);
    expect(findings.length).toBeGreaterThan(0);
    const copy = annotateWorkbook(bytes, new Map([[name, commentsFor(findings)]]));
    expect([...partsOf(copy).keys()].filter((part) => part.includes('comments'))).toHaveLength(1);
  });
});

test('a rulebook with such keys is refused, or read without them', () => {
  const [first] = BUILT_IN;
  const hostile: unknown = JSON.parse(
    JSON.stringify(first).replace(/^\{/, '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},'),
  );
  const parsed = parseRulebook(hostile);
  expect('polluted' in {}).toBe(false);
  if ('rulebook' in parsed) expect('polluted' in parsed.rulebook).toBe(false);
});

test('text that looks like HTML, a formula or a pattern is quoted as it is', () => {
  const texts = ['<b>x</b>', '=A1+1', '(a+)+$', '{name}', '$&', '%s'];
  for (const text of texts) {
    const rows = TRAINING.map((row, index) => (index === 0 ? { ...row, name: text, stated: 1 } : row));
    const { forms } = review(render('L2', { rows, budget: FULL_EXECUTION }).sheet);
    expect(forms[0]?.form.indicators[0]?.name.value).toBe(text);
    expect(forms[0]?.findings.some(({ message }) => message.includes(text))).toBe(true);
  }
});
