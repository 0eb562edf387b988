import { parseArgs } from 'node:util';

/** `compare OLD NEW`, `compare WORKBOOK`, or `compare NEW… --against FOLDER`. */
export interface CompareArguments {
  readonly old: string | null;
  readonly now: readonly string[];
  readonly against: string | null;
  /** The folder of the projects of one department. */
  readonly projects: string | null;
  readonly json: boolean;
}

export const COMPARE_HELP = `用法：zipingbiao compare 原表 自评表 [--json]
      zipingbiao compare 工作簿 [--json]
      zipingbiao compare 部门自评表 --projects 文件夹 [--json]
      zipingbiao compare 自评表或文件夹… --against 文件夹 [--json]

把自评表与绩效目标申报表（批复表）、上年的自评表或本年较早的一份相互核对：
指标少了、多了、改名，指标值降低、提高、换了单位，分值、资金、年度目标不同，上年文字照抄；
同一年度的两份自评表还核对完成值、得分、总分、执行数和完成情况。
只写一个工作簿时，核对其中的申报表和自评表。--against 按单位、项目、年度在文件夹里找对应的表。
--projects 把文件夹里各项目的预算数、执行数加起来，与部门的项目支出核对；部门的表列了项目的，
还说哪些没有自评表、哪些没有列；两边都有的指标核对指标值和完成值。

退出码：0 没有“提醒”一级的不同（只有“提示”的也算）；1 有“提醒”一级的不同；
      2 有文件读不出、没有认出可核对的表，或者参数不对（其余的照常核对）。找不到对应的表不算失败。
`;

/** Reads what follows `compare`; what is wrong is one sentence. */
export function parseCompare(
  argv: readonly string[],
): CompareArguments | { readonly help: true } | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        json: { type: 'boolean' },
        against: { type: 'string' },
        projects: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
    if (values.help === true) return { help: true };
    const json = values.json === true;
    const [first, second, ...more] = positionals;
    if (first === undefined) return { wrong: '没有给出要核对的文件：用 compare --help 查看用法' };
    if (values.projects !== undefined) {
      if (second !== undefined || values.against !== undefined || values.projects === '') {
        return { wrong: '“--projects”前面写一份部门自评表，后面写项目自评表的文件夹' };
      }
      return { old: null, now: [first], against: null, projects: values.projects, json };
    }
    if (values.against !== undefined) {
      if (values.against === '') return { wrong: '“--against”后面要写文件夹' };
      return { old: null, now: positionals, against: values.against, projects: null, json };
    }
    if (more.length > 0) return { wrong: '一次核对两个文件；多个文件请用 --against 文件夹' };
    if (second === undefined) return { old: null, now: [first], against: null, projects: null, json };
    return { old: first, now: [second], against: null, projects: null, json };
  } catch {
    return { wrong: 'compare 只有 --json、--against、--projects、--help 四个选项：用 compare --help 查看用法' };
  }
}
