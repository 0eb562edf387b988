import type { Random } from '../fuzz/random';
import { round2, shuffled, sum } from './draw';
import { type Facts, type Item, itemsOf, rateOf, totalOf } from './facts';
import { type DrawnForm, reprinted } from './form';
import { gradeOf, hasPercentCoefficient, isMissed } from './print';

interface Context {
  /** A copy to be changed. */
  readonly facts: Facts;
  readonly drawn: DrawnForm;
  readonly random: Random;
  /** Whether the form prints what a tag names. */
  readonly shows: (tag: string) => boolean;
}

/** One kind of error, put into a form in order. */
export interface FaultKind {
  readonly id: string;
  /** Whether a reviewer would call it an error, not only ask about it. */
  readonly loud: boolean;
  /** It fits few forms. */
  readonly seldom?: true;
  /** Changes the facts; gives the tags at one of which a finding must stand, `null` where the form has no place for it. */
  readonly inject: (context: Context) => readonly string[] | null;
}

/** One number per item, the tags of its row. */
const row = (index: number, ...fields: readonly string[]): string[] => fields.map((field) => `item.${index}.${field}`);

const TEXTS = ['reason', 'improvement', 'basis', 'note'];
const texts = (index: number): string[] => [...row(index, ...TEXTS), 'note'];
const totals = ['total.score', 'total.label', 'total.weight'];

/** The number of an item for which something holds. */
function some({ facts, random }: Context, holds: (item: Item, index: number) => boolean): number | null {
  const found = facts.items.flatMap((item, index) => (holds(item, index) ? [index] : []));
  return found.length === 0 ? null : random.pick(found);
}

/** Changes one item for which something holds; gives its number. */
function change(
  context: Context,
  holds: (item: Item, index: number) => boolean,
  how: (item: Item, index: number) => void,
): number | null {
  const index = some(context, holds);
  const item = index === null ? undefined : context.facts.items[index];
  if (index !== null && item !== undefined) how(item, index);
  return index;
}

const tagsOf = (index: number | null, ...fields: readonly string[]): string[] | null =>
  index === null ? null : row(index, ...fields);

const isFull = ({ score, weight }: Item): boolean => score === weight;
const hasFigures = ({ target, actual }: Item): boolean => typeof target === 'number' && typeof actual === 'number';
const isMore = ({ kind }: Item): boolean => kind === 'least' || kind === 'share';
const asked = ({ drawn }: Context): boolean => !['none', 'remark'].includes(drawn.layout.evidence);

/** Misses a target: the actual value falls short by about a seventh. */
function miss(item: Item): void {
  const target = Number(item.target);
  item.actual = item.kind === 'none' ? 1 : item.operator === '≤' ? Math.ceil(target * 1.2) : Math.floor(target * 0.86);
}

const blockTags = ({ facts }: Context, block: number): string[] => [
  `block.${block}.label`,
  `block.${block}.weight`,
  ...facts.items.flatMap((item, index) => (item.block === block ? row(index, 'weight', 'score', 'name') : [])),
];

const MONEY = ['budget', 'spent', 'rate', 'label', 'evidence', 'score', 'weight', 'initial'];
const moneyRow = (index: number): string[] => MONEY.map((field) => `money.${index}.${field}`);

function money(context: Context): NonNullable<Facts['money']> | null {
  return context.facts.money;
}

export const FAULTS: readonly FaultKind[] = [
  {
    id: 'total-off',
    loud: true,
    inject: ({ facts, random, shows }) => {
      if (!shows('total.score')) return null;
      facts.printed.set('total.score', round2(totalOf(facts) + random.pick([-2, -0.3, 0.4, 1, -9])));
      return totals;
    },
  },
  {
    id: 'score-off',
    loud: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item) => item.standard === '' && isMore(item) && !isFull(item) && context.drawn.at('item.0.weight') !== null,
          (item) => {
            item.score = round2(Math.max(0.1, item.score - item.weight * 0.07));
          },
        ),
        'score',
        'actual',
        'target',
        'coefficient',
        'raw',
      ),
  },
  {
    id: 'full marks for a miss',
    loud: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item) => item.standard === '' && isMore(item) && isFull(item) && item.parts.length === 0,
          miss,
        ),
        'score',
        'actual',
        'target',
        ...TEXTS,
      ),
  },
  {
    id: 'full marks for one accident',
    loud: true,
    inject: (context) =>
      tagsOf(
        change(context, ({ kind, standard }) => kind === 'none' && standard === '', miss),
        'score',
        'actual',
        'target',
        ...TEXTS,
      ),
  },
  {
    id: 'full marks above the most allowed',
    loud: true,
    inject: (context) =>
      tagsOf(
        change(context, ({ operator, standard }) => operator === '≤' && standard === '', miss),
        'score',
        'actual',
        'target',
        ...TEXTS,
      ),
  },
  {
    id: 'printed standard broken',
    loud: true,
    seldom: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item, index) =>
            item.standard !== '' &&
            context.shows(`item.${index}.standard`) &&
            hasFigures(item) &&
            isFull(item) &&
            item.parts.length === 0 &&
            item.name !== '预算执行率',
          miss,
        ),
        'score',
        'actual',
        'target',
        'standard',
        ...TEXTS,
      ),
  },
  {
    id: 'weight off',
    loud: true,
    inject: (context) => {
      const index = some(context, (_, at) => context.shows(`item.${at}.weight`));
      const item = index === null ? undefined : context.facts.items[index];
      if (index === null || item === undefined || !context.shows('total.weight')) return null;
      context.facts.printed.set('total.weight', 100);
      // The sums above it stay as they were; the item keeps full marks or its reason.
      const before = item.weight;
      item.weight = round2(before + 2);
      if (isFull({ ...item, weight: before })) item.score = item.weight;
      context.facts.printed.set('total.score', round2(totalOf(context.facts) - 2));
      return [
        ...blockTags(context, item.block),
        ...totals,
        `subtotal.${item.block}.weight`,
        'subtotal.all.weight',
        `subtotal.${item.block}.score`,
      ];
    },
  },
  {
    id: 'label against its rows',
    loud: true,
    seldom: true,
    inject: (context) => {
      const { facts, drawn, random } = context;
      const blocks = facts.blocks.flatMap((_, block) => (context.shows(`block.${block}.label`) ? [block] : []));
      if (drawn.layout.weightsAt !== 'column and label' || blocks.length === 0) return null;
      const block = random.pick(blocks);
      const points = sum(itemsOf(facts, block).map(({ weight }) => weight)) + 5;
      const numeral = drawn.layout.levels === 'list' ? `${'一二三四五六'[block] ?? ''}、` : '';
      facts.printed.set(`block.${block}.label`, `${numeral}${facts.blocks[block]?.name ?? ''}（${points}分）`);
      return blockTags(context, block);
    },
  },
  {
    id: 'block overrun',
    loud: true,
    seldom: true,
    inject: (context) => {
      const index = some(context, () => context.drawn.layout.weightsAt === 'label' && context.shows('block.0.label'));
      const item = index === null ? undefined : context.facts.items[index];
      if (item === undefined || itemsOf(context.facts, item.block).some((one) => !isFull(one))) return null;
      item.score = round2(item.score + 5);
      return [...blockTags(context, item.block), ...totals];
    },
  },
  {
    id: 'lost points in a block without a reason',
    loud: true,
    seldom: true,
    inject: (context) => {
      const { drawn, facts } = context;
      if (drawn.layout.weightsAt !== 'label' || !asked(context)) return null;
      const index = change(
        context,
        (item) => isMore(item) && isFull(item) && itemsOf(facts, item.block).length === 1,
        (item) => {
          item.score = round2(item.score - 2);
        },
      );
      return index === null
        ? null
        : [...row(index, 'score', 'name', ...TEXTS), ...blockTags(context, facts.items[index]?.block ?? 0)];
    },
  },
  {
    id: 'subtotal off',
    loud: true,
    seldom: true,
    inject: ({ facts, random, shows }) => {
      const tags = [...facts.blocks.map((_, block) => `subtotal.${block}`), 'subtotal.all'].filter((tag) =>
        shows(`${tag}.score`),
      );
      if (tags.length === 0) return null;
      const tag = random.pick(tags);
      const block = Number(tag.replace('subtotal.', ''));
      const items = tag === 'subtotal.all' ? facts.items : itemsOf(facts, block);
      facts.printed.set(`${tag}.score`, round2(sum(items.map(({ score }) => score)) - 1.5));
      return [`${tag}.score`, `${tag}.label`];
    },
  },
  {
    id: 'score above weight',
    loud: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item, at) => isFull(item) && context.shows(`item.${at}.weight`),
          (item) => (item.score = round2(item.weight + 1)),
        ),
        'score',
        'weight',
        'raw',
        'coefficient',
      ),
  },
  {
    id: 'missing reason',
    loud: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item) => asked(context) && !isFull(item),
          (item) => Object.assign(item, { cause: '', measure: '' }),
        ),
        'score',
        ...TEXTS,
      ),
  },
  {
    id: 'empty reason',
    loud: false,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item) => asked(context) && !isFull(item),
          (item) => Object.assign(item, { cause: '继续努力', measure: '' }),
        ),
        'score',
        ...TEXTS,
      ),
  },
  {
    id: 'reason for something else',
    loud: false,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item) => asked(context) && isFull(item) && hasFigures(item),
          (item) => Object.assign(item, { cause: '因招标流标，未达到目标值', measure: '今后提前谋划' }),
        ),
        'score',
        'actual',
        ...TEXTS,
      ),
  },
  {
    id: 'money is not the sum of its parts',
    loud: true,
    inject: (context) => {
      const block = money(context);
      const last = (block?.lines.length ?? 0) - 1;
      const line = block?.lines[last];
      if (block?.hasTotal !== true || line === undefined || !context.shows(`money.${last}.budget`)) return null;
      const share = line.budget === 0 ? 1 : rateOf(line);
      line.budget = round2(line.budget + 12.5);
      line.spent = round2(line.budget * share);
      return block.lines.flatMap((_, index) => moneyRow(index));
    },
  },
  {
    id: 'execution rate wrong',
    loud: true,
    inject: (context) => {
      const block = money(context);
      const line = block?.lines[0];
      if (line === undefined || !context.shows('money.0.rate')) return null;
      context.facts.printed.set('money.0.rate', `${(rateOf(line) * 100 - 3.2).toFixed(2)}%`);
      return moneyRow(0);
    },
  },
  {
    id: 'score against the execution rate',
    loud: true,
    inject: (context) => {
      const block = money(context);
      if (block === null || block.weight === 0 || !context.shows('money.0.score')) return null;
      block.score = round2(block.score - block.weight * 0.15);
      return moneyRow(0);
    },
  },
  {
    id: 'spent above the budget',
    loud: true,
    inject: (context) => overspend(context, 1.08),
  },
  {
    id: 'money spent without a budget',
    loud: true,
    inject: (context) => {
      const block = money(context);
      const index = block?.lines.findIndex((line, at) => line.spent > 0 && (at > 0 || !block.hasTotal)) ?? -1;
      const line = block?.lines[index];
      if (
        block === null ||
        line === undefined ||
        !context.shows(`money.${index}.budget`) ||
        (index === 0 && block.weight > 0)
      )
        return null;
      context.facts.printed.set(`money.${index}.budget`, context.random.pick([0, null]));
      return block.lines.flatMap((_, at) => moneyRow(at));
    },
  },
  {
    id: 'yuan among ten thousands',
    loud: true,
    inject: (context) => {
      const block = money(context);
      const line = block?.lines[0];
      if (
        line === undefined ||
        !context.shows('money.0.spent') ||
        context.drawn.draw.choices.get('money unit') === 'cell'
      )
        return null;
      context.facts.printed.set('money.0.spent', round2(line.spent * 10000));
      return block?.lines.flatMap((_, at) => moneyRow(at)) ?? null;
    },
  },
  {
    id: 'budget changed without a word',
    loud: false,
    inject: (context) => {
      const block = money(context);
      const line = block?.lines[0];
      if (line === undefined || block?.cause !== '' || !context.shows('money.0.initial')) return null;
      for (const [index, one] of block.lines.entries())
        context.facts.printed.set(`money.${index}.initial`, round2(one.budget * 0.8));
      return block.lines.flatMap((_, at) => moneyRow(at));
    },
  },
  {
    id: 'rate in the text against the block',
    loud: true,
    seldom: true,
    inject: (context) => {
      const block = money(context);
      const line = block?.lines[0];
      if (line === undefined || block?.hasTotal !== true || rateOf(line) > 0.995) return null;
      context.facts.completion = `全年预算执行率达到100%，${context.facts.completion}`;
      return ['completion', ...moneyRow(0)];
    },
  },
  {
    id: 'completion text against the row',
    loud: false,
    inject: (context) => {
      const index = context.facts.items.findIndex(({ kind }) => kind === 'least');
      const item = context.facts.items[index];
      if (item === undefined) return null;
      context.facts.completion = `各项工作有序开展，${item.name}为${Math.round(Number(item.actual) * 1.6 + 3)}${item.unit}。`;
      return ['completion', ...row(index, 'actual', 'target', 'name')];
    },
  },
  {
    id: 'basis against the row',
    loud: true,
    seldom: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item, at) => item.kind === 'share' && context.shows(`item.${at}.basis`),
          (item, at) =>
            void context.facts.printed.set(
              `item.${at}.basis`,
              item.basis.replace(/[0-9.]+%/, `${Number(item.actual) - 9}%`),
            ),
        ),
        'basis',
        'actual',
        'score',
      ),
  },
  {
    id: 'actual value in another unit',
    loud: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item) => isMore(item) && isFull(item) && item.parts.length === 0 && item.name !== '预算执行率',
          (item, at) =>
            void context.facts.printed.set(
              `item.${at}.actual`,
              item.kind === 'share' ? '96个' : item.unit === '期' ? '3人' : '3期',
            ),
        ),
        'actual',
        'target',
        'score',
        'unit',
      ),
  },
  {
    id: 'word for a figure',
    loud: false,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item) => item.kind === 'least' && isFull(item),
          (_, at) => void context.facts.printed.set(`item.${at}.actual`, '完成'),
        ),
        'actual',
        'score',
        'target',
      ),
  },
  {
    id: 'weighed twice',
    loud: true,
    seldom: true,
    inject: (context) => {
      if (!context.shows('item.0.raw')) return null;
      const index = change(
        context,
        ({ weight }) => weight < 60,
        (item) => {
          item.score = round2((item.score * item.weight) / 100);
        },
      );
      const item = index === null ? undefined : context.facts.items[index];
      if (index === null || item === undefined) return null;
      context.facts.printed.set(`item.${index}.raw`, item.weight);
      return row(index, 'raw', 'score', 'weight', ...TEXTS);
    },
  },
  {
    id: 'coefficient wrong',
    loud: true,
    seldom: true,
    inject: (context) => {
      const index = some(context, (_, at) => context.shows(`item.${at}.coefficient`));
      const item = index === null ? undefined : context.facts.items[index];
      if (index === null || item === undefined) return null;
      const asPercent = hasPercentCoefficient(context.drawn.layout);
      context.facts.printed.set(`item.${index}.coefficient`, asPercent ? 73 : 0.73);
      return row(index, 'coefficient', 'score', 'actual');
    },
  },
  {
    id: 'blank score',
    loud: true,
    inject: (context) => {
      const index = some(context, (_, at) => context.shows(`item.${at}.score`));
      if (index === null) return null;
      context.facts.printed.set(`item.${index}.score`, null);
      return [...row(index, 'score', 'name'), ...totals];
    },
  },
  {
    id: 'blank actual value',
    loud: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item) => hasFigures(item) && item.parts.length === 0 && isFull(item),
          (_, at) => void context.facts.printed.set(`item.${at}.actual`, null),
        ),
        'actual',
        'score',
      ),
  },
  {
    id: 'equation wrong',
    loud: true,
    inject: (context) => {
      const texted = (at: number): string | undefined =>
        TEXTS.map((field) => `item.${at}.${field}`).find(context.shows);
      const index = change(
        context,
        (_, at) => texted(at) !== undefined,
        (item, at) => {
          const [left, right] = [context.random.below(8) + 3, context.random.below(5) + 2];
          const unit = context.random.pick(['场', '次', '人次', '期', '万元', '户']);
          const wrong = context.random.pick([
            `${left}${unit}+${right}${unit}=${left + right + 1}${unit}`,
            `${left}+${right}=${left + right + 2}（${unit}）`,
          ]);
          const field = texted(at);
          if (field !== undefined)
            context.facts.printed.set(
              field,
              `上半年和下半年共开展${wrong}。${[item.cause, item.measure].filter(Boolean).join('。')}`,
            );
        },
      );
      return index === null ? null : texts(index);
    },
  },
  {
    id: 'template left in a text',
    loud: true,
    inject: (context) => {
      const words = ['XXXX', '请填写未完成原因', '（此处填写偏差原因及改进措施）', '×××'];
      return tagsOf(
        change(
          context,
          (item) => asked(context) && !isFull(item),
          (item) => Object.assign(item, { cause: context.random.pick(words), measure: '' }),
        ),
        'score',
        ...TEXTS,
      );
    },
  },
  {
    id: 'template left as actual value',
    loud: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item) => hasFigures(item) && isFull(item),
          (item, at) => void context.facts.printed.set(`item.${at}.actual`, `XX${item.unit}`),
        ),
        'actual',
        'score',
      ),
  },
  {
    id: 'weight and score changed places',
    loud: true,
    inject: (context) => {
      const index = some(
        context,
        (item, at) => !isFull(item) && context.shows(`item.${at}.weight`) && !context.drawn.layout.percentWeights,
      );
      const item = index === null ? undefined : context.facts.items[index];
      if (index === null || item === undefined) return null;
      context.facts.printed.set(`item.${index}.weight`, item.score).set(`item.${index}.score`, item.weight);
      return [...row(index, 'weight', 'score'), ...blockTags(context, item.block)];
    },
  },
  {
    id: 'target and actual changed places',
    loud: false,
    inject: (context) => {
      const index = change(
        context,
        (item) => isMore(item) && !isFull(item) && item.standard === '',
        (item) => {
          const { target } = item;
          item.target = item.actual;
          item.actual = target;
        },
      );
      return tagsOf(index, 'target', 'actual', 'score', ...TEXTS);
    },
  },
  {
    id: 'duplicate indicator',
    loud: false,
    inject: ({ facts }) => {
      const index = facts.items.findIndex(
        (item, at) => at > 0 && facts.items[at - 1]?.group === item.group && facts.items[at - 1]?.block === item.block,
      );
      const [before, item] = [facts.items[index - 1], facts.items[index]];
      if (before === undefined || item === undefined) return null;
      const { name, kind, operator, unit, target, actual, standard, parts } = before;
      Object.assign(item, { name, kind, operator, unit, target, actual, standard, parts });
      if (!isFull(before) || !isFull(item)) return null;
      return [...row(index, 'name'), ...row(index - 1, 'name')];
    },
  },
  {
    id: 'share of the weight',
    loud: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item) =>
            item.kind === 'share' &&
            item.standard === '' &&
            isFull(item) &&
            Number(item.target) < 99 &&
            context.shows('item.0.weight'),
          (item) => {
            item.actual = item.target;
            item.score = round2((item.weight * Number(item.target)) / 100);
          },
        ),
        'score',
        'actual',
        ...TEXTS,
      ),
  },
  {
    id: 'grade wrong',
    loud: true,
    seldom: true,
    inject: ({ facts, shows }) => {
      if (!shows('total.grade')) return null;
      facts.printed.set('total.grade', gradeOf(totalOf(facts)) === '优' ? '良' : '优');
      return ['total.grade', ...totals];
    },
  },
  {
    id: 'verdict against the figures',
    loud: false,
    seldom: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item, at) => hasFigures(item) && context.shows(`item.${at}.verdict`),
          (item, at) => void context.facts.printed.set(`item.${at}.verdict`, isMissed(item) ? '完成' : '未完成'),
        ),
        'verdict',
        'actual',
        'score',
      ),
  },
  {
    id: 'part below its target',
    loud: false,
    seldom: true,
    inject: (context) => {
      const index = change(
        context,
        ({ parts }) => parts.length > 0,
        ({ parts: [first] }) => {
          if (first !== undefined) first.actual = Math.floor(first.target * 0.6);
        },
      );
      return index === null
        ? null
        : [
            ...row(index, 'score', 'actual', 'name', ...TEXTS),
            `part.${index}.0.actual`,
            `part.${index}.0.name`,
            `part.${index}.0.target`,
          ];
    },
  },
  {
    id: 'negative score',
    loud: true,
    inject: (context) => {
      const index = some(context, isFull);
      if (index === null) return null;
      context.facts.printed.set(`item.${index}.score`, -1);
      return row(index, 'score');
    },
  },
  {
    id: 'late at full marks',
    loud: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          ({ kind, standard }) => kind === 'date' && standard === '',
          (item) => (item.actual = `${context.facts.year + 1}年2月`),
        ),
        'actual',
        'score',
        'target',
        ...TEXTS,
      ),
  },
  {
    id: 'no reason but a word for none',
    loud: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item) => asked(context) && !isFull(item),
          (item) => Object.assign(item, { cause: context.random.pick(['无', '/', '不存在偏差']), measure: '' }),
        ),
        'score',
        ...TEXTS,
      ),
  },
  {
    id: 'text takes off other points',
    loud: true,
    inject: (context) =>
      tagsOf(
        change(
          context,
          (item) => asked(context) && !isFull(item) && item.weight - item.score < 5,
          (item) => (item.cause = `${item.cause}，扣${round2(item.weight - item.score + 2)}分`),
        ),
        'score',
        'weight',
        ...TEXTS,
      ),
  },
  {
    id: 'share in the text worked out wrong',
    loud: true,
    inject: (context) => {
      const texted = (at: number): string | undefined =>
        TEXTS.map((field) => `item.${at}.${field}`).find(context.shows);
      const index = change(
        context,
        ({ kind, actual }, at) => kind === 'share' && Number.isInteger(actual) && texted(at) !== undefined,
        (item, at) => {
          const wrong = `应完成200项，实际完成${Number(item.actual) * 2 - 14}项，完成率${Number(item.actual) * 2 - 14}÷200×100%=${item.actual}%`;
          const field = texted(at);
          if (field !== undefined)
            context.facts.printed.set(field, [wrong, item.cause, item.measure].filter(Boolean).join('。'));
        },
      );
      return index === null ? null : [...texts(index), ...row(index, 'actual')];
    },
  },
  {
    id: 'direction against the operator',
    loud: false,
    seldom: true,
    inject: (context) => {
      const index = some(
        context,
        ({ operator }, at) => operator !== '' && context.shows(`item.${at}.nature`) && context.shows(`item.${at}.sign`),
      );
      const item = index === null ? undefined : context.facts.items[index];
      if (index === null || item === undefined || item.operator === '=') return null;
      context.facts.printed.set(`item.${index}.nature`, item.operator === '≤' ? '正向' : '反向');
      return row(index, 'nature', 'sign', 'target', 'actual', 'score');
    },
  },
  {
    id: 'rate of completion wrong',
    loud: true,
    seldom: true,
    inject: (context) => {
      const extra = context.drawn.draw.choices.get('extra column') ?? 'none';
      if (!['attainment', 'lost points', 'score rate'].includes(extra)) return null;
      const index = some(context, hasFigures);
      if (index === null) return null;
      context.facts.printed.set(`item.${index}.extra`, extra === 'lost points' ? 3.3 : '71.4%');
      return row(index, 'extra', 'score', 'actual', 'weight');
    },
  },
  {
    id: 'sum of a column wrong',
    loud: true,
    seldom: true,
    inject: (context) => {
      const tag = ['total.reviewed', 'total.lost'].find((one) => context.shows(one));
      if (tag === undefined) return null;
      context.facts.printed.set(tag, 77.7);
      return [tag];
    },
  },
];

/** Errors in the score's own cell, which a form that says what is taken off does not have. */
const OF_SCORES = ['negative score', 'weight and score changed places', 'score above weight', 'blank score'];

function overspend(context: Context, share: number): readonly string[] | null {
  const block = money(context);
  if (block === null || !block.hasTotal || !context.shows('money.0.spent')) return null;
  // A row of the table that repeats the rate would contradict it.
  if (context.facts.items.some(({ name }) => name === '预算执行率')) return null;
  for (const line of block.lines) line.spent = round2(line.budget * share);
  const [whole, ...parts] = block.lines;
  if (whole !== undefined) whole.spent = sum(parts.map(({ spent }) => spent));
  block.score = block.weight;
  block.cause = '';
  return block.lines.flatMap((_, index) => moneyRow(index));
}

/** A form with one error, and where a finding must stand. */
export interface FaultyForm {
  readonly kind: FaultKind;
  readonly form: DrawnForm;
  /** Addresses at one of which it is to be reported. */
  readonly cells: readonly string[];
}

function copyOf(facts: Facts): Facts {
  const copy = structuredClone(facts);
  return { ...copy, printed: new Map(facts.printed) };
}

/** Puts one error into a form; `null` where none of the kinds fits it. */
export function withFault(drawn: DrawnForm, kinds: readonly FaultKind[] = FAULTS): FaultyForm | null {
  const random = drawn.draw.stream('fault');
  const { deducted } = drawn.layout;
  const order = shuffled(random, FAULTS).filter(
    (kind) => kinds.includes(kind) && !(deducted && OF_SCORES.includes(kind.id)),
  );
  // What fits few forms only is tried first in many.
  if (random.chance(0.5)) order.sort((one, other) => Number(other.seldom ?? false) - Number(one.seldom ?? false));
  const before = JSON.stringify(drawn.sheet);
  for (const kind of order) {
    const facts = copyOf(drawn.facts);
    const shows = (tag: string): boolean => drawn.at(tag) !== null;
    const tags = kind.inject({ facts, drawn, random: drawn.draw.stream(kind.id), shows });
    if (tags === null) continue;
    const form = reprinted(drawn, facts);
    if (JSON.stringify(form.sheet) === before) continue;
    return { kind, form, cells: [...new Set(tags.flatMap((tag) => form.at(tag) ?? []))] };
  }
  return null;
}
