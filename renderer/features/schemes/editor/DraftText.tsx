import { TextInput, Textarea } from '@mantine/core';
import type { TextInputProps, TextareaProps } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ReactNode } from 'react';
import styles from './Editor.module.css';

interface DraftTextProps {
  /** Id in the page, so that a warning can lead here. */
  id?: string;
  label: string;
  isLabelHidden?: boolean;
  value: string;
  onCommit: (value: string) => void;
  /** Several lines; the field grows with them. */
  isLong?: boolean;
  /** Why a typed value cannot be stored; null when it can. */
  check?: (value: string) => string | null;
  placeholder?: string;
  description?: ReactNode;
  maxLength?: number;
  width?: number | string;
  size?: 'xs' | 'sm';
  /** A number is typed. */
  isDecimal?: boolean;
}

/** Milliseconds without a key after which what was typed is stored. */
const PAUSE = 900;

/** What both kinds of field are given. */
function sharedProps(props: DraftTextProps): Partial<TextInputProps & TextareaProps> {
  const { id, label, width } = props;
  return {
    ...(id === undefined ? {} : { id }),
    ...(props.isLabelHidden === true ? { 'aria-label': label } : { label }),
    ...(width === undefined ? {} : { w: width }),
    description: props.description,
    placeholder: props.placeholder ?? '',
    size: props.size ?? 'sm',
    maxLength: props.maxLength ?? (props.isLong === true ? 5000 : 200),
  };
}

/** A text that is stored when the field is left and at each pause. */
export function DraftText(props: DraftTextProps): ReactNode {
  const { value, onCommit, check } = props;
  /** What is being typed; null: nobody types, the stored value shows. */
  const [draft, setDraft] = useState<string | null>(null);
  const error = draft === null ? null : (check?.(draft) ?? null);

  const commit = (): void => {
    const next = draft?.normalize('NFC').trim();
    if (next !== undefined && next !== value && error === null) onCommit(next);
  };
  const commitTyped = useEffectEvent(commit);
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => commitTyped(), PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  // The field may go while somebody types, because another line was opened by a key.
  useEffect(() => () => commitTyped(), []);

  const shared = {
    ...sharedProps(props),
    value: draft ?? value,
    error,
    onBlur: () => {
      commit();
      if (error === null) setDraft(null);
    },
  };
  if (props.isLong === true) {
    return (
      <Textarea
        {...shared}
        rows={1}
        resize="none"
        classNames={{ input: styles['growing'] ?? '' }}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      {...(props.isDecimal === true ? { inputMode: 'decimal' as const } : {})}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        commit();
      }}
    />
  );
}
