// A check of one's own, kept outside the program: npx tsx examples/own-check.ts 自评表.xlsx
// How a check is written is told in CONTRIBUTING.md, what helps it in docs/helpers.md.
import { readFileSync } from 'node:fs';
import type { Check, Finding } from '../src/checks/finding';
import { agreement, nameOf } from '../src/checks/common/say';
import { runAll } from '../src/checks/run';
import { readWorkbook } from '../src/host/file/readWorkbook';
import { review } from '../src/review';
import { formatAddress } from '../src/sheet/address';
import { compact } from '../src/sheet/text';
import type { SheetSnapshot } from '../src/sheet/snapshot';

/** What this office wants besides: the basis of a score says more than the indicator's name. */
const evidenceIsMoreThanTheName: Check = {
  id: 'evidence-name',
  title: '依据不只是重复指标名称',
  severity: 'info',
  explain: '评分依据应说明完成了什么；只把指标名称抄一遍，看不出得分从何而来。',
  messages: {
    repeated: { title: '“{name}”的依据只有指标名称', message: '“{name}”的依据只写了指标名称，请写明完成情况。' },
  },
  *run({ form }) {
    for (const indicator of form.indicators) {
      const { name, evidence } = indicator;
      if (evidence === null || compact(evidence.text) === '') continue;
      if (compact(evidence.text) !== compact(name.text)) yield agreement([name, evidence]);
      else yield { cell: evidence.at, message: 'repeated', data: { name: nameOf(indicator) } };
    }
  },
};

/** What it says of the forms in a sheet. */
export function ownFindings(snapshot: SheetSnapshot): Finding[] {
  return review(snapshot).forms.flatMap(({ form, scores }) => [
    ...runAll([evidenceIsMoreThanTheName], { form, scores, snapshot }).findings,
  ]);
}

for (const file of process.argv.slice(2).filter((word) => /\.(?:xlsx?|et)$/.test(word))) {
  for (const { name, snapshot } of readWorkbook(readFileSync(file), file).sheets) {
    for (const { cell, message } of ownFindings(snapshot)) {
      process.stdout.write(`${file} ${name}!${formatAddress(cell)} ${message}\n`);
    }
  }
}
