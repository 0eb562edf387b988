import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useFileField } from '../components/fileField';
import { outletsHere } from '../download';
import { chosenFiles } from './dropped';
import type { ChosenFile } from './state';

const useStyles = makeStyles({
  drop: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  more: { padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`, fontSize: tokens.fontSizeBase200 },
  dropping: { border: `1px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  choose: { margin: '0 6px' },
});

interface DropZoneProps {
  /** Whether files are held over the view, which takes them wherever they are dropped in it. */
  readonly dropping: boolean;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
  /** What is wanted. */
  readonly what?: string;
  /** Whether some are there already: then the list matters more. */
  readonly more?: boolean;
}

/** Says that received files and folders can be dropped here, and lets them be chosen. */
export function DropZone({ dropping, onFiles, what = '收到的自评表', more = false }: DropZoneProps) {
  const styles = useStyles();
  const take = (list: FileList) => onFiles(chosenFiles(list));
  const [files, chooseFiles] = useFileField('选择文件', take, { multiple: true });
  const [folder, chooseFolder] = useFileField('选择文件夹', take, 'folder');
  return (
    <div className={mergeClasses('on-screen', styles.drop, more && styles.more, dropping && styles.dropping)}>
      {files}
      {folder}
      {more ? '再加：拖到这里，或' : `把${what}或文件夹拖到这里，或`}
      <Link as="button" className={styles.choose} onClick={chooseFiles}>
        选择文件
      </Link>
      <Link as="button" className={styles.choose} onClick={chooseFolder}>
        选择文件夹
      </Link>
      {!more && <p className="quiet above-xs">文件只在本机读取，不上传，也不改动。</p>}
      {!more && !outletsHere().printing && (
        <p className="quiet above-xs">这里的 Excel 拖不进来、选不了文件夹时，用“选择文件”，可以一次选许多个。</p>
      )}
    </div>
  );
}
