/**
 * Runs before Office.js and apart from the pane's own script, so that the officer reads a sentence even when Office.js is
 * blocked or hangs, its second file does not come, or the engine is too old for the pane's script. It reveals
 * `#office-missing` of the page, sets `data-office` on the root element and raises `office-missing` on the document. The
 * pane raises `office-ready` when the host has answered: the first script alone proves nothing.
 *
 * The build translates it for the oldest engine in which Office shows a pane: no library of a newer one is used here.
 */
(function guard() {
  const PATIENCE_MS = 15_000;
  const root = document.documentElement;

  /** The first script, and the one for this Excel, which the first asks for. */
  function isOfficeScript(target: EventTarget | null): boolean {
    if (target === null || (target as Element).tagName !== 'SCRIPT') return false;
    return /\/(?:office|excel-[a-z]+-[\d.]+)\.js(?:\?|$)/.test((target as HTMLScriptElement).src);
  }

  function show(id: string, shown: boolean): void {
    const element = document.getElementById(id);
    if (element === null) return;
    if (shown) element.removeAttribute('hidden');
    else element.setAttribute('hidden', '');
  }

  function tell(state: 'ready' | 'missing'): void {
    root.setAttribute('data-office', state);
    show('office-missing', state === 'missing');
    show('loading', false);
  }

  function report(): void {
    if (root.getAttribute('data-office') !== null) return;
    tell('missing');
    // The constructor of events is younger than some engines.
    const event = document.createEvent('Event');
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
    event.initEvent('office-missing', false, false);
    document.dispatchEvent(event);
  }

  const timer = window.setTimeout(report, PATIENCE_MS);
  // Loading events of scripts do not bubble; they are seen on their way down.
  document.addEventListener(
    'error',
    function onError(event) {
      if (isOfficeScript(event.target)) report();
    },
    true,
  );
  document.addEventListener('office-ready', function onReady() {
    window.clearTimeout(timer);
    tell('ready');
  });
})();
