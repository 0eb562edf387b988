import { CFB } from '@e965/xlsx';

/** What the parser's writer of OLE files can do, which it exports without types. */
const cfb = CFB as unknown as {
  readonly utils: {
    cfb_new(): unknown;
    cfb_add(container: unknown, name: string, content: Uint8Array): void;
  };
  write(container: unknown, options: { type: 'buffer' }): Uint8Array;
  read(bytes: Uint8Array, options: { type: 'buffer' }): unknown;
  find(container: unknown, path: string): { readonly content: Uint8Array } | null;
};

/** An OLE file with these streams, by their paths. */
export function oleFile(streams: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const container = cfb.utils.cfb_new();
  for (const [name, content] of streams) cfb.utils.cfb_add(container, `/${name}`, content);
  return new Uint8Array(cfb.write(container, { type: 'buffer' }));
}

/** A stream of an OLE file. */
export function oleStream(bytes: Uint8Array, name: string): Uint8Array {
  const found = cfb.find(cfb.read(bytes, { type: 'buffer' }), `/${name}`);
  if (found === null) throw new Error(`no stream ${name}`);
  return Uint8Array.from(found.content);
}
