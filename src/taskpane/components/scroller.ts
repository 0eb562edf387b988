/** Id of the element that scrolls the pane's content. */
export const SCROLLER = 'pane-scroller';
