import type { SettingsKeeper } from '../../host/host';
import { KeptEntries } from '../../host/preferences';
import { isText } from '../../host/stored';
import type { SheetSnapshot } from '../../sheet/snapshot';

/** A file and the latest of its copies. */
const MOST_IDS = 10;

/** The settings of one file, known by what stands in it and in its copies. */
interface KeptFile {
  readonly ids: readonly string[];
  readonly settings: readonly (readonly [string, unknown])[];
}

function isKeptFile(value: unknown): value is KeptFile {
  if (typeof value !== 'object' || value === null) return false;
  const { ids, settings } = value as Partial<Record<keyof KeptFile, unknown>>;
  return (
    Array.isArray(ids) &&
    ids.every(isText) &&
    Array.isArray(settings) &&
    settings.every((pair) => Array.isArray(pair) && pair.length === 2 && isText(pair[0]))
  );
}

/** The settings of all files that were opened in this browser. */
export const ALL_FILES = new KeptEntries(
  'file.settings',
  isKeptFile,
  100,
  '请先恢复一些不处理的事项，或删去不用的规则再试。',
);

/**
 * By what a workbook is known when its file is opened again, under whatever name: 53 bits of all that stands in its
 * sheets. Comments and looks do not count, so that an annotated copy is known as well; the texts can't be read back.
 */
export function workbookId(sheets: readonly SheetSnapshot[]): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  const take = (text: string) => {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
    // Where one text ends and the next begins.
    high = Math.imul(high ^ 0x1f, 2654435761);
    low = Math.imul(low ^ 0x1f, 1597334677);
  };
  for (const { name, origin, values } of sheets) {
    take(name);
    values.forEach((row, below) => {
      row.forEach((value, beside) => {
        if (value === null || value === '') return;
        take(`${origin.row + below},${origin.column + beside},${typeof value},${String(value)}`);
      });
    });
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/**
 * Settings of files that are opened in the page, which are not to be changed: they are kept in this browser, for the
 * latest files, until they are forgotten. What is stored is never trusted.
 */
export class KeptSettings implements SettingsKeeper {
  private settings: ReadonlyMap<string, unknown> | null = null;
  private readonly copies: string[] = [];

  /** `id` is asked for with the first setting. */
  constructor(private readonly id: () => string) {}

  async loadSetting(key: string): Promise<unknown> {
    const id = this.id();
    this.settings ??= new Map((await ALL_FILES.load()).find(({ ids }) => ids.includes(id))?.settings ?? []);
    return this.settings.get(key) ?? null;
  }

  async saveSetting(key: string, value: unknown): Promise<void> {
    await this.loadSetting(key);
    const settings = new Map(this.settings ?? []);
    const isEmpty = Array.isArray(value) && value.length === 0;
    if (value === null || value === undefined || isEmpty) settings.delete(key);
    else settings.set(key, value);
    await this.keep(settings);
    this.settings = settings;
  }

  /** Makes a copy of the file known as the same one. */
  async addCopy(id: string): Promise<void> {
    if (id === this.id() || this.copies.includes(id)) return;
    this.copies.push(id);
    if (this.settings !== null && this.settings.size > 0) await this.keep(this.settings);
  }

  private async keep(settings: ReadonlyMap<string, unknown>): Promise<void> {
    const own = [this.id(), ...this.copies];
    // Another page of ours may have kept something meanwhile.
    const entries = await ALL_FILES.load();
    const before = entries.filter(({ ids }) => ids.some((id) => own.includes(id)));
    const ids = [...new Set([...before.flatMap((entry) => entry.ids), ...own])].slice(-MOST_IDS);
    const others = entries.filter((entry) => !before.includes(entry));
    await ALL_FILES.save(settings.size === 0 ? others : [...others, { ids, settings: [...settings] }]);
  }
}
