/** @jest-environment jsdom */
import { loadPreference, savePreference } from '../../src/host/preferences';

beforeEach(() => {
  localStorage.clear();
  jest.resetModules();
});

test('a choice is found again when the pane is opened the next time', async () => {
  expect(await loadPreference('view')).toBeNull();
  await savePreference('view', { filter: ['error'], annotate: true });
  const { loadPreference: loadLater } = await import('../../src/host/preferences');
  expect(await loadLater('view')).toEqual({ filter: ['error'], annotate: true });
});

test('a browser that stores nothing does not stop the pane', async () => {
  const blocked = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const preferences = await import('../../src/host/preferences');
  await preferences.savePreference('view', 'check');
  expect(await preferences.loadPreference('view')).toBe('check');
  expect(warned).toHaveBeenCalled();
  blocked.mockRestore();
  warned.mockRestore();
});
