import { useCallback } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import styles from './HeatGrid.module.css';

/** A cell: how much of the whole it is, and what is written in it; null: nothing there. */
export interface HeatCell {
  /** 0…1 */
  share: number;
  text: string;
}

/** A row of the grid. */
export interface HeatRow {
  key: string;
  head: ReactNode;
  /** Figure at the end of the row. */
  end: string;
  cells: readonly (HeatCell | null)[];
}

interface HeatGridProps {
  label: string;
  rowHeader: string;
  endHeader: string;
  columns: readonly { key: string; header: string }[];
  rows: readonly HeatRow[];
}

/** Shares as shades, each with its number written in it: the picture is its own table. */
export function HeatGrid({ label, rowHeader, endHeader, columns, rows }: HeatGridProps): ReactNode {
  const last = columns.at(-1)?.key;
  // The latest column matters most: where not all fit, it is the earliest that have to be scrolled to.
  const showLatest = useCallback(
    (frame: HTMLDivElement | null) => {
      if (frame !== null && last !== undefined) frame.scrollLeft = frame.scrollWidth;
    },
    [last],
  );
  return (
    // Scrolls, so the keyboard has to reach it.
    <div ref={showLatest} className={styles['frame']} tabIndex={0} role="group" aria-label={label}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col" className={styles['rowHead']}>
              {rowHeader}
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.header}
              </th>
            ))}
            <th scope="col" className={styles['end']}>
              {endHeader}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={styles['rowHead']}>
                {row.head}
              </th>
              {row.cells.map((cell, index) => (
                <td
                  key={columns[index]?.key ?? index}
                  data-none={cell === null || undefined}
                  style={
                    cell === null
                      ? undefined
                      : ({ '--share': `${Math.round(cell.share * 100)}%` } as CSSProperties)
                  }
                >
                  {cell?.text ?? '–'}
                </td>
              ))}
              <td className={styles['end']}>{row.end}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
