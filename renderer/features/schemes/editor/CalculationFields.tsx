import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Calculation,
  Choice,
  DecimalText,
  DeductionType,
  RangedScore,
  RegularDifference,
} from '#shared/domain/schemes/calculation.ts';
import { countDecimals, parseDecimalText } from '#shared/domain/schemes/decimalText.ts';
import { isCalculationLabel } from '#shared/domain/schemes/calculationText.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { DraftText } from './DraftText.tsx';
import styles from './Editor.module.css';

interface DecimalFieldProps {
  label: string;
  isLabelHidden?: boolean;
  value: DecimalText;
  onCommit: (value: DecimalText) => void;
}

/** Places that the sheet of calculations keeps. */
const PLACES = 8;

function DecimalField({ label, isLabelHidden, value, onCommit }: DecimalFieldProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const read = (text: string): DecimalText | null => {
    const decimal = parseDecimalText(text.replaceAll(/\s/g, ''));
    return decimal !== null && countDecimals(decimal) <= PLACES ? decimal : null;
  };
  return (
    <DraftText
      label={label}
      isLabelHidden={isLabelHidden ?? false}
      width={124}
      size="xs"
      isDecimal
      value={language === 'en' ? value : value.replace('.', ',')}
      check={(text) => (read(text) === null ? t('schemeEditor:calculation.notNumber') : null)}
      onCommit={(text) => {
        const decimal = read(text);
        if (decimal !== null && decimal !== value) onCommit(decimal);
      }}
    />
  );
}

interface DeductionSelectProps {
  label: string;
  value: DeductionType;
  onChange: (value: DeductionType) => void;
  /** What the amounts are in; marks or percent of the maximum, unless told. */
  words?: 'deductionType' | 'differenceType';
}

function DeductionSelect({
  label,
  value,
  onChange,
  words = 'deductionType',
}: DeductionSelectProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      size="xs"
      w={190}
      data={(['unit', 'percent'] as const).map((one) => ({
        value: one,
        label: t(`schemeEditor:calculation.${words}.${one}`),
      }))}
      value={value}
      onChange={(next) => onChange(next === 'percent' ? 'percent' : 'unit')}
      allowDeselect={false}
      openOnFocus={false}
    />
  );
}

interface FieldsProps<C extends Calculation> {
  calculation: C;
  onChange: (calculation: C) => void;
}

interface RowButtonsProps {
  number: number;
  onRemove: () => void;
}

function RemoveRow({ number, onRemove }: RowButtonsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="md"
      aria-label={t('schemeEditor:action.removeRow', { number })}
      onClick={onRemove}
    >
      <IconTrash size={15} aria-hidden />
    </ActionIcon>
  );
}

function AddRow({ label, onAdd }: { label: string; onAdd: () => void }): ReactNode {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      className={styles['addText'] ?? ''}
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={onAdd}
    >
      {label}
    </Button>
  );
}

function ChoiceFields({ calculation, onChange }: FieldsProps<Choice>): ReactNode {
  const { t } = useTranslation();
  const { options } = calculation;
  const set = (index: number, patch: Partial<Choice['options'][number]>): void =>
    onChange({
      ...calculation,
      options: options.map((option, at) => (at === index ? { ...option, ...patch } : option)),
    });
  return (
    <>
      <DeductionSelect
        label={t('schemeEditor:calculation.deductionsIn')}
        value={calculation.deductionType}
        onChange={(deductionType) => onChange({ ...calculation, deductionType })}
      />
      {options.map((option, index) => (
        <div key={index} className={styles['textRow']}>
          <DraftText
            label={t('schemeEditor:calculation.option', { number: index + 1 })}
            size="xs"
            width="100%"
            value={option.label}
            check={(text) => (isCalculationLabel(text) ? null : t('schemeEditor:calculation.notLabel'))}
            onCommit={(label) => set(index, { label })}
          />
          <DecimalField
            label={t('schemeEditor:calculation.off')}
            value={option.deduction}
            onCommit={(deduction) => set(index, { deduction })}
          />
          <RemoveRow
            number={index + 1}
            onRemove={() => onChange({ ...calculation, options: options.toSpliced(index, 1) })}
          />
        </div>
      ))}
      <AddRow
        label={t('schemeEditor:calculation.addOption')}
        onAdd={() => onChange({ ...calculation, options: [...options, { label: '', deduction: '0' }] })}
      />
    </>
  );
}

function RangeFields({ calculation, onChange }: FieldsProps<RangedScore>): ReactNode {
  const { t } = useTranslation();
  const { ranges } = calculation;
  const last = ranges.at(-1);
  return (
    <>
      <div className={styles['facts']}>
        <DecimalField
          label={t('schemeEditor:calculation.target')}
          value={calculation.target}
          onCommit={(target) => onChange({ ...calculation, target })}
        />
        <DeductionSelect
          label={t('schemeEditor:calculation.deductionsIn')}
          value={calculation.deductionType}
          onChange={(deductionType) => onChange({ ...calculation, deductionType })}
        />
      </div>
      {ranges.map((range, index) => (
        <div key={index} className={styles['textRow']}>
          {(['lower', 'upper', 'deduction'] as const).map((field) => (
            <DecimalField
              key={field}
              label={t(`schemeEditor:calculation.range.${field}`)}
              value={range[field]}
              onCommit={(value) =>
                onChange({ ...calculation, ranges: ranges.with(index, { ...range, [field]: value }) })
              }
            />
          ))}
          <RemoveRow
            number={index + 1}
            onRemove={() => onChange({ ...calculation, ranges: ranges.toSpliced(index, 1) })}
          />
        </div>
      ))}
      <AddRow
        label={t('schemeEditor:calculation.addRange')}
        onAdd={() => {
          const lower = last?.upper ?? '0';
          onChange({ ...calculation, ranges: [...ranges, { lower, upper: lower, deduction: '0' }] });
        }}
      />
    </>
  );
}

function DifferenceFields({ calculation, onChange }: FieldsProps<RegularDifference>): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles['facts']}>
      {(['target', 'difference', 'deduction'] as const).map((field) => (
        <DecimalField
          key={field}
          label={t(`schemeEditor:calculation.${field === 'deduction' ? 'each' : field}`)}
          value={calculation[field]}
          onCommit={(value) => onChange({ ...calculation, [field]: value })}
        />
      ))}
      <DeductionSelect
        label={t('schemeEditor:calculation.differenceIn')}
        words="differenceType"
        value={calculation.differenceType}
        onChange={(differenceType) => onChange({ ...calculation, differenceType })}
      />
      <DeductionSelect
        label={t('schemeEditor:calculation.deductionsIn')}
        value={calculation.deductionType}
        onChange={(deductionType) => onChange({ ...calculation, deductionType })}
      />
    </div>
  );
}

/** The numbers of a calculation; a kind without numbers has no fields. */
export function CalculationFields({ calculation, onChange }: FieldsProps<Calculation>): ReactNode {
  const { t } = useTranslation();
  switch (calculation.kind) {
    case 'number_completed':
      return (
        <DecimalField
          label={t('schemeEditor:calculation.possible')}
          value={calculation.possible}
          onCommit={(possible) => onChange({ ...calculation, possible })}
        />
      );
    case 'choice':
      return <ChoiceFields calculation={calculation} onChange={onChange} />;
    case 'regular_difference':
      return <DifferenceFields calculation={calculation} onChange={onChange} />;
    case 'ranged_score':
      return <RangeFields calculation={calculation} onChange={onChange} />;
    case 'pass_fail':
    case 'manual':
    case 'unknown':
      return null;
  }
}
