import { createContext } from 'react';

/** Whether the sheet can be seen beside the pane: else a link to a cell would lead nowhere. */
export const CellsInView = createContext(true);
