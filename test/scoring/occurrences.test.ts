import { FALLBACK, rescore } from '../../src/scoring';
import type { Rulebook } from '../../src/scoring/rulebook';
import { form } from '../support/form';

const PRINTED: Rulebook = { ...FALLBACK, indicators: [{ match: { has: ['printed'] }, rule: { kind: 'printed' } }] };

/** What the printed standard gives of 5 points by the evidence alone; `—` where it leaves that to a person. */
function given(standard: string, evidence: string): string {
  const indicators = [{ name: '管理情况', weight: 5, stated: 5, standard, evidence }];
  const [score] = rescore(form({ indicators }), PRINTED, '').indicators;
  return score?.origin === 'computed' ? `${score.value?.toString() ?? ''} ${score.grounds}` : '—';
}

test.each<[string, string, string]>([
  // Nothing that counts: a person's, or none.
  ['每缺一项制度扣1分', '建立健全制度6项，未缺项。', '—'],
  ['每缺一项制度扣1分', '已制定预算、采购、资产等5项制度。', '—'],
  ['每发现一例违规扣1分', '上年发现违规1例，本年未发现。', '—'],
  ['每发现一例违规扣1分', '查处违规企业3例。', '—'],
  ['每发现一例违规扣1分', '抽查凭证20份，未发现违规。', '—'],
  ['每有1起有效投诉扣1分', '收到投诉2起，均为无效投诉。', '—'],
  ['每迟报一次扣0.5分', '报送月报12次，均按时。', '—'],
  ['每有一处账实不符扣0.5分', '盘点资产120处，账实相符。', '—'],
  ['发生一般事故1起扣2分，发生较大事故1起扣5分', '发生一般事故1起。', '—'],
  ['每季度检查1次，少1次扣1分', '全年检查4次。', '—'],
  ['优秀5分，良好4分，一般3分', '两个县为优秀，一个县为良好。', '—'],
  ['成立得5分，未成立不得分', '已成立领导小组。', '—'],
  ['每收到1起投诉扣1分', '全年接听电话1200次，收到投诉0起。', '5 presumed'],
  ['每少1场扣2分', '计划5场，实际完成5场。', '5 presumed'],
  ['每少1场扣2分', '计划5场，实际完成6场。', '5 presumed'],
  ['未按规定公开的，每项扣1分', '5项均按规定公开。', '—'],
  ['未及时报送的，每次扣0.5分，扣完为止', '报送12次，均及时。', '—'],
  ['未编报绩效目标的，每个项目扣1分', '6个项目均编报绩效目标。', '—'],
  ['超预算采购的，每发现一次扣0.5分', '采购项目12次，均在预算内。', '—'],
  // What is counted.
  ['未编报绩效目标的，每个项目扣1分', '1个项目未编报绩效目标。', '4 presumed'],
  ['超预算采购的，每发现一次扣0.5分', '超预算采购2次。', '4 presumed'],
  ['未按规定公开的，每项扣1分', '2项未按规定公开。', '3 presumed'],
  ['未及时报送的，每次扣0.5分，扣完为止', '未及时报送2次。', '4 presumed'],
  ['每缺一项扣1分', '缺少采购、合同2项制度。', '3 presumed'],
  ['每缺1项制度扣1分，扣完为止', '已制定5项制度，缺1项。', '4 presumed'],
  ['发现一例违规扣1分，扣完为止', '审计发现违规2例。', '3 presumed'],
  ['每发现一起违规扣2分，扣完为止', '发现3例违规，已整改。', '0 presumed'],
  ['每迟报1天扣0.5分', '迟报2天。', '4 presumed'],
  ['按时报送得5分，每迟报一天扣0.5分', '逾期3天报送。', '3.5 presumed'],
  ['每收到1起投诉扣1分，最多扣2分', '收到投诉3起。', '3 presumed'],
  ['每收到1起投诉扣1分', '收到咨询30起，投诉1起。', '4 presumed'],
  ['每调整1次扣0.5分', '年中调整2次。', '4 presumed'],
  ['发生安全事故1起扣5分', '发生安全事故1起。', '0 presumed'],
  ['每出现一个专项未按进度完成扣0.5分，扣完为止', '2个专项未按进度完成。', '4 presumed'],
  ['账实相符得5分，每有1处不符扣0.5分', '账实不符3处。', '3.5 presumed'],
  ['问题整改率100%得5分，每有一项未整改扣1分', '检查问题5项，已整改4项，1项未整改。', '4 presumed'],
  ['资料齐全得5分，每缺1份扣0.5分', '缺2份合同。', '4 presumed'],
  ['每少公开1项扣1分', '应公开4项，实际公开3项。', '4 presumed'],
  ['全部申报得5分，缺一项扣0.5分，扣完为止', '应申报10项，已申报9项。', '4.5 presumed'],
  // Answers in words.
  ['优秀得5分，良好得4分，合格得3分', '考核结果为良好。', '4 presumed'],
  ['成立得5分，成立但人数不足得3分，未成立的不得分', '未成立工作小组。', '0 presumed'],
  ['无结余5分；有结余但不超过上年结转3分；结余超过上年结转不得分', '有结余5万元，不超过上年结转。', '3 presumed'],
])('%s：%s', (standard, evidence, expected) => {
  expect(given(standard, evidence)).toBe(expected);
});
