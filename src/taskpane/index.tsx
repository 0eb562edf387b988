import { Link } from '@fluentui/react-components';
import { DocumentSearch32Regular } from '@fluentui/react-icons/svg/document-search';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ExcelHost } from '../host/excel/excelHost';
import { excelSupport } from '../host/excel/support';
import { review } from '../review';
import { App } from './components/App';
import { Message } from './components/Message';
import { Pane } from './components/Pane';
import type { Appearance, AppearanceSource } from './components/theme';
import { SessionProvider } from './components/useSession';
import { OpenerProvider } from './file/opening';
import { rememberView } from './lastView';
import { openFile } from './openFile';
import './pane.css';
import { Session } from './session/session';
import { sentenceOf } from './session/words';

/** What the ribbon's 核查 adds to the pane's address; 打开窗格 leaves it out and so spares Excel's undo list. */
const CHECK = 'check';

/** Office's theme where it has one to tell, which desktop Excel does; it says nothing when the theme changes. */
const officeAppearance: AppearanceSource = {
  current: (): Appearance | null => {
    // Typed as always there, but the web has none.
    const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
    const background = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(theme?.bodyBackgroundColor ?? '');
    if (background === null) return null;
    const [red = 0, green = 0, blue = 0] = background.slice(1).map((digits) => parseInt(digits, 16));
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
  },
  subscribe: (listener) => {
    window.addEventListener('focus', listener);
    return () => window.removeEventListener('focus', listener);
  },
};

function showInstead(root: Root, title: string, sentence: string): void {
  root.render(
    <App appearance={officeAppearance}>
      <main>
        <Message icon={<DocumentSearch32Regular />} title={title} sentences={[sentence]}>
          <Link href="browser.html">打开文件页面</Link>
        </Message>
      </main>
    </App>,
  );
}

async function start(root: Root): Promise<void> {
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) {
    const sentence = '这里不是 Excel。可以在文件页面打开工作簿文件来核查，文件只在本机读取，不上传。';
    showInstead(root, '请在 Excel 里打开自评表助手', sentence);
    return;
  }
  const support = excelSupport();
  if (!support.ok) {
    showInstead(root, '这个 Excel 版本不支持', support.message);
    return;
  }
  const session = new Session(new ExcelHost(), review);
  root.render(
    <StrictMode>
      <App appearance={officeAppearance}>
        <SessionProvider value={session}>
          <OpenerProvider value={openFile}>
            <Pane />
          </OpenerProvider>
        </SessionProvider>
      </App>
    </StrictMode>,
  );
  const checks = new URLSearchParams(window.location.search).has(CHECK);
  rememberView(session, checks, reportError).catch(reportError);
  await session.start(checks);
}

const element = document.getElementById('root');
// Without Office.js the page's guard has told the officer already.
if (element !== null && 'Office' in window) {
  const root = createRoot(element);
  start(root).catch((error: unknown) => {
    showInstead(root, '窗格没有启动', sentenceOf(error));
  });
}
