import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { BeginForm } from './BeginForm';
import { copied } from '../copy';
import { useSession } from '../components/useSession';
import { useFilling } from './useFilling';

const useStyles = makeStyles({
  root: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}` },
  text: { margin: `${tokens.spacingVerticalXS} 0`, whiteSpace: 'pre-line', fontSize: tokens.fontSizeBase200 },
});

/** 填报 beside a sheet without a form: drafts begun elsewhere, or in a sheet that is gone, and a form to begin. */
export default function KeptDrafts() {
  const styles = useStyles();
  const session = useSession();
  const { filling, state } = useFilling();
  return (
    <div className={styles.root}>
      {state.drafts.size > 0 && <h2 className="subheading">没有写入的草稿还在</h2>}
      {[...state.drafts].map(([key, { sheet, name, texts }]) => {
        const text = [...texts.values()].join('\n');
        return (
          <section key={key} aria-label={`草稿：${name.slice(0, 30)}`}>
            <p className={styles.text}>{`“${sheet}”${name.replace(/\s+/g, '').slice(0, 30)}\n${text}`}</p>
            <Button size="small" onClick={() => void session.attempt('', () => copied(text, '已复制。'))}>
              复制
            </Button>{' '}
            <Button size="small" appearance="subtle" onClick={() => filling.forget(key)}>
              丢弃
            </Button>
          </section>
        );
      })}
      <BeginForm />
    </div>
  );
}
