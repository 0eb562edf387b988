import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { ComponentType } from 'react';
import type { Severity } from '../../checks/finding';
import { SEVERITY_WORDS } from '../../checks/severity';

const ICONS: Readonly<Record<Severity, ComponentType>> = {
  error: ErrorCircle16Filled,
  warning: Warning16Filled,
  info: Info16Regular,
};

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '3px',
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  error: { color: tokens.colorStatusDangerForeground3 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
});

/** A severity by its icon and its word, never by colour alone. */
export function SeverityMark({ severity, id }: { readonly severity: Severity; readonly id?: string }) {
  const styles = useStyles();
  const Icon = ICONS[severity];
  return (
    <span id={id} className={mergeClasses(styles.root, styles[severity])}>
      <Icon aria-hidden />
      {SEVERITY_WORDS[severity]}
    </span>
  );
}
