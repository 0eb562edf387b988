import { tokens } from '@fluentui/react-components';

/** A row of buttons that stays at the lower edge, where the page is high enough for it. */
export const STICKY_BAR = {
  position: 'sticky',
  bottom: 0,
  '@media (max-height: 480px)': { position: 'static' },
  display: 'flex',
  flexWrap: 'wrap',
  backgroundColor: tokens.colorNeutralBackground1,
} as const;
