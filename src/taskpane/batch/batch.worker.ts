import { giveUpNetwork } from './offline';
import type { Reply, Request } from './protocol';
import { work } from './work';

giveUpNetwork(self);

// The parser of .xls names records that it does not know on the console; our own sentence says enough.
// eslint-disable-next-line no-console -- silenced, not used
console.error = () => undefined;

self.addEventListener('message', ({ data: { id, job } }: MessageEvent<Request>) => {
  void work(job).then((answer) => {
    const reply: Reply = { id, answer };
    self.postMessage(reply, { transfer: answer.kind === 'bytes' ? [answer.bytes.buffer] : [] });
  });
});
