/** @jest-environment jsdom */
import '../support/browserGlobals';
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { App } from '../../src/taskpane/components/App';
import { useEntrance } from '../../src/taskpane/components/entering';
import { NO_APPEARANCE } from '../../src/taskpane/components/theme';
import { buttonIn, waiting } from '../support/pane';

let page: HTMLElement;
let root: Root;

async function show(Shown: () => React.ReactNode): Promise<void> {
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
  await act(async () => {
    root.render(
      <App appearance={NO_APPEARANCE}>
        <Shown />
      </App>,
    );
    await waiting();
  });
}

afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

const focused = () => document.activeElement?.textContent ?? null;

async function press(name: RegExp): Promise<void> {
  await act(async () => {
    const button = buttonIn(page, name);
    button.focus();
    button.click();
    await waiting();
  });
}

/** A button that is there until it is clicked. */
function Going({ name, children }: { readonly name: string; readonly children?: React.ReactNode }) {
  const [gone, setGone] = useState(false);
  return gone ? children : <button onClick={() => setGone(true)}>{name}</button>;
}

test('what took the place of a control that is gone has the focus, or what comes next, or what stands before it', async () => {
  await show(() => (
    <>
      <p>
        <button>甲</button>
        <Going name="乙">
          <button>丙</button>
        </Going>
      </p>
      <p>
        <Going name="丁" />
        <button disabled>戊</button>
        <button tabIndex={-1}>己</button>
        <button>庚</button>
        <Going name="辛" />
      </p>
    </>
  ));
  await press(/^乙$/);
  expect(focused()).toBe('丙');
  await press(/^丁$/);
  expect(focused()).toBe('庚');
  await press(/^辛$/);
  expect(focused()).toBe('庚');
});

test('a view that comes in its place puts the focus where it begins', async () => {
  function View() {
    useEntrance(() => page.querySelector('h1')?.focus());
    return <h1 tabIndex={-1}>退回意见</h1>;
  }
  function Slow() {
    const [ready, setReady] = useState(false);
    return ready ? <View /> : <i onClick={() => setReady(true)}>正在载入</i>;
  }
  await show(() => (
    <>
      <button>甲</button>
      <Going name="乙">
        <Slow />
      </Going>
    </>
  ));
  await press(/^乙$/);
  expect(focused()).toBe('甲');
  await act(async () => {
    page.querySelector('i')?.click();
    await waiting();
  });
  expect(focused()).toBe('退回意见');
});

test('nothing takes the focus that the officer has taken away', async () => {
  await show(() => (
    <>
      <button>甲</button>
      <Going name="乙" />
    </>
  ));
  await act(async () => {
    buttonIn(page, /^乙$/).focus();
    buttonIn(page, /^乙$/).blur();
    await waiting();
    page.querySelectorAll('button')[1]?.click();
    await waiting();
  });
  expect(document.activeElement).toBe(document.body);
});
