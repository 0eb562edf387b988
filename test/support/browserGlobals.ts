import { TextDecoder, TextEncoder } from 'node:util';

// Every browser has them; jsdom does not hand them on. Imported before what needs them when it is loaded.
Object.assign(globalThis, { TextDecoder, TextEncoder });
