import { makeStyles } from '@fluentui/react-components';
import { cellsOfRow, type MemoLine } from '../../advice/memo';

const useStyles = makeStyles({
  line: { margin: '0 0 6px', whiteSpace: 'pre-wrap' },
  table: { width: '100%', marginBottom: '12px', borderCollapse: 'collapse' },
  cell: { padding: '3px 6px', border: '1px solid black', textAlign: 'left', verticalAlign: 'top', fontSize: '10.5pt' },
});

/** Lines, and runs of table rows, in the order of the memo. */
function runsOf(lines: readonly MemoLine[]): readonly (readonly MemoLine[])[] {
  const runs: MemoLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (line.kind === 'row' && last?.[0]?.kind === 'row') last.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** The memo as it is printed. */
export function PrintedMemo({ lines }: { readonly lines: readonly MemoLine[] }) {
  const styles = useStyles();
  return runsOf(lines).map((run, at) =>
    run[0]?.kind === 'row' ? (
      <table key={at} className={styles.table}>
        <tbody>
          {run.map(({ text }, row) => (
            <tr key={row}>
              {cellsOfRow(text).map((cell, column) => (
                <td key={column} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    ) : (
      <p key={at} className={styles.line} data-memo={run[0]?.kind}>
        {run[0]?.text}
      </p>
    ),
  );
}
