import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { review } from '../review';
import { App } from './components/App';
import { NO_APPEARANCE } from './components/theme';
import { FilePage, type OpenedFile } from './file/FilePage';
import './pane.css';
import { Session } from './session/session';

/** Reads the file here in the page; the reader is loaded with the first file. */
async function open(file: File): Promise<OpenedFile> {
  const [bytes, { FileHost }] = await Promise.all([file.arrayBuffer(), import('../host/file/fileHost')]);
  const host = new FileHost(new Uint8Array(bytes), file.name);
  return { name: file.name, session: new Session(host, review), copy: () => host.download() };
}

const element = document.getElementById('root');
if (element !== null) {
  createRoot(element).render(
    <StrictMode>
      <App appearance={NO_APPEARANCE}>
        <FilePage open={open} />
      </App>
    </StrictMode>,
  );
}
