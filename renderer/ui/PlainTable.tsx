import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import type { RowData } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import type { GridColumn, GridSort } from './gridTypes.ts';
import styles from './PlainTable.module.css';
import { useListOnScreen } from './listOnScreen.ts';
import { useGridRows } from './useGridRows.ts';

interface PlainTableProps<Row> {
  /** What the rows are; read by screen readers, not shown. */
  label: string;
  rows: readonly Row[];
  /** Kept stable by the caller; the first column names its row. Widths are left to the browser. */
  columns: readonly GridColumn<Row>[];
  rowKey: (row: Row) => string;
  /** Without it rows keep their order until a header is pressed. */
  initialSort?: GridSort;
}

function HeadCell<Row>(props: {
  column: GridColumn<Row>;
  sort: GridSort | null;
  onToggle: (id: string) => void;
}): ReactNode {
  const { column, sort, onToggle } = props;
  const isSorted = sort?.id === column.id;
  const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const Icon = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort }[direction];
  const isSortable = column.sortable !== false;
  return (
    <th
      scope="col"
      data-column={column.id}
      aria-sort={isSortable ? direction : undefined}
      className={classNames(column.align === 'end' && styles['end'])}
    >
      {isSortable ? (
        <button type="button" onClick={() => onToggle(column.id)} data-sorted={isSorted || undefined}>
          {column.header}
          <Icon size={14} aria-hidden />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

/**
 * A table whose rows are all in the page, for some tens or hundreds of rows that are read and printed as a whole;
 * longer lists go into DataGrid. Sorts by its headers.
 */
export function PlainTable<Row extends RowData>(props: PlainTableProps<Row>): ReactNode {
  const { label, columns, rowKey } = props;
  const { sorted, sort, toggleSort } = useGridRows(props.rows, columns, props.initialSort ?? null);
  useListOnScreen(label, sorted, columns);
  return (
    <div className={styles['scroller']}>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onToggle={toggleSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) => {
                const content = column.cell ? column.cell(row) : column.value(row);
                const className = classNames(column.align === 'end' && styles['end']);
                return index === 0 ? (
                  <th key={column.id} scope="row" data-column={column.id} className={className}>
                    {content}
                  </th>
                ) : (
                  <td key={column.id} data-column={column.id} className={className}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
