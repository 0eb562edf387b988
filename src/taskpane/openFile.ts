import { HostError } from '../host/host';
import type { SheetLayout } from '../advice/newForm';
import type { Pool } from './batch/pool';
import type { OpenFile } from './file/opening';

/** The file that is opened, or a new one with the empty form that is begun. */
async function fileOf(given: File | SheetLayout): Promise<File> {
  if (given instanceof File) return given;
  const { newFormFile } = await import('../host/file/newSheet');
  return new File([new Uint8Array(await newFormFile(given))], `${given.name}.xlsx`);
}

/** Opens files that workers read, which are stopped like the command line's; what checks them is loaded with the first. */
export function openFileBy(readers: () => Promise<Pool>): OpenFile {
  return async (given, settings) => {
    const file = await fileOf(given);
    const [answer, { FileHost }, { KeptSettings, workbookId }, { Session }, { review }] = await Promise.all([
      readers().then((pool) => pool.run({ kind: 'open', file })),
      import('../host/file/fileHost'),
      import('./file/keptSettings'),
      import('./session/session'),
      import('../review'),
    ]);
    if (answer.kind === 'failed') throw new HostError('unreadable', answer.sentence);
    if (answer.kind !== 'opened') throw new Error(`opening a file was answered by ${answer.kind}`);
    const { opened } = answer;
    const begun = file !== given;
    // The same stands in all forms that are begun, and yet each is another one.
    const id = () => (begun ? `${file.name} ${file.lastModified}` : workbookId(host.contents('opened')));
    const kept = new KeptSettings(id);
    const host: InstanceType<typeof FileHost> = new FileHost(opened, file.name, settings ?? kept);
    return {
      name: file.name,
      session: new Session(host, review),
      notes: new Map(opened.file.sheets.map(({ name, notes }) => [name, notes])),
      copy: () => host.download(),
      // Of a form that was begun there is nothing older for a copy to differ from.
      copyHolds: () => (begun && host.copyHolds === 'changes' ? 'nothing' : host.copyHolds),
      unsaved: () => host.unsaved,
      remember: async () => (settings === undefined ? kept.addCopy(workbookId(host.contents('edited'))) : undefined),
    };
  };
}

/** The page's own reader, made with the first file. */
let readers: Promise<Pool> | null = null;

async function newReaders(): Promise<Pool> {
  const [{ Pool }, { newWorker }] = await Promise.all([import('./batch/pool'), import('./batch/newWorker')]);
  return new Pool(newWorker, 1);
}

/** Reads a file in a worker of the page. */
export const openFile: OpenFile = openFileBy(() => (readers ??= newReaders()));
