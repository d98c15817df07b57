import type { RowData } from '@tanstack/react-table';
import { useId, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import styles from './DataGrid.module.css';
import { DataGridHead } from './DataGridHead.tsx';
import { DataGridRow } from './DataGridRow.tsx';
import { nextRow } from './gridKeys.ts';
import type { GridColumn, GridSort } from './gridTypes.ts';
import { useListOnScreen } from './listOnScreen.ts';
import { useGridRows } from './useGridRows.ts';
import { useRowWindow } from './useRowWindow.ts';

interface DataGridProps<Row> {
  /** What the rows are, for screen readers. */
  label: string;
  rows: readonly Row[];
  /** Kept stable by the caller (`useMemo`), so that sorting is not done again at each render. */
  columns: readonly GridColumn<Row>[];
  rowKey: (row: Row) => string;
  /** Enter, Space and a click; without it rows are only read. */
  onOpen?: (row: Row) => void;
  selectedKey?: string | null;
  initialSort?: GridSort;
  /** Height of a row in pixels. */
  rowHeight?: number;
}

const ROW_HEIGHT = 38;

/** Tracks of the columns: a number is pixels, a text is any CSS track. */
function tracksOf<Row>(columns: readonly GridColumn<Row>[]): string {
  return columns
    .map(({ width = '1fr' }) => (typeof width === 'number' ? `${width}px` : `minmax(0, ${width})`))
    .join(' ');
}

/**
 * A list of any length: only the rows in view are in the page. Sorts in the alphabet of the language; arrows, Home,
 * End, PageUp, PageDown move, Enter opens. Fills the height that its flex container leaves.
 */
export function DataGrid<Row extends RowData>(props: DataGridProps<Row>): ReactNode {
  const { label, columns, rowKey, onOpen, selectedKey, rowHeight = ROW_HEIGHT } = props;
  const frame = useRef<HTMLDivElement>(null);
  const idPrefix = useId();
  const { sorted, sort, toggleSort } = useGridRows(props.rows, columns, props.initialSort ?? null);
  useListOnScreen(label, sorted, columns);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const found = activeKey === null ? -1 : sorted.findIndex((row) => rowKey(row) === activeKey);
  const active = found === -1 ? 0 : found;
  const view = useRowWindow({ frame, count: sorted.length, rowHeight, active });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    const current = sorted[active];
    if ((event.key === 'Enter' || event.key === ' ') && current !== undefined && onOpen) {
      event.preventDefault();
      onOpen(current);
      return;
    }
    const target = nextRow(event.key, active, { count: sorted.length, page: view.pageSize });
    const row = target === null ? undefined : sorted[target];
    if (target === null || row === undefined) return;
    event.preventDefault();
    setActiveKey(rowKey(row));
    view.scrollTo(target);
  };

  const activeRow = sorted[active];
  const variables = {
    '--grid-columns': tracksOf(columns),
    '--grid-min-width': `${columns.reduce((sum, column) => sum + (column.minWidth ?? 80), 0)}px`,
    '--grid-height': `${view.totalHeight}px`,
    '--grid-row-height': `${rowHeight}px`,
  } as CSSProperties;

  return (
    <div
      ref={frame}
      className={styles['frame']}
      style={variables}
      role="grid"
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={activeRow === undefined ? undefined : `${idPrefix}-${rowKey(activeRow)}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <DataGridHead columns={columns} sort={sort} onToggle={toggleSort} />
      <div role="rowgroup" className={styles['body']}>
        {view.items.map(({ index, top }) => {
          const row = sorted[index];
          if (row === undefined) return null;
          const key = rowKey(row);
          return (
            <DataGridRow
              key={key}
              id={`${idPrefix}-${key}`}
              row={row}
              columns={columns}
              position={{ index, top }}
              isActive={index === active}
              isSelected={key === selectedKey}
              onOpen={onOpen}
              onPoint={() => setActiveKey(key)}
            />
          );
        })}
      </div>
    </div>
  );
}
