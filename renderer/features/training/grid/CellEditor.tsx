import { Popover } from '@mantine/core';
import { useId, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { problemSentence } from './problemSentence.ts';
import styles from './ScoreSheet.module.css';
import { useSheetController, useSheetState } from './sheetContext.ts';
import { onEditorKey } from './sheetKeys.ts';

/** Puts a character where the caret is, as typing it would. */
function insert(input: HTMLInputElement, character: string): string {
  const start = input.selectionStart ?? input.value.length;
  input.setRangeText(character, start, input.selectionEnd ?? start, 'end');
  return input.value;
}

/** The open cell. */
export function CellEditor({ label }: { label: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const controller = useSheetController();
  const editing = useSheetState((state) => state.editing);
  const input = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const problem = editing?.problem ?? null;

  useLayoutEffect(() => {
    const field = input.current;
    if (field === null) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    const answer = onEditorKey(controller, event);
    if (answer === 'left_alone') return;
    event.preventDefault();
    if (typeof answer === 'object') controller.change(insert(event.currentTarget, answer.type));
  };

  return (
    <Popover
      opened={problem !== null}
      position="bottom"
      withArrow
      shadow="md"
      trapFocus={false}
      returnFocus={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <input
          ref={input}
          className={styles['editor']}
          data-problem={problem === null ? undefined : true}
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
          value={editing?.text ?? ''}
          onChange={(event) => controller.change(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => controller.commit()}
        />
      </Popover.Target>
      <Popover.Dropdown className={styles['problem'] ?? ''}>
        <div id={problemId} role="alert">
          {problem === null ? null : problemSentence(t, format, problem)}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
