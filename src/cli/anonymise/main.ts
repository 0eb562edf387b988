import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { readBytes } from '../files';
import { messageOf, oneLine } from '../messages';
import { outputPlace, writeWhole } from '../output';
import { anonymised } from './anonymise';

/** npm run anonymise -- FILE…: writes beside each file a copy without names, FILE（匿名）.xlsx. */
const files = process.argv.slice(2);
const help = files.includes('--help');
if (help || files.length === 0) {
  (help ? console.log : console.error)('用法：npm run anonymise -- 自评表.xlsx…（副本写在原表旁边，隐去名称和文字）');
  process.exitCode = help ? 0 : 2;
}
for (const file of help ? [] : files) {
  try {
    const { bytes, kept, forms, findings } = anonymised(readBytes(file), file, randomUUID());
    const target = path.join(path.dirname(file), `${path.parse(file).name}（匿名）.xlsx`);
    writeWhole(outputPlace(target), bytes);
    console.log(`已写 ${oneLine(target)}：认出 ${forms} 张表，${findings} 条结果，与原表逐格相同。`);
    if (forms === 0) console.log('没有认出自评表，只能保证数字和版式相同。');
    if (kept.length > 0)
      console.log(`这些格换掉文字就会改变结果，原样留着（地名或全文），请看一遍：${kept.join('、')}`);
    console.log('文件名和数字没有换；发出去以前请打开看一遍。');
  } catch (cause) {
    console.error(`${oneLine(file)}：${messageOf(cause)}`);
    process.exitCode = 2;
  }
}
