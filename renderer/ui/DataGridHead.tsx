import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './DataGrid.module.css';
import type { GridColumn, GridSort } from './gridTypes.ts';

interface DataGridHeadProps<Row> {
  columns: readonly GridColumn<Row>[];
  sort: GridSort | null;
  onToggle: (columnId: string) => void;
}

/** Only the sorted column has a mark: the words of the others need the room. */
function SortMark({ direction }: { direction: 'ascending' | 'descending' | 'none' }): ReactNode {
  if (direction === 'none') return null;
  const Icon = { ascending: IconArrowUp, descending: IconArrowDown }[direction];
  return <Icon size={14} className={styles['sortMark']} aria-hidden />;
}

/** Header of a DataGrid: buttons that sort. */
export function DataGridHead<Row>({ columns, sort, onToggle }: DataGridHeadProps<Row>): ReactNode {
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={styles['row']}>
        {columns.map((column, index) => {
          const isSorted = sort?.id === column.id;
          const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
          const isSortable = column.sortable !== false;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={isSortable ? direction : undefined}
              data-sorted={isSorted || undefined}
              className={`${styles['headCell'] ?? ''} ${column.align === 'end' ? (styles['end'] ?? '') : ''}`}
            >
              {isSortable ? (
                <button type="button" className={styles['headButton']} onClick={() => onToggle(column.id)}>
                  <span className={styles['headLabel']}>{column.header}</span>
                  <SortMark direction={direction} />
                </button>
              ) : (
                <span className={styles['headText']}>{column.header}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
