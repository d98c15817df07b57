import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchFieldProps {
  /** What is searched, for screen readers and as the grey word in the field. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  width?: number;
}

/** Field that narrows a list while it is typed into; Escape empties it. */
export function SearchField({ label, value, onChange, width = 300 }: SearchFieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <TextInput
      type="search"
      w={width}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') onChange('');
      }}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        value === '' ? null : (
          <CloseButton size="sm" aria-label={t('common:action.clear')} onClick={() => onChange('')} />
        )
      }
    />
  );
}
