import { HostError } from '../host/host';

/** Copies a text; the clipboard API is not always open to a page inside Excel, selecting and copying is. */
function copyText(text: string): boolean {
  const field = document.createElement('textarea');
  const before = document.activeElement;
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  try {
    // Deprecated, and the only way that needs no permission.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}

/** Copies a text and gives what is to be said of it; throws a `HostError` where it can't be copied. */
export function copied(text: string, said: string): string {
  if (!copyText(text)) throw new HostError('unsupported', '没有复制成功，请选中文字后按 Ctrl+C。');
  return said;
}
