import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { ComponentType } from 'react';
import type { Severity } from '../../checks/finding';
import { SEVERITY_WORDS } from '../../checks/severity';
import type { Intent } from '../session/state';

/** How good or bad something is, by an icon. */
export const INTENT_ICONS: Readonly<Record<Intent, ComponentType<{ className?: string }>>> = {
  success: CheckmarkCircle16Filled,
  info: Info16Regular,
  warning: Warning16Filled,
  error: ErrorCircle16Filled,
};

/** The same by a colour. */
export const useIntentStyles = makeStyles({
  success: { color: tokens.colorStatusSuccessForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  error: { color: tokens.colorStatusDangerForeground3 },
});

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    // Within a sentence it stands in the line of its words.
    verticalAlign: 'top',
    alignItems: 'center',
    gap: '3px',
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
});

/** A severity by its icon and its word, never by colour alone. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  const colors = useIntentStyles();
  const Icon = INTENT_ICONS[severity];
  return (
    <span className={mergeClasses(styles.root, colors[severity])}>
      <Icon aria-hidden />
      {SEVERITY_WORDS[severity]}
    </span>
  );
}
