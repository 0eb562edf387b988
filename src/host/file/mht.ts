import { decodeText } from './kind';

const ascii = new TextDecoder('latin1');

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);
}

function decoded(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return bytesOf(atob(body.replace(/[^A-Za-z0-9+/]/g, '')));
  if (!/quoted-printable/i.test(encoding)) return bytesOf(body);
  const joined = body.replace(/=[ \t]{0,9}\r?\n/g, '');
  return bytesOf(joined.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))));
}

/** The largest page of a file of several parts (.mht), as Excel saves web pages; `null` where there is none. */
export function pageOf(file: Uint8Array): string | null {
  const text = ascii.decode(file);
  const [, boundary] = /boundary=\s{0,9}"?([^"\r\n;]{1,100})/i.exec(text.slice(0, 8_000)) ?? [];
  let largest: string | null = null;
  for (const part of boundary === undefined ? [text] : text.split(`--${boundary}`)) {
    const end = /\r?\n\r?\n/.exec(part.trimStart());
    if (end === null) continue;
    const [head, body] = [part.trimStart().slice(0, end.index), part.trimStart().slice(end.index + end[0].length)];
    if (!/^content-type:\s{0,9}text\/html/im.test(head)) continue;
    const [, encoding = ''] = /^content-transfer-encoding:([^\r\n]{1,60})/im.exec(head) ?? [];
    const page = decodeText(decoded(body, encoding));
    if (/<table\b/i.test(page) && page.length > (largest?.length ?? 0)) largest = page;
  }
  return largest;
}
