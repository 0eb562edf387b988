import { Link } from '@fluentui/react-components';
import type { ColumnQuestion } from '../../form/model';
import { roleName } from '../../form/questions';
import { columnName } from '../../sheet/address';
import { SnugButton } from '../components/SnugButton';
import { usePaneState, useSession } from '../components/useSession';

interface ColumnQuestionsProps {
  readonly questions: readonly ColumnQuestion[];
  /** Whether the officer has answered such a question of this sheet. */
  readonly answered: boolean;
}

/** Asks which of several columns is meant, where words and figures leave it open. */
export default function ColumnQuestions({ questions, answered }: ColumnQuestionsProps) {
  const session = useSession();
  const { busy } = usePaneState();
  return (
    <section className="on-screen lead" aria-label="请选择列">
      <div className="box">
        {questions.map(({ role, candidates }) => (
          <div key={role}>
            <p className="below-xs">{`哪一列是“${roleName(role)}”？从标题和数字看不出来，与它有关的没有核对。`}</p>
            <div className="row gap-xs">
              {candidates.map(({ at: cell, value }) => (
                <SnugButton
                  key={cell.column}
                  disabledFocusable={busy !== null}
                  onClick={() => void session.answerColumn({ role, column: cell.column })}
                >
                  {`${columnName(cell.column)} 列 ${value.slice(0, 20)}`}
                </SnugButton>
              ))}
            </div>
          </div>
        ))}
        {answered && (
          <p className="hint">
            <Link as="button" disabledFocusable={busy !== null} onClick={() => void session.forgetColumns()}>
              按您选的列核查，点这里重新选择
            </Link>
          </p>
        )}
      </div>
    </section>
  );
}
