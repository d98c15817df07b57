import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchFieldProps {
  /** What is searched, for screen readers and as the grey word in the field. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter takes what was found instead of submitting a form. */
  onEnter?: () => void;
  /** A dialog opens with the cursor here. */
  isFocusedFirst?: boolean;
  /** As wide as its place. */
  wide?: boolean;
}

const WIDTH = 300;

/** Field that narrows a list while it is typed into; Escape empties it. */
export function SearchField(props: SearchFieldProps): ReactNode {
  const { label, value, onChange, onEnter } = props;
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && value !== '') {
      event.stopPropagation();
      onChange('');
    }
    if (event.key === 'Enter' && onEnter && !event.ctrlKey) {
      event.preventDefault();
      onEnter();
    }
  };
  return (
    <TextInput
      type="search"
      w={props.wide === true ? '100%' : WIDTH}
      aria-label={label}
      placeholder={label}
      value={value}
      data-autofocus={props.isFocusedFirst === true || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        value === '' ? null : (
          <CloseButton size="sm" aria-label={t('common:action.clear')} onClick={() => onChange('')} />
        )
      }
    />
  );
}
