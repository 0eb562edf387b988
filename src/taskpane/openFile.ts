import { review } from '../review';
import type { OpenFile } from './file/opening';
import { Session } from './session/session';

/** Reads a file here in the page; the reader is loaded with the first file. */
export const openFile: OpenFile = async (file, settings) => {
  const [bytes, { FileHost }] = await Promise.all([file.arrayBuffer(), import('../host/file/fileHost')]);
  const host = new FileHost(new Uint8Array(bytes), file.name, settings);
  return { name: file.name, session: new Session(host, review), copy: () => host.download() };
};
