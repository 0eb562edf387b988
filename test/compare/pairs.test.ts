import { compareSides } from '../../src/compare';
import type { Difference } from '../../src/compare/difference';
import { sidesIn } from '../../src/compare/side';
import { type Plan, type Planned, planOf, printPlan } from '../survey/approved';
import { drawForm } from '../survey/form';

/** What one change of a plan is to be found as; `of` is the indicator's name, `''` for the whole form. */
interface Change {
  readonly plan: Plan;
  readonly kind: Difference['kind'];
  readonly of: string;
}

function changed(plan: Plan, kind: Difference['kind'], which: (item: Planned) => boolean, into: Partial<Planned>) {
  const at = plan.items.find(which);
  if (at === undefined) return null;
  const items = plan.items.map((item) => (item === at ? { ...item, ...into } : item));
  return { plan: { ...plan, items }, kind, of: at.name };
}

const counted = ({ operator, target, unit }: Planned) =>
  operator === '≥' && typeof target === 'number' && target > 10 && !['%', ''].includes(unit);
const limited = ({ operator, target }: Planned) => operator === '≤' && typeof target === 'number' && target > 4;
const certificates: Planned = {
  block: 0,
  group: '数量指标',
  name: '结业证书发放数',
  operator: '≥',
  unit: '本',
  target: 1234,
  weight: 5,
};

const CHANGES: Readonly<Record<string, (plan: Plan) => Change | null>> = {
  'a floor lowered': (plan) => changed(plan, 'lowered', counted, { target: 999_999 }),
  'a floor raised': (plan) => changed(plan, 'raised', counted, { target: 7 }),
  'a limit raised': (plan) => changed(plan, 'lowered', limited, { target: 2 }),
  'an indicator left out': (plan) => ({
    plan: { ...plan, items: [...plan.items, certificates] },
    kind: 'missing',
    of: certificates.name,
  }),
  'an indicator added': (plan) => {
    const [, gone] = plan.items;
    return gone === undefined || gone.name === '预算执行率'
      ? null
      : { plan: { ...plan, items: plan.items.filter((item) => item !== gone) }, kind: 'added', of: gone.name };
  },
  'another goal': (plan) => ({ plan: { ...plan, goal: `${plan.goal}建成3个示范点。` }, kind: 'goal', of: '' }),
};

const plainQuotes = (text: string) => text.replace(/[‘’]/g, (quote) => (quote === '‘' ? '“' : '”'));

/** What differs between a drawn form and a table of targets in a layout of its own. */
function differences(seed: number, change: (plan: Plan) => Change | null) {
  const form = drawForm(seed);
  const made = change(planOf(form.facts));
  const [now] = sidesIn(form.sheet);
  if (made === null || now === undefined) return null;
  const [old, ...more] = sidesIn(printPlan(form.draw, made.plan));
  if (old?.kind !== 'targets' || more.length > 0) throw new Error(`seed ${seed}: the table of targets is not read`);
  const told = compareSides(old, now).differences.map(({ kind, message }) => ({ kind, message: plainQuotes(message) }));
  return { ...made, told };
}

const SEEDS = Array.from({ length: 40 }, (_, at) => at + 1);

test.each(SEEDS)('a form and its targets in order, each in a layout of its own: nothing (seed %i)', (seed) => {
  expect(differences(seed, (plan) => ({ plan, kind: 'goal', of: '' }))?.told).toEqual([]);
});

test.each(Object.entries(CHANGES))('%s is found wherever it can be, and nothing else is said', (_, change) => {
  const all = SEEDS.flatMap((seed) => {
    const found = differences(seed, change);
    return found === null ? [] : [{ seed, ...found }];
  });
  expect(all.length).toBeGreaterThan(5);
  for (const { seed, kind, of, told } of all) {
    expect({ seed, told }).toEqual({ seed, told: [{ kind, message: expect.stringContaining(of) as string }] });
  }
});
