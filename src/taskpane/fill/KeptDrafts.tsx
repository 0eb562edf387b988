import { Button } from '@fluentui/react-components';
import { BeginForm } from './BeginForm';
import { copied } from '../copy';
import { useSession } from '../components/useSession';
import { useFilling } from './useFilling';

/** Below 填报: drafts that stand beside no row, as their sheet or row is gone, and a form to begin. */
export default function KeptDrafts({ alone = false }: { readonly alone?: boolean }) {
  const session = useSession();
  const { filling } = useFilling();
  const drafts = filling.unplaced();
  return (
    <div className={alone ? 'body' : 'above-l'}>
      {drafts.length > 0 && <h2 className="subheading">没有写入的草稿还在</h2>}
      {drafts.map(([key, { sheet, name, texts }]) => {
        const text = [...texts.values()].join('\n');
        return (
          <section key={key} aria-label={`草稿：${name.slice(0, 30)}`}>
            <p className="above-xs below-xs small kept-lines">{`“${sheet}”${name.replace(/\s+/g, '').slice(0, 30)}\n${text}`}</p>
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
