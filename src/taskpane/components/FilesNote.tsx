import { Link } from '@fluentui/react-components';
import { outletsHere } from '../download';

/** Where Excel lets no file out of the pane: what else there is, instead of buttons that do nothing. */
export function FilesNote() {
  const { files, openFilePage } = outletsHere();
  if (files) return null;
  return (
    <p className="quiet whole-line">
      这里的 Excel 不让窗格保存文件，可以复制或写入工作表；要下载文件，请
      {openFilePage === null ? (
        '在浏览器里打开自评表助手的文件页面 browser.html。'
      ) : (
        <Link as="button" onClick={openFilePage}>
          在浏览器里打开文件页面
        </Link>
      )}
    </p>
  );
}
