import { Button } from '@fluentui/react-components';
import { DocumentSearch32Regular } from '@fluentui/react-icons/svg/document-search';
import type { NotRecognised } from '../../form/model';
import type { SheetInfo } from '../../host/host';
import { CellLink } from './CellLink';
import { Message } from './Message';
import { usePaneState, useSession } from './useSession';
import { cut } from '../../sheet/text';

const LONGEST = 60;

/** Sheets that a button leads to. */
const OFFERED = 3;

interface NoFormProps {
  readonly none: NotRecognised;
  /** Other sheets that hold a form. */
  readonly elsewhere: readonly SheetInfo[];
}

/** The sheet holds no form: what was looked for, the place that came nearest, and where a form was found. */
export default function NoForm({ none, elsewhere }: NoFormProps) {
  const session = useSession();
  const { busy, sheet, abilities, sheets, tab } = usePaneState();
  const [found] = elsewhere;
  const empty = session.snapshot()?.rowCount === 0;
  const begins = tab === 'check' && found === undefined && session.writing.canBeginForms;
  const advice =
    found !== undefined
      ? `自评表在${elsewhere.map(({ name }) => `“${name}”`).join('、')}里。`
      : sheets.length > 1
        ? abilities.kind === 'excel'
          ? '如果自评表在别的工作表，请点开那张工作表，窗格会跟着核查。'
          : '如果自评表在别的工作表，请在上方换一张工作表。'
        : empty
          ? '请打开含有自评表的工作簿，或在这里新建一张空的自评表。'
          : '请打开含有自评表的工作簿；要查的就是这张表，请按上面说的补全后再查一次。';
  const beginButton = (
    <Button appearance={empty ? 'primary' : 'secondary'} onClick={() => session.showTab('fill')}>
      新建自评表…
    </Button>
  );
  return (
    <Message
      icon={<DocumentSearch32Regular />}
      title={sheet === null ? '没有找到自评表' : `“${sheet.name}”里没有找到自评表`}
      sentences={[`${none.reason.replace(/。$/, '')}。`, advice]}
      actions={
        <>
          {elsewhere.slice(0, OFFERED).map((other) => (
            <Button
              key={other.id}
              appearance="primary"
              disabledFocusable={busy !== null}
              onClick={() => void session.openSheet(other)}
            >
              {`打开“${other.name}”`}
            </Button>
          ))}
          {begins && empty && beginButton}
          <Button
            appearance={found === undefined && !(begins && empty) ? 'primary' : 'secondary'}
            disabledFocusable={busy !== null}
            onClick={() => void session.check()}
          >
            再查一次
          </Button>
          {begins && !empty && beginButton}
        </>
      }
    >
      {none.nearest !== null && (
        <div className="box row unbroken top apart-s">
          <span className="grow">
            <span className="quiet line">最接近的位置</span>
            {cut(none.nearest.text, LONGEST)}
          </span>
          <CellLink cells={[none.nearest.at]} />
        </div>
      )}
    </Message>
  );
}
