import type { PlacedFinding, SetAside } from '../../advice/places';
import type { Severity } from '../../checks/finding';
import type { NotRecognised } from '../../form/model';
import type { HostAbilities, SheetInfo } from '../../host/host';
import type { ComparisonRecord } from '../../compare/record';
import type { FormReview } from '../../review';
import type { CellRef } from '../../sheet/snapshot';
import type { Rulebook } from '../../scoring/rulebook';

/** The office's own rulebooks in this workbook, and which rulebook was chosen. */
export interface OwnRulebooks {
  /** Imported or edited ones, tried before the built-in ones. */
  readonly own: readonly Rulebook[];
  /** Id of the one that is applied to every form; `null` where the form decides. */
  readonly chosen: string | null;
}

export const NONE_OWN: OwnRulebooks = { own: [], chosen: null };

/** Whether forms are scored the same by both. */
export function sameRulebooks(a: OwnRulebooks, b: OwnRulebooks): boolean {
  return a === b || JSON.stringify([a.own, a.chosen]) === JSON.stringify([b.own, b.chosen]);
}

export type { PlacedFinding, SetAside };

export type SeverityFilter = 'all' | Severity;

/** What the pane shows of a form: `components/views.ts` lists them. */
export type TabId = 'check' | 'fill' | 'batch' | 'rules';

/** Another form that one of the sheet is held against, for as long as the pane is open. */
export interface OtherForm {
  /** What it is called: a file, or a sheet of the workbook. */
  readonly name: string;
  /** Holds a review of the form against it; `null` where the form has nothing to hold. */
  readonly hold: (review: FormReview) => ComparisonRecord | null;
  /** The review with what that came to. */
  readonly merge: (review: FormReview, record: ComparisonRecord) => FormReview;
}

/** What holding a form against another came to. */
export interface HeldAgainst {
  readonly name: string;
  readonly record: ComparisonRecord;
}

/** One form of the sheet with its findings, those that were set aside taken out. */
export interface FormView {
  /** With what holding it against other forms came to. */
  readonly review: FormReview;
  /** Without. */
  readonly own: FormReview;
  readonly against: readonly HeldAgainst[];
  readonly open: readonly PlacedFinding[];
  readonly aside: readonly SetAside[];
}

/** What a view is given: the forms of the sheet, and which of them is looked at. */
export interface TabViewProps {
  readonly forms: readonly FormView[];
  readonly chosen: number;
}

/** What the pane shows below its head. */
export type View =
  | { readonly kind: 'starting' }
  | { readonly kind: 'working'; readonly text: string }
  /** `elsewhere`: other sheets of the workbook that hold a form, as far as they were looked through. */
  | { readonly kind: 'no-form'; readonly none: NotRecognised; readonly elsewhere: readonly SheetInfo[] }
  | { readonly kind: 'reviewed'; readonly forms: readonly FormView[]; readonly chosen: number }
  | { readonly kind: 'error'; readonly sentence: string };

export type Intent = 'success' | 'info' | 'warning' | 'error';

/** What became of the officer's last click. */
export interface Notice {
  readonly id: number;
  readonly intent: Intent;
  readonly text: string;
}

/** What of the findings is listed, and in which order. */
export interface ListChoice {
  readonly filter: SeverityFilter;
  readonly order: 'place' | 'severity';
  /** Words that must stand in what is listed. */
  readonly query: string;
  /** Id of the check whose findings alone are listed. */
  readonly type: string | null;
}

/** How the findings are listed before the officer chose. */
export const WHOLE_LIST: ListChoice = { filter: 'all', order: 'severity', query: '', type: null };

/** What this session has put on a sheet and not taken away. */
export interface Marks {
  /** Cells with comments on what was found: `I42`. */
  readonly annotated: ReadonlySet<string>;
  /** Whether the sheet shows of each figure how it stands. */
  readonly mapped: boolean;
  /** Whether comments tell what is owed. */
  readonly prompting: boolean;
}

export const NO_MARKS: Marks = { annotated: new Set(), mapped: false, prompting: false };

/** All that the pane shows; a new object for each change, so that a component can compare. */
export interface PaneState {
  readonly abilities: HostAbilities;
  readonly sheet: SheetInfo | null;
  readonly sheets: readonly SheetInfo[];
  readonly view: View;
  /** Why the findings may be older than the sheet, e.g. because a cell is being edited; `null` when they are not. */
  readonly stale: string | null;
  readonly tab: TabId;
  /** Whether 填报 was opened for the draft of a row. */
  readonly drafting: boolean;
  readonly list: ListChoice;
  /** Keys of folded findings that are unfolded. */
  readonly unfolded: ReadonlySet<string>;
  /** Key of the finding that is open. */
  readonly opened: string | null;
  /** The cell that is selected in the sheet, where the host tells. */
  readonly selected: CellRef | null;
  /** What is being done at the officer's click; buttons wait for it. */
  readonly busy: string | null;
  /** The office's own rulebooks, and which was chosen. */
  readonly rulebooks: OwnRulebooks;
  /** What can be taken back, the latest last. */
  readonly undoable: readonly string[];
  /** What of ours stands on the sheet. */
  readonly marks: Marks;
  /** How many of the findings with which the sheet was first checked in this session are gone. */
  readonly mended: number;
  readonly notice: Notice | null;
  /** Read out by a screen reader when it changes. */
  readonly announcement: string;
}

/** Before anything was read. */
export function initialState(abilities: HostAbilities): PaneState {
  return {
    abilities,
    sheet: null,
    sheets: [],
    view: { kind: 'starting' },
    stale: null,
    tab: 'check',
    drafting: false,
    list: WHOLE_LIST,
    unfolded: new Set(),
    opened: null,
    selected: null,
    busy: null,
    rulebooks: NONE_OWN,
    undoable: [],
    marks: NO_MARKS,
    mended: 0,
    notice: null,
    announcement: '',
  };
}
