import './browserGlobals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { review } from '../../src/review';
import { App } from '../../src/taskpane/components/App';
import { CellsInView } from '../../src/taskpane/components/cellsInView';
import { Pane } from '../../src/taskpane/components/Pane';
import { NO_APPEARANCE } from '../../src/taskpane/components/theme';
import { SessionProvider } from '../../src/taskpane/components/useSession';
import { Session } from '../../src/taskpane/session/session';
import { workbookFile, type FixtureSheet } from './workbook';
import { fileHost } from './fileHost';

/** The pane as it stands in the page, and what it works on. */
export interface ShownPane {
  readonly page: HTMLElement;
  readonly session: Session;
}

let root: Root | null = null;
let shown: ShownPane | null = null;

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  // jsdom has no media queries: a system in its light colours.
  window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
});

async function takeAway(): Promise<void> {
  await act(async () => {
    root?.unmount();
    await shown?.session.close();
  });
  shown?.page.remove();
  root = null;
  shown = null;
}

afterEach(takeAway);

/** Panels are loaded when they are asked for, and the session answers in its own time. */
export const waiting = () => new Promise((resolve) => setTimeout(resolve, 50));

/** The pane over a workbook file, once it has checked it, in place of what was shown before. Needs the jsdom environment. */
export async function showPane(sheets: readonly FixtureSheet[], cellsInView = true): Promise<ShownPane> {
  await takeAway();
  const session = new Session(fileHost(workbookFile(sheets), '自评表.xlsx'), review);
  const page = document.body.appendChild(document.createElement('div'));
  const opened = createRoot(page);
  root = opened;
  shown = { page, session };
  await act(async () => {
    opened.render(
      <App appearance={NO_APPEARANCE}>
        <SessionProvider value={session}>
          <CellsInView value={cellsInView}>
            <Pane />
          </CellsInView>
        </SessionProvider>
      </App>,
    );
    await session.start(true);
  });
  return shown;
}

/** The button of this name; its label counts before its text. */
export function buttonIn(within: ParentNode, name: RegExp): HTMLElement {
  const found = [...within.querySelectorAll<HTMLElement>('button')].find((element) =>
    name.test(element.getAttribute('aria-label') ?? element.textContent),
  );
  if (found === undefined) throw new Error(`no button ${name.source}`);
  return found;
}
