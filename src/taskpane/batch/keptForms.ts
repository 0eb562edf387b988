import { HostError } from '../../host/host';
import { loadPreference, savePreference } from '../../host/preferences';
import { hasTexts } from '../session/memory';

const PREFERENCE = 'batch.aside';
/** The latest are kept: a browser has a few megabytes for all that a site keeps. */
const MOST = 1000;

/** One thing that was set aside: the form, the key of the finding and the reason. */
export type KeptEntry = Readonly<Record<'form' | 'key' | 'reason', string>>;

/** What is stored is never trusted. */
export async function keptEntries(): Promise<readonly KeptEntry[]> {
  const entries = await loadPreference(PREFERENCE);
  return Array.isArray(entries) ? entries.filter((one) => hasTexts(one, 'form', 'key', 'reason')) : [];
}

/** Of how many received forms something is kept in this browser. */
export async function keptForms(): Promise<number> {
  return new Set((await keptEntries()).map(({ form }) => form)).size;
}

/** Forgets what was set aside in received forms. */
export async function forgetForms(): Promise<void> {
  await savePreference(PREFERENCE, []);
}

/** Keeps these, the latest where they are too many; rejects with a `HostError` when the browser takes no more. */
export async function keepEntries(entries: readonly KeptEntry[]): Promise<readonly KeptEntry[]> {
  const latest = entries.slice(-MOST);
  try {
    await savePreference(PREFERENCE, latest);
  } catch (cause) {
    throw new HostError('too-large', '浏览器的存储已满，没有保存：请先恢复一些不处理的事项再试。', { cause });
  }
  return latest;
}
