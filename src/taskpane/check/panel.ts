import { makeStyles, tokens } from '@fluentui/react-components';
import { type RefObject, useEffect, useRef } from 'react';

/** Panels that open inside a finding's card. */
export const usePanelStyles = makeStyles({
  root: {
    margin: `${tokens.spacingVerticalSNudge} 0 ${tokens.spacingVerticalXS}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  hint: {
    margin: `2px 0 ${tokens.spacingVerticalSNudge}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalSNudge },
});

/**
 * Gives the focus to the panel's `data-first` control when the panel opens, as the button that was asked to open it is
 * gone then. The ref belongs to the panel's own element, as Fluent's parts take none under exact optional types.
 */
export function useFocusWithin(): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector<HTMLElement>('[data-first]')?.focus(), []);
  return root;
}
