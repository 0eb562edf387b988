import { annotateWorkbook, annotationsIn } from '../../../src/host/file/annotate';
import { readWorkbook } from '../../../src/host/file/readWorkbook';
import { agileEncrypted, recordsEncrypted, recordsObfuscated, standardEncrypted } from '../../support/encrypted';
import { workbookFile } from '../../support/workbook';

const long = Array.from({ length: 300 }, (_, row) => [`第 ${row} 行`, row]);
const rows = [['自评表', null], ['分值', 3], ...long];
const xlsx = workbookFile([{ name: '自评表', rows }]);
const xls = workbookFile([{ name: '自评表', rows }], 'biff8');
const EXCELS = 'VelvetSweatshop';

const WAYS: readonly (readonly [string, (password: string) => Uint8Array])[] = [
  ['as Excel 2010 does', (password) => agileEncrypted(xlsx, password)],
  ['as Excel 2007 does', (password) => standardEncrypted(xlsx, password)],
  ['as Excel 2003 does', (password) => recordsEncrypted(xls, password, true)],
  ['as Excel 97 does', (password) => recordsEncrypted(xls, password, false)],
  [
    'as Excel 95 does',
    (password) =>
      password === EXCELS
        ? recordsObfuscated(xls, password, 0xb359, 0x9a0a)
        : recordsObfuscated(xls, 'abc', 0x514a, 0xcc1a),
  ],
];

test.each(WAYS)('a workbook that is encrypted %s is read where Excel asks for no password', (_, encrypt) => {
  const { texts } = readWorkbook(encrypt(EXCELS), 'a.xls').sheets[0]?.snapshot ?? { texts: [] };
  expect(texts.map(([first]) => first)).toEqual(rows.map(([first]) => first));
  expect(texts[1]?.[1]).toBe('3');
});

test.each(WAYS)('a workbook that is encrypted %s by a password of its own is called locked', (_, encrypt) => {
  const file = encrypt('另一个密码');
  expect(() => readWorkbook(file, 'a.xls')).toThrow('密码');
});

test('the copy of a workbook that Excel asks no password for opens without one', () => {
  const comments = new Map([['自评表', [{ cell: { row: 0, column: 0 }, text: '应为 3', severity: 'error' as const }]]]);
  const copy = annotateWorkbook(standardEncrypted(xlsx, EXCELS), comments);
  expect(readWorkbook(copy, 'a.xlsx').sheets[0]?.snapshot.texts[0]?.[0]).toBe('自评表');
  expect(annotationsIn(copy).get('自评表')).toHaveLength(1);
});

test('what asks for more rounds of hashing than Excel ever does is called locked at once', () => {
  expect(() => readWorkbook(agileEncrypted(xlsx, EXCELS, 1_000, '999999999'), 'a.xlsx')).toThrow('密码');
});
