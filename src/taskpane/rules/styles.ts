import { makeStyles, tokens } from '@fluentui/react-components';

/** What the parts of the 规则 view share. */
export const useRulesStyles = makeStyles({
  section: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  actions: { gap: tokens.spacingHorizontalSNudge, marginTop: tokens.spacingVerticalS },
  field: { marginTop: tokens.spacingVerticalS },
  fault: {
    gridColumn: '1 / -1',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorStatusDangerForeground3,
  },
  long: { minHeight: '96px' },
  /** Of a panel, above its buttons. */
  part: { marginBottom: tokens.spacingVerticalSNudge },
});
