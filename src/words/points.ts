import { compact } from '../sheet/text';
import { NUMBER, shapeOf, type Shape } from './shape';

/** Points as they are told: a figure, a part of the weight, or what is taken off it. */
export type Points = { readonly points: number } | { readonly share: number } | { readonly lost: number };

/** What leads to points in the shape of a text: 得5分, 计满分. */
export const VERB = '(?:应得|可得|得分[为:]?|得|计|记|给|赋|评|为)';
export const WHOLE_WEIGHT = '(?:分值|权重分|权重|满分|标准分值?|分数)';
/** Of whose weight a share is: 得该指标分值的80%. */
export const OWN = '(?:[该本此](?:项)?(?:指标)?|指标)?的?';
export const HALVES = `(?:得|计|按|给|记)?${OWN}(?:一半的?(?:${WHOLE_WEIGHT}|分)?|${WHOLE_WEIGHT}的?一半)`;
export const SHARES = `(?:得分[=为:]?|得|计|按|给|记)?${OWN}${WHOLE_WEIGHT}[的×*]?(${NUMBER})%(?:计分|得分|给分)?|(?:得|计|按|给|记)(${NUMBER})%(?:的?${WHOLE_WEIGHT}|分)?(?:计分|得分)?`;
const NOTHING = /^(?:[该本此]项)?(?:不[得计给]分|[得计记]?零分)$/;
const FULL = new RegExp(`^(?:[该本此]项)?(?:${VERB}?[满全]分|[不未]扣分)$`);
const HALF = new RegExp(`^${HALVES}$`);
const FIGURE = new RegExp(`^(?:${VERB}(${NUMBER})分?|(${NUMBER})分)$`);
const LOST = new RegExp(`^扣[减除去]?(${NUMBER})分$`);
const SHARE = new RegExp(`^(?:${SHARES})$`);

/** The figure that a pattern found in one of its groups. */
export function figureFound(shape: Shape, match: RegExpExecArray | null): number | undefined {
  return match?.slice(1).flatMap((group) => shape.numberOf(group)?.value.toNumber() ?? [])[0];
}

/** The points that a part of a shape states, when it states nothing else. */
export function pointsIn(shape: Shape, text: string): Points | null {
  if (NOTHING.test(text)) return { points: 0 };
  if (FULL.test(text)) return { share: 1 };
  if (HALF.test(text)) return { share: 0.5 };
  const points = figureFound(shape, FIGURE.exec(text));
  if (points !== undefined) return { points };
  const lost = figureFound(shape, LOST.exec(text));
  if (lost !== undefined) return { lost };
  const percent = figureFound(shape, SHARE.exec(text));
  return percent === undefined ? null : { share: percent / 100 };
}

/** Points are no longer in words. */
const LONGEST = 40;
/** What repeats the points in other words: 得3分满分, 9分（扣1分）. */
const REPEATED = /(?<=分)(?:满分|[(,](?:[满全]分|[不未]扣分|扣[减除去]?[0-9.]{1,6}分)\)?)$/;

/** The points that a text states, when it states nothing else: 得满分, 扣4分, 不得分, 得分值的80%, 9分（扣1分）. */
export function readPoints(text: string): Points | null {
  if (text.length > LONGEST) return null;
  const shape = shapeOf(compact(text).replace(REPEATED, ''));
  return pointsIn(shape, shape.text);
}
