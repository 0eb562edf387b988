import { Link } from '@fluentui/react-components';
import { DocumentSearch32Regular } from '@fluentui/react-icons/svg/document-search';
import { createRoot, type Root } from 'react-dom/client';
import { excelSupport } from '../host/excel/support';
import { App } from './components/App';
import { Message } from './components/Message';
import type { Appearance, AppearanceSource } from './components/theme';
import { Working } from './components/Working';
import { type Outlets, setOutlets } from './download';
import './pane.css';
import { SessionMemory } from './session/memory';
import { sentenceOf } from './session/words';
import { refuseStrayDrops } from './strayDrops';

/** Office's theme where it has one to tell, which desktop Excel does; it says nothing when the theme changes. */
const officeAppearance: AppearanceSource = {
  current: (): Appearance | null => {
    // Typed as always there; there is no context before Office.js is ready, and the web has no theme.
    const context = Office.context as Partial<Office.Context> | undefined;
    const theme = context?.officeTheme;
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

/** What each Excel lets a pane do, as public reports have it. */
function outletsOf(platform: Office.PlatformType): Outlets {
  const { Mac, iOS, OfficeOnline } = Office.PlatformType;
  const shut = platform === Mac || platform === iOS;
  const opens = shut && Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1');
  const open = () => Office.context.ui.openBrowserWindow(new URL('browser.html', window.location.href).href);
  return {
    files: platform === OfficeOnline ? 'unseen' : !shut,
    printing: !shut && platform !== OfficeOnline,
    openFilePage: opens ? open : null,
  };
}

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

const NOT_CONNECTED =
  '没有连上 Office，窗格读不到工作簿。请检查网络后重新打开窗格；内网连不上微软服务器时，请管理员改用自行存放的脚本。';

/** The first screen is shown at once; all that reads and checks a sheet is loaded while Office.js finds its host. */
async function start(root: Root): Promise<void> {
  root.render(
    <App appearance={officeAppearance}>
      <Working text="正在启动…" />
    </App>,
  );
  const tellMissing = () => showInstead(root, '没有连上 Office', NOT_CONNECTED);
  // A file that fails at once fails before this script runs.
  if (document.documentElement.dataset['office'] === 'missing') tellMissing();
  document.addEventListener('office-missing', tellMissing);
  const [{ host }, { startPane }, { ExcelHost }] = await Promise.all([
    Office.onReady((info) => {
      document.dispatchEvent(new Event('office-ready'));
      return info;
    }),
    import('./startPane'),
    import('../host/excel/excelHost'),
  ]);
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
  setOutlets(outletsOf(Office.context.platform));
  const memory = new SessionMemory(window.sessionStorage, Office.context.document.url);
  const rest = () => import('../host/excel/writing');
  await startPane(root, { host: new ExcelHost(), appearance: officeAppearance, memory, rest });
}

refuseStrayDrops(window);
const element = document.getElementById('root');
// Without Office.js the page's guard has told the officer already.
if (element !== null && 'Office' in window) {
  const root = createRoot(element);
  start(root).catch((error: unknown) => {
    showInstead(root, '窗格没有启动', sentenceOf(error));
  });
}
