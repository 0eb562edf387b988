import { teamsHighContrastTheme, type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import { useMedia } from './useMedia';

export type Appearance = 'light' | 'dark' | 'contrast';

/** Tells how Office looks; `null` where Office does not say, so that the system's own setting counts. */
export interface AppearanceSource {
  readonly current: () => Appearance | null;
  readonly subscribe: (listener: () => void) => () => void;
}

export const NO_APPEARANCE: AppearanceSource = { current: () => null, subscribe: () => () => undefined };

const FONTS =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

const withFonts = (theme: Theme): Theme => ({ ...theme, fontFamilyBase: FONTS, fontFamilyNumeric: FONTS });

/** Fluent's own colour of links, which is not the one that the person chose for the system. */
const systemLinks = (theme: Theme): Theme => ({
  ...theme,
  colorBrandForegroundLink: 'LinkText',
  colorBrandForegroundLinkHover: 'LinkText',
  colorBrandForegroundLinkPressed: 'LinkText',
});

/** On the usual ground of a row under the pointer Fluent's links have too little contrast to be read. */
const DARK: Theme = { ...webDarkTheme, colorNeutralBackground1Hover: '#303030' };

const THEMES: Readonly<Record<Appearance, Theme>> = {
  light: withFonts(webLightTheme),
  dark: withFonts(DARK),
  contrast: withFonts(systemLinks(teamsHighContrastTheme)),
};

/** Fluent's theme that goes with Office's, or with the system's where Office does not say. */
export function usePaneTheme(source: AppearanceSource): Theme {
  const office = useSyncExternalStore(source.subscribe, source.current);
  const contrast = useMedia('(forced-colors: active)');
  const dark = useMedia('(prefers-color-scheme: dark)');
  // On paper, dark on white.
  const printing = useMedia('print');
  const appearance = printing ? 'light' : contrast ? 'contrast' : (office ?? (dark ? 'dark' : 'light'));
  useEffect(() => {
    document.documentElement.dataset['appearance'] = appearance;
  }, [appearance]);
  return THEMES[appearance];
}
