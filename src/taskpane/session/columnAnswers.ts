import type { ColumnAnswer } from '../../form/model';
import { ROLE_NAMES } from '../../form/vocabulary/columns';
import type { WorkbookHost } from '../../host/host';
import { KeptList } from './keptList';

/** Under which setting of the workbook they are kept. */
const COLUMNS_SETTING = 'zipingbiao.columns';
const MOST = 200;

interface Entry extends ColumnAnswer {
  readonly sheet: string;
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { sheet, role, column } = value as Partial<Record<keyof Entry, unknown>>;
  return typeof sheet === 'string' && ROLE_NAMES.some(([own]) => own === role) && Number.isInteger(column);
}

/**
 * What the officer said of columns that could be read in two ways, by the sheet's name. It is kept in the workbook's own
 * settings, so that it is asked once; what is stored there is never trusted.
 */
export class ColumnAnswers {
  private readonly kept: KeptList<Entry>;

  constructor(host: WorkbookHost) {
    this.kept = new KeptList(host, COLUMNS_SETTING, (stored) =>
      Array.isArray(stored) ? stored.filter(isEntry).slice(0, MOST) : [],
    );
  }

  load(): Promise<void> {
    return this.kept.load();
  }

  of(sheet: string): readonly ColumnAnswer[] {
    return this.kept.entries.filter((entry) => entry.sheet === sheet).map(({ role, column }) => ({ role, column }));
  }

  /** Keeps an answer in the place of an earlier one; rejects with a `HostError` when the workbook can't keep it. */
  put(sheet: string, answer: ColumnAnswer): Promise<void> {
    return this.kept.change((entries) => [
      ...entries.filter((entry) => entry.sheet !== sheet || entry.role !== answer.role),
      { ...answer, sheet },
    ]);
  }

  /** Forgets what was said of a sheet. */
  forget(sheet: string): Promise<void> {
    return this.kept.change((entries) => entries.filter((entry) => entry.sheet !== sheet));
  }
}
