import type { ReactNode } from 'react';
import styles from './Insight.module.css';

interface FigureTableProps {
  label: string;
  columns: readonly { header: string; kind?: 'number' | 'bar' }[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** Figures of a few rows. */
export function FigureTable({ label, columns, rows }: FigureTableProps): ReactNode {
  const classOf = (index: number): string | undefined => {
    const kind = columns[index]?.kind;
    return kind === undefined ? undefined : styles[kind];
  };
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={label}>
      <table className={styles['figures']}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column.header} scope="col" className={classOf(index)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) => (
                <td key={columns[index]?.header ?? index} className={classOf(index)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
