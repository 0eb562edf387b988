const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]';

/** One step of where an element stands: which child of an ancestor leads to it. */
interface Stand {
  readonly parent: Element;
  readonly at: number;
}

/** From the nearest ancestor to the page. */
function standsOf(element: Element): readonly Stand[] {
  const stands: Stand[] = [];
  for (let child = element, parent = child.parentElement; parent !== null; child = parent, parent = child.parentElement)
    stands.push({ parent, at: [...parent.children].indexOf(child) });
  return stands;
}

function focusableIn(element: Element): HTMLElement[] {
  return [element, ...element.querySelectorAll(FOCUSABLE)].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one.matches(FOCUSABLE) && one.tabIndex >= 0,
  );
}

/** Gives the focus to what took the place of an element or comes next, else to what stands before it. */
function focusNear(stands: readonly Stand[]): Element | null {
  for (const { parent, at } of stands) {
    if (!parent.isConnected) continue;
    const children = [...parent.children];
    const after = children.slice(at).flatMap(focusableIn);
    const before = children.slice(0, at).flatMap(focusableIn).reverse();
    for (const one of [...after, ...before]) {
      one.focus();
      // What is not drawn takes none.
      if (document.activeElement === one) return one;
    }
  }
  return null;
}

let near: Element | null = null;

/** Whether the focus is the officer's to be moved: nothing has it, or it only stands near what is gone. */
export function isFocusFree(): boolean {
  const { activeElement } = document;
  return activeElement === document.body || activeElement === near;
}

/**
 * A control that goes with what it does (恢复, 取消选择, the choice of a column) takes the focus with it, and who goes by
 * keys would begin at the top of the page again: what stands near it gets the focus, unless a view puts it elsewhere.
 */
export function keepFocus(): () => void {
  let last: Element | null = null;
  let stands: readonly Stand[] = [];
  let waits: ReturnType<typeof setTimeout> | undefined;
  const note = ({ target }: Event) => {
    if (!(target instanceof Element) || target !== document.activeElement) return;
    near = null;
    last = target;
    stands = standsOf(target);
  };
  // A window that loses the focus, or a click beside all controls: the officer's own doing.
  const forget = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) return;
    setTimeout(() => {
      if (target === last && last?.isConnected === true) last = null;
    });
  };
  const isGone = () => last?.isConnected === false;
  const place = () => {
    if (!isGone()) return;
    if (document.activeElement === document.body) near = focusNear(stands);
    // A view that is still on its way has nothing to focus yet.
    if (document.activeElement !== document.body && isGone()) last = null;
  };
  const observer = new MutationObserver(() => {
    if (!isGone()) return;
    clearTimeout(waits);
    // After the effects of the views.
    waits = setTimeout(place);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', note);
  document.addEventListener('click', note, true);
  document.addEventListener('focusout', forget);
  return () => {
    clearTimeout(waits);
    observer.disconnect();
    document.removeEventListener('focusin', note);
    document.removeEventListener('click', note, true);
    document.removeEventListener('focusout', forget);
  };
}
