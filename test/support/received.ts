import type { ReceivedForm } from '../../src/advice/batch';
import type { PlacedFinding } from '../../src/advice/places';
import { recordOf, type FormRecord } from '../../src/advice/record';
import type { Finding } from '../../src/checks/finding';
import { review } from '../../src/review';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { training } from '../fixtures/training';

/** What is known of the only form in a sheet. */
export function recordIn(snapshot: SheetSnapshot, index = 0): FormRecord {
  const [form] = review(snapshot).forms;
  if (form === undefined) throw new Error('no form');
  return recordOf(form, index);
}

const inOrder = recordIn(training());

/** A received form in order, with some of what is known of it changed. */
export function received(change: Partial<FormRecord> = {}, file = '来文.xlsx'): ReceivedForm {
  return { file, form: { ...inOrder, ...change }, aside: new Map() };
}

/** A finding at G7, in order of 得分; what is given goes before. */
export function placed(change: Partial<Finding> = {}, key = change.message ?? '一处'): PlacedFinding {
  const finding: Finding = {
    check: 'score-by-rule',
    severity: 'error',
    cell: { row: 6, column: 6 },
    related: [],
    messageId: 'too-high',
    data: {},
    title: '得分不符',
    message: '得分与完成值不符。',
    ...change,
  };
  return {
    key,
    formerKey: `${key}，旧`,
    place: '产出指标 › 数量指标',
    item: '培训人次',
    points: null,
    finding,
    follows: [],
  };
}
