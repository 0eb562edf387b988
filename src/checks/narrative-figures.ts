import type { Indicator, Located, QuantityCell } from '../form/model';
import { type Fact, factsOf, MOST_FACTS } from '../words/facts';
import { asWritten } from './common/evidence';
import { compared, statedAt } from './common/agree';
import { isRoundingOf, cellIsRoundingOf } from '../words/written';
import { namesMeasure } from './common/naming';
import { nameOf } from './common/words';
import type { Check, Outcome } from './finding';

/** Words that make a figure a part of the whole, of another time, or a change. */
const OTHER =
  /[2-9二三四五两十]年内?|以来|其中|上半年|下半年|季度|上年|去年|同期|较|比上|相比|同比|增长|提高|下降|新增|累计|每|平均|人均/;

interface Told {
  readonly text: Located<string> | null;
  readonly message: 'goal' | 'completion';
  readonly cellOf: (indicator: Indicator) => QuantityCell | null;
}

export const narrativeFigures: Check = {
  id: 'narrative-figures',
  title: '总体目标和完成情况里的数与指标一致',
  severity: 'info',
  group: 'words',
  explain:
    '年度总体目标写了某项指标要达到多少、完成情况写了达到多少的（名称和单位与指标相同，并且只有一项指标对得上），与该指标的指标值、完成值比较；不同的提出来请人核实以哪一处为准。分项、往年和增减的数不作比较。',
  messages: {
    goal: {
      title: '“{name}”的指标值与总体目标不同',
      message: '总体目标写“{written}”，“{name}”的指标值为{value}，请核实以哪一处为准。',
    },
    completion: {
      title: '“{name}”的完成值与完成情况不同',
      message: '完成情况写“{written}”，“{name}”的完成值为{value}，请核实以哪一处为准。',
    },
  },
  *run({ form }) {
    const { goals, completion } = form.narrative;
    yield* againstIndicators({ text: goals, message: 'goal', cellOf: ({ target }) => target }, form.indicators);
    yield* againstIndicators(
      { text: completion, message: 'completion', cellOf: ({ actual }) => actual },
      form.indicators,
    );
  },
};

/** Holds the figures of a text against the rows that measure the same; each row and each figure once. */
function* againstIndicators({ text, message, cellOf }: Told, indicators: readonly Indicator[]): Iterable<Outcome> {
  const facts = text === null ? [] : factsOf(text);
  if (text === null || facts.length > MOST_FACTS) return;
  const plain = facts.filter((fact) => fact.unit !== '' && !fact.quoted && !fact.interim && !fact.part);
  const rowsOf = (fact: Fact) =>
    indicators.filter((indicator) => {
      const quantity = cellOf(indicator)?.value ?? null;
      return quantity?.kind === 'number' && quantity.unit === fact.unit && namesMeasure(indicator, fact);
    });
  for (const fact of plain) {
    const [indicator, ...others] = rowsOf(fact);
    const clause =
      text.text
        .slice(0, fact.start)
        .split(/[，。；,;\n]/)
        .at(-1) ?? '';
    // 培训干部、教师共310人次 counts both.
    const isOfSeveral = fact.total && /[、和及与]/.test(clause);
    if (indicator === undefined || others.length > 0 || isOfSeveral) continue;
    if (OTHER.test(`${clause}${fact.label}${fact.after}`)) continue;
    if (plain.some((other) => other !== fact && other.unit === fact.unit && namesMeasure(indicator, other))) continue;
    const cell = cellOf(indicator);
    const quantity = cell?.value;
    if (cell === null || quantity?.kind !== 'number') continue;
    const stated = statedAt(text, [fact]);
    const agrees = isRoundingOf(fact, quantity.value) || cellIsRoundingOf(cell, quantity.value, fact.value);
    const data = { name: nameOf(indicator), written: asWritten(fact), value: cell.text.trim() };
    yield compared(agrees, text, [cell], { message, data, stated });
  }
}
