import { useEffect, useEffectEvent, useId, useRef } from 'react';
import type { ClipboardEvent, CSSProperties, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { parseClipboard, type TextBlock } from '#shared/domain/training/clipboardBlock.ts';
import { nextRow } from '../../../ui/gridKeys.ts';
import { useRowWindow } from '../../../ui/useRowWindow.ts';
import { aspectIdsUnder, type OutlineRow } from './draftOutline.ts';
import { editorCommands, runSharedKey } from './editorKeys.ts';
import { useEditor, useEditorState, type SchemeEditor } from './editorStore.ts';
import { focusField, OUTLINE_ID } from './goTo.ts';
import styles from './Editor.module.css';
import { OutlineLine } from './OutlineLine.tsx';

interface SchemeOutlineProps {
  rows: readonly OutlineRow[];
  onPaste: (block: TextBlock) => void;
}

/** Pixels. */
const ROW_HEIGHT = 34;

function Head(): ReactNode {
  const { t } = useTranslation();
  const labels = ['tick', 'code', 'text', 'section', 'mark'] as const;
  return (
    <div role="rowgroup" className={styles['outlineHead']}>
      <div role="row" aria-rowindex={1} className={styles['headLine']}>
        {labels.map((label) => (
          <div key={label} role="columnheader" data-column={label}>
            {label === 'tick' ? (
              <span className={styles['hidden']}>{t('schemeEditor:outline.ticked')}</span>
            ) : (
              t(`schemeEditor:outline.${label}`)
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function focusFirstField(editor: SchemeEditor): void {
  flushSync(() => editor.showPanel());
  if (!focusField('description') && !focusField('name')) focusField('title');
}

/** Ticks that follow from one on a line: all aspects under it, or with Shift all from the open line to it. */
function ticksAfter(
  rows: readonly OutlineRow[],
  state: { selectedIds: ReadonlySet<string>; under: readonly string[] },
): ReadonlySet<string> {
  const next = new Set(state.selectedIds);
  const isWhole = state.under.length > 0 && state.under.every((id) => next.has(id));
  for (const id of state.under) {
    if (isWhole) next.delete(id);
    else next.add(id);
  }
  const known = new Set(rows.map(({ id }) => id));
  return new Set([...next].filter((id) => known.has(id)));
}

/** Criteria, sub-criteria and aspects as lines; the open one is edited beside it. Everything has a key. */
export function SchemeOutline({ rows, onPaste }: SchemeOutlineProps): ReactNode {
  const { t } = useTranslation();
  const editor = useEditor();
  const draft = useEditorState((state) => state.form.draft);
  const activeId = useEditorState((state) => state.activeId);
  const selectedIds = useEditorState((state) => state.selectedIds);
  const frame = useRef<HTMLDivElement>(null);
  const idPrefix = useId();
  const found = rows.findIndex((row) => row.id === activeId);
  const active = Math.max(0, found);
  const view = useRowWindow({ frame, count: rows.length, rowHeight: ROW_HEIGHT, active });

  // The open line is brought into view by whatever opened it: a key, a warning, a new row.
  const showActive = useEffectEvent(() => view.scrollTo(active));
  useEffect(() => showActive(), [activeId, active]);

  const tick = (row: OutlineRow, isRange: boolean): void => {
    const from = rows.findIndex(({ id }) => id === editor.state.activeId);
    const to = rows.indexOf(row);
    const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    const ids = isRange ? range.filter(({ kind }) => kind === 'aspect').map(({ id }) => id) : [row.id];
    const under = isRange ? ids : aspectIdsUnder(draft, new Set(ids));
    editor.select(isRange ? new Set(under) : ticksAfter(rows, { selectedIds, under }));
  };
  const extend = (target: number): void => {
    const row = rows[target];
    const current = rows[active];
    if (row === undefined || current === undefined) return;
    const added = [current, row].filter(({ kind }) => kind === 'aspect').map(({ id }) => id);
    const next = new Set([...selectedIds, ...added]);
    editor.walk(row.id);
    editor.select(next);
  };
  const move = (event: KeyboardEvent): boolean => {
    const target = nextRow(event.key, active, { count: rows.length, page: view.pageSize });
    if (target === null || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.shiftKey) extend(target);
    else editor.walk(rows[target]?.id ?? activeId);
    return true;
  };
  const lineKeys = (row: OutlineRow): Readonly<Record<string, () => void>> => ({
    Enter: () => focusFirstField(editor),
    F2: () => focusFirstField(editor),
    ' ': () => tick(row, false),
    Delete: () => editorCommands.remove(editor),
    Escape: () => editor.select(new Set()),
  });
  const runKey = (event: KeyboardEvent): boolean => {
    if (runSharedKey(editor, event) || move(event)) return true;
    const row = rows[active];
    if (row === undefined) return false;
    const isMod = event.ctrlKey || event.metaKey;
    if (isMod && event.code === 'KeyA') {
      editor.select(new Set(aspectIdsUnder(draft, new Set(rows.map(({ id }) => id)))));
      return true;
    }
    const run = isMod || event.altKey ? undefined : lineKeys(row)[event.key];
    run?.();
    return run !== undefined;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    // What Tab leads to is the form of the line that the keys have reached.
    if (event.key === 'Tab') flushSync(() => editor.showPanel());
    if (event.target !== event.currentTarget || !runKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>('[data-line]')?.dataset['line'];
    const row = rows.find((one) => one.id === id);
    if (row === undefined) return;
    const isTick = target?.matches('input') === true || event.ctrlKey || event.metaKey || event.shiftKey;
    if (isTick) tick(row, event.shiftKey);
    else editor.activate(row.id);
  };
  const onMouseDown = (event: MouseEvent<HTMLDivElement>): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    // The keys stay with the outline.
    event.preventDefault();
    frame.current?.focus();
  };
  const paste = (event: ClipboardEvent): void => {
    const block = parseClipboard({
      text: event.clipboardData.getData('text/plain'),
      html: event.clipboardData.getData('text/html'),
    });
    if (block === null) return;
    event.preventDefault();
    onPaste(block);
  };
  const activeRow = rows[active];
  return (
    <div
      ref={frame}
      id={OUTLINE_ID}
      className={styles['outline']}
      style={{ '--outline-height': `${view.totalHeight}px` } as CSSProperties}
      role="treegrid"
      aria-label={t('schemeEditor:outline.label')}
      aria-multiselectable
      aria-rowcount={rows.length + 1}
      aria-activedescendant={activeRow === undefined ? undefined : `${idPrefix}-${activeRow.id}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPaste={paste}
    >
      <Head />
      <div role="rowgroup" className={styles['lines']} onMouseDown={onMouseDown} onClick={onClick}>
        {view.items.map(({ index, top }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const under = row.kind === 'aspect' ? [row.id] : aspectIdsUnder(draft, new Set([row.id]));
          return (
            <OutlineLine
              key={row.id}
              id={`${idPrefix}-${row.id}`}
              row={row}
              index={index}
              top={top}
              isActive={index === active}
              isTicked={row.level > 1 && under.length > 0 && under.every((id) => selectedIds.has(id))}
            />
          );
        })}
      </div>
    </div>
  );
}
