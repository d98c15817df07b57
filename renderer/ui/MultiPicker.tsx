import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './MultiPicker.module.css';
import { SearchField } from './SearchField.tsx';

/** Something that can be picked. */
export interface PickerItem {
  id: string;
  label: string;
  /** A short word at the end of the line: a group, a date. */
  detail?: string;
}

interface MultiPickerProps {
  /** What is picked, for screen readers and as the hint in the search field. */
  label: string;
  /** What the search found, in order. */
  items: readonly PickerItem[];
  chosen: readonly PickerItem[];
  onChange: (chosen: PickerItem[]) => void;
  search: string;
  onSearch: (text: string) => void;
  /** Filters beside the search. */
  filters?: ReactNode;
  /** What to say when nothing was found. */
  emptyText: string;
}

/** More lines help nobody: the search narrows. */
const MOST = 100;

/**
 * Picks many of many: type, Enter takes the first that was found and empties the search; or tick lines; or take all
 * that were found.
 */
export function MultiPicker(props: MultiPickerProps): ReactNode {
  const { label, items, chosen, onChange, search, onSearch } = props;
  const { t } = useTranslation();
  const countId = useId();
  const isChosen = new Set(chosen.map((item) => item.id));
  const shown = items.slice(0, MOST);
  const open = items.filter((item) => !isChosen.has(item.id));
  const first = search.trim() === '' ? undefined : open[0];

  const toggle = (item: PickerItem): void =>
    onChange(isChosen.has(item.id) ? chosen.filter(({ id }) => id !== item.id) : [...chosen, item]);
  const takeFirst = (): void => {
    if (first === undefined) return;
    onChange([...chosen, first]);
    onSearch('');
  };
  return (
    <div className={styles['picker']} role="group" aria-label={label} aria-describedby={countId}>
      <SearchField label={label} value={search} onChange={onSearch} onEnter={takeFirst} isFocusedFirst wide />
      {props.filters}
      <div className={styles['line']}>
        <span id={countId} role="status">
          {t('common:picker.chosen', { count: chosen.length })}
        </span>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={open.length === 0}
          onClick={() => onChange([...chosen, ...open])}
        >
          {t('common:picker.takeAll', { count: open.length })}
        </Button>
      </div>
      {chosen.length > 0 ? (
        <div className={styles['chosen']}>
          {chosen.map((item) => (
            <button
              key={item.id}
              type="button"
              className={styles['chip']}
              aria-label={t('common:picker.drop', { name: item.label })}
              onClick={() => toggle(item)}
            >
              {item.label}
              <IconX size={14} aria-hidden />
            </button>
          ))}
        </div>
      ) : null}
      <ul className={styles['list']}>
        {shown.map((item) => (
          <li key={item.id}>
            <label className={styles['item']} data-first={item === first || undefined}>
              <input type="checkbox" checked={isChosen.has(item.id)} onChange={() => toggle(item)} />
              <span className={styles['words']}>{item.label}</span>
              {item.detail === undefined ? null : <span className={styles['detail']}>{item.detail}</span>}
            </label>
          </li>
        ))}
        {items.length === 0 ? <li className={styles['line']}>{props.emptyText}</li> : null}
        {items.length > MOST ? (
          <li className={styles['line']}>{t('common:picker.more', { count: items.length - MOST })}</li>
        ) : null}
      </ul>
    </div>
  );
}
