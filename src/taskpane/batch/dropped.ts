import { baseName } from '../../sheet/fileName';
import { extensionOf, isLeftBehind, OTHER_SPREADSHEETS, WORKBOOK_EXTENSIONS } from '../../host/limits';
import type { ChosenFile } from './state';
import { type DragEvent, useState } from 'react';

/** Folders within folders, and files in them, beyond which a choice was hardly meant. */
const MOST_FILES = 20_000;
const DEEPEST = 12;

function filesIn(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

const WORKBOOKS = new Set<string>([...WORKBOOK_EXTENSIONS, ...OTHER_SPREADSHEETS]);

/** Whether a file is a workbook by its name. */
export const isWorkbook = (name: string): boolean => WORKBOOKS.has(extensionOf(name));

async function collect(entry: FileSystemEntry, depth: number, found: ChosenFile[]): Promise<void> {
  if (found.length >= MOST_FILES || depth > DEEPEST) return;
  if (isFile(entry)) {
    // All else is listed: a picture or a letter may be a form that was sent so.
    if (depth > 0 && isLeftBehind(entry.name)) return;
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ path: entry.fullPath.replace(/^\//, ''), file });
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    // A reader gives a hundred entries at a time.
    for (let part = await filesIn(reader); part.length > 0; part = await filesIn(reader)) {
      for (const inside of part) await collect(inside, depth + 1, found);
    }
  }
}

/** What was dropped, folders with all that is below them, by path. */
async function droppedFiles(data: DataTransfer): Promise<readonly ChosenFile[]> {
  // The list is emptied as soon as the event is over.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = [...data.files];
  if (entries.length === 0) return plain.map((file) => ({ path: file.name, file }));
  const found: ChosenFile[] = [];
  for (const entry of entries) await collect(entry, 0, found);
  return byPath(found);
}

/** What was chosen in a dialog: a folder's files have their path with them. */
export function chosenFiles(files: FileList): readonly ChosenFile[] {
  const list = [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  return byPath(list.filter(({ path }) => !path.includes('/') || !isLeftBehind(baseName(path))).slice(0, MOST_FILES));
}

function byPath(files: readonly ChosenFile[]): readonly ChosenFile[] {
  return [...files].sort((a, b) => a.path.localeCompare(b.path, 'zh-CN', { numeric: true }));
}

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
