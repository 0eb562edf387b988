import { outcomeOf } from './outcome';
import type { FileOutcome, FileTask } from './outcome';
import type { ReviewSettings } from '../review';
import { unreadOutcome } from './messages';
import type { FromWorker, ToWorker } from './supervisor';

/** More text than a form's result ever has; what is longer would fill the memory of the supervisor. */
const MOST_TEXT = 64 * 1024 * 1024;

let settings: ReviewSettings = {};

/** Sends a message and only then goes on: should the next file crash this process, the message is not lost with it. */
function send(message: FromWorker, then: () => void): void {
  process.send?.(message, then);
}

const waiting: Extract<ToWorker, { kind: 'check' }>[] = [];
let working = false;

function next(): void {
  const asked = waiting.shift();
  working = asked !== undefined;
  if (asked !== undefined) send({ kind: 'done', index: asked.index, outcome: outcome(asked.task) }, next);
}

/** A fault of this program spoils the row of one file and none of the others. */
function outcome(task: FileTask): FileOutcome {
  try {
    const found = outcomeOf(task, settings);
    if (found.text.length <= MOST_TEXT) return found;
    return unreadOutcome(task, '核查结果过长，超出可以输出的大小：请只保留自评表所在的工作表，另存后再核查');
  } catch (fault) {
    const [line = ''] = String(fault).split('\n');
    return unreadOutcome(task, `程序处理这个文件时出错（${line.slice(0, 200)}）：请把出错的文件告诉维护人员`);
  }
}

// The parser of .xls names records that it does not know on the console; our own sentence says enough.
console.error = () => undefined;
// Ctrl-C reaches the whole group of processes: what a file leaves behind is for the supervisor to clear away.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToWorker) => {
  if (message.kind === 'start') {
    settings = message.settings;
    send({ kind: 'ready' }, () => undefined);
    return;
  }
  waiting.push(message);
  if (!working) next();
});
