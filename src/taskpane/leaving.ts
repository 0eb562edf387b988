/** Has the browser ask before the page is left while there is work in it of which there is no copy; gives what ends it. */
export function askBeforeLeaving(unsaved: () => boolean): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (!unsaved()) return;
    event.preventDefault();
    // What browsers before 2023 look at.
    Reflect.set(event, 'returnValue', '');
  };
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}
