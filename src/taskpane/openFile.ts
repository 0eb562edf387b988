import { KeptSettings, workbookId } from './file/keptSettings';
import type { OpenFile } from './file/opening';

/** Reads a file here in the page; what reads and checks it is loaded with the first file. */
export const openFile: OpenFile = async (file, settings) => {
  const [bytes, { FileHost }, { Session }, { review }] = await Promise.all([
    file.arrayBuffer(),
    import('../host/file/fileHost'),
    import('./session/session'),
    import('../review'),
  ]);
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
