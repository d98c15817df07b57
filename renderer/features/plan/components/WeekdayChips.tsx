import { Chip, Group, Input } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

interface WeekdayChipsProps {
  label: string;
  value: string[];
  onChange: (value: string[]) => void;
  error?: ReactNode;
}

/** Days of the week to choose. */
export function WeekdayChips({ label, value, onChange, error }: WeekdayChipsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Input.Wrapper label={label} error={error} labelElement="div">
      <Chip.Group multiple value={value} onChange={onChange}>
        <Group gap={6} mt={4} role="group" aria-label={label}>
          {WEEKDAYS.map((weekday) => (
            <Chip key={weekday} value={weekday} size="xs">
              {t(`plan:weekday.${weekday}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
