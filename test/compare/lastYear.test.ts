import { recordOfComparison } from '../../src/compare/record';
import { evaluation } from '../fixtures/targets';
import { changed } from '../fixtures/training';
import { held, told } from '../support/sides';
import type { RowSpec } from '../fixtures/spec';

const last = (rest: Parameters<typeof evaluation>[0] = {}) =>
  evaluation({
    year: 2021,
    goals: '开展技能培训，参训二百人次以上。',
    completion: '全年培训205人次，合格率96%，如期结束。',
    ...rest,
  });
const rows = (at: number, change: Partial<RowSpec>) => changed(new Map([[at, change]]));
const short = (evidence: string) => rows(0, { actual: '150人次', stated: 15, evidence });

test('the figures of both years stand side by side, and nothing is said of one unit', () => {
  const old = last({ rows: rows(0, { target: '≥190人次', actual: '195人次' }) });
  const { figures, mistaken } = recordOfComparison(held(old, evaluation()));
  expect(figures[0]).toEqual({ name: '培训人次', target: ['≥190人次', '≥200人次'], actual: ['195人次', '210人次'] });
  expect(mistaken).toBe('');
});

test.each([
  ['市交通局', true],
  ['某省市人社局', false],
  ['', false],
])('a form of %s is most likely a wrong file: %s', (unit, wrong) => {
  const { mistaken } = recordOfComparison(held(last({ unit }), evaluation()));
  expect(mistaken).toBe(wrong ? '单位不同：这份是“市人社局”，对照的是“市交通局”，请确认没有拿错表。' : '');
});

test('two years in order raise nothing', () => {
  expect(told(last(), evaluation())).toEqual([]);
});

test.each<[string, ReturnType<typeof evaluation>, ReturnType<typeof evaluation>, string[]]>([
  ['the goal copied', last({ goals: '培训200人次，合格率达到95%。' }), evaluation(), ['copied info B8']],
  ['the completion copied', last({ completion: '培训210人次，合格率达到96%。' }), evaluation(), ['copied info E8']],
  [
    'a short completion is the same in every year',
    last({ completion: '已完成' }),
    evaluation({ completion: '已完成' }),
    [],
  ],
  [
    'copied with last year’s number',
    last({ completion: '2021年培训210人次，合格率达到96%。' }),
    evaluation({ completion: '2021年培训210人次，合格率达到96%。' }),
    ['copied warning E8'],
  ],
  [
    'copied with the year changed',
    last({ completion: '2021年培训210人次，合格率达到96%。' }),
    evaluation({ completion: '2022年培训210人次，合格率达到96%。' }),
    ['copied info E8'],
  ],
  [
    'a target clearly below what was reached',
    last({ rows: rows(0, { actual: '400人次' }) }),
    evaluation(),
    ['below-last-year info D11'],
  ],
  ['a rate a little below what was reached', last({ rows: rows(1, { actual: '99%' }) }), evaluation(), []],
  [
    'the same shortfall with the same reason',
    last({ rows: short('受疫情影响，部分班次未能开班') }),
    evaluation({ rows: short('受疫情影响，部分班次未能开班。') }),
    ['same-shortfall info H11'],
  ],
  [
    'the same reason, with measures behind it',
    last({ rows: short('受疫情影响，部分班次未能开班') }),
    evaluation({ rows: short('受疫情影响，部分班次未能开班。今后提前安排。') }),
    ['same-shortfall info H11'],
  ],
  [
    'the same shortfall with another reason',
    last({ rows: short('受疫情影响，部分班次未能开班') }),
    evaluation({ rows: short('两期学员报名不足，未能开班') }),
    [],
  ],
  ['a form of two years before', last({ year: 2020 }), evaluation(), ['year info A2']],
])('%s', (_, old, now, said) => expect(told(old, now)).toEqual(said));

test('the later form held against is a wrong year', () => {
  expect(told(last({ year: 2023 }), evaluation())).toEqual(['year warning A2']);
});
