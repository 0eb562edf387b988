/**
 * Runs before Office.js and apart from the pane's own script, so that the officer reads a sentence even when Office.js is
 * blocked or hangs and the pane therefore never starts. It reveals `#office-missing` of the page, sets `data-office` on
 * the root element and raises `office-missing` on the document.
 */
const PATIENCE_MS = 10_000;

function isOfficeScript(target: EventTarget | null): boolean {
  return target instanceof HTMLScriptElement && /\/office\.js(?:\?|$)/.test(target.src);
}

function report(): void {
  if (document.documentElement.dataset['office'] === 'ready') return;
  document.documentElement.dataset['office'] = 'missing';
  document.getElementById('office-missing')?.removeAttribute('hidden');
  document.getElementById('loading')?.setAttribute('hidden', '');
  document.dispatchEvent(new Event('office-missing'));
}

function ready(): void {
  window.clearTimeout(timer);
  document.documentElement.dataset['office'] = 'ready';
  document.getElementById('office-missing')?.setAttribute('hidden', '');
}

const timer = window.setTimeout(report, PATIENCE_MS);
// Loading events of scripts do not bubble; they are seen on their way down.
document.addEventListener('error', (event) => isOfficeScript(event.target) && report(), true);
document.addEventListener('load', (event) => isOfficeScript(event.target) && ready(), true);
