import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from '#shared/domain/progress/period.ts';
import { DateField } from '../../../ui/DateField.tsx';
import styles from './Progress.module.css';

/** The choices, in the order in which they are shown. */
const CHOICES: readonly { name: string; period: Period }[] = [
  { name: 'all', period: { kind: 'all' } },
  { name: 'schoolYear', period: { kind: 'schoolYear' } },
  { name: 'days365', period: { kind: 'days', days: 365 } },
  { name: 'days90', period: { kind: 'days', days: 90 } },
  { name: 'days30', period: { kind: 'days', days: 30 } },
  { name: 'own', period: { kind: 'own', from: null, to: null } },
];

const nameOf = (period: Period): string => (period.kind === 'days' ? `days${period.days}` : period.kind);

interface PeriodPickerProps {
  period: Period;
  onChange: (period: Period) => void;
}

/** Which days the charts of a screen show; the choice is remembered. */
export function PeriodPicker({ period, onChange }: PeriodPickerProps): ReactNode {
  const { t } = useTranslation();
  const choose = (name: string): void => {
    const choice = CHOICES.find((candidate) => candidate.name === name);
    if (choice) onChange(choice.period);
  };
  return (
    <div className={styles['period']} role="group" aria-label={t('progress:period.label')}>
      <SegmentedControl
        size="xs"
        aria-label={t('progress:period.label')}
        value={nameOf(period)}
        onChange={choose}
        data={CHOICES.map(({ name }) => ({ value: name, label: t(`progress:period.${name}`) }))}
      />
      {period.kind === 'own' ? (
        <>
          <DateField
            label={t('progress:period.from')}
            value={period.from}
            onChange={(from) => onChange({ ...period, from })}
            width={150}
          />
          <DateField
            label={t('progress:period.to')}
            value={period.to}
            onChange={(to) => onChange({ ...period, to })}
            width={150}
          />
        </>
      ) : null}
    </div>
  );
}
