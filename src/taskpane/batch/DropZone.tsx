import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type DragEvent, useRef, useState } from 'react';
import { chosenFiles, droppedFiles } from './dropped';
import type { ChosenFile } from './state';

const useStyles = makeStyles({
  drop: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'center',
    '@media print': { display: 'none' },
    color: tokens.colorNeutralForeground2,
  },
  dropping: { border: `1px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  choose: { minWidth: 'auto', padding: '0 6px', verticalAlign: 'baseline' },
  hint: { margin: '4px 0 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface DropZoneProps {
  readonly onFiles: (files: readonly ChosenFile[]) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Where received files and folders are dropped or chosen. */
export function DropZone({ onFiles, onFailure }: DropZoneProps) {
  const styles = useStyles();
  const [dropping, setDropping] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setDropping(false);
    droppedFiles(event.dataTransfer).then(onFiles, onFailure);
  };
  return (
    <div
      className={mergeClasses(styles.drop, dropping && styles.dropping)}
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={onDrop}
    >
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="选择文件"
        onChange={({ target }) => {
          if (target.files !== null) onFiles(chosenFiles(target.files));
          target.value = '';
        }}
      />
      <input
        ref={(element) => {
          folder.current = element;
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        aria-label="选择文件夹"
        onChange={({ target }) => {
          if (target.files !== null) onFiles(chosenFiles(target.files));
          target.value = '';
        }}
      />
      {'把收到的自评表或文件夹拖到这里，或'}
      <Button className={styles.choose} appearance="transparent" onClick={() => files.current?.click()}>
        选择文件
      </Button>
      <Button className={styles.choose} appearance="transparent" onClick={() => folder.current?.click()}>
        选择文件夹
      </Button>
      <p className={styles.hint}>文件只在本机读取，不上传，也不改动。</p>
    </div>
  );
}
