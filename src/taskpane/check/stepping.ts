import { useEffect, useRef } from 'react';
import { sameCell } from '../../sheet/snapshot';
import { usePaneState, useSession } from '../components/useSession';
import type { PlacedFinding } from '../session/state';

/** Opens the next or previous of the listed findings. */
export type Step = (by: 1 | -1) => void;

/**
 * Goes through the listed findings, round the end, and selects the cell of each. Where none is open it begins at the
 * selected cell, else where it was left: with what took the place of a finding that was mended. F8 and Shift+F8 do it,
 * as through the errors of an editor; Escape closes the open one, unless what stands nearer takes the key for itself.
 */
export function useStepping(findings: readonly PlacedFinding[]): Step {
  const session = useSession();
  const { opened, selected, list } = usePaneState();
  const at = findings.findIndex(({ key }) => key === opened);
  const left = useRef(-1);
  useEffect(() => {
    left.current = -1;
  }, [list]);
  useEffect(() => {
    if (at >= 0) left.current = at;
  }, [at]);
  const step: Step = (by) => {
    const { length } = findings;
    const here = (placed: PlacedFinding | undefined) =>
      placed !== undefined && selected !== null && sameCell(placed.finding.cell, selected);
    const was = left.current;
    const seen = findings.findIndex(here);
    const begin = seen < 0 || here(findings[was]) ? was : seen;
    const next = at >= 0 ? at + by : begin < 0 ? Math.min(by, 0) : begin;
    const placed = findings[(next + length) % length];
    if (placed !== undefined && placed.key !== opened) void session.toggle(placed);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F8') {
        event.preventDefault();
        step(event.shiftKey ? -1 : 1);
      } else if (event.key === 'Escape' && at >= 0) {
        // Office.js, which hears of it at the window, would put the focus on the first tab.
        event.stopPropagation();
        session.shut();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return step;
}
