import { parseArgs } from 'node:util';
import { SEVERITY_WORDS } from '../checks/severity';
import { againstProjects, type FormMoney } from '../compare/department';
import { type Identity, partnersByKind, partnersOf } from '../compare/pairing';
import { formatAddress } from '../sheet/address';
import { checked, EXIT, type CliOutput } from './checker';
import type { CompareTask } from './compareTask';
import { findFiles, type FoundFile } from './files';
import type { FileTask } from './outcome';
import { oneLine, plainJson } from './messages';

/** `compare OLD NEW`, `compare WORKBOOK`, or `compare NEW… --against FOLDER`. */
interface CompareArguments {
  readonly old: string | null;
  readonly now: readonly string[];
  readonly against: string | null;
  /** The folder of the projects of one department. */
  readonly projects: string | null;
  readonly json: boolean;
}

const COMPARE_HELP = `用法：zipingbiao compare 原表 自评表 [--json]
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
function parseCompare(
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
    const [first, second, ...more] = positionals;
    const asked = { old: null, now: positionals, against: null, projects: null, json: values.json === true };
    if (first === undefined) return { wrong: '没有给出要核对的文件：用 compare --help 查看用法' };
    if (values.projects !== undefined) {
      if (second !== undefined || values.against !== undefined || values.projects === '') {
        return { wrong: '“--projects”前面写一份部门自评表，后面写项目自评表的文件夹' };
      }
      return { ...asked, projects: values.projects };
    }
    if (values.against !== undefined) {
      if (values.against === '') return { wrong: '“--against”后面要写文件夹' };
      return { ...asked, against: values.against };
    }
    if (more.length > 0) return { wrong: '一次核对两个文件；多个文件请用 --against 文件夹' };
    return second === undefined ? asked : { ...asked, old: first, now: [second] };
  } catch {
    return { wrong: 'compare 只有 --json、--against、--projects、--help 四个选项：用 compare --help 查看用法' };
  }
}

/** A form in a file. */
interface Known {
  readonly file: FoundFile;
  /** Its place among the forms of the file. */
  readonly index: number;
  readonly identity: Identity;
}

/** A file or form that was not compared, and why; `failed` where that was wanted. */
interface Left {
  readonly file: string;
  readonly reason: string;
  readonly failed: boolean;
}

interface Pairs {
  readonly pairs: readonly { readonly now: Known; readonly old: Known }[];
  readonly left: readonly Left[];
}

const taskFor = (file: FoundFile, json: boolean, compare: CompareTask): FileTask => ({
  file,
  place: null,
  json,
  summary: false,
  columns: [],
  compare,
});

/** What a file may be asked, and what it then says of each form in it. */
interface Answers {
  readonly identify: Identity;
  readonly money: FormMoney;
}

/** Asks files one by one; nothing else of a file is kept. */
async function ask<K extends keyof Answers>(files: readonly FoundFile[], kind: K, io: CliOutput) {
  const answers: { file: FoundFile; said: readonly Answers[K][] }[] = [];
  const left: Left[] = [];
  const tasks = files.map((file) => taskFor(file, false, { kind }));
  for await (const { task, failed, text, reason } of checked(io, tasks)) {
    if (failed) left.push({ file: task.file.file, reason, failed });
    else answers.push({ file: task.file, said: JSON.parse(text) as Answers[K][] });
  }
  return { answers, left };
}

/** Who the forms in the files are. */
async function identify(files: readonly FoundFile[], io: CliOutput) {
  const { answers, left } = await ask(files, 'identify', io);
  const known = answers.flatMap(({ file, said }) => said.map((identity, index): Known => ({ file, index, identity })));
  return { known, left };
}

const isForm = ({ identity }: Known): boolean => identity.kind === 'form';

/** What a form is held against among those of a file: the one of its project, else the only table of targets, else a form. */
function partnerOf(own: Known, others: readonly Known[]): Known | undefined {
  const [partner] = partnersOf(
    others.map(({ identity }) => identity),
    [own.identity],
  );
  const [tables, forms] = [others.filter((one) => !isForm(one)), others.filter(isForm)];
  // Where there are targets of several projects, those of the wrong one would make every indicator differ.
  return others[partner?.old ?? -1] ?? (tables.length > 1 ? undefined : (tables[0] ?? forms[0]));
}

/** The form of one file, and what it is held against in the other: its targets, else its form; within one file likewise. */
async function pairOfTwo({ old, now }: CompareArguments, io: CliOutput): Promise<Pairs> {
  const paths = old === null ? now : [old, ...now];
  const found = paths.map((path) => findFiles(path));
  const several = found.findIndex((files) => files.length !== 1);
  if (several >= 0) {
    const reason = '这里要写一个文件；要核对整个文件夹，请用 --against';
    return { pairs: [], left: [{ file: paths[several] ?? '', reason, failed: true }] };
  }
  const [first, second] = found.flat();
  const { known, left } = await identify(found.flat(), io);
  if (left.length > 0) return { pairs: [], left };
  const current = known.filter(({ file }) => file === (second ?? first));
  const own = current.find(isForm) ?? current[0];
  const others = known.filter((one) => one !== own && one.file === first);
  const other = own === undefined ? undefined : partnerOf(own, others);
  if (own !== undefined && other !== undefined) return { pairs: [{ now: own, old: other }], left: [] };
  const reason =
    others.length > 1
      ? `有 ${others.length} 张表可以核对，项目名称、单位和年度都对不上，分不清是哪一张`
      : '这个工作簿里只认出一张表，没有可以与它核对的';
  return { pairs: [], left: [{ file: paths[0] ?? '', reason, failed: true }] };
}

const MISSING = '在对照的文件夹里没有找到单位、项目、年度对得上的表';

/** The forms of some files, each with its partner in a folder. */
async function pairsOfMany({ now, against }: CompareArguments, io: CliOutput): Promise<Pairs> {
  const earlier = await identify(findFiles(against ?? ''), io);
  const current = await identify(
    now.flatMap((one) => findFiles(one)),
    io,
  );
  const forms = current.known.filter(isForm);
  const partners = partnersByKind(
    earlier.known.map(({ identity }) => identity),
    forms.map(({ identity }) => identity),
  );
  const done = new Set<Known>();
  const left: Left[] = [...earlier.left, ...current.left];
  const pairs = partners.flatMap(({ now: at, old, candidates }) => {
    const [own, other] = [forms[at], old === null ? undefined : earlier.known[old]];
    if (own === undefined) return [];
    if (other === undefined) {
      if (candidates > 1) {
        const reason = `有 ${candidates} 份表都对得上，分不清是哪一份`;
        left.push({ file: own.file.file, reason, failed: false });
        done.add(own);
      }
      return [];
    }
    done.add(other).add(own);
    return [{ now: own, old: other }];
  });
  for (const own of forms) if (!done.has(own)) left.push({ file: own.file.file, reason: MISSING, failed: false });
  for (const one of earlier.known) {
    const { project } = one.identity;
    const what = `${isForm(one) ? '这份对照的自评表' : '这份申报表'}${project === '' ? '' : `（${project}）`}`;
    if (!done.has(one)) left.push({ file: one.file.file, reason: `${what}没有对应的自评表`, failed: false });
  }
  return { pairs, left };
}

/** Compares pair by pair, so that a thousand pairs need no more memory than one. */
async function printAll({ pairs, left: unpaired }: Pairs, json: boolean, io: CliOutput) {
  const left = [...unpaired];
  let differs = false;
  let printed = 0;
  const tasks = pairs.map(({ now, old }) =>
    taskFor(now.file, json, { kind: 'pair', now: now.index, other: old.file, old: old.index }),
  );
  if (json) await io.out('{"pairs":[');
  for await (const { task, failed, withErrors, text, reason } of checked(io, tasks)) {
    if (failed) {
      left.push({ file: task.file.file, reason, failed });
      continue;
    }
    differs ||= withErrors;
    const between = printed === 0 ? '' : json ? ',' : '\n';
    await io.out(`${between}${json ? '\n' : ''}${text}`);
    printed += 1;
  }
  if (json) await io.out(`\n],"unpaired":${plainJson(left.map(({ file, reason }) => ({ file, reason })))}}\n`);
  else for (const { file, reason } of left) await io.out(`${oneLine(file)}\n  没有核对：${oneLine(reason)}\n`);
  if (left.some(({ failed }) => failed)) return EXIT.failed;
  return differs ? EXIT.found : EXIT.clean;
}

/** The money of the forms in some files. */
async function moneyIn(files: readonly FoundFile[], io: CliOutput) {
  const { answers, left } = await ask(files, 'money', io);
  return { money: answers.flatMap(({ said }) => said), left };
}

/** Holds the sums of a folder of projects against their department's form. */
async function printProjects({ now, projects, json }: CompareArguments, io: CliOutput) {
  const [file = ''] = now;
  const own = await moneyIn(findFiles(file), io);
  const parts = await moneyIn(findFiles(projects ?? ''), io);
  const left = [...own.left, ...parts.left];
  const department = own.money.find((form) => form.department);
  if (department === undefined && own.left.length === 0) {
    left.push({ file, reason: '没有认出部门整体支出绩效自评表', failed: true });
  }
  const held =
    department === undefined
      ? { sums: [], differences: [], held: [], counted: 0, left: [] }
      : againstProjects(
          department,
          parts.money.filter((form) => !form.department),
        );
  const indicators = held.held.filter(({ what }) => what === 'target' || what === 'actual').length;
  // The sums are told by themselves.
  const others = held.differences.filter(({ kind }) => !kind.startsWith('projects-'));
  if (department !== undefined && held.sums.length === 0) {
    const nothing = held.held.length === 0 && others.length === 0;
    left.push({ file, reason: '部门的项目支出或各项目的金额读不出，没有核对金额', failed: nothing });
  }
  if (json) {
    const sums = held.sums.map((sum) => ({ ...sum, cell: formatAddress(sum.cell) }));
    const unpaired = left.map(({ file: path, reason }) => ({ file: path, reason }));
    const differences = others.map(({ before, after, ...one }) => ({
      ...one,
      cell: after && formatAddress(after.cell),
      before: before && { ...before, cell: formatAddress(before.cell) },
    }));
    const { counted } = held;
    await io.out(`${plainJson({ file, counted, indicators, sums, differences, notCounted: held.left, unpaired })}\n`);
  } else {
    const lines = [
      file,
      ...held.sums.map(({ cell, message }) => `  ${formatAddress(cell)}：${message}`),
      ...others.map(
        ({ after, message }) =>
          `  ${SEVERITY_WORDS.info} ${after === null ? '' : `${formatAddress(after.cell)}：`}${message}`,
      ),
      ...(indicators === 0 ? [] : [`  两边都有的指标核对了 ${indicators} 处`]),
      ...held.left.map((reason) => `  ${reason}`),
      ...left.map((one) => `  没有核对 ${one.file}：${one.reason}`),
    ];
    await io.out(`${lines.map(oneLine).join('\n')}\n`);
  }
  if (left.some(({ failed }) => failed)) return EXIT.failed;
  return held.sums.some(({ verdict }) => verdict === 'differs') ? EXIT.found : EXIT.clean;
}

/**
 * `zipingbiao compare`: holds forms against their approved targets, last year's form or another version. Gives 0 where
 * nothing important differs, 1 where it does, 2 for a file that could not be read or a wrong argument.
 */
export async function compare(argv: readonly string[], io: CliOutput): Promise<number> {
  const parsed = parseCompare(argv);
  if ('help' in parsed) {
    await io.out(COMPARE_HELP);
    return EXIT.clean;
  }
  if ('wrong' in parsed) {
    io.err(`${parsed.wrong}\n`);
    return EXIT.failed;
  }
  if (parsed.projects !== null) return printProjects(parsed, io);
  const found = parsed.against === null ? pairOfTwo : pairsOfMany;
  return printAll(await found(parsed, io), parsed.json, io);
}
