/** What became of all files together. */
export interface Tally {
  files: number;
  failed: number;
  withErrors: number;
}

/** The last line of the report on several files. */
export function tallyLine({ files, failed, withErrors }: Tally): string {
  return `共 ${files} 个文件：${withErrors} 个有错误，${failed} 个没有核查成\n`;
}
