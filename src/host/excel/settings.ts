import { HostError } from '../host';

/** Characters above which a setting that was not saved may simply be too long. */
const LONG = 500_000;

/**
 * A setting that travels with the workbook, as co-authors left it; `null` when none is stored. An Excel that can't ask
 * again gives what the workbook held when it was opened.
 */
export function loadSetting(key: string): Promise<unknown> {
  const { settings } = Office.context.document;
  return new Promise((resolve) => {
    settings.refreshAsync(() => resolve(storedValue(key)));
  });
}

function storedValue(key: string): unknown {
  const value: unknown = Office.context.document.settings.get(key);
  return value ?? null;
}

/** Stores a setting in the workbook; `null` takes it out. */
export function saveSetting(key: string, value: unknown): Promise<void> {
  const { settings } = Office.context.document;
  const before = storedValue(key);
  put(key, value);
  return new Promise((resolve, reject) => {
    settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) {
        resolve();
        return;
      }
      put(key, before);
      reject(notSaved(value, result.error));
    });
  });
}

function notSaved(value: unknown, cause: unknown): HostError {
  const { length } = value === null ? '' : JSON.stringify(value);
  if (length > LONG) {
    const message = `设置没有能保存到工作簿：内容有 ${Math.round(length / 1000)} 千字，可能超过了 Excel 的上限；请删去不用的规则或恢复一些不处理的事项后再试。`;
    return new HostError('too-large', message, { cause });
  }
  return new HostError('unknown', '设置没有能保存到工作簿；请确认工作簿可以编辑，稍后再试。', { cause });
}

function put(key: string, value: unknown): void {
  const { settings } = Office.context.document;
  if (value === null || value === undefined) settings.remove(key);
  else settings.set(key, value);
}
