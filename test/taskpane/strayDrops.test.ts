/** @jest-environment jsdom */
import { refuseStrayDrops } from '../../src/taskpane/strayDrops';

refuseStrayDrops(window);

/** Drags over an element, or drops on it; tells whether the page is spared. */
function spared(kind: 'dragover' | 'drop', target: Element, types: readonly string[]): boolean {
  const event = new Event(kind, { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types, dropEffect: 'copy' } });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

test.each(['dragover', 'drop'] as const)('%s of a file beside the place for it does not replace the page', (kind) => {
  expect(spared(kind, document.body, ['Files'])).toBe(true);
});

test('a text can be dragged into a field', () => {
  expect(spared('drop', document.body, ['text/plain'])).toBe(false);
});

test('a place that takes files keeps its own sign', () => {
  const place = document.body.appendChild(document.createElement('div'));
  place.addEventListener('dragover', (event) => event.preventDefault());
  const event = new Event('dragover', { bubbles: true, cancelable: true });
  const dataTransfer = { types: ['Files'], dropEffect: 'copy' };
  Object.assign(event, { dataTransfer });
  place.dispatchEvent(event);
  expect(dataTransfer.dropEffect).toBe('copy');
});
