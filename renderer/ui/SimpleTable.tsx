import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useTableOnScreen } from './listOnScreen.ts';
import styles from './SimpleTable.module.css';

/** A column of a SimpleTable. */
export interface SimpleColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What stands under the column. */
  foot?: ReactNode;
  width?: number | string;
  align?: 'start' | 'end';
}

interface SimpleTableProps<Row> {
  /** What the rows are, for screen readers. */
  label: string;
  columns: readonly SimpleColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A short table, every row in the page; fields may stand in its cells. For long lists there is DataGrid. */
export function SimpleTable<Row>({ label, columns, rows, rowKey }: SimpleTableProps<Row>): ReactNode {
  const table = useRef<HTMLTableElement>(null);
  useTableOnScreen(label, table, rows.length === 0);
  const classOf = ({ align }: SimpleColumn<Row>): string | undefined =>
    align === 'end' ? styles['end'] : undefined;
  const hasFoot = columns.some(({ foot }) => foot !== undefined);
  return (
    <div className={styles['scroll']}>
      <table ref={table} className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={classOf(column)} style={{ width: column.width }}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.id} className={classOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {hasFoot ? (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.id} className={classOf(column)}>
                  {column.foot}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
