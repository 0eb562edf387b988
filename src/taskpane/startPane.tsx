import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import type { WorkbookHost } from '../host/host';
import { review } from '../review';
import { App } from './components/App';
import { loadLater, loadTheRest } from './components/later';
import { Pane } from './components/Pane';
import type { AppearanceSource } from './components/theme';
import { SessionProvider } from './components/useSession';
import { OpenerProvider } from './file/opening';
import { rememberView } from './lastView';
import { keepMemosIn } from './memo/kept';
import { openFile } from './openFile';
import type { PaneMemory } from './session/memory';
import { Session } from './session/session';

interface PaneStart {
  readonly host: WorkbookHost;
  readonly appearance: AppearanceSource;
  /** What outlives a reload of the pane. */
  readonly memory: PaneMemory;
  /** Loads what the host needs later than at its start. */
  readonly rest?: () => Promise<unknown>;
}

const STARTED = 'started';

/** Milliseconds for which the first screen stays, so that a sheet that is read at once is the next that is drawn. */
const AT_ONCE = 300;

/**
 * Shows the pane over a workbook and checks the sheet in front. A pane that Excel loaded again finds what was begun, and
 * leaves merged areas alone, as nobody asked for a check.
 */
export async function startPane(root: Root, { host, appearance, memory, rest }: PaneStart): Promise<void> {
  const session = new Session(host, review, memory);
  const again = memory.load(STARTED) !== null;
  memory.keep(STARTED, true);
  keepMemosIn(memory);
  rememberView(session, !again, reportError).catch(reportError);
  const started = session.start(!again);
  await Promise.race([started, new Promise((resolve) => setTimeout(resolve, AT_ONCE))]);
  root.render(
    <StrictMode>
      <App appearance={appearance}>
        <SessionProvider value={session}>
          <OpenerProvider value={openFile}>
            <Pane />
          </OpenerProvider>
        </SessionProvider>
      </App>
    </StrictMode>,
  );
  await started;
  if (rest !== undefined) loadLater(rest);
  loadTheRest();
}
