import type { ComponentType } from 'react';
import { CheckView } from '../check/CheckView';
import { later } from './later';
import type { TabId, TabViewProps } from '../session/state';

export interface TabEntry {
  readonly id: TabId;
  readonly label: string;
  readonly View: ComponentType<TabViewProps>;
  /** It needs no form in the sheet. */
  readonly always?: boolean;
}

/** The views of a form, in the order of their tabs. All but the first are loaded when they are asked for. */
export const TABS: readonly TabEntry[] = [
  { id: 'check', label: '核查', View: CheckView },
  { id: 'fill', label: '填报', View: later('填报', () => import('../fill/FillView')) },
  { id: 'batch', label: '批量', View: later('批量', () => import('../batch/BatchTab')), always: true },
  { id: 'rules', label: '规则', View: later('规则', () => import('../rules/RulesView')), always: true },
];
