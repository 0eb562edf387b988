import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons/svg/document-arrow-up';
import { useEffect, useState } from 'react';
import type { SheetLayout } from '../../advice/newForm';
import { ALL_ASIDES, keptForms } from '../batch/keptForms';
import { HelpLink } from '../components/HelpLink';
import { later } from '../components/later';
import { sentenceOf } from '../session/words';
import { FileButton } from './FileButton';
import { ALL_FILES } from './keptSettings';

const useStyles = makeStyles({
  kept: { maxWidth: '32em' },
  actions: { display: 'flex', justifyContent: 'center', columnGap: tokens.spacingHorizontalS },
  root: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'safe center',
    overflowY: 'auto',
    '> *': { flexShrink: 0 },
    '> :empty': { display: 'contents' },
    rowGap: tokens.spacingVerticalM,
    width: '100%',
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
  },
  icon: { color: tokens.colorBrandForeground1, lineHeight: 0 },
  title: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { maxWidth: '32em', textWrap: 'balance', color: tokens.colorNeutralForeground2, lineHeight: '22px' },
  failure: { maxWidth: '32em', color: tokens.colorStatusDangerForeground3, lineHeight: '22px' },
});

const NewForms = later('新建自评表', () => import('../fill/NewForms'), 'part');

/** Says what is kept of files in this browser, and forgets it. */
function KeptNote() {
  const styles = useStyles();
  const [count, setCount] = useState(0);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let here = true;
    Promise.all([ALL_FILES.load(), keptForms()]).then(
      ([files, forms]) => here && setCount(files.length + forms),
      (error: unknown) => here && setSaid(sentenceOf(error)),
    );
    return () => {
      here = false;
    };
  }, []);
  const forget = async () => {
    setAsking(false);
    try {
      await Promise.all([ALL_FILES.forget(), ALL_ASIDES.forget()]);
      setCount(0);
      setSaid('已全部忘记。');
    } catch (error) {
      setSaid(sentenceOf(error));
    }
  };
  return (
    <div className={styles.kept}>
      {count > 0 && (
        <>
          <p className="quiet">
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
      <p role="status" className="quiet">
        {said}
      </p>
    </div>
  );
}

interface NoFileProps {
  readonly opening: string | null;
  readonly failure: string | null;
  readonly onFile: (file: File | undefined) => void;
  /** Begins with an empty form. */
  readonly onBegin: (layout: SheetLayout) => void;
  /** Goes to the page for many files. */
  readonly onBatch: () => void;
}

/** Before a file is open: where to drop it. */
export function NoFile({ opening, failure, onFile, onBegin, onBatch }: NoFileProps) {
  const styles = useStyles();
  const [begins, setBegins] = useState(false);
  return (
    <main className={styles.root}>
      <span className={styles.icon} aria-hidden>
        <DocumentArrowUpRegular fontSize={48} />
      </span>
      <h1 className={styles.title}>自评表助手</h1>
      <p className={styles.text}>
        把自评表文件拖到这里，或选择文件
        <br />
        （.xlsx、.xlsm、.xls、.et、.ods、.csv）。
      </p>
      <FileButton label="选择文件" appearance="primary" size="medium" busy={opening !== null} onFile={onFile} />
      <Button onClick={onBatch}>批量核查收到的文件</Button>
      <Button appearance="subtle" aria-expanded={begins} onClick={() => setBegins(!begins)}>
        新建自评表…
      </Button>
      {begins && <NewForms busy={opening !== null} onChoose={onBegin} />}
      <div role="status">{opening !== null && <p className={styles.text}>{`正在读取“${opening}”…`}</p>}</div>
      <div role="alert">{failure !== null && <p className={styles.failure}>{failure}</p>}</div>
      <p className={styles.text}>文件只在本机读取，不上传；原文件不会被改动，改正和批注写进下载的副本。</p>
      <HelpLink />
      <KeptNote />
    </main>
  );
}
