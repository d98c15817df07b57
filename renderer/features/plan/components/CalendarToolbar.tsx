import { ActionIcon, Button, Group, SegmentedControl, Select } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { spanOf, stepDay } from '../calendarDays.ts';
import { usePlanStore } from '../plan.store.ts';
import type { CompetencyChoice } from '../useCompetencyChoices.ts';

interface CalendarToolbarProps {
  day: string;
  today: string;
  count: number;
  competencies: readonly CompetencyChoice[];
  onDay: (day: string) => void;
}

/** Which days, which view, which competency. Page Up and Page Down go back and on, T to today's session. */
export function CalendarToolbar(props: CalendarToolbarProps): ReactNode {
  const { day, today, count, competencies, onDay } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { view, competencyId, setView, setCompetency } = usePlanStore();
  const span = spanOf(view, day);
  useHotkeys([
    ['PageUp', () => onDay(stepDay(view, day, -1))],
    ['PageDown', () => onDay(stepDay(view, day, 1))],
    [
      'T',
      () => document.querySelector<HTMLElement>(`[data-open-on="${today}"]`)?.focus(),
      { usePhysicalKeys: true },
    ],
  ]);
  return (
    <Toolbar count={t('plan:calendar.count', { count })}>
      <Group gap={4}>
        <ActionIcon
          variant="default"
          aria-label={t('plan:calendar.back')}
          onClick={() => onDay(stepDay(view, day, -1))}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Button variant="default" size="compact-md" onClick={() => onDay(today)}>
          {t('plan:calendar.today')}
        </Button>
        <ActionIcon
          variant="default"
          aria-label={t('plan:calendar.on')}
          onClick={() => onDay(stepDay(view, day, 1))}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <strong>
        {view === 'month' ? format.month(day) : `${format.date(span.from)} – ${format.date(span.to)}`}
      </strong>
      <SegmentedControl
        size="xs"
        aria-label={t('plan:view.label')}
        value={view}
        onChange={(value) => setView(value)}
        data={(['month', 'week', 'list'] as const).map((value) => ({
          value,
          label: t(`plan:view.${value}`),
        }))}
      />
      <Select
        aria-label={t('plan:field.competency')}
        placeholder={t('plan:calendar.all')}
        data={competencies}
        value={competencyId}
        onChange={setCompetency}
        searchable
        openOnFocus={false}
        clearable
        w={260}
      />
    </Toolbar>
  );
}
