import { TextDecoder, TextEncoder } from 'node:util';

// Every browser has them; jsdom does not hand them on. Imported before what needs them when it is loaded.
Object.assign(globalThis, { TextDecoder, TextEncoder });

// jsdom lays nothing out, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

if (typeof Blob.prototype.arrayBuffer !== 'function') {
  Blob.prototype.arrayBuffer = function arrayBuffer(this: Blob) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer).buffer);
      reader.onerror = () => reject(new Error('not read', { cause: reader.error }));
      reader.readAsArrayBuffer(this);
    });
  };
}
