import { HostError, type SettingsKeeper } from '../../host/host';
import { loadPreference, savePreference } from '../../host/preferences';
import type { SheetSnapshot } from '../../sheet/snapshot';

const PREFERENCE = 'file.settings';
/** The latest are kept: a browser has a few megabytes for all that a site keeps. */
const MOST_FILES = 100;
const MOST_CHARACTERS = 1_500_000;
/** A file and the latest of its copies. */
const MOST_IDS = 10;

/** The settings of one file, known by what stands in it and in its copies. */
interface KeptFile {
  readonly ids: readonly string[];
  readonly settings: readonly (readonly [string, unknown])[];
}

function isEntry(value: unknown): value is KeptFile {
  if (typeof value !== 'object' || value === null) return false;
  const { ids, settings } = value as Partial<Record<keyof KeptFile, unknown>>;
  return (
    Array.isArray(ids) &&
    ids.every((id) => typeof id === 'string') &&
    Array.isArray(settings) &&
    settings.every((pair) => Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string')
  );
}

async function stored(): Promise<readonly KeptFile[]> {
  const entries = await loadPreference(PREFERENCE);
  return Array.isArray(entries) ? entries.filter(isEntry) : [];
}

/** The latest entries, as many as there is room for; `null` where there is none for the last. */
function withinBounds(entries: readonly KeptFile[]): readonly KeptFile[] | null {
  let room = MOST_CHARACTERS;
  const kept: KeptFile[] = [];
  for (const entry of entries.slice(-MOST_FILES).reverse()) {
    room -= JSON.stringify(entry).length;
    if (room < 0) break;
    kept.unshift(entry);
  }
  return kept.length === 0 && entries.length > 0 ? null : kept;
}

async function store(entries: readonly KeptFile[]): Promise<void> {
  const full = (cause?: unknown) =>
    new HostError('too-large', '浏览器的存储已满，没有保存：请先恢复一些不处理的事项，或删去不用的规则再试。', {
      cause,
    });
  const kept = withinBounds(entries);
  if (kept === null) throw full();
  try {
    await savePreference(PREFERENCE, kept);
  } catch (cause) {
    throw full(cause);
  }
}

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
    this.settings ??= new Map((await stored()).find(({ ids }) => ids.includes(id))?.settings ?? []);
    return this.settings.get(key) ?? null;
  }

  async saveSetting(key: string, value: unknown): Promise<void> {
    await this.loadSetting(key);
    const settings = new Map(this.settings ?? []);
    if (isNothing(value)) settings.delete(key);
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
    const entries = await stored();
    const before = entries.filter(({ ids }) => ids.some((id) => own.includes(id)));
    const ids = [...new Set([...before.flatMap((entry) => entry.ids), ...own])].slice(-MOST_IDS);
    const others = entries.filter((entry) => !before.includes(entry));
    await store(settings.size === 0 ? others : [...others, { ids, settings: [...settings] }]);
  }
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Of how many files settings are kept in this browser. */
export async function keptFiles(): Promise<number> {
  return (await stored()).length;
}

/** Forgets the settings of all files. */
export async function forgetFiles(): Promise<void> {
  await savePreference(PREFERENCE, []);
}
