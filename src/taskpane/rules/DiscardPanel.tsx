import { differences, originalOf } from '../../scoring';
import { placeInWords } from '../../scoring/places';
import type { Rulebook } from '../../scoring/rulebook';
import { quote } from '../../sheet/quote';
import { Panel } from '../components/Panel';
import { useSession } from '../components/useSession';
import { discard } from './changes';
import { valueWords } from './words';

const SHOWN_AT_MOST = 20;

interface DiscardPanelProps {
  readonly rulebook: Rulebook;
  readonly onClose: () => void;
}

/** Asks before an own rulebook is given up, and says what is lost with it. */
export default function DiscardPanel({ rulebook, onClose }: DiscardPanelProps) {
  const session = useSession();
  const original = originalOf(rulebook);
  const lost = original === null ? [] : differences(original, rulebook);
  const verb = original === null ? '删除' : '恢复';
  const question =
    original === null
      ? `删除${quote(rulebook.name)}？需要留底的话，请先导出。`
      : `恢复${quote(original.name)}，放弃下面 ${lost.length} 处修改？需要留底的话，请先导出。`;
  const confirm = () => {
    const done = original === null ? `已删除${quote(rulebook.name)}。` : `已恢复${quote(original.name)}。`;
    session.changeRulebooks((all) => discard(all, rulebook), done);
    onClose();
  };
  return (
    <Panel title={question} actions={[{ label: verb, run: confirm }]} onClose={onClose}>
      <p className="below-snudge">{question}</p>
      {original !== null && lost.length > 0 && (
        <ul className="bullets above-xs below-s small">
          {lost.slice(0, SHOWN_AT_MOST).map(({ path, before, after }) => (
            <li key={path.join('.')}>
              {`${placeInWords(path)}：${valueWords(path, after, rulebook)} → ${valueWords(path, before, original)}`}
            </li>
          ))}
          {lost.length > SHOWN_AT_MOST && <li>{`另有 ${lost.length - SHOWN_AT_MOST} 处`}</li>}
        </ul>
      )}
    </Panel>
  );
}
