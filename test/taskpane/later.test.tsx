/** @jest-environment jsdom */
import '../support/browserGlobals';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { later } from '../../src/taskpane/components/later';
import { buttonIn, waiting } from '../support/pane';

test('a part whose script does not come says so, leaves the rest alone and can be tried again', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  let online = false;
  const View = () => <p>填报在此</p>;
  const missing = Object.assign(new Error('Loading chunk 7 failed.'), { name: 'ChunkLoadError' });
  const Part = later('填报', () =>
    online ? Promise.resolve({ default: View }) : Promise.reject<{ default: typeof View }>(missing),
  );
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  await act(async () => {
    root.render(
      <>
        <p>核查结果</p>
        <Part />
      </>,
    );
    await waiting();
  });
  expect(page.textContent).toContain('核查结果');
  expect(page.textContent).toContain('“填报”没有打开');
  expect(page.textContent).toContain('核查结果还在');
  expect(page.textContent).not.toContain('chunk');
  online = true;
  await act(async () => {
    buttonIn(page, /再试一次/).click();
    await waiting();
  });
  expect(page.textContent).toBe('核查结果填报在此');
  act(() => root.unmount());
});

test('a part that was shown before is there at once when it is shown again', async () => {
  const Part = later('填报', () => Promise.resolve({ default: () => <p>填报在此</p> }));
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  await act(async () => {
    root.render(<Part />);
    await waiting();
  });
  act(() => root.render(<p>核查</p>));
  act(() => root.render(<Part />));
  expect(page.textContent).toBe('填报在此');
  act(() => root.unmount());
});
