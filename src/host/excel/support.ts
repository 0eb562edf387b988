/** The first set with everything the add-in needs: comments, merged areas, and who caused an event. */
const REQUIRED = '1.14';

/** Whether this Excel is new enough; the message says what to use instead. */
export function excelSupport(): { readonly ok: true } | { readonly ok: false; readonly message: string } {
  if (Office.context.requirements.isSetSupported('ExcelApi', REQUIRED)) return { ok: true };
  return {
    ok: false,
    message:
      '当前的 Excel 版本过旧，自评表助手需要 Excel 2021、Microsoft 365 或网页版 Excel；' +
      '可以改在浏览器中打开自评表助手的文件页面核查，或使用命令行。',
  };
}

/** Whether the workbook was opened for editing. */
export function canWrite(): boolean {
  return Office.context.document.mode !== Office.DocumentMode.ReadOnly;
}

/** Whether the host tells when a sheet is given another name. */
export function tellsRenames(): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', '1.17');
}
