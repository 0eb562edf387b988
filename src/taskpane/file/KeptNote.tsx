import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { forgetForms, keptForms } from '../batch/keptAsides';
import { sentenceOf } from '../session/words';
import { forgetFiles, keptFiles } from './keptSettings';

const useStyles = makeStyles({
  root: { maxWidth: '32em', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', justifyContent: 'center', columnGap: tokens.spacingHorizontalS },
});

/** Says what is kept of files in this browser, and forgets it. */
export function KeptNote() {
  const styles = useStyles();
  const [count, setCount] = useState(0);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let here = true;
    Promise.all([keptFiles(), keptForms()]).then(
      ([files, forms]) => here && setCount(files + forms),
      (error: unknown) => here && setSaid(sentenceOf(error)),
    );
    return () => {
      here = false;
    };
  }, []);
  const forget = async () => {
    setAsking(false);
    try {
      await Promise.all([forgetFiles(), forgetForms()]);
      setCount(0);
      setSaid('已全部忘记。');
    } catch (error) {
      setSaid(sentenceOf(error));
    }
  };
  return (
    <div className={styles.root}>
      {count > 0 && (
        <>
          <p className={styles.text}>
            {asking
              ? '忘记后，这些文件再打开时，不处理的事项会重新列出，规则要重新选择。'
              : `这个浏览器里记着 ${count} 份表的不处理事项、理由和规则，再打开时接着用。`}
          </p>
          <div className={styles.actions}>
            {asking && (
              <Button size="small" onClick={() => void forget()}>
                全部忘记
              </Button>
            )}
            <Button size="small" appearance="subtle" onClick={() => setAsking(!asking)}>
              {asking ? '取消' : '忘记这些记录'}
            </Button>
          </div>
        </>
      )}
      <p role="status" className={styles.text}>
        {said}
      </p>
    </div>
  );
}
