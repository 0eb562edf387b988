import { againstApproved, firstOther, named, plainText, sameAmount, type Item, written } from './approved';
import type { Contrast, Contrasted, Look } from './difference';
import type { FigureCell, Located, QuantityCell } from '../form/model';
import { quote } from '../sheet/quote';
import type { Certainty, MatchedPair } from './match';
import type { Money, Side } from './side';
import { sameReached } from './targets';

function sameActual(one: QuantityCell, other: QuantityCell): boolean {
  if (plainText(one.text) === plainText(other.text)) return true;
  return one.value !== null && other.value !== null && sameReached(one.value, other.value);
}

const shown = ({ text }: Pick<Located<unknown>, 'text'>): string => quote(text.trim() === '' ? '空' : text.trim());

/** Two figures of the same meaning; what stands there and can't be read can't be held. */
function holdFigures(
  contrast: Contrasted,
  what: Extract<Look['what'], 'score' | 'total'>,
  name: string,
  [was, is]: readonly [FigureCell | null | undefined, FigureCell | null | undefined],
  certainty: Certainty,
): void {
  if (!was || !is || (was.value === null && is.value === null)) return;
  if ([was, is].some(({ value, text }) => value === null && text.trim() !== '')) return;
  const same = was.value !== null && is.value !== null && was.value.eq(is.value);
  const message = `${name}由${shown(was)}改为${shown(is)}，请核实。`;
  contrast.hold(what, was, is, same, { kind: what, certainty, message });
}

/** What was reached and scored of an indicator. */
function holdItem(contrast: Contrasted, { before, after, certainty }: MatchedPair<Item>): void {
  const [was, is] = [before.indicator, after.indicator];
  const blank = ({ text }: QuantityCell) => text.trim() === '';
  if (was.actual !== null && is.actual !== null && !(blank(was.actual) && blank(is.actual))) {
    contrast.hold('actual', was.actual, is.actual, sameActual(was.actual, is.actual), {
      kind: 'actual',
      certainty,
      message: `${named(after)}的实际完成值由${shown(was.actual)}改为${shown(is.actual)}，请核实。`,
    });
  }
  holdFigures(contrast, 'score', `${named(after)}的得分`, [was.stated, is.stated], certainty);
}

/** Compares the totals, the money spent and the texts about the year's results. */
function holdWhole(contrast: Contrasted): void {
  const { old, now } = contrast;
  if (old.form === null || now.form === null) return;
  holdFigures(contrast, 'total', '总分', [old.form.total?.stated, now.form.total?.stated], 'sure');
  const [first, second] = [spentOf(old), spentOf(now)];
  if (first !== null && second !== null) {
    contrast.hold('money', first.amount, second.amount, sameAmount(first, second), {
      kind: 'spent',
      message: `全年执行数由 ${written(first)} 改为 ${written(second)}，请核实。`,
    });
  }
  const [told, tells] = [old.completion, now.completion];
  if (told === null || tells === null || told.value === '' || tells.value === '') return;
  const [from, to] = [firstOther(told.value, tells.value), firstOther(tells.value, told.value)];
  contrast.hold('text', told, tells, plainText(told.value) === plainText(tells.value), {
    kind: 'completion',
    message: `实际完成情况与原表不同：原表写${quote(from)}，现在写${quote(to)}，请核实。`,
  });
}

function spentOf({ form }: Side): Money | null {
  const line = form?.budget?.lines.find(({ role }) => role === 'total');
  if (line?.spent?.state !== 'figure') return null;
  return { label: '全年执行数', amount: line.spent, moneyUnit: form?.budget?.moneyUnit ?? null };
}

/** Holds a 自评表 (`now`) against an earlier version of it (`old`): all of `againstApproved`, and what was reached and scored. */
export function againstVersion(old: Side, now: Side): Contrast {
  const contrast = againstApproved({ ...old, name: '原表' }, now, holdItem);
  holdWhole(contrast);
  return contrast;
}
