import { askBeforeLeaving } from '../leaving';
import { newWorker } from './newWorker';
import { Pool } from './pool';
import { BatchStore } from './store';

const MOST_WORKERS = 4;

/** One processor stays free for the pane. */
const workers = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency - 1));

/** The received files of this page: they stay while the officer looks at other views. */
export const theBatch = new BatchStore(new Pool(newWorker, workers));

askBeforeLeaving(() => theBatch.getSnapshot().unsaved > 0);
