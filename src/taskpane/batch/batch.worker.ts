import type { Job } from './protocol';
import { work } from './work';

/** What a worker could reach the network with; scripts of its own origin it still loads. */
const REACHING_OUT = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'BroadcastChannel',
  'Worker',
];

/**
 * Takes from a worker, for good, what reaches the network. A worker does not come under the policy of its page but under
 * the header of its own script, which not every web server sends; this holds on any.
 */
function giveUpNetwork(scope: object): void {
  for (const name of REACHING_OUT) {
    // The functions stand on the prototypes of the scope: what lies above them hides them, and can't be taken away.
    Object.defineProperty(scope, name, { value: undefined, writable: false, configurable: false });
    for (let above: unknown = Object.getPrototypeOf(scope); typeof above === 'object' && above !== null;) {
      Reflect.deleteProperty(above, name);
      above = Object.getPrototypeOf(above);
    }
  }
}

giveUpNetwork(self);

// The parser of .xls names records that it does not know on the console; our own sentence says enough.
// eslint-disable-next-line no-console -- silenced, not used
console.error = () => undefined;

self.addEventListener('message', ({ data }: MessageEvent<Job>) => {
  void work(data).then((answer) => {
    self.postMessage(answer, { transfer: answer.kind === 'bytes' ? [answer.bytes.buffer] : [] });
  });
});
