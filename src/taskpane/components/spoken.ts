/** For what is only read out by a screen reader: takes no room, and none that a page could be scrolled to. */
export const SPOKEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  margin: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;
