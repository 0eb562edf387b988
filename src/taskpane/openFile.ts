import { review } from '../review';
import { KeptSettings, workbookId } from './file/keptSettings';
import type { OpenFile } from './file/opening';
import { Session } from './session/session';

/** Reads a file here in the page; the reader is loaded with the first file. */
export const openFile: OpenFile = async (file, settings) => {
  const [bytes, { FileHost }] = await Promise.all([file.arrayBuffer(), import('../host/file/fileHost')]);
  const kept = settings === undefined ? new KeptSettings(() => workbookId(host.contents('opened'))) : null;
  const host: InstanceType<typeof FileHost> = new FileHost(
    new Uint8Array(bytes),
    file.name,
    settings ?? kept ?? undefined,
  );
  return {
    name: file.name,
    session: new Session(host, review),
    copy: () => host.download(),
    unsaved: () => host.unsaved,
    remember: async () => kept?.addCopy(workbookId(host.contents('edited'))),
  };
};
