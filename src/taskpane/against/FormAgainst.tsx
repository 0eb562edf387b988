import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ComparisonRecord } from '../../compare/record';
import { CellLink } from '../components/CellLink';
import { SubHead } from '../components/SubHead';
import { usePaneState, useSession } from '../components/useSession';
import { sentenceOf } from '../session/words';
import { againstFile, againstSheet } from './oneForm';
import { Result } from './Result';

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}` },
  hint: {
    margin: `${tokens.spacingVerticalS} 0`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  sheet: { minWidth: 'auto', maxWidth: '100%', overflowWrap: 'anywhere' },
  failed: { margin: `${tokens.spacingVerticalS} 0`, color: tokens.colorStatusWarningForeground3 },
});

interface Held {
  readonly against: string;
  readonly comparison: ComparisonRecord | null;
  readonly failed: string;
}

/** The form that is open held against another sheet of its workbook, or against a file. */
export default function FormAgainst({ chosen, onClose }: { readonly chosen: number; readonly onClose: () => void }) {
  const styles = useStyles();
  const session = useSession();
  const { sheet, sheets } = usePaneState();
  const [held, setHeld] = useState<readonly Held[]>([]);
  const [busy, setBusy] = useState('');
  const [said, setSaid] = useState('');
  const files = useRef<HTMLInputElement>(null);
  const others = sheets.filter(({ id }) => id !== sheet?.id);
  const hold = async (against: string, job: () => Promise<readonly ComparisonRecord[]>) => {
    setBusy(against);
    setSaid('');
    try {
      const found = await job();
      const made = found.map((comparison): Held => ({ against, comparison, failed: '' }));
      setHeld((before) => [...made, ...before.filter((one) => one.against !== against)]);
    } catch (error) {
      setSaid(`${against}：${error instanceof Error && error.name === 'Error' ? error.message : sentenceOf(error)}`);
    } finally {
      setBusy('');
    }
  };
  const waits = busy !== '';
  return (
    <section className={styles.root} aria-label="与申报表、上年核对">
      <SubHead title="与申报表、上年核对" onBack={onClose} />
      <p className={styles.hint}>
        {'与绩效目标申报（批复）表、上年的自评表或改之前的一份核对；对照的表只读，不改动。'}
      </p>
      <div className={styles.choices} role="group" aria-label="与哪一张表核对">
        {others.map((other) => (
          <Button
            key={other.id}
            className={styles.sheet}
            size="small"
            disabledFocusable={waits}
            onClick={() => void hold(`工作表“${other.name}”`, () => againstSheet(session, other, chosen))}
          >
            {`工作表“${other.name}”`}
          </Button>
        ))}
        <input
          ref={files}
          type="file"
          hidden
          aria-label="选择对照的文件"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            if (file !== undefined) void hold(file.name, () => againstFile(session, file, chosen));
          }}
        />
        <Button size="small" className={styles.sheet} disabledFocusable={waits} onClick={() => files.current?.click()}>
          选择文件…
        </Button>
      </div>
      <div role="status">
        {waits && <p className={styles.hint}>{`正在与${busy}核对…`}</p>}
        {said !== '' && <p className={styles.failed}>{said}</p>}
      </div>
      {held.map(({ against, comparison, failed }, at) => (
        <Result
          key={`${against} ${at}`}
          against={against}
          comparison={comparison}
          failed={failed}
          open
          link={(cell) => <CellLink cells={[cell]} />}
        />
      ))}
    </section>
  );
}
