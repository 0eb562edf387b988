import { answerTo } from '../../src/words/answers';

type Row = readonly [target: string, actual: string];

const CONTRARY: readonly Row[] = [
  ['及时', '不及时'],
  ['及时', '未及时'],
  ['及时', '资金支付延迟'],
  ['按计划推进', '进度滞后'],
  ['按时完成', '未能按时完成'],
  ['按时完成', '延期至次年完成'],
  ['通过验收', '未通过验收'],
  ['合格', '不合格。'],
  ['合规', '存在违规支出'],
  ['显著提升', '未提升'],
  ['显著提升', '未得到明显提升'],
  ['有效改善', '没有改善'],
  ['有效改善', '改善效果不佳'],
  ['效果明显', '不明显'],
  ['群众满意', '群众不满意'],
  ['建立档案', '未建立'],
  ['完成主体工程', '主体工程未完工'],
  ['全部完成', '完成80%'],
  ['应保尽保', '覆盖92.5%'],
  ['不发生', '发生1起'],
  ['无重大舆情', '重大舆情1件'],
  ['无安全事故', '全年有2起'],
];

const HEDGED: readonly Row[] = [
  ['及时', '基本及时'],
  ['显著提升', '有所提升'],
  ['效果明显', '效果较明显'],
  ['效果明显', '一般'],
  ['满意', '基本满意'],
  ['通过', '暂未验收'],
  ['验收合格', '正在验收'],
  ['准确', '存在差错'],
  ['全部完成', '完成大部分'],
];

/** Words that deny and yet say nothing against the target, and such as say something else. */
const NEITHER: readonly Row[] = [
  ['及时', '及时'],
  ['及时', '已及时足额发放'],
  ['及时', '无不及时情况'],
  ['及时处理投诉', '无投诉'],
  ['及时处理投诉', '没有投诉'],
  ['及时处理投诉', '未收到投诉'],
  ['及时发现问题', '未发现问题'],
  ['及时上报', '尚未发现疫情'],
  ['按时完成', '经批准延期完成'],
  ['不拖欠', '无拖欠'],
  ['不影响正常工作', '未影响'],
  ['无安全事故', '未发生安全事故'],
  ['无安全事故', '0起'],
  ['无安全事故', '全年检查12次'],
  ['无重大舆情', '处置舆情3件'],
  ['减少污染', '未造成污染'],
  ['合规', '未发现违规'],
  ['规范市场秩序', '查处违规3起'],
  ['保障水平提高', '不断提高'],
  ['基本满足', '基本满足'],
  ['有所提升', '明显提升'],
  ['全部完成', '完成100%'],
  ['完成率100%', '完成80%'],
  ['长期', '长期'],
  ['', '不及时'],
  ['及时', ''],
];

describe('what words of an actual value say of a target in words', () => {
  it.each(CONTRARY)('%s，%s：相反', (target, actual) => {
    expect(answerTo(target, actual)).toBe('contrary');
  });

  it.each(HEDGED)('%s，%s：打了折扣', (target, actual) => {
    expect(answerTo(target, actual)).toBe('hedged');
  });

  it.each(NEITHER)('“%s”，“%s”：看不出', (target, actual) => {
    expect(answerTo(target, actual)).toBeNull();
  });

  it('says nothing of a long text', () => {
    expect(answerTo('及时', `不及时${'，'.repeat(30)}`)).toBeNull();
  });
});
