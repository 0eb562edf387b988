import { type Bound, readCondition } from '../../src/scoring/printed/condition';
import { shapeOf } from '../../src/words/shape';

/** `[80..90)% 得4分`: a bracket for an end that belongs to the band, a parenthesis for one that doesn't, `?` where nothing says. */
function read(clause: string): string {
  const shape = shapeOf(clause);
  const found = readCondition(shape);
  if (found === null) return 'none';
  if (found.condition === null) return 'unread';
  const rest = shape.written(found.end, shape.text.length);
  const mark = (bound: Bound, closed: string, open: string) =>
    bound.end === 'unsaid' ? '?' : bound.end === 'closed' ? closed : open;
  const { low, high, unit } = found.condition;
  const from = low === null ? '' : `${mark(low, '[', '(')}${low.at}`;
  const to = high === null ? '' : `${high.at}${mark(high, ']', ')')}`;
  return `${from}..${to}${unit} ${rest}`.trim();
}

test.each([
  ['≥90%计5分', '[90..% 计5分'],
  ['>=90%得5分', '[90..% 得5分'],
  ['大于90%得5分', '(90..% 得5分'],
  ['不低于90%计5分', '[90..% 计5分'],
  ['低于60%不得分', '..60)% 不得分'],
  ['未达到60%不得分', '..60)% 不得分'],
  ['不超过3次得2分', '..3]次 得2分'],
  ['等于100%得满分', '[100..100]% 得满分'],
  ['完成率为100%得5分', '[100..100]% 得5分'],
  ['预算完成率≥95%的，得5分', '[95..% ，得5分'],
  ['完成率100%得满分', '[100..100]% 得满分'],
])('one sign: %s', (clause, expected) => expect(read(clause)).toBe(expected));

test.each([
  ['80%≤完成率<90%得4分', '[80..90)% 得4分'],
  ['80%<完成率≤90%', '(80..90]%'],
  ['80≤X<90%', '[80..90)%'],
  ['≥80%且<90%得3分', '[80..90)% 得3分'],
  ['<90%且≥80%得3分', '[80..90)% 得3分'],
  ['大于80%小于90%得3分', '(80..90)% 得3分'],
  // Two lower bounds, or bounds in two units, are no band: only the first is taken.
  ['≥80%且≥90%', '[80..% 且≥90%'],
  ['≥80%且<9次', '[80..% 且<9次'],
])('two signs: %s', (clause, expected) => expect(read(clause)).toBe(expected));

test.each([
  ['80%-90%得4分', '?80..90?% 得4分'],
  ['80%至90%之间的得3分', '?80..90?% 得3分'],
  ['80-90%得4分', '?80..90?% 得4分'],
  ['90%-80%得4分', '?80..90?% 得4分'],
  ['80%(含)-90%得4分', '[80..90?% 得4分'],
  ['80%-90%(不含)得4分', '?80..90)% 得4分'],
])('from one to another: %s', (clause, expected) => expect(read(clause)).toBe(expected));

test.each([
  ['90%以上得5分', '?90..% 得5分'],
  ['执行率在90%以上的得5分', '?90..% 得5分'],
  ['90%(含)以上得5分', '[90..% 得5分'],
  ['90%以上(含90%)得5分', '[90..% 得5分'],
  ['90%及以上得5分', '[90..% 得5分'],
  ['90%(不含)以上', '(90..%'],
  ['60%以下不得分', '..60?% 不得分'],
  ['60%及以下', '..60]%'],
  ['3次以内得2分', '..3?次 得2分'],
])('one side: %s', (clause, expected) => expect(read(clause)).toBe(expected));

test.each([
  ['≥90%(含)得5分', '[90..% 得5分'],
  ['≥90%(不含90%)得5分', '(90..% 得5分'],
  ['>90%(含90%)得5分', '[90..% 得5分'],
  ['<60%(含)得1分', '..60]% 得1分'],
  ['≤60%(不含)得1分', '..60)% 得1分'],
])('what is said of the bound goes before its sign: %s', (clause, expected) => expect(read(clause)).toBe(expected));

test.each(['100%', '完成率100得满分', '', '无', '得5分'])('%j holds no condition', (clause) =>
  expect(read(clause)).toBe('none'),
);
