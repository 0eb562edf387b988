/** @jest-environment jsdom */
import { savePreference } from '../../src/host/preferences';
import { rememberView } from '../../src/taskpane/lastView';
import { Store } from '../support/viewStore';

const fail = (fault: unknown): never => {
  throw new Error('not kept', { cause: fault });
};

beforeEach(() => {
  localStorage.clear();
});

test('the pane opens with the view of the last time', async () => {
  const first = new Store();
  await rememberView(first, false, fail);
  first.showTab('rules');
  await Promise.resolve();
  const second = new Store();
  await rememberView(second, false, fail);
  expect(second.getSnapshot().tab).toBe('rules');
});

test('核查 on the ribbon opens with the findings', async () => {
  await savePreference('view', 'rules');
  const store = new Store();
  await rememberView(store, true, fail);
  expect(store.getSnapshot().tab).toBe('check');
});

test('a view that this version does not have, and one chosen meanwhile, are left alone', async () => {
  await savePreference('view', 'gone');
  const store = new Store();
  await rememberView(store, false, fail);
  expect(store.getSnapshot().tab).toBe('check');
  await savePreference('view', 'rules');
  const quick = new Store();
  const remembered = rememberView(quick, false, fail);
  quick.showTab('fill');
  await remembered;
  expect(quick.getSnapshot().tab).toBe('fill');
});
