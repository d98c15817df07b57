import { ActionIcon, Button, Input, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './RowsField.module.css';
import { DateField } from './DateField.tsx';
import { TimeField } from './TimeField.tsx';
import { classNames } from './classNames.ts';

/** A field of each row. */
export interface RowsFieldColumn<Row> {
  key: keyof Row & string;
  label: string;
  type?: 'text' | 'time' | 'tel' | 'email' | 'date';
}

interface RowsFieldProps<Row> {
  label: string;
  addLabel: string;
  columns: readonly RowsFieldColumn<Row>[];
  rows: readonly Row[];
  /** What a new row starts with. */
  empty: Row;
  onChange: (rows: Row[]) => void;
  error?: ReactNode;
}

interface RowCellProps {
  type: NonNullable<RowsFieldColumn<never>['type']>;
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}

function RowCell({ type, label, placeholder, value, onChange }: RowCellProps): ReactNode {
  const shared = {
    size: 'sm',
    'aria-label': label,
    className: classNames(type === 'time' ? styles['narrow'] : styles['cell']),
    value,
  } as const;
  if (type === 'time') return <TimeField {...shared} onChange={onChange} />;
  if (type === 'date') {
    return (
      <DateField
        label={label}
        isLabelHidden
        width={160}
        value={value === '' ? null : value}
        onChange={(day) => onChange(day ?? '')}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      type={type}
      placeholder={placeholder}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A short list inside a form: each row has the same few fields; rows are added and taken away. */
export function RowsField<Row extends Record<string, string>>(props: RowsFieldProps<Row>): ReactNode {
  const { label, columns, rows, onChange } = props;
  const { t } = useTranslation();
  const change = (index: number, key: string, value: string): void =>
    onChange(rows.map((row, place) => (place === index ? { ...row, [key]: value } : row)));
  return (
    <fieldset className={styles['field']}>
      <legend className={styles['legend']}>{label}</legend>
      {rows.map((row, index) => (
        // Rows have no id of their own: their place is what tells them apart.
        <div key={index} className={styles['row']}>
          {columns.map(({ key, label: name, type = 'text' }) => (
            <RowCell
              key={key}
              type={type}
              label={`${label} ${index + 1}: ${name}`}
              placeholder={name}
              value={row[key] ?? ''}
              onChange={(value) => change(index, key, value)}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="red"
            size={36}
            aria-label={`${t('common:action.remove')}: ${label} ${index + 1}`}
            onClick={() => onChange(rows.filter((_, place) => place !== index))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {props.error === undefined || props.error === null ? null : <Input.Error>{props.error}</Input.Error>}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...rows, props.empty])}
        >
          {props.addLabel}
        </Button>
      </div>
    </fieldset>
  );
}
