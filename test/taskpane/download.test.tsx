/** @jest-environment jsdom */
import '../support/browserGlobals';
import { HostError } from '../../src/host/host';
import { saveFile, setOutlets } from '../../src/taskpane/download';
import { download } from '../../src/taskpane/rules/download';
import { BUILT_IN } from '../../src/scoring';

afterEach(() => setOutlets({ files: true, printing: true }));

test('where Excel lets no file out, nothing is tried and one sentence says what to do instead', () => {
  setOutlets({ files: false, printing: false });
  const [rulebook] = BUILT_IN;
  if (rulebook === undefined) throw new Error('no rulebook');
  for (const save of [() => saveFile('a.txt', 'x'), () => download(rulebook)]) {
    expect(save).toThrow(HostError);
    expect(save).toThrow(/没有保存；请改用复制文字或写入工作表/);
  }
});
