import { NumberInput, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemMappingInput } from '#shared/contract/base.ts';
import { itemFields, type ItemField } from '#shared/domain/base/itemFields.ts';
import { Notice } from '../../../ui/Notice.tsx';
import type { ItemImport } from '../useItemImport.ts';
import styles from './Base.module.css';

interface MappingFieldsProps {
  found: ItemImport;
  onChange: (mapping: ItemMappingInput) => void;
}

/** Which column is what. The 23 labels of WorldSkills need no word; what is said is remembered. */
export function MappingFields({ found, onChange }: MappingFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { answer } = found;
  const { mapping, columns, source, sheetNames } = answer;
  if (source === 'standard') return <Notice tone="good" title={t('base:import.standard')} />;
  const choices = columns.map(({ index, label, example }) => ({
    value: String(index),
    label: [label || t('base:import.column', { number: index + 1 }), example]
      .filter((part) => part !== '')
      .join(' · '),
  }));
  const setColumn = (field: ItemField, value: string | null): void => {
    const { [field]: _former, ...others } = mapping.columns;
    onChange({
      ...mapping,
      columns: value === null ? others : { ...others, [field]: Number(value) },
    });
  };
  return (
    <section>
      <h3 className={styles['heading']}>{t('base:import.mapping')}</h3>
      <p className={styles['soft']}>
        {t(source === 'remembered' ? 'base:import.remembered' : 'base:import.mappingHint')}
      </p>
      <div className={styles['mapping']}>
        <Select
          size="xs"
          label={t('base:import.sheet')}
          data={[...new Set(sheetNames)]}
          value={mapping.sheetName}
          allowDeselect={false}
          onChange={(sheetName) => sheetName !== null && onChange({ sheetName, headerRow: 0, columns: {} })}
        />
        <NumberInput
          size="xs"
          label={t('base:import.headerRow')}
          min={1}
          max={1000}
          value={mapping.headerRow + 1}
          onChange={(row) => Number(row) >= 1 && onChange({ ...mapping, headerRow: Number(row) - 1 })}
        />
        {itemFields.map((field) => {
          const column = mapping.columns[field];
          return (
            <Select
              key={field}
              size="xs"
              label={t(`base:text.${field}`)}
              placeholder={t('base:import.noColumn')}
              data={choices}
              value={column === undefined ? null : String(column)}
              onChange={(value) => setColumn(field, value)}
              clearable
              clearButtonProps={{ 'aria-label': t('common:action.clear') }}
              withAsterisk={field === 'name'}
            />
          );
        })}
      </div>
    </section>
  );
}
