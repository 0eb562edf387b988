import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { usePaneState, useSession } from '../components/useSession';
import type { FormView } from '../session/state';
import { later } from '../components/later';

const MendAllPanel = later('全部改正', () => import('./MendAllPanel'), 'part');

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`, '@media print': { display: 'none' } },
  // In the line of the heading 先看, where there is one.
  raised: { float: 'right', position: 'relative', zIndex: 1 },
});

/** 全部改正: leads to one preview of all that can be mended, where there is more than one such finding. */
export function MendAll({ form, raised }: { readonly form: FormView; readonly raised: boolean }) {
  const styles = useStyles();
  const session = useSession();
  const { busy, abilities } = usePaneState();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const closed = useRef(false);
  useEffect(() => {
    if (open || !closed.current) return;
    closed.current = false;
    root.current?.querySelector('button')?.focus();
  }, [open]);
  const mendable = form.open.filter(({ finding }) => finding.fix !== undefined && finding.severity !== 'info').length;
  if (mendable === 0 || !abilities.canWrite) return null;
  const close = () => {
    closed.current = true;
    setOpen(false);
  };
  return (
    <div ref={root} className={mergeClasses(styles.root, raised && !open && styles.raised)}>
      {open ? (
        <MendAllPanel
          review={form.review}
          onCancel={close}
          onConfirm={(plan) => {
            close();
            void session.writing.write(plan);
          }}
        />
      ) : (
        <Button size="small" disabledFocusable={busy !== null} onClick={() => setOpen(true)}>
          全部改正…
        </Button>
      )}
    </div>
  );
}
