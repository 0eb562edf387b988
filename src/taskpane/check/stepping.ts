import { useEffect } from 'react';
import { useSession } from '../components/useSession';
import type { Session } from '../session/session';
import type { PlacedFinding } from '../session/state';

/** Opens the next or previous of the listed findings, round the end, and selects its cell; the first where none is open. */
export function step(session: Session, findings: readonly PlacedFinding[], by: 1 | -1): void {
  const { opened } = session.getSnapshot();
  const at = findings.findIndex(({ key }) => key === opened);
  const next = at < 0 ? (by === 1 ? 0 : findings.length - 1) : (at + by + findings.length) % findings.length;
  const placed = findings[next];
  if (placed === undefined || placed.key === opened) return;
  void session.toggle(placed);
}

/**
 * F8 and Shift+F8 go through the listed findings, as through the errors of an editor; Escape closes the open one, unless
 * what stands nearer takes the key for itself.
 */
export function useStepping(findings: readonly PlacedFinding[]): void {
  const session = useSession();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F8') {
        event.preventDefault();
        step(session, findings, event.shiftKey ? -1 : 1);
      } else if (event.key === 'Escape') {
        session.shut();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [session, findings]);
}
