import { baseName } from '../../sheet/fileName';
import { reasonOf, withFollows } from '../../advice/places';
import type { FormRecord } from '../../advice/record';
import type { SettingsKeeper } from '../../host/host';
import { RULEBOOKS_SETTING } from '../session/rulebooks';
import type { OwnRulebooks } from '../session/state';
import { SET_ASIDE_SETTING, type SetAsideEntry, setAsideEntries } from '../session/kept';
import { ALL_ASIDES, type KeptEntry } from './keptForms';
import type { BatchRow } from './state';

/** By what a form is known when its file is received again: the file's name without its folder, sheet, unit and year. */
export function formId(file: string, { sheet, index, organisation, year }: FormRecord): string {
  return JSON.stringify([baseName(file), sheet, index, organisation, year]);
}

/** The reasons of those of a form's findings that are named, by key. */
export function asideAmong({ findings }: FormRecord, reasons: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    withFollows(findings).flatMap((one): [string, string][] => {
      const reason = reasonOf(one, reasons);
      return reason === undefined ? [] : [[one.key, reason]];
    }),
  );
}

/**
 * What was set aside in received forms, with the reasons. The files are not to be changed, so that it is kept in this
 * browser; it counts for as long as the finding is the same, figures included. What is stored is never trusted.
 */
export class KeptAsides {
  private entries: readonly KeptEntry[] = [];

  async load(): Promise<void> {
    this.entries = await ALL_ASIDES.load();
  }

  /** Another one whenever something else is kept. */
  get version(): unknown {
    return this.entries;
  }

  /** Reasons by the key of the finding. */
  of(form: string): ReadonlyMap<string, string> {
    return new Map(this.entries.filter((entry) => entry.form === form).map(({ key, reason }) => [key, reason]));
  }

  /**
   * Keeps what is set aside among the findings of a form; findings that it does not have now keep their reasons. Rejects
   * with a `HostError` when the browser takes no more.
   */
  async put(file: string, form: FormRecord, aside: ReadonlyMap<string, string>): Promise<void> {
    const id = formId(file, form);
    const here = new Set(withFollows(form.findings).flatMap(({ key, formerKey }) => [key, formerKey]));
    // Another page of ours may have kept something meanwhile.
    const others = (await ALL_ASIDES.load()).filter((entry) => entry.form !== id || !here.has(entry.key));
    const added = [...aside].map(([key, reason]): KeptEntry => ({ form: id, key, reason }));
    this.entries = await ALL_ASIDES.save([...others, ...added]);
  }
}

/** What the session of a received file shares with the batch. */
export interface RowRecords {
  readonly rulebooks: () => OwnRulebooks;
  readonly rows: () => readonly BatchRow[];
  readonly setAside: (form: FormRecord, aside: ReadonlyMap<string, string>) => Promise<void>;
}

/** Settings of a received file, which is not to be changed: they come from the batch and go into it. */
export function rowSettings({ rulebooks, rows, setAside }: RowRecords): SettingsKeeper {
  return {
    loadSetting(key) {
      if (key === RULEBOOKS_SETTING) return Promise.resolve(rulebooks());
      if (key !== SET_ASIDE_SETTING) return Promise.resolve(null);
      const entries = rows().flatMap(({ form, aside }): SetAsideEntry[] =>
        form === null ? [] : [...aside].map(([finding, reason]) => ({ sheet: form.sheet, key: finding, reason })),
      );
      return Promise.resolve(entries);
    },
    async saveSetting(key, value) {
      // Rulebooks are the pane's; a received file has none of its own.
      if (key !== SET_ASIDE_SETTING) return;
      const entries = setAsideEntries(value);
      for (const { form } of rows()) {
        if (form === null) continue;
        const reasons = entries
          .filter(({ sheet }) => sheet === form.sheet)
          .map((one) => [one.key, one.reason] as const);
        await setAside(form, asideAmong(form, new Map(reasons)));
      }
    },
  };
}
