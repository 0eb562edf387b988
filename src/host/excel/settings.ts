import { HostError } from '../host';

/** A setting that travels with the workbook; `null` when none is stored. */
export function loadSetting(key: string): unknown {
  const value: unknown = Office.context.document.settings.get(key);
  return value ?? null;
}

/** Stores a setting in the workbook; `null` takes it out. */
export function saveSetting(key: string, value: unknown): Promise<void> {
  const { settings } = Office.context.document;
  const before = loadSetting(key);
  put(key, value);
  return new Promise((resolve, reject) => {
    settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) {
        resolve();
        return;
      }
      put(key, before);
      const message = '设置没有能保存到工作簿；请确认工作簿可以编辑，稍后再试。';
      reject(new HostError('unknown', message, { cause: result.error }));
    });
  });
}

function put(key: string, value: unknown): void {
  const { settings } = Office.context.document;
  if (value === null || value === undefined) settings.remove(key);
  else settings.set(key, value);
}
