import { HostError, type WorkbookHost } from '../../host/host';
import { KeptList } from './keptList';

/** Under which setting of the workbook they are kept. */
export const SET_ASIDE_SETTING = 'zipingbiao.setAside';
const MOST = 2000;
const LONGEST_REASON = 500;

/** A finding that was set aside, by the name of its sheet. */
export interface SetAsideEntry {
  readonly sheet: string;
  readonly key: string;
  readonly reason: string;
}

function isEntry(value: unknown): value is SetAsideEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { sheet, key, reason } = value as Partial<Record<keyof SetAsideEntry, unknown>>;
  return typeof sheet === 'string' && typeof key === 'string' && typeof reason === 'string';
}

/** The entries that a setting holds; what is stored is never trusted. */
export function setAsideEntries(stored: unknown): readonly SetAsideEntry[] {
  return Array.isArray(stored) ? stored.filter(isEntry).slice(0, MOST) : [];
}

/**
 * The findings that were set aside in this workbook, with their reasons, by the sheet's name. They are kept in the
 * workbook's own settings, so that they travel with it; what is stored there is never trusted.
 */
export class SetAsides {
  private readonly kept: KeptList<SetAsideEntry>;

  constructor(host: WorkbookHost) {
    this.kept = new KeptList(host, SET_ASIDE_SETTING, setAsideEntries);
  }

  load(): Promise<void> {
    return this.kept.load();
  }

  /** Reasons by the key of the finding. */
  of(sheet: string): ReadonlyMap<string, string> {
    return new Map(this.kept.entries.filter((entry) => entry.sheet === sheet).map(({ key, reason }) => [key, reason]));
  }

  /** Keeps a reason; rejects with a `HostError`, and forgets it again, when the workbook can't keep it. */
  async add(sheet: string, key: string, reason: string): Promise<void> {
    const entry = { sheet, key, reason: reason.trim().slice(0, LONGEST_REASON) };
    await this.kept.change((entries) => {
      if (entries.length >= MOST) {
        throw new HostError('too-large', `标为不处理的已有 ${MOST} 条，请先恢复一些再标新的。`);
      }
      return [...without(entries, sheet, key), entry];
    });
  }

  /** Forgets what was set aside under any of these keys of one finding. */
  remove(sheet: string, ...keys: readonly string[]): Promise<void> {
    return this.kept.change((entries) => entries.filter((entry) => entry.sheet !== sheet || !keys.includes(entry.key)));
  }

  /** Follows a sheet to its new name. */
  async rename(from: string, to: string): Promise<void> {
    if (!this.kept.entries.some((entry) => entry.sheet === from)) return;
    await this.kept.change((entries) =>
      entries.map((entry) => (entry.sheet === from ? { ...entry, sheet: to } : entry)),
    );
  }
}

function without(entries: readonly SetAsideEntry[], sheet: string, key: string): readonly SetAsideEntry[] {
  return entries.filter((entry) => entry.sheet !== sheet || entry.key !== key);
}
