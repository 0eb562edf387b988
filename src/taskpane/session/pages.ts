import type { ReportSheet } from '../../advice/reportSheet';
import { HostError, type WorkbookHost } from '../../host/host';

/** Writes sheets of ours into the workbook, where its host can. */
export class PageWriter {
  constructor(private readonly host: WorkbookHost) {}

  /** Gives a sentence with the names under which they stand. Rejects with a `HostError`. */
  async write(pages: readonly ReportSheet[]): Promise<string> {
    if (this.host.report === undefined) throw new HostError('unsupported', '这里不能写入工作表，请下载保存。');
    const { sheets } = await this.host.report(pages);
    return `已写入工作表${sheets.map((name) => `“${name}”`).join('、')}。`;
  }
}
