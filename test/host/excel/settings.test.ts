import { ColumnAnswers, SetAsides } from '../../../src/taskpane/session/kept';
import { failure, openExcel } from '../../support/excel';
import { sheet } from '../../support/sheet';

const KEY = 'zipingbiao.setAside';
const theirs = { sheet: '自评表', key: '别人的', reason: '已核实' };

test('what a co-author set aside meanwhile stays when something else is set aside or restored', async () => {
  const { host, workbook } = openExcel([{ snapshot: sheet([['a']]) }]);
  const asides = new SetAsides(host);
  await asides.load();
  await asides.add('自评表', '第一条', '口径不同');
  const stored = JSON.parse(workbook.settings.get(KEY) ?? '[]') as unknown[];
  workbook.settings.set(KEY, JSON.stringify([...stored, theirs]));
  await asides.add('自评表', '第二条', '口径不同');
  expect([...asides.of('自评表').keys()]).toEqual(['第一条', '别人的', '第二条']);
  await asides.remove('自评表', '第一条');
  expect(JSON.parse(workbook.settings.get(KEY) ?? '[]')).toMatchObject([{ key: '别人的' }, { key: '第二条' }]);
});

test('what a co-author said of a column meanwhile stays', async () => {
  const { host, workbook } = openExcel([{ snapshot: sheet([['a']]) }]);
  const answers = new ColumnAnswers(host);
  await answers.load();
  workbook.settings.set('zipingbiao.columns', JSON.stringify([{ sheet: '别的表', role: 'stated', column: 3 }]));
  await answers.put('自评表', { role: 'stated', column: 5 });
  expect([answers.of('别的表'), answers.of('自评表')]).toEqual([
    [{ role: 'stated', column: 3 }],
    [{ role: 'stated', column: 5 }],
  ]);
});

test('what a co-author keeps under another key is not overwritten', async () => {
  const { host, workbook } = openExcel([{ snapshot: sheet([['a']]) }]);
  await host.loadSetting(KEY);
  workbook.settings.set('zipingbiao.rulebooks', '{"own":[],"chosen":"x"}');
  await new SetAsides(host).add('自评表', '一', '');
  expect(await host.loadSetting('zipingbiao.rulebooks')).toEqual({ own: [], chosen: 'x' });
});

test('a setting that is too long is told as such, one that the workbook does not take is not', async () => {
  const { host } = openExcel([{ snapshot: sheet([['a']]) }], { readOnly: true });
  const long = await failure(host.saveSetting(KEY, 'x'.repeat(600_000)));
  expect(long).toMatchObject({ code: 'too-large', message: expect.stringContaining('600 千字') as unknown });
  const short = await failure(host.saveSetting(KEY, 'x'));
  expect(short).toMatchObject({ code: 'unknown', message: expect.stringContaining('确认工作簿可以编辑') as unknown });
});
