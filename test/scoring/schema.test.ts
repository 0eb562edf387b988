import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { BUILT_IN, FALLBACK } from '../../src/scoring';
import { nameAt } from '../../src/scoring/places';
import { parseRulebook } from '../../src/scoring/readRulebook';
import { RULE_KINDS, rulebookSchema } from '../../src/scoring/rulebook';
import { RULEBOOK_SCHEMA, rulebookSchemaText } from '../support/rulebookSchemaText';

const ROOT = path.join(__dirname, '../..');

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new Error('no object');
  return value;
}

function entry(value: unknown, key: string | number): unknown {
  return Reflect.get(asObject(value), key);
}

/** A copy with one place changed; `undefined` takes it out. */
function changed(place: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(VALID));
  let at: unknown = copy;
  for (const key of place.slice(0, -1)) at = entry(at, key);
  const last = place.at(-1);
  if (last !== undefined) {
    if (value === undefined) Reflect.deleteProperty(asObject(at), last);
    else Reflect.set(asObject(at), last, value);
  }
  return copy;
}

const VALID = {
  ...FALLBACK,
  indicators: [
    { match: {}, rule: { kind: 'tiers', rate: ['actual'], tiers: [{ low: null, high: 100, share: 1 }] } },
    { match: { name: ['甲'] }, rule: { kind: 'judged' } },
  ],
};

test('the built-in rulebooks are valid and have ids of their own', () => {
  expect(new Set(BUILT_IN.map(({ id }) => id)).size).toBe(BUILT_IN.length);
  for (const rulebook of BUILT_IN) expect(parseRulebook(rulebook)).toEqual({ rulebook });
});

test.each<[string, (string | number)[], unknown, string, string]>([
  [
    'points that are no number',
    ['indicators', 0, 'rule', 'tiers', 0, 'low'],
    '九十',
    'indicators[0].rule.tiers[0].low',
    '应为数字',
  ],
  [
    'neither points nor share',
    ['indicators', 0, 'rule', 'tiers', 0, 'share'],
    undefined,
    'indicators[0].rule.tiers[0]',
    '只写一个',
  ],
  [
    'bounds the wrong way round',
    ['indicators', 0, 'rule', 'tiers', 0, 'low'],
    200,
    'indicators[0].rule.tiers[0]',
    '不能大于',
  ],
  ['a kind that does not exist', ['indicators', 1, 'rule', 'kind'], 'guess', 'indicators[1].rule.kind', '没有这种规则'],
  ['no kind', ['indicators', 1, 'rule', 'kind'], undefined, 'indicators[1].rule.kind', '缺少规则的种类'],
  ['a misspelt entry', ['indicators', 1, 'match', 'nam'], ['乙'], 'indicators[1].match.nam', '没有“nam”这一项'],
  ['no name', ['name'], undefined, 'name', '缺少这一项'],
  ['an empty name', ['name'], '', 'name', '不能为空'],
  ['an id with spaces', ['id'], 'my rules', 'id', '小写字母'],
  ['rounding to 9 places', ['rounding', 'places'], 9, 'rounding.places', '应在0与6之间'],
  ['an unknown mode', ['rounding', 'mode'], 'up', 'rounding.mode', '应为either、half-up、truncate之一'],
  ['a fit without a condition', ['fits'], [{}], 'fits[0]', '任何表都会套用'],
  ['an unknown column', ['fits'], [{ columns: ['得分'] }], 'fits[0].columns[0]', '之一'],
  [
    'grades upside down',
    ['grades'],
    [
      { name: '中', from: 60 },
      { name: '优', from: 90 },
    ],
    'grades',
    '从高到低',
  ],
  ['a band above the whole', ['qualitative', 'met'], 1.2, 'qualitative.met', '应在0与1之间'],
  ['bands that cross', ['qualitative', 'partly'], 0.9, 'qualitative', '不能高于'],
  ['not a list', ['caps'], {}, 'caps', '应为列表'],
])('%s is told with its place', (_, place, value, at, message) => {
  const parsed = parseRulebook(changed(place, value));
  const errors = 'errors' in parsed ? parsed.errors : [];
  expect(errors.map((error) => error.path)).toContain(at);
  expect(errors.find((error) => error.path === at)?.message).toContain(message);
});

test.each([[null], ['规则'], [[]], [42], [undefined]])('%j is no rulebook, and nothing is thrown', (json) => {
  const parsed = parseRulebook(json);
  expect('errors' in parsed && parsed.errors.length > 0).toBe(true);
});

test('every message is a Chinese sentence', () => {
  const broken = {
    id: 1,
    fits: [{ scoredBudget: 'yes' }],
    rounding: { places: 'two' },
    indicators: [{ rule: { kind: 'tiers' } }, 3],
  };
  const parsed = parseRulebook(broken);
  const messages = 'errors' in parsed ? parsed.errors.map(({ message }) => message) : [];
  expect(messages.length).toBeGreaterThan(8);
  for (const message of messages) expect(message).toMatch(/^[^A-Z]*[\u4e00-\u9fff][^A-Z]*。$/);
});

test('the published JSON schema is printed from what validates: npm run docs:rulebook', () => {
  expect(readFileSync(RULEBOOK_SCHEMA, 'utf8')).toBe(rulebookSchemaText());
});

describe('docs/rulebooks.md', () => {
  const manual = readFileSync(path.join(ROOT, 'docs/rulebooks.md'), 'utf8');
  const blocks = [...manual.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block = '']): unknown => JSON.parse(block));
  const whole = blocks.find((block) => Reflect.has(asObject(block), 'fits'));
  const rules = blocks.filter((block) => Reflect.has(asObject(block), 'kind'));

  test('its whole example is a rulebook', () => {
    expect(parseRulebook(whole)).toHaveProperty('rulebook');
  });

  test('it has an example of every kind of rule, and each is valid', () => {
    expect(new Set(rules.map((rule) => entry(rule, 'kind')))).toEqual(new Set(RULE_KINDS));
    for (const rule of rules) {
      const json = { ...FALLBACK, indicators: [{ match: {}, rule }] };
      expect(parseRulebook(json)).toEqual({ rulebook: json });
    }
  });
});

test('every part of a rulebook has a name for the officer', () => {
  const pathsIn = (value: unknown, above: readonly string[]): (readonly string[])[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      key === 'properties'
        ? Object.entries(asObject(inner)).flatMap(([name, part]: [string, unknown]) => [
            [...above, name],
            ...pathsIn(part, [...above, name]),
          ])
        : pathsIn(inner, above),
    );
  };
  const paths = pathsIn(toJsonSchema(rulebookSchema, { errorMode: 'ignore' }), []);
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((one) => /^[a-z]/i.test(nameAt(one))).map((one) => one.join('.'))).toEqual([]);
});
