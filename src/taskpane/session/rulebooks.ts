import type { WorkbookHost } from '../../host/host';
import type { ReviewSettings } from '../../review';
import { BUILT_IN } from '../../scoring';
import type { Rulebook } from '../../scoring/rulebook';
import { Burst } from './burst';
import { NONE_OWN, type OwnRulebooks } from './state';
import { sentenceOf } from './words';

/** Under which setting of the workbook they are kept. */
export const RULEBOOKS_SETTING = 'zipingbiao.rulebooks';
/** A workbook keeps no more. */
export const MOST_RULEBOOKS = 50;

/** All that can be chosen: the office's own first. */
export function rulebooksToChoose({ own }: OwnRulebooks): readonly Rulebook[] {
  return [...own, ...BUILT_IN];
}

/** What a review is to go by. */
export function settingsOf(rulebooks: OwnRulebooks): ReviewSettings {
  const { own, chosen } = rulebooks;
  const rulebook = rulebooksToChoose(rulebooks).find(({ id }) => id === chosen);
  return rulebook === undefined ? { rulebooks: own } : { rulebook, rulebooks: own };
}

/** Of what was stored: the rulebooks, and how many could not be read. */
interface Stored {
  readonly rulebooks: OwnRulebooks;
  readonly broken: number;
}

/**
 * What is stored is never trusted: rulebooks that can't be read are left out and counted. The schema is loaded only where
 * some are kept.
 */
export async function fromStored(stored: unknown): Promise<Stored> {
  if (stored === null || stored === undefined) return { rulebooks: NONE_OWN, broken: 0 };
  const { own: kept, chosen: wanted } = Object(stored) as Partial<Record<keyof OwnRulebooks, unknown>>;
  if (!Array.isArray(kept)) return { rulebooks: NONE_OWN, broken: 1 };
  const { parseRulebook } = await import('../../scoring/readRulebook');
  const read = kept.slice(0, MOST_RULEBOOKS).map((one: unknown) => parseRulebook(one));
  const own = read.flatMap((one) => ('rulebook' in one ? [one.rulebook] : []));
  const unique = own.filter(({ id }, at) => own.findIndex((one) => one.id === id) === at);
  const chosen = [...unique, ...BUILT_IN].find(({ id }) => id === wanted)?.id ?? null;
  return { rulebooks: { own: unique, chosen }, broken: read.length - own.length };
}

/** What a co-author changed since `known`, with what was changed here; where both changed the same, this pane's stands. */
export function mergeRulebooks(known: OwnRulebooks, mine: OwnRulebooks, theirs: OwnRulebooks): OwnRulebooks {
  const text = (all: OwnRulebooks, id: string) => JSON.stringify(all.own.find((one) => one.id === id) ?? null);
  const changedHere = (id: string) => text(known, id) !== text(mine, id);
  const own = mine.own.flatMap((one) => {
    if (changedHere(one.id)) return [one];
    return theirs.own.find(({ id }) => id === one.id) ?? [];
  });
  const added = theirs.own.filter(({ id }) => !mine.own.some((one) => one.id === id) && !changedHere(id));
  return { own: [...own, ...added], chosen: mine.chosen === known.chosen ? theirs.chosen : mine.chosen };
}

/** Keeps the office's rulebooks in the workbook's own settings, so that they travel with it. */
export class RulebookKeeper {
  private latest: OwnRulebooks = NONE_OWN;
  /** What this pane knew the workbook to hold when it last read or wrote it. */
  private known: OwnRulebooks = NONE_OWN;
  private readonly saving = new Burst(() => this.save());

  constructor(
    private readonly host: WorkbookHost,
    private readonly failed: (sentence: string) => void,
  ) {}

  /** What is kept; rejects with a `HostError`. Tells through `failed` when some of it can't be read. */
  async load(): Promise<OwnRulebooks> {
    const { rulebooks, broken } = await fromStored(await this.host.loadSetting(RULEBOOKS_SETTING));
    if (broken > 0) this.failed('工作簿里保存的评分规则有一部分读不出来，没有采用；可以在“规则”页重新导入。');
    this.latest = rulebooks;
    this.known = rulebooks;
    return rulebooks;
  }

  /** Keeps these from now on. Changes in quick succession are written once. */
  keep(rulebooks: OwnRulebooks): void {
    this.latest = rulebooks;
    this.saving.request();
  }

  private async save(): Promise<void> {
    const { latest } = this;
    try {
      const stored = await fromStored(await this.host.loadSetting(RULEBOOKS_SETTING));
      const { own, chosen } = mergeRulebooks(this.known, latest, stored.rulebooks);
      await this.host.saveSetting(RULEBOOKS_SETTING, own.length === 0 && chosen === null ? null : { own, chosen });
      this.known = latest;
    } catch (error) {
      this.failed(`规则已经生效，但没有存进工作簿：${sentenceOf(error)}`);
    }
  }
}
