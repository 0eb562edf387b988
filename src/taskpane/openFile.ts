import { review } from '../review';
import type { OpenedFile } from './file/opening';
import { Session } from './session/session';

/** Reads a file here in the page; the reader is loaded with the first file. */
export async function openFile(file: File): Promise<OpenedFile> {
  const [bytes, { FileHost }] = await Promise.all([file.arrayBuffer(), import('../host/file/fileHost')]);
  const host = new FileHost(new Uint8Array(bytes), file.name);
  return { name: file.name, session: new Session(host, review), copy: () => host.download() };
}
