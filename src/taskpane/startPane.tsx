import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import type { WorkbookHost } from '../host/host';
import { review } from '../review';
import { App } from './components/App';
import { Pane } from './components/Pane';
import type { AppearanceSource } from './components/theme';
import { SessionProvider } from './components/useSession';
import { OpenerProvider } from './file/opening';
import { rememberView } from './lastView';
import { openFile } from './openFile';
import { Session } from './session/session';

interface PaneStart {
  readonly host: WorkbookHost;
  readonly appearance: AppearanceSource;
  /** Whether the sheet in front is checked whole, merged areas included. */
  readonly checks: boolean;
}

/** Shows the pane over a workbook and looks at the sheet in front. */
export async function startPane(root: Root, { host, appearance, checks }: PaneStart): Promise<void> {
  const session = new Session(host, review);
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
  rememberView(session, checks, reportError).catch(reportError);
  await session.start(checks);
}
