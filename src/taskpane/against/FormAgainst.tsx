import { Button, Link } from '@fluentui/react-components';
import { Fragment, useState } from 'react';
import { OWN_NAMES } from '../../advice/ownSheets';
import type { SheetInfo } from '../../host/host';
import { CellLink } from '../components/CellLink';
import { useFileField } from '../components/fileField';
import { SubHead } from '../components/SubHead';
import { usePaneState, useSession } from '../components/useSession';
import type { OtherForm } from '../session/state';
import { ownSentenceOf } from '../session/words';
import { formsInFile, formsInSheet } from './oneForm';
import { Result } from './Result';

/** Sheets of ours hold no form: known by their names here, as they are not read before they are chosen. */
const OURS = new Set<string>(Object.values(OWN_NAMES));

const nameOf = ({ name }: SheetInfo): string => `工作表“${name}”`;

/** The form that is open held against another sheet of its workbook, or against a file. */
export default function FormAgainst({ chosen, onClose }: { readonly chosen: number; readonly onClose: () => void }) {
  const session = useSession();
  const { sheet, sheets, view } = usePaneState();
  const held = view.kind === 'reviewed' ? (view.forms[chosen]?.against ?? []) : [];
  const [busy, setBusy] = useState('');
  const [said, setSaid] = useState('');
  const others = sheets.filter(({ id, name }) => id !== sheet?.id && !OURS.has(name));
  const without = (name: string) => session.against(chosen).filter((other) => other.name !== name);
  const hold = async (against: string, job: () => Promise<readonly OtherForm[]>) => {
    setBusy(against);
    setSaid('');
    try {
      const found = await job();
      // Another sheet may have come to the front meanwhile.
      if (session.getSnapshot().sheet?.id === sheet?.id)
        await session.holdAgainst(chosen, [...found, ...without(against)]);
    } catch (error) {
      setSaid(`${against}：${ownSentenceOf(error)}`);
    } finally {
      setBusy('');
    }
  };
  const [field, choose] = useFileField('选择对照的文件', ([file]) => {
    if (file !== undefined) void hold(file.name, () => formsInFile(session, file, chosen));
  });
  const waits = busy !== '';
  return (
    <section className="page" aria-label="与申报表、上年核对">
      <SubHead title="与申报表、上年核对" onBack={onClose} />
      <p className="quiet above-s below-s">
        {'与绩效目标申报（批复）表、上年的自评表或改之前的一份核对；对照的表只读，不改动。'}
      </p>
      <div className="row middle gap-s" role="group" aria-label="与哪一张表核对">
        {others.map((other) => (
          <Button
            key={other.id}
            className="snug"
            size="small"
            disabledFocusable={waits}
            onClick={() => void hold(nameOf(other), () => formsInSheet(session, other, nameOf(other), chosen))}
          >
            {nameOf(other)}
          </Button>
        ))}
        {field}
        <Button size="small" className="snug" disabledFocusable={waits} onClick={choose}>
          选择文件…
        </Button>
      </div>
      <div role="status">
        {waits && <p className="quiet above-s below-s">{`正在与${busy}核对…`}</p>}
        {said !== '' && <p className="warns above-s below-s">{said}</p>}
      </div>
      {held.map(({ name, record }, at) => (
        <Fragment key={`${name} ${at}`}>
          <Result against={name} comparison={record} failed="" open link={(cell) => <CellLink cells={[cell]} />} />
          <p className="hint">
            <Link as="button" onClick={() => void session.holdAgainst(chosen, without(name))}>
              不再与它核对
            </Link>
          </p>
        </Fragment>
      ))}
      {held.length > 0 && (
        <p className="quiet above-s below-s">
          不同之处也列在核查结果里，可以标为不处理；退回意见、核查报告和批注都包括它们。
        </p>
      )}
    </section>
  );
}
