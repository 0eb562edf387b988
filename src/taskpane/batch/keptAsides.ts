import { baseName } from '../fileNames';
import { reasonOf, withFollows } from '../../advice/places';
import type { FormRecord } from '../../advice/record';
import { HostError } from '../../host/host';
import { loadPreference, savePreference } from '../../host/preferences';
import { hasTexts } from '../session/memory';

const PREFERENCE = 'batch.aside';
/** The latest are kept: a browser has a few megabytes for all that a site keeps. */
const MOST = 1000;

type Entry = Readonly<Record<'form' | 'key' | 'reason', string>>;

async function stored(): Promise<readonly Entry[]> {
  const entries = await loadPreference(PREFERENCE);
  return Array.isArray(entries) ? entries.filter((one) => hasTexts(one, 'form', 'key', 'reason')) : [];
}

/** Of how many received forms something is kept in this browser. */
export async function keptForms(): Promise<number> {
  return new Set((await stored()).map(({ form }) => form)).size;
}

/** Forgets what was set aside in received forms. */
export async function forgetForms(): Promise<void> {
  await savePreference(PREFERENCE, []);
}

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
  private entries: readonly Entry[] = [];

  async load(): Promise<void> {
    this.entries = await stored();
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
    const others = (await stored()).filter((entry) => entry.form !== id || !here.has(entry.key));
    const added = [...aside].map(([key, reason]): Entry => ({ form: id, key, reason }));
    const entries = [...others, ...added].slice(-MOST);
    try {
      await savePreference(PREFERENCE, entries);
    } catch (cause) {
      throw new HostError('too-large', '浏览器的存储已满，没有保存：请先恢复一些不处理的事项再试。', { cause });
    }
    this.entries = entries;
  }
}
