import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
  },
  icon: { color: tokens.colorNeutralForeground3, lineHeight: 0 },
  text: { color: tokens.colorNeutralForeground2, lineHeight: '22px' },
});

interface MessageProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** One sentence each. */
  readonly sentences: readonly string[];
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** A state of the whole pane: what happened and what to do. */
export function Message({ icon, title, sentences, children, actions }: MessageProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <h1 className="heading">{title}</h1>
      {sentences.map((sentence) => (
        <p key={sentence} className={styles.text}>
          {sentence}
        </p>
      ))}
      {children}
      {actions !== undefined && <div className="row gap-s">{actions}</div>}
    </div>
  );
}
