import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { ClipboardEvent, CSSProperties, KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react';
import { parseClipboard } from '#shared/domain/training/clipboardBlock.ts';
import type { SheetPlace } from '#shared/domain/training/sheetMoves.ts';
import { AspectRow } from './AspectRow.tsx';
import { GroupRow } from './GroupRow.tsx';
import styles from './ScoreSheet.module.css';
import { scrollToCell } from './scrollToCell.ts';
import { copySelection, pasteBlock } from './sheetBlocks.ts';
import { useSheetController, useSheetState } from './sheetContext.ts';
import { SheetHead } from './SheetHead.tsx';
import { onGridKey } from './sheetKeys.ts';
import { widenFirst } from './sheetSizes.ts';
import type { SheetSizes } from './sheetSizes.ts';
import { useSheetWindow } from './useSheetWindow.ts';

/** The place of the cell that an event happened in; null outside of cells. */
function placeOf(target: EventTarget): SheetPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  if (!cell) return null;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

const isInEditor = (target: EventTarget): boolean => target instanceof HTMLInputElement;

/** Pixels: rows as high as this are for fingers. */
const FINGER = 44;

interface SheetGridProps {
  label: string;
  sizes: SheetSizes;
}

interface SheetFrame {
  frame: RefObject<HTMLDivElement | null>;
  view: ReturnType<typeof useSheetWindow>;
  sizes: SheetSizes;
}

/** Gives the focus to the keyboard's place and brings it into view, each time that is wished. */
function useRovingFocus(wanted: SheetSizes): SheetFrame {
  const controller = useSheetController();
  const frame = useRef<HTMLDivElement>(null);
  const rowCount = useSheetState(({ model }) => model.rows.length);
  const studentCount = useSheetState(({ model }) => model.columns.length);
  const place = useSheetState((state) => state.place);
  const focusWish = useSheetState((state) => state.focusWish);
  const view = useSheetWindow({ frame, count: rowCount, rowHeight: wanted.row, active: place.row });
  const sizes = useMemo(
    () => widenFirst(wanted, view.frameWidth, studentCount),
    [wanted, view.frameWidth, studentCount],
  );

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null || focusWish === 0) return;
    scrollToCell(element, {
      top: sizes.header + place.row * sizes.row,
      height: sizes.row,
      left: place.column === 0 ? sizes.first : sizes.first + (place.column - 1) * sizes.column,
      width: place.column === 0 ? 0 : sizes.column,
      coveredTop: sizes.header,
      coveredLeft: sizes.first,
    });
    const isOpen = controller.store.getState().editing !== null;
    const selector = isOpen ? '[data-active] input' : '[data-active]';
    element.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }, [controller, focusWish, place, sizes]);

  useEffect(() => {
    controller.setPage(Math.floor((view.frameHeight - sizes.header) / sizes.row));
  }, [controller, view.frameHeight, sizes]);
  return { frame, view, sizes };
}

/** The score grid itself: aspects down, students across; only the rows in view are in the page. */
export function SheetGrid({ label, sizes: wanted }: SheetGridProps): ReactNode {
  const controller = useSheetController();
  const { rows, columns } = useSheetState((state) => state.model);
  const { frame, view, sizes } = useRovingFocus(wanted);
  const isDragging = useRef(false);
  const wasActive = useRef(false);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isInEditor(event.target) || placeOf(event.target) === null) return;
    if (onGridKey(controller, event) === 'done') event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (place === null || isInEditor(event.target) || event.button !== 0) return;
    // The focus is given by the grid, also when what is typed elsewhere must be put right first.
    event.preventDefault();
    const { place: current } = controller.store.getState();
    wasActive.current = current.row === place.row && current.column === place.column;
    if (event.shiftKey) controller.extendTo(place);
    else isDragging.current = controller.focus(place) && place.column > 0;
  };
  const onMouseOver = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (!isDragging.current || place === null || (event.buttons & 1) === 0) return;
    controller.extendTo(place);
  };
  /** A finger opens the cell that it tapped before. */
  const onClick = (event: MouseEvent): void => {
    const isTap = sizes.row >= FINGER && wasActive.current && placeOf(event.target) !== null;
    if (isTap && !isInEditor(event.target)) controller.open('within');
  };
  const onDoubleClick = (event: MouseEvent): void => {
    if (!isInEditor(event.target) && placeOf(event.target) !== null) controller.open('within');
  };
  const onCopy = (event: ClipboardEvent): void => {
    const text = isInEditor(event.target) ? null : copySelection(controller);
    if (text === null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (isInEditor(event.target)) return;
    event.preventDefault();
    const { clipboardData } = event;
    const block = parseClipboard({
      text: clipboardData.getData('text/plain'),
      html: clipboardData.getData('text/html'),
    });
    if (block !== null) pasteBlock(controller, block);
  };

  const variables = {
    '--sheet-first': `${sizes.first}px`,
    '--sheet-column': `${sizes.column}px`,
    '--sheet-row': `${sizes.row}px`,
    '--sheet-header': `${sizes.header}px`,
    '--sheet-width': `${sizes.first + columns.length * sizes.column}px`,
    '--sheet-height': `${view.totalHeight}px`,
  } as CSSProperties;

  return (
    <div
      ref={frame}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      className={styles['frame']}
      style={variables}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onMouseOver={onMouseOver}
      onMouseUp={() => {
        isDragging.current = false;
      }}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <SheetHead columns={columns} />
      <div role="rowgroup" className={styles['body']}>
        {view.items.map(({ index, top }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return row.kind === 'aspect' ? (
            <AspectRow key={row.id} row={row} rowIndex={index} columns={columns} top={top} />
          ) : (
            <GroupRow key={row.id} row={row} rowIndex={index} columns={columns} top={top} />
          );
        })}
      </div>
    </div>
  );
}
