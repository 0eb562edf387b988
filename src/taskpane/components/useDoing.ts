import { useState } from 'react';
import { ownSentenceOf } from '../session/words';

/** Something that is done at a click: whether it goes on, and what became of it in one sentence. */
export function useDoing() {
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const attempt = async (job: () => string | Promise<string>) => {
    setBusy(true);
    say('');
    try {
      say(await job());
    } catch (error) {
      say(ownSentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, said, say, attempt };
}
