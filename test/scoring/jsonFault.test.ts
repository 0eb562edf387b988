import fc from 'fast-check';
import { jsonFault } from '../../src/scoring/readRulebook';

test.each([
  ['{"id": "a",\n "name": }', 2, 10],
  ['{"a": 1', 1, 8],
  ['{a: 1}', 1, 2],
  ['[1,\n2,\n]', 3, 1],
  ['{"a": "x\ny"}', 1, 7],
  ['{"a": 1} 2', 1, 10],
  ['{“a”: 1}', 1, 2],
  ['', 1, 1],
  ['01', 1, 1],
])('%j goes wrong in line %i, column %i', (text, line, column) => {
  expect(jsonFault(text)).toEqual({ line, column });
});

test('finds no fault with what can be parsed, and one with what can not', () => {
  fc.assert(fc.property(fc.json(), (text) => jsonFault(text) === null));
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', '\n', 'x'), (json, at, put) => {
      const place = at % (json.length + 1);
      const text = json.slice(0, place) + put + json.slice(place + 1);
      let parsed = true;
      try {
        JSON.parse(text);
      } catch {
        parsed = false;
      }
      expect(jsonFault(text) === null).toBe(parsed);
    }),
  );
});
