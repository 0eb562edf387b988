import { located } from '../../form/cells';
import { rowsBetween } from '../../form/grid';
import type { Indicator, Located, QuantityCell } from '../../form/model';
import { countedAlike } from '../../words/unitKinds';
import { type Fact, factsOfProse } from '../../words/facts';
import { AIM, isOfAnotherYear } from '../../words/vocabulary';
import type { CheckInput } from '../finding';
import { reasonsIn } from './across';

/** A figure of a text that says what one row was to reach or did reach. */
export interface ToldOfRow {
  readonly text: Located<string>;
  readonly fact: Fact;
  readonly indicator: Indicator;
  readonly cellOf: (indicator: Indicator) => QuantityCell | null;
}

const AIMED = new RegExp(`的?${AIM}[为是:：]?$`);
/** 240人的目标偏高 */
const AIMED_AT = new RegExp(`^的?${AIM}`);
const DONE = /(?:的?(?:全年|年度|年末)?(?:实际(?:完成|达到|实现)?|完成|达到|实现)[值数]?[为是:：]?|[为是:：])$/;

/**
 * The figures of the reasons below the table that follow the whole name of a row: 培训人数目标值200人，实际完成180人.
 * Those that follow anything else, as 减少20人 does, are others.
 */
export function* toldBelow(input: CheckInput): Iterable<ToldOfRow> {
  const { area, indicators, year } = input.form;
  const below = rowsBetween(indicators.at(-1)?.row ?? area.row, area.row + area.rowCount);
  for (const text of reasonsIn(input, below).map(located)) {
    let subject: { readonly name: string; readonly sentence: number } | null = null;
    for (const fact of factsOfProse(text)) {
      const plain = fact.label.replace(AIMED, '');
      const [aimed, own] = [plain !== fact.label || AIMED_AT.test(fact.after), plain.replace(DONE, '')];
      if (own !== '') subject = { name: own, sentence: fact.sentence };
      // 实际完成180人 goes on about the same; a bare figure does not.
      if (subject?.sentence !== fact.sentence || fact.label === '' || fact.quoted || fact.bound || fact.part) continue;
      const before = text.text.slice(fact.sentence, fact.start);
      // 下一年度目标值260人, 拟调整为200人.
      if (isOfAnotherYear(before, year?.value ?? null) || before.includes('拟')) continue;
      const { name } = subject;
      const [indicator, another] = indicators.filter((one) => one.name.value === name);
      const cellOf = aimed ? ({ target }: Indicator) => target : ({ actual }: Indicator) => actual;
      const quantity = indicator && cellOf(indicator)?.value;
      if (indicator === undefined || another !== undefined || quantity?.kind !== 'number') continue;
      if (!countedAlike(quantity.unit, fact.unit)) continue;
      yield { text, fact, indicator, cellOf };
    }
  }
}
