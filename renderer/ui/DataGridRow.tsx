import type { ReactNode } from 'react';
import styles from './DataGrid.module.css';
import type { GridColumn } from './gridTypes.ts';

interface DataGridRowProps<Row> {
  id: string;
  row: Row;
  columns: readonly GridColumn<Row>[];
  position: { index: number; top: number };
  isActive: boolean;
  isSelected: boolean;
  onOpen: ((row: Row) => void) | undefined;
  /** The pointer took this row: the keyboard goes on from here. */
  onPoint: () => void;
}

function cellContent<Row>(column: GridColumn<Row>, row: Row): ReactNode {
  const content = column.cell ? column.cell(row) : column.value(row);
  const isText = typeof content === 'string' || typeof content === 'number';
  return isText ? (
    <span className={styles['cellText']} title={String(content)}>
      {content}
    </span>
  ) : (
    content
  );
}

/** One row of a DataGrid. */
export function DataGridRow<Row>(props: DataGridRowProps<Row>): ReactNode {
  const { id, row, columns, position, isActive, isSelected, onOpen, onPoint } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={position.index + 2}
      aria-selected={isSelected}
      data-active={isActive || undefined}
      data-selected={isSelected || undefined}
      data-opens={onOpen ? true : undefined}
      className={`${styles['row'] ?? ''} ${styles['bodyRow'] ?? ''}`}
      style={{ transform: `translateY(${position.top}px)` }}
      onMouseDown={onPoint}
      onClick={onOpen ? () => onOpen(row) : undefined}
    >
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={index + 1}
          className={`${styles['cell'] ?? ''} ${column.align === 'end' ? (styles['end'] ?? '') : ''}`}
        >
          {cellContent(column, row)}
        </div>
      ))}
    </div>
  );
}
