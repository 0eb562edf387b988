import type { Indicator, QuantityCell } from '../../form/model';
import { answerTo } from '../../words/answers';
import { findMentions, type FigureMention } from '../../words/mentions';
import { comparisonBefore, relationAround, sideBehind } from '../../words/comparisons';
import { compact } from '../../sheet/text';
import { anyOf, CHANGES } from '../../words/changes';
import { directionOf } from '../direction';

/**
 * Whether a target that is no single figure was reached, as far as target and actual value can be held against each
 * other: grades of one scale (良好 for 优秀), or several figures under the same words (助餐点5个、康复点1个 for
 * 助餐点5个、康复点2个). `null` where they can't.
 */
export function reachedInWords(indicator: Indicator): boolean | null {
  const [target, actual] = [wordsOf(indicator.target), wordsOf(indicator.actual)];
  if (target === '' || actual === '' || Math.max(target.length, actual.length) > LONGEST) return null;
  if (opposes(target, actual) || answerTo(target, actual) === 'contrary') return false;
  return byGrade(target, actual) ?? byFigures(indicator, target, actual);
}

const LONGEST = 80;

const wordsOf = (cell: QuantityCell | null): string => compact(cell?.text ?? '');

/** Scales from the lowest grade up; words of one scale say nothing of another's. */
const SCALES: readonly (readonly (readonly string[])[])[] = [
  [
    ['差', '较差', '不合格', '不及格'],
    ['中', '中等', '一般', '合格', '及格'],
    ['良', '良好'],
    ['优', '优秀', '优良'],
  ],
  [['差'], ['一般'], ['较好'], ['好', '很好']],
  [['劣Ⅴ类'], ['Ⅴ类'], ['Ⅳ类'], ['Ⅲ类'], ['Ⅱ类'], ['Ⅰ类']],
  [['低', '较低'], ['一般'], ['较高'], ['高', '很高']],
];

const plainGrade = (text: string): string => text.replace(/^(?:达到|不低于|≥|>=)|(?:及?以上|等次|等级|[。.])$/g, '');

function byGrade(target: string, actual: string): boolean | null {
  for (const scale of SCALES) {
    const rank = (text: string) => scale.findIndex((words) => words.includes(plainGrade(text)));
    if (rank(target) >= 0 && rank(actual) >= 0) return rank(actual) >= rank(target);
  }
  return null;
}

/** A change and nothing else: 较上年下降5%, 明显提升. */
const CHANGE = new RegExp(
  `^(?:[较比](?:上年|去年|同期)|同比|实现|明显|显著|有所|逐[步年]|稳步|持续|不断|进一步|得到|大幅){0,3}(?:(${anyOf(CHANGES.more)})|${anyOf(CHANGES.less)})了?(?:约?[0-9.]+[^\\d，。；,;]{0,6})?[。.]?$`,
);

/** Whether a target and an actual value are changes the opposite way: 上升8% where 下降5% was asked for. */
export function opposes(target: string, actual: string): boolean {
  const [wanted, reached] = [CHANGE.exec(compact(target)), CHANGE.exec(compact(actual))];
  return wanted !== null && reached !== null && (wanted[1] === undefined) !== (reached[1] === undefined);
}

const MOST_FIGURES = 6;

interface NamedFigure {
  readonly mention: FigureMention;
  readonly label: string;
  readonly lead: string;
  readonly rest: string;
}

function figuresIn(text: string): readonly NamedFigure[] {
  const all = findMentions(text).filter(({ kind }) => kind === 'figure');
  return all.map((mention, index) => {
    const from = all[index - 1]?.end ?? 0;
    const lead = text.slice(from + (sideBehind(text.slice(from, mention.start))?.length ?? 0), mention.start);
    const words = lead.slice(0, comparisonBefore(lead)?.start);
    const label = words.replace(/[^\p{Script=Han}A-Za-z]|完成|共|约/gu, '');
    return { mention, label, lead, rest: text.slice(mention.end) };
  });
}

/** Whether figures that have no words of their own (≥4期) are known by their units. */
function toldApart(figures: readonly NamedFigure[]): boolean {
  const units = figures.map(({ mention }) => mention.unit);
  return figures.every(({ label }) => label !== '') || (!units.includes('') && new Set(units).size === units.length);
}

function byFigures(indicator: Indicator, target: string, actual: string): boolean | null {
  const [wanted, reached] = [figuresIn(target), figuresIn(actual)];
  if (wanted.length < 2 || wanted.length > MOST_FIGURES || wanted.length !== reached.length || !toldApart(wanted))
    return null;
  const results = wanted.map((one, index) => {
    const other = reached[index];
    return other === undefined ? null : byFigure(indicator, one, other);
  });
  return results.includes(null) ? null : results.every((result) => result === true);
}

function byFigure(indicator: Indicator, wanted: NamedFigure, reached: NamedFigure): boolean | null {
  const [target, actual] = [wanted.mention, reached.mention];
  if (wanted.label !== reached.label || target.unit !== actual.unit) return null;
  if (actual.value.eq(target.value)) return true;
  const relation = relationAround(wanted.lead, wanted.rest);
  if (relation === 'unread') return null;
  const direction = directionOf(indicator, relation);
  if (direction === 'lower') return actual.value.lt(target.value);
  return direction === 'higher' || direction === 'presumed-higher' ? actual.value.gt(target.value) : null;
}
