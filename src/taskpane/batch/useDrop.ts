import { type DragEvent, useState } from 'react';
import { droppedFiles } from './dropped';
import type { ChosenFile } from './state';

interface Drop {
  /** Whether files are held over the element. */
  readonly dropping: boolean;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Takes files and folders that are dropped anywhere in an element. */
export function useDrop(onFiles: (files: readonly ChosenFile[]) => void, onFailure: (error: unknown) => void): Drop {
  const [dropping, setDropping] = useState(false);
  const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  return {
    dropping,
    handlers: {
      onDragOver: (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setDropping(true);
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        // From one part of the element to another it has not been left.
        const inside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        if (!inside) setDropping(false);
      },
      onDrop: (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setDropping(false);
        droppedFiles(event.dataTransfer).then(onFiles, onFailure);
      },
    },
  };
}
