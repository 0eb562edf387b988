import { Button, Checkbox, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { goesBack, type ReceivedForm } from '../../advice/batch';
import { formName, linesOfText, memoFor, memoText } from '../../advice/memo';
import { saveFile } from '../download';
import { sentenceOf } from '../session/words';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    minHeight: '100%',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  text: {
    display: 'flex',
    flexGrow: 1,
    '> textarea': {
      height: 'auto',
      minHeight: 'max(320px, 62vh)',
      maxHeight: 'none',
      lineHeight: '1.7',
      fontSize: '13px',
    },
  },
  actions: {
    position: 'sticky',
    bottom: 0,
    '@media (max-height: 480px)': { position: 'static' },
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalSNudge,
    padding: `${tokens.spacingVerticalS} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  button: { minWidth: 'auto' },
  print: { display: 'none', '@media print': { display: 'block' } },
  line: { margin: '0 0 6px', whiteSpace: 'pre-wrap' },
  screen: { '@media print': { display: 'none' } },
});

interface MemoViewProps {
  readonly received: readonly ReceivedForm[];
  readonly onClose: () => void;
}

/** Each department's memo as a document of its own, in one archive. */
async function saveEach(received: readonly ReceivedForm[], questions: boolean): Promise<string> {
  const [{ zipSync }, { memoDocument }] = await Promise.all([import('fflate'), import('./docx')]);
  const byUnit = new Map<string, ReceivedForm[]>();
  for (const one of received.filter(goesBack)) {
    const unit = one.form.unit === '' ? one.file.replace(/^.*\//, '') : one.form.unit;
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), one]);
  }
  const files: Record<string, Uint8Array> = {};
  let number = 0;
  for (const [unit, forms] of byUnit) {
    const memo = memoFor(forms, { questions });
    if (memo === null) continue;
    number += 1;
    const name = `${String(number).padStart(3, '0')} ${unit.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 60)}.docx`;
    files[name] = await memoDocument(linesOfText(memoText(memo)));
  }
  saveFile('退回修改意见.zip', new Uint8Array(zipSync(files)));
  return `已保存 ${number} 份退回意见。`;
}

/** 退回意见: editable before it is copied, saved or printed. */
export default function MemoView({ received, onClose }: MemoViewProps) {
  const styles = useStyles();
  const [questions, setQuestions] = useState(false);
  const textFor = (withQuestions: boolean) => {
    const memo = memoFor(received, { questions: withQuestions });
    return memo === null ? '' : memoText(memo);
  };
  const [text, setText] = useState(() => textFor(false));
  const [said, setSaid] = useState('');
  const returned = received.filter(goesBack);
  const [only] = returned;
  const name = returned.length === 1 && only !== undefined ? `${formName(only)}退回修改意见` : '退回修改意见';
  const lines = linesOfText(text);
  const attempt = (job: () => Promise<string>) => {
    job().then(setSaid, (error: unknown) => setSaid(sentenceOf(error)));
  };
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    return '已复制全文。';
  };
  const saveWord = async () => {
    const { memoDocument } = await import('./docx');
    saveFile(`${name}.docx`, await memoDocument(lines));
    return '已保存 Word 文件。';
  };
  const saveText = () => {
    // The mark makes Notepad and WPS read it as UTF-8.
    saveFile(`${name}.txt`, `\ufeff${text.replace(/\n/g, '\r\n')}\r\n`);
    return Promise.resolve('已保存文本文件。');
  };
  return (
    <section className={styles.root} aria-label="退回意见">
      <div className={styles.screen}>
        <Button size="small" appearance="subtle" onClick={onClose}>
          ← 返回
        </Button>
        <h1 className={styles.title}>退回意见</h1>
        <p className={styles.hint}>
          {returned.length === 0
            ? '没有要退回的表：没有错误和提醒，或都已标为不处理。'
            : '可以先改再复制、保存；改动不影响核查结果。'}
        </p>
        {returned.length > 0 && (
          <Checkbox
            label="把“提示”类的疑问也写进去"
            checked={questions}
            onChange={(_, { checked }) => {
              setQuestions(checked === true);
              setText(textFor(checked === true));
            }}
          />
        )}
      </div>
      {returned.length > 0 && (
        <>
          <Textarea
            className={`${styles.text} ${styles.screen}`}
            aria-label="退回意见全文"
            value={text}
            onChange={(_, { value }) => setText(value)}
          />
          <div className={`${styles.actions} ${styles.screen}`}>
            <Button className={styles.button} appearance="primary" onClick={() => attempt(saveWord)}>
              保存 Word
            </Button>
            <Button className={styles.button} onClick={() => attempt(copy)}>
              复制
            </Button>
            <Button className={styles.button} onClick={() => attempt(saveText)}>
              保存文本
            </Button>
            <Button className={styles.button} onClick={() => window.print()}>
              打印
            </Button>
            {returned.length > 1 && (
              <Button className={styles.button} onClick={() => attempt(() => saveEach(received, questions))}>
                每个单位一份
              </Button>
            )}
          </div>
        </>
      )}
      <div role="status" className={styles.screen}>
        {said !== '' && <p className={styles.hint}>{said}</p>}
      </div>
      <div className={styles.print} data-print>
        {lines.map(({ kind, text: line }, at) => (
          <p key={at} className={styles.line} data-memo={kind}>
            {line}
          </p>
        ))}
      </div>
    </section>
  );
}
