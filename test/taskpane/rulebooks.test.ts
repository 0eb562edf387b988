import { review } from '../../src/review';
import { BUILT_IN, changeAt, differences, originalOf } from '../../src/scoring';
import { pathOf } from '../../src/scoring/places';
import type { Rulebook } from '../../src/scoring/rulebook';
import { parseRulebook } from '../../src/scoring/readRulebook';
import type { Scores } from '../../src/scoring/scores';
import { choose, discard, edit, include } from '../../src/taskpane/rules/changes';
import { fromStored, mergeRulebooks, settingsOf } from '../../src/taskpane/session/rulebooks';
import { Session } from '../../src/taskpane/session/session';
import { NONE_OWN, type OwnRulebooks } from '../../src/taskpane/session/state';
import { sampleWorkbook } from '../../src/workbench/sample';
import { openExcel, type TestExcel } from '../support/excel';

const SETTING = 'zipingbiao.rulebooks';

function builtIn(id: string): Rulebook {
  const found = BUILT_IN.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

function changed(rulebook: Rulebook, place: string, value: unknown): Rulebook {
  const parsed = parseRulebook(changeAt(rulebook, pathOf(place), value));
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.rulebook;
}

const guangzhou = builtIn('guangzhou-department');
const general = builtIn('general');
const national = builtIn('national-project');

describe('the office’s own rulebooks', () => {
  const coarse = changed(guangzhou, 'rounding.places', 1);

  test('an edited built-in rulebook becomes a copy that stands before it; the built-in one stays', () => {
    const { own, chosen } = edit(NONE_OWN, guangzhou, coarse);
    expect(own.map(({ name }) => name)).toEqual([`${guangzhou.name}（本单位修改）`]);
    expect(own[0]?.rounding.places).toBe(1);
    expect(guangzhou.rounding.places).toBe(2);
    expect(chosen).toBeNull();
  });

  test('the next edit changes that copy', () => {
    const once = edit(NONE_OWN, guangzhou, coarse);
    const [copy] = once.own;
    if (copy === undefined) throw new Error('no copy');
    const twice = edit(once, copy, changed(copy, 'explain.over', 1.2));
    expect(twice.own).toHaveLength(1);
    expect(differences(guangzhou, twice.own[0] ?? guangzhou).map(({ path }) => path.join('.'))).toEqual([
      'rounding.places',
      'explain.over',
    ]);
  });

  test('the copy of one that no form asks for by itself is chosen, and so is that of a chosen one', () => {
    expect(edit(NONE_OWN, general, changed(general, 'explain.over', 1.2)).chosen).toBe('general-own');
    expect(edit(choose(NONE_OWN, guangzhou.id), guangzhou, coarse).chosen).toBe('guangzhou-department-own');
  });

  test('what is discarded gives way to the built-in one', () => {
    const edited = edit(choose(NONE_OWN, guangzhou.id), guangzhou, coarse);
    const [copy] = edited.own;
    if (copy === undefined) throw new Error('no copy');
    expect(discard(edited, copy)).toEqual({ own: [], chosen: guangzhou.id });
    expect(discard({ ...edited, chosen: null }, copy)).toEqual(NONE_OWN);
  });

  test('an imported one is chosen, takes the place of its former version, and never that of a built-in one', () => {
    const county = { ...national, id: 'my-county', name: '某县' };
    const twice = include(include(NONE_OWN, county), { ...county, version: '2025' });
    expect(twice).toMatchObject({ own: [{ id: 'my-county', version: '2025' }], chosen: 'my-county' });
    const imported = include(NONE_OWN, coarse);
    expect(imported.own[0]?.id).toBe('guangzhou-department-own');
    expect(originalOf(imported.own[0] ?? national)).toBe(guangzhou);
  });

  test('more of them than a workbook should hold are refused in one sentence', () => {
    const many: OwnRulebooks = {
      own: Array.from({ length: 50 }, (_, at) => ({ ...national, id: `county-${at}` })),
      chosen: null,
    };
    expect(() => include(many, { ...national, id: 'one-more' })).toThrow('最多存 50 份');
    expect(include(many, { ...national, id: 'county-3' }).own).toHaveLength(50);
  });

  test('a choice is applied to every form, else the form decides', () => {
    expect(settingsOf(NONE_OWN)).toEqual({ rulebooks: [] });
    expect(settingsOf(choose(NONE_OWN, 'general'))).toEqual({ rulebook: general, rulebooks: [] });
    expect(settingsOf(choose(NONE_OWN, 'gone'))).toEqual({ rulebooks: [] });
  });
});

describe('two co-authors', () => {
  const all = (own: readonly Rulebook[], chosen: string | null = null): OwnRulebooks => ({ own, chosen });
  const named = (rulebook: Rulebook, name: string): Rulebook => ({ ...rulebook, name });
  test.each<[string, OwnRulebooks, OwnRulebooks, OwnRulebooks, OwnRulebooks]>([
    ['each adds one', NONE_OWN, all([guangzhou]), all([national]), all([guangzhou, national])],
    [
      'one edits, one adds',
      all([guangzhou]),
      all([named(guangzhou, '甲')]),
      all([guangzhou, national]),
      all([named(guangzhou, '甲'), national]),
    ],
    [
      'the other edits',
      all([guangzhou]),
      all([guangzhou]),
      all([named(guangzhou, '乙')]),
      all([named(guangzhou, '乙')]),
    ],
    [
      'both edit the same: this one stands',
      all([guangzhou]),
      all([named(guangzhou, '甲')]),
      all([named(guangzhou, '乙')]),
      all([named(guangzhou, '甲')]),
    ],
    [
      'one discards what the other left',
      all([guangzhou, national]),
      all([guangzhou]),
      all([guangzhou, national]),
      all([guangzhou]),
    ],
    ['the other chooses', NONE_OWN, NONE_OWN, all([], 'general'), all([], 'general')],
    ['both choose: this one stands', NONE_OWN, all([], 'general'), all([], 'national'), all([], 'general')],
  ])('%s', (_, known, mine, theirs, merged) => {
    expect(mergeRulebooks(known, mine, theirs)).toEqual(merged);
  });
});

describe('what is stored', () => {
  test.each<[string, unknown, OwnRulebooks, number]>([
    ['nothing', null, NONE_OWN, 0],
    ['a text', 'x', NONE_OWN, 1],
    ['another shape', { own: 'x' }, NONE_OWN, 1],
    ['a broken rulebook', { own: [{ id: 'x' }], chosen: 'x' }, NONE_OWN, 1],
    ['two under one id', { own: [national, national], chosen: null }, { own: [national], chosen: null }, 0],
    ['a choice that is gone', { own: [], chosen: 'gone' }, NONE_OWN, 0],
    ['a choice', { own: [], chosen: 'general' }, { own: [], chosen: 'general' }, 0],
  ])('%s', async (_, stored, rulebooks, broken) => {
    expect(await fromStored(stored)).toEqual({ rulebooks, broken });
  });
});

const sessions: Session[] = [];
afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.close()));
});

async function start(excel: TestExcel): Promise<Session> {
  const session = new Session(excel.host, review);
  sessions.push(session);
  await session.start(true);
  return session;
}

function scoresOf(session: Session): Scores {
  const { view } = session.getSnapshot();
  const form = view.kind === 'reviewed' ? view.forms[view.chosen] : undefined;
  if (form === undefined) throw new Error('no form');
  return form.review.scores;
}

const saved = () => new Promise((resolve) => setTimeout(resolve, 150));

describe('in a session', () => {
  test('findings follow a change of the rulebook at once, without reading the sheet again', async () => {
    const excel = openExcel(sampleWorkbook());
    const session = await start(excel);
    const before = scoresOf(session);
    const hadOverCompletion = (one: Session) => {
      const { view } = one.getSnapshot();
      return (
        view.kind === 'reviewed' &&
        view.forms.some(({ open }) => open.some(({ finding }) => finding.check === 'over-completion'))
      );
    };
    expect(hadOverCompletion(session)).toBe(true);
    excel.rich.log.length = 0;
    session.changeRulebooks((all) => edit(all, before.rulebook, changed(before.rulebook, 'explain.over', 100)));
    expect(scoresOf(session).rulebook.name).toBe(`${before.rulebook.name}（本单位修改）`);
    expect(scoresOf(session).why).toContain('（本单位修改）');
    expect(hadOverCompletion(session)).toBe(false);
    expect(excel.rich.log).toEqual([]);
  });

  test('the rulebook travels with the workbook, and goes from it when it is discarded', async () => {
    const excel = openExcel(sampleWorkbook());
    const session = await start(excel);
    const { rulebook } = scoresOf(session);
    session.changeRulebooks((all) => edit(all, rulebook, changed(rulebook, 'rounding.places', 1)));
    await saved();
    const again = await start(excel);
    const kept = scoresOf(again).rulebook;
    expect(kept.rounding.places).toBe(1);
    again.changeRulebooks((all) => discard(all, kept), '已恢复内置规则。');
    expect(scoresOf(again).rulebook).toBe(rulebook);
    expect(again.getSnapshot().notice?.text).toBe('已恢复内置规则。');
    await saved();
    expect(await excel.host.loadSetting(SETTING)).toBeNull();
  });

  test('a broken stored rulebook costs one sentence; the form is checked by the one that fits', async () => {
    const excel = openExcel(sampleWorkbook());
    await excel.host.saveSetting(SETTING, { own: [{ ...guangzhou, rounding: 'x' }], chosen: 'guangzhou-department' });
    const session = await start(excel);
    expect(session.getSnapshot().notice?.text).toMatch(/评分规则有一部分读不出来/);
    expect(BUILT_IN).toContain(scoresOf(session).rulebook);
  });

  test('a change that is refused changes nothing', async () => {
    const session = await start(openExcel(sampleWorkbook()));
    const before = session.getSnapshot().rulebooks;
    session.changeRulebooks(() => {
      throw new Error('不行');
    });
    expect(session.getSnapshot().rulebooks).toBe(before);
    expect(session.getSnapshot().notice?.intent).toBe('error');
  });
});
