import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { SCROLLER } from '../components/scroller';
import type { Row } from './rows';

const CLOSED_HEIGHT = 56;

interface VirtualRowsProps {
  readonly rows: readonly Row[];
  readonly render: (row: Row) => ReactNode;
  /** Key of a row that stays in the page though it is out of sight, as the Tab key must reach it. */
  readonly keep: string | null;
}

/** Long lists: only the rows in sight, and those beside them, are in the page. */
export default function VirtualRows({ rows, render, keep }: VirtualRowsProps) {
  const list = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const scroller = () => document.getElementById(SCROLLER);
  useLayoutEffect(() => {
    const top = list.current?.getBoundingClientRect().top ?? 0;
    const above = scroller();
    setMargin(above === null ? 0 : top - above.getBoundingClientRect().top + above.scrollTop);
  }, []);
  const kept = rows.findIndex(({ key }) => key === keep);
  // What it returns is used here only, and this component is not compiled by React's compiler.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: scroller,
    estimateSize: () => CLOSED_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    scrollMargin: margin,
    overscan: 12,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const inSight = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      return kept < 0 || (kept >= first && kept <= last) ? inSight : [...inSight, kept].sort((a, b) => a - b);
    },
  });
  return (
    <div ref={list} style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <div
            key={key}
            data-index={index}
            ref={virtualizer.measureElement}
            style={{ position: 'absolute', top: 0, insetInline: 0, transform: `translateY(${start - margin}px)` }}
          >
            {render(row)}
          </div>
        );
      })}
    </div>
  );
}
