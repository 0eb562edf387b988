/** @jest-environment jsdom */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { recordOf } from '../../src/advice/record';
import { review } from '../../src/review';
import CompareView from '../../src/taskpane/batch/CompareView';
import { App } from '../../src/taskpane/components/App';
import { NO_APPEARANCE } from '../../src/taskpane/components/theme';
import { training } from '../fixtures/training';
import '../support/pane';

const [form] = review(training()).forms;
if (form === undefined) throw new Error('no form');
const record = recordOf(form, 0);

test.each([
  [2022, 2023, ['甲', '乙']],
  [2023, 2022, ['乙', '甲']],
  [2023, 2023, ['甲', '乙']],
  [2023, null, ['甲', '乙']],
  [null, 2022, ['甲', '乙']],
])('of the years %p and %p the earlier one comes first, where both are known', (one, other, order) => {
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  const pair = [
    { file: '甲.xlsx', form: { ...record, year: one } },
    { file: '乙.xlsx', form: { ...record, year: other } },
  ] as const;
  act(() =>
    root.render(
      <App appearance={NO_APPEARANCE}>
        <CompareView pair={pair} onClose={() => undefined} />
      </App>,
    ),
  );
  expect([...page.textContent.matchAll(/[先后]：.*? · (甲|乙)/g)].map(([, file]) => file)).toEqual(order);
  act(() => root.unmount());
});
