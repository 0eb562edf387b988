import type { ColumnAnswer } from '../../form/model';
import { ROLE_NAMES } from '../../form/vocabulary/columns';
import { HostError, type SheetInfo, type WorkbookHost } from '../../host/host';
import { entriesIn, hasTexts } from '../../host/stored';

/**
 * What is said of sheets, by their names. It is kept in a setting of the workbook, so that it travels with it; what is
 * stored there is never trusted.
 */
class KeptList<T extends { readonly sheet: string }> {
  private held: readonly T[] = [];

  constructor(
    private readonly host: WorkbookHost,
    private readonly setting: string,
    private readonly read: (stored: unknown) => readonly T[],
  ) {}

  protected entriesOf(name: string): readonly T[] {
    return this.held.filter(({ sheet }) => sheet === name);
  }

  async load(): Promise<void> {
    this.held = await this.stored();
  }

  /**
   * Changes what the workbook holds by now, to which a co-author may have added since it was read; rejects with a
   * `HostError`, and forgets the change again, when the workbook can't keep it.
   */
  protected async change(change: (entries: readonly T[]) => readonly T[]): Promise<void> {
    const entries = change(await this.stored());
    await this.host.saveSetting(this.setting, entries);
    this.held = entries;
  }

  /** Follows the sheets to their new names. */
  async follow(before: readonly SheetInfo[], now: readonly SheetInfo[]): Promise<void> {
    const names = new Map<string, string>();
    for (const { id, name } of before) {
      const next = now.find((sheet) => sheet.id === id)?.name ?? name;
      if (next !== name && this.entriesOf(name).length > 0) names.set(name, next);
    }
    if (names.size === 0) return;
    await this.change((entries) =>
      entries.map((entry) => ({ ...entry, sheet: names.get(entry.sheet) ?? entry.sheet })),
    );
  }

  private async stored(): Promise<readonly T[]> {
    return this.read(await this.host.loadSetting(this.setting));
  }
}

/** Under which setting of the workbook the findings that were set aside are kept. */
export const SET_ASIDE_SETTING = 'zipingbiao.setAside';
const MOST_ASIDE = 2000;
const LONGEST_REASON = 500;

/** A finding that was set aside, by the name of its sheet. */
export type SetAsideEntry = Readonly<Record<'sheet' | 'key' | 'reason', string>>;

/** The entries that a setting holds. */
export function setAsideEntries(stored: unknown): readonly SetAsideEntry[] {
  return entriesIn(stored, (one) => hasTexts(one, 'sheet', 'key', 'reason')).slice(0, MOST_ASIDE);
}

/** The findings that were set aside in this workbook, with their reasons. */
export class SetAsides extends KeptList<SetAsideEntry> {
  constructor(host: WorkbookHost) {
    super(host, SET_ASIDE_SETTING, setAsideEntries);
  }

  /** Reasons by the key of the finding. */
  of(sheet: string): ReadonlyMap<string, string> {
    return new Map(this.entriesOf(sheet).map(({ key, reason }) => [key, reason]));
  }

  /** Keeps a reason; rejects with a `HostError`, and forgets it again, when the workbook can't keep it. */
  add(sheet: string, key: string, reason: string): Promise<void> {
    return this.change((entries) => {
      if (entries.length >= MOST_ASIDE) {
        throw new HostError('too-large', `标为不处理的已有 ${MOST_ASIDE} 条，请先恢复一些再标新的。`);
      }
      return [...without(entries, sheet, [key]), { sheet, key, reason: reason.trim().slice(0, LONGEST_REASON) }];
    });
  }

  /** Forgets what was set aside under any of these keys of one finding. */
  remove(sheet: string, ...keys: readonly string[]): Promise<void> {
    return this.change((entries) => without(entries, sheet, keys));
  }
}

function without(entries: readonly SetAsideEntry[], sheet: string, keys: readonly string[]): readonly SetAsideEntry[] {
  return entries.filter((entry) => entry.sheet !== sheet || !keys.includes(entry.key));
}

const COLUMNS_SETTING = 'zipingbiao.columns';
const MOST_COLUMNS = 200;

interface ColumnEntry extends ColumnAnswer {
  readonly sheet: string;
}

function isColumnEntry(value: unknown): value is ColumnEntry {
  return (
    hasTexts(value, 'sheet', 'role') &&
    ROLE_NAMES.some(([own]) => own === value.role) &&
    Number.isInteger((value as Partial<Record<string, unknown>>)['column'])
  );
}

/** What the officer said of columns that could be read in two ways, so that it is asked once. */
export class ColumnAnswers extends KeptList<ColumnEntry> {
  constructor(host: WorkbookHost) {
    super(host, COLUMNS_SETTING, (stored) => entriesIn(stored, isColumnEntry).slice(0, MOST_COLUMNS));
  }

  of(sheet: string): readonly ColumnAnswer[] {
    return this.entriesOf(sheet).map(({ role, column }) => ({ role, column }));
  }

  /** Keeps an answer in the place of an earlier one; rejects with a `HostError` when the workbook can't keep it. */
  put(sheet: string, answer: ColumnAnswer): Promise<void> {
    return this.change((entries) => [
      ...entries.filter((entry) => entry.sheet !== sheet || entry.role !== answer.role),
      { ...answer, sheet },
    ]);
  }

  /** Forgets what was said of a sheet. */
  forget(sheet: string): Promise<void> {
    return this.change((entries) => entries.filter((entry) => entry.sheet !== sheet));
  }
}
