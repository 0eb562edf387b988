import { Decimal } from 'decimal.js';
import { figureOf, withFigure, withFigures } from '../form/cells';
import { compact, short } from '../sheet/text';
import { factsOfProse, isExact } from '../words/facts';
import { turnsToAnotherYear } from '../words/vocabulary';
import { withinCent } from '../words/written';
import { budgetPartOf, groupNodes, partsOf, statedOf, sumCells } from './common/parts';
import { asWritten, clean, compared, points, statedAt, textOf } from './common/say';
import { statedIn, textsOutside } from './common/sentences';
import { heldAgainstItems } from './common/totals';
import type { Check, CheckInput, Outcome } from './finding';

/** 自评总分为96.5分, 综合得分 96.5 分: the total as a sentence states it. */
const STATED =
  /(?:自评总?得?分|综合得分|总体?得分|总分|评价得分|最终得分|项目得分)(?:合计)?(?:为|是|共|达到?|:)?([0-9]{1,3}(?:\.[0-9]{1,4})?)分/;
/** Points that are no score of this form: the whole, a part, another year's. */
const OTHER = /满分|折算|其中|分别|(?:部门|财政|专家|第三方|复核)评价|(?:指标|率|部分)[”"]?(?:自评|实际)?得分/;

const AROUND = [6, 6] as const;

/** The total that stands above the table against the one that stands below it; 100 above may be what the form is out of. */
function* above({ form }: CheckInput): Iterable<Outcome> {
  const again = withFigure(form.totalAbove?.stated);
  const below = withFigure(form.mixed?.stated ?? form.total?.stated);
  if (again === null || below === null || (again.value.eq(100) && !below.value.eq(100))) return;
  const figures = { expected: points(below.value), found: points(again.value) };
  const data = { name: textOf(form.totalAbove?.label), found: figures.found, total: figures.expected };
  yield compared(again.value.eq(below.value), again, [below], {
    message: 'above',
    severity: 'warning',
    data,
    ...figures,
  });
}

/** 产出指标得分58分, 预算执行率自评得分9.5分 */
const OF_BLOCK = /^([\u4e00-\u9fff]{2,8}?)(?:指标|率)?(?:自评|实际)?(?:得分|得)$/;

/** 预算执行得分（10分）： is a label and says what it is out of. */
const OUT_OF = /^[^，。；、,;]{1,20}[（(][0-9.]{1,5}分[）)][:：]?$/;

/** 执行率 is 预算执行率. */
const bare = (name: string): string => compact(name).replace(/^预算(?=执行)/, '');

/** The points that a text tells of the execution or of a block, against what the block's items have. */
function* blocks(input: CheckInput): Iterable<Outcome> {
  const money = budgetPartOf(input.form);
  const named = [
    ...(money === undefined ? [] : [{ name: money.label, cells: statedOf([money]), count: 1 }]),
    ...groupNodes(input.form).map(({ group, indicators }) => ({
      name: short(group.name),
      cells: withFigures(indicators.map(({ stated }) => stated)),
      count: indicators.length,
    })),
  ];
  for (const text of textsOutside(input).filter((one) => !OUT_OF.test(one.text.trim()))) {
    for (const fact of factsOfProse(text)) {
      const own = OF_BLOCK.exec(compact(fact.label))?.[1];
      // 产出、效益指标得分分别为60分、19分
      if (text.text.slice(0, fact.start).endsWith('分别为')) continue;
      if (own === undefined || fact.unit !== '分' || fact.after !== '' || !isExact(text.text, fact)) continue;
      if (turnsToAnotherYear(text.text.slice(fact.sentence, fact.start), input.form.year?.value ?? null)) continue;
      const [block, another] = named.filter(({ name }) => bare(name).startsWith(bare(own)));
      if (block === undefined || another !== undefined || block.cells.length < block.count) continue;
      const [figure, of] = [clean(sumCells(block.cells)), { name: block.name, text: asWritten(fact) }];
      const differs = { message: 'block', data: { ...of, sum: points(figure) }, stated: statedAt(text, [fact]) };
      const figures = { expected: points(figure), found: points(fact.value) };
      yield compared(withinCent(figure, fact.value), text, block.cells, { ...differs, ...figures });
    }
  }
}

export const statedTotal: Check = {
  id: 'stated-total',
  title: '文字里写的总分与表内总分一致',
  severity: 'info',
  group: 'words',
  explain:
    '完成情况、结论、说明里写明自评总分的（“自评得分为96.5分”），与总分一格比较；表内没有总分的，与各项得分之和比较。不同的请人核实以哪一处为准。写明某一级指标、预算执行率得了多少分的，与该部分各项得分之和比较。表头另有一格自评得分的，应与表内总分相同。',
  messages: {
    above: {
      title: '表头的总分与表内不同',
      message: '表头“{name}”是 {found}，表内总分是 {total}，请改成一致。',
    },
    differs: {
      title: '文字里的总分与表内不同',
      message: '这里写“{text}”，表内总分是{total}分，请核实以哪一处为准。',
    },
    block: {
      title: '文字里写的“{name}”得分与指标表不同',
      message: '这里写“{text}”，指标表“{name}”的得分合计为{sum}分，请核实以哪一处为准。',
    },
    items: {
      title: '文字里的总分与各项得分之和不同',
      message: '这里写“{text}”，表内没有总分，各项得分之和为 {total}，请核实总分和各项得分。',
    },
  },
  *run(input) {
    yield* above(input);
    yield* blocks(input);
    const cell = input.form.total?.stated ?? null;
    const total = figureOf(cell);
    const places = total === null ? statedOf(partsOf(input.form)) : [cell];
    for (const { said, ...stated } of statedIn(input, STATED, OTHER, AROUND)) {
      const figure = new Decimal(said);
      const held = total === null ? heldAgainstItems(input, figure) : { sum: total, agrees: figure.eq(total) };
      if (held === null) continue;
      const { sum, agrees } = held;
      const [message, expected] = [total === null ? 'items' : 'differs', points(sum)];
      const differs = { message, data: { text: stated.text, total: expected }, expected, found: points(figure) };
      yield compared(agrees, stated, places, differs, `${stated.text} = ${expected}`);
    }
  },
};
