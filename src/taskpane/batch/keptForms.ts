import { KeptEntries } from '../../host/preferences';
import { hasTexts } from '../../host/stored';

/** One thing that was set aside: the form, the key of the finding and the reason. */
export type KeptEntry = Readonly<Record<'form' | 'key' | 'reason', string>>;

/** What was set aside in received forms, of any file. */
export const ALL_ASIDES = new KeptEntries<KeptEntry>(
  'batch.aside',
  (one) => hasTexts(one, 'form', 'key', 'reason'),
  1000,
  '请先恢复一些不处理的事项再试。',
);

/** Of how many received forms something is kept in this browser. */
export async function keptForms(): Promise<number> {
  return new Set((await ALL_ASIDES.load()).map(({ form }) => form)).size;
}
