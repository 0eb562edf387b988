import { openWorkbook } from '../../src/host/file/annotate';
import { FileHost } from '../../src/host/file/fileHost';
import type { SettingsKeeper } from '../../src/host/host';

/** A file as a page opens it, with settings that are gone with it. Throws a `HostError` for one that can't be read. */
export function fileHost(bytes: Uint8Array, name: string): FileHost {
  return new FileHost(openWorkbook(bytes, name), name, whileOpen());
}

/** Settings that are gone with the page. */
export function whileOpen(): SettingsKeeper {
  const settings = new Map<string, unknown>();
  return {
    loadSetting: (key) => Promise.resolve(settings.get(key) ?? null),
    saveSetting: (key, value) => {
      settings.set(key, value);
      return Promise.resolve();
    },
  };
}
