import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle32Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { coverageLine } from '../../checks/coverage';
import type { FormView } from '../session/state';

const useStyles = makeStyles({
  root: { display: 'flex', columnGap: tokens.spacingHorizontalM, padding: `${tokens.spacingVerticalL} 0` },
  icon: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
  words: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  more: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
});

/** Nothing was found, or nothing that is not set aside; what was checked is told below. */
export function NothingWrong({ form }: { readonly form: FormView }) {
  const styles = useStyles();
  const { aside, review } = form;
  const { coverage } = review;
  return (
    <div className={styles.root}>
      <CheckmarkCircle32Filled className={styles.icon} aria-hidden />
      <div>
        <p className={styles.words}>{aside.length === 0 ? '没有发现问题' : '没有待处理的问题'}</p>
        <p className={styles.more}>
          {coverageLine(coverage)}
          {aside.length === 0 ? '。' : `，另有 ${aside.length} 项不处理。`}
          {coverage.unchecked.length > 0 && '没有查的列在下面，请人工判断。'}
        </p>
      </div>
    </div>
  );
}
