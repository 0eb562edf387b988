import { againstApproved, firstOther, named, placeOf, plainText, sameAmount, type Item, written } from './approved';
import type { Contrast, Contrasted, Difference, Held } from './difference';
import type { FigureCell, Located, QuantityCell } from '../form/model';
import { quote } from '../sheet/quote';
import type { Pair } from './match';
import type { Money, Side } from './side';
import { sameReached } from './targets';

type Kind = 'actual' | 'score' | 'total' | 'spent' | 'completion';

interface Changed {
  readonly what: Held['what'];
  readonly kind: Kind;
  readonly same: boolean;
  readonly certainty: Difference['certainty'];
  readonly message: string;
}

type Cell = Pick<Located<unknown>, 'cell' | 'text'>;

function sameActual(one: QuantityCell, other: QuantityCell): boolean {
  if (plainText(one.text) === plainText(other.text)) return true;
  return one.value !== null && other.value !== null && sameReached(one.value, other.value);
}

const textOf = (cell: Cell): string => quote(cell.text.trim() === '' ? '空' : cell.text.trim());

/** A version of the same form: what was reached and scored is held too. */
class Versions {
  constructor(
    private readonly old: Side,
    private readonly now: Side,
    private readonly contrast: Contrasted,
  ) {}

  private hold(was: Cell, is: Cell, { what, kind, same, certainty, message }: Changed): void {
    if (same) this.contrast.agree(what, was.cell, is.cell);
    else {
      const places = { before: placeOf(this.old, was), after: placeOf(this.now, is) };
      this.contrast.differ(what, { kind, severity: 'info', certainty, message, ...places });
    }
  }

  private holdFigures(
    was: FigureCell | null,
    is: FigureCell | null,
    about: Omit<Changed, 'same' | 'message'>,
    name: string,
  ) {
    const [one, other] = [was?.value ?? null, is?.value ?? null];
    if (was === null || is === null || (one === null && other === null)) return;
    // What stands there and can't be read can't be held.
    if ([was, is].some(({ value, text }) => value === null && text.trim() !== '')) return;
    const same = one !== null && other !== null && one.eq(other);
    this.hold(was, is, { ...about, same, message: `${name}由${textOf(was)}改为${textOf(is)}，请核实。` });
  }

  items({ before, after, certainty }: Pair<Item>): void {
    const [was, is] = [before.indicator, after.indicator];
    const blank = (cell: QuantityCell) => cell.text.trim() === '';
    if (was.actual !== null && is.actual !== null && !(blank(was.actual) && blank(is.actual))) {
      const message = `${named(after)}的实际完成值由${textOf(was.actual)}改为${textOf(is.actual)}，请核实。`;
      const same = sameActual(was.actual, is.actual);
      this.hold(was.actual, is.actual, { what: 'actual', kind: 'actual', same, certainty, message });
    }
    this.holdFigures(was.stated, is.stated, { what: 'score', kind: 'score', certainty }, `${named(after)}的得分`);
  }

  whole(): void {
    const [was, is] = [this.old.form, this.now.form];
    if (was === null || is === null) return;
    const sure = { certainty: 'sure' } as const;
    this.holdFigures(
      was.total?.stated ?? null,
      is.total?.stated ?? null,
      { what: 'total', kind: 'total', ...sure },
      '总分',
    );
    const [first, second] = [spentOf(this.old), spentOf(this.now)];
    if (first !== null && second !== null) {
      const message = `全年执行数由 ${written(first)} 改为 ${written(second)}，请核实。`;
      const same = sameAmount(first, second);
      this.hold(first.amount, second.amount, { what: 'money', kind: 'spent', same, ...sure, message });
    }
    const [told, tells] = [this.old.completion, this.now.completion];
    if (told === null || tells === null || told.value === '' || tells.value === '') return;
    const same = plainText(told.value) === plainText(tells.value);
    const [from, to] = [firstOther(told.value, tells.value), firstOther(tells.value, told.value)];
    const message = `实际完成情况与原表不同：原表写${quote(from)}，现在写${quote(to)}，请核实。`;
    this.hold(told, tells, { what: 'text', kind: 'completion', same, ...sure, message });
  }
}

function spentOf({ form }: Side): Money | null {
  const line = form?.budget?.lines.find(({ role }) => role === 'total');
  if (line?.spent?.state !== 'figure') return null;
  return { label: '全年执行数', amount: line.spent, moneyUnit: form?.budget?.moneyUnit ?? null };
}

/** Holds a 自评表 (`now`) against an earlier version of it (`old`): all of `againstApproved`, and what was reached and scored. */
export function againstVersion(old: Side, now: Side): Contrast {
  const contrast = againstApproved({ ...old, name: '原表' }, now, (all, pair) =>
    new Versions(old, now, all).items(pair),
  );
  new Versions(old, now, contrast).whole();
  return contrast;
}
