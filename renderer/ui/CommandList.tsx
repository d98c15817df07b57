import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './CommandList.module.css';
import { nextRow } from './gridKeys.ts';

/** Something that the list leads to. */
export interface CommandItem {
  id: string;
  label: string;
  detail?: string;
  icon: Icon;
  run: () => void;
}

interface CommandListProps {
  opened: boolean;
  onClose: () => void;
  /** What can be typed, for screen readers and as the grey word in the field. */
  label: string;
  query: string;
  onQuery: (query: string) => void;
  /** Groups in order; empty ones are left out. */
  groups: readonly { label: string; items: readonly CommandItem[] }[];
  nothingText: string;
}

/** Rows that PageUp and PageDown move by. */
const PAGE = 8;
/** Home and End belong to the text that is typed. */
const MOVES = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'];

/** A field and what it finds, in a dialog: type, arrows choose, Enter goes. The choice is told to screen readers. */
export function CommandList(props: CommandListProps): ReactNode {
  const { opened, onClose, label, query, onQuery, nothingText } = props;
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [choice, setChoice] = useState(0);
  const groups = props.groups.filter(({ items }) => items.length > 0);
  const items = groups.flatMap((group) => group.items);
  const active = Math.min(choice, Math.max(0, items.length - 1));
  const chosen = items[active];
  const optionId = (id: string): string => `${listId}-${id}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const run = (item: CommandItem): void => {
    onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      run(chosen);
    }
    const target = MOVES.includes(event.key)
      ? nextRow(event.key, active, { count: items.length, page: PAGE })
      : null;
    if (target === null) return;
    event.preventDefault();
    setChoice(target);
  };
  return (
    <Modal.Root opened={opened} onClose={onClose} size={620} yOffset="12vh" centered={false}>
      <Modal.Overlay />
      <Modal.Content aria-label={label} radius="md">
        <TextInput
          className={styles['input'] ?? ''}
          variant="unstyled"
          size="lg"
          data-autofocus
          role="combobox"
          aria-label={label}
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={chosen === undefined ? undefined : optionId(chosen.id)}
          aria-autocomplete="list"
          placeholder={label}
          value={query}
          onChange={(event) => {
            setChoice(0);
            onQuery(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          leftSection={<IconSearch size={18} aria-hidden />}
        />
        <div ref={list} id={listId} role="listbox" aria-label={label} className={styles['list']}>
          {groups.map((group) => (
            <div key={group.label} role="group" aria-label={group.label}>
              <p className={styles['group']} aria-hidden>
                {group.label}
              </p>
              {group.items.map((item) => (
                <div
                  key={item.id}
                  id={optionId(item.id)}
                  role="option"
                  aria-selected={item === chosen}
                  className={styles['option']}
                  onMouseMove={() => setChoice(items.indexOf(item))}
                  onClick={() => run(item)}
                >
                  <item.icon size={18} stroke={1.7} aria-hidden />
                  <span className={styles['words']}>{item.label}</span>
                  {item.detail === undefined ? null : <span className={styles['detail']}>{item.detail}</span>}
                </div>
              ))}
            </div>
          ))}
        </div>
        {items.length === 0 ? (
          <p className={styles['nothing']} role="status">
            {nothingText}
          </p>
        ) : null}
      </Modal.Content>
    </Modal.Root>
  );
}
