import { usePaneState, useSession } from '../components/useSession';
import NewForms from './NewForms';

/** Lays out an empty form in a new sheet. */
export function BeginForm() {
  const session = useSession();
  const { busy } = usePaneState();
  if (!session.writing.canBeginForms) return null;
  return (
    <section className="parted" aria-label="新建自评表">
      <h2 className="subheading">新建自评表</h2>
      <p className="hint below-s">在新工作表里排好一张空表，现有的工作表不动。</p>
      <NewForms busy={busy !== null} onChoose={(layout) => void session.writing.beginForm(layout)} />
    </section>
  );
}
