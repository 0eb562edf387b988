import { parseArgs } from 'node:util';
import type { ColumnAnswer } from '../form/model';
import { readColumnAnswer } from '../form/questions';
import { quote } from '../sheet/quote';
import { errorCode } from './messages';

export interface CliArguments {
  readonly paths: readonly string[];
  readonly json: boolean;
  /** One JSON object a line instead of one for all files. */
  readonly lines: boolean;
  readonly annotate: string | null;
  /** Where the summary workbook goes. */
  readonly summary: string | null;
  /** How many processes; `null` leaves it to the machine. */
  readonly jobs: number | null;
  readonly rulebook: string | null;
  /** What a person says of columns that could not be told apart. */
  readonly columns: readonly ColumnAnswer[];
}

export type ParsedArguments =
  | { readonly kind: 'check'; readonly arguments: CliArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

export const HELP = `用法：zipingbiao 文件或文件夹… [选项]
      zipingbiao compare 原表 自评表（与申报表、上年核对，见 compare --help）

核查绩效自评表（.xlsx .xlsm .xls .et .ods .csv），复算得分和总分，逐格指出问题。
文件夹会连同下级文件夹一起查找；文件名里可以用 * 和 ?。文件只在本机读取，不会上传，也不会被改动。

选项：
  --json               以 JSON 输出结果，供程序读取
  --jsonl              每个文件输出一行 JSON，便于大批量处理
  --summary 文件       另存一份汇总表 .xlsx（每份表一行，带图表和问题清单）
  --jobs 数            同时核查的进程数，默认等于处理器数
  --annotate 文件      另存一份带批注的 .xlsx 副本；核查多个文件时，这里写文件夹
  --rulebook 规则文件  用这份评分规则（JSON）代替内置规则
  --column 得分=H      指明某一列是什么，分不清时用；可以写多次
  --help               显示本说明
  --version            显示版本号

退出码：0 没有错误；1 有错误；2 有文件读不出或没有认出自评表，或者参数不对。
`;

const OPTIONS = {
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  summary: { type: 'string' },
  jobs: { type: 'string' },
  annotate: { type: 'string' },
  rulebook: { type: 'string' },
  column: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** What is wrong, in the words of the tool rather than of the parser. */
function wrongOption(argv: readonly string[], code: string, message: string): string {
  const quoted = /'(-[^' ]*)/.exec(message)?.[1];
  const option = quoted ?? argv.find((argument) => argument.startsWith('-')) ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有“${option}”这个选项：用 --help 查看全部选项`;
  const rest = /argument missing/.test(message) ? '后面要写内容' : '用法不对';
  return `选项“${option}”${rest}：用 --help 查看用法`;
}

const wrong = (message: string) => ({ kind: 'wrong', message }) as const;

/** Reads the command line. Never throws; what is wrong is one sentence. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  try {
    const parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, tokens: true });
    const { values, positionals } = parsed;
    const told = parsed.tokens.flatMap((one) => (one.kind === 'option' && one.value !== undefined ? one.name : []));
    const twice = told.find((name, at) => name !== 'column' && told.indexOf(name) < at);
    if (twice !== undefined) return wrong(`“--${twice}”只能写一次`);
    if (values.help === true) return { kind: 'help' };
    if (values.version === true) return { kind: 'version' };
    if (positionals.length === 0) return wrong('没有给出要核查的文件：用 --help 查看用法');
    if (values.annotate === '') return wrong('“--annotate”后面要写副本的文件名或文件夹');
    const { jobs, summary } = values;
    if (summary !== undefined && !/\.xlsx$/i.test(summary)) return wrong('“--summary”后面要写 .xlsx 文件名');
    if (jobs !== undefined && !/^[1-9][0-9]?$/.test(jobs)) return wrong('“--jobs”后面要写 1 到 99 的数');
    const columns = (values.column ?? []).map((text) => ({ text, answer: readColumnAnswer(text) }));
    const unread = columns.find(({ answer }) => answer === null);
    if (unread !== undefined)
      return wrong(`“--column”后面的${quote(unread.text)}看不懂：写作 得分=H、分值=G、完成值=F`);
    return {
      kind: 'check',
      arguments: {
        paths: positionals,
        json: values.json === true || values.jsonl === true,
        lines: values.jsonl === true,
        summary: values.summary ?? null,
        jobs: jobs === undefined ? null : Number(jobs),
        annotate: values.annotate ?? null,
        rulebook: values.rulebook ?? null,
        columns: columns.flatMap(({ answer }) => answer ?? []),
      },
    };
  } catch (cause) {
    const code = errorCode(cause);
    if (!code.startsWith('ERR_PARSE_ARGS')) throw cause;
    return wrong(wrongOption(argv, code, String(cause)));
  }
}
