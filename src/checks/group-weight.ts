import { groupAgreements, type GroupMismatch, waysOfShares } from './common/groups';
import { addition, additionText, cellsOf, clean, compared, instead, points } from './common/say';
import { addendsOf, groupNodes, weightsOver, withInner } from './common/parts';
import { figureOf, figuresOf } from '../form/cells';
import { reviewWeights } from './common/weights';
import { short } from '../sheet/text';
import type { EvaluationForm } from '../form/model';
import type { Check, Outcome, Report } from './finding';
import { sum } from '../sheet/lists';

function report({ node, heading, own, sum, ownIsWrong, below }: GroupMismatch): Report {
  const [name, count] = [short(node?.group.name ?? ''), String(below.length)];
  const arithmetic = additionText(figuresOf(below));
  const isOfShares = node !== null && node.group.shares.length > 0;
  // 60 of 80 points count as 48, which stand nowhere.
  const share = figureOf(node?.parent?.group.shares.find(({ at }) => at === heading.at));
  const figures = isOfShares
    ? { arithmetic, ways: waysOfShares(node, sum.minus(own)) }
    : share !== null
      ? { arithmetic, found: points(share) }
      : instead(heading, own, sum, arithmetic, false);
  const message = isOfShares ? 'shares' : share !== null ? 'share' : ownIsWrong ? 'heading' : 'items';
  return {
    cell: heading.at,
    message: node === null ? 'loose' : message,
    data: { name, own: points(own), sum: points(sum), count, share: points(share ?? own) },
    related: cellsOf(below),
    ...figures,
  };
}

/** 年度绩效目标1（80分） against the weights of what stands below it; where all make the whole, its label is wrong. */
function* targetBlocks(form: EvaluationForm, whole: boolean): Iterable<Outcome> {
  for (const { label, weight, indicators } of form.targetBlocks) {
    const own = figureOf(weight);
    const below = weightsOver(form, indicators) ?? [];
    const figures = figuresOf(below);
    if (own === null || figures.length === 0) continue;
    const added = clean(sum(figures));
    // 年度绩效目标（80分） over marks that make 100: 80 % of them are taken.
    const isShare = added.equals(100) && own.lessThan(100);
    // Full marks come to the same by either reading.
    const isOpen = isShare && sum(indicators.map(({ stated }) => figureOf(stated))).equals(100);
    if (!added.equals(own) && (!whole || isShare) && !isOpen) continue;
    const data = { name: short(label.value), own: points(own), sum: points(added) };
    const mend = isOpen ? { severity: 'info' as const } : instead(weight, own, added, addition(figures), false);
    const differs = { message: isOpen ? 'open' : 'items', data, ...mend };
    yield compared(added.equals(own), weight, below, differs, additionText(figures));
  }
}

/** Bonus and penalties weigh at most what their heading does; the only one below a heading weighs the same. */
function* bonusCaps(form: EvaluationForm): Iterable<Outcome> {
  for (const node of withInner(groupNodes(form))) {
    const { name, weight } = node.group;
    const own = figureOf(weight)?.abs();
    if (weight === null || own === undefined || !node.indicators.some(({ kind }) => kind === 'bonus')) continue;
    const below = addendsOf(node, 'weight');
    const other = below.find((one) => {
      const figure = figureOf(one)?.abs() ?? own;
      return below.length === 1 ? !figure.equals(own) : figure.greaterThan(own);
    });
    const figure = figureOf(other);
    if (other === undefined || figure === null) continue;
    // 每次加1分 may come several times.
    const severity = figure.abs().greaterThan(own) ? 'warning' : 'info';
    const data = { name: short(name), own: points(own), sum: points(figure) };
    yield { cell: weight.at, message: 'bonus', severity, data, related: [other.at], found: data.own };
  }
}

export const groupWeight: Check = {
  id: 'group-weight',
  mends: 'figures',
  title: '下级分值之和等于上级分值',
  severity: 'error',
  explain: '一级、二级指标写了分值的（在分值栏里，或在名称里，如“产出指标（50分）”），应等于它下面各项分值之和。',
  messages: {
    items: {
      title: '“{name}”分值与下级之和不符',
      message: '“{name}”分值为 {own}，下面各项分值之和为 {sum}，请核对这一部分的分值。',
    },
    shares: {
      title: '“{name}”下面的权重之和不是 100%',
      message: '“{name}”下面各项的权重是占它的比例，之和为 {sum}%，应为 100%，请核对这一部分的权重。',
    },
    share: {
      title: '“{name}”分值与下级之和不符',
      message:
        '“{name}”写的 {share} 是占上级分值的比例，折算为 {own} 分，下面各项分值之和为 {sum}，请核对这一部分的分值。',
    },
    open: {
      title: '“{name}”下面的分值请核对',
      message: '“{name}”分值为 {own}，下面各项分值之和为 {sum}，又都是满分，请确认是按 {own}% 折算，还是分值有误。',
    },
    heading: {
      title: '“{name}”分值有误',
      message: '“{name}”分值为 {own}，下面各项分值之和为 {sum}，改为 {sum} 后与再上一级也相符，请改正。',
    },
    loose: {
      title: '小计分值不对',
      message: '小计分值为 {own}，它合计的 {count} 项分值之和为 {sum}，请核对这一部分的分值。',
    },
    bonus: {
      title: '“{name}”分值与下级不符',
      message: '“{name}”加减分最多 {own} 分，下面一项的分值为 {sum}，请核对。',
    },
  },
  *run(input) {
    const { groups, agrees, cut } = reviewWeights(input);
    yield* groupAgreements(input.form, 'weight', cut);
    for (const mismatch of groups) yield report(mismatch);
    yield* targetBlocks(input.form, agrees);
    yield* bonusCaps(input.form);
  },
};
