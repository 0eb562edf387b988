import type { FormRecord } from '../../advice/record';
import type { SettingsKeeper } from '../../host/host';
import { type OwnRulebooks, RULEBOOKS_SETTING } from '../session/rulebooks';
import { SET_ASIDE_SETTING, type SetAsideEntry, setAsideEntries } from '../session/kept';
import { asideAmong } from './keptAsides';
import type { BatchRow } from './rows';

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
