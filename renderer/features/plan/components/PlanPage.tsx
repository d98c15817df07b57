import { ActionIcon, Button, Group, SegmentedControl, Select } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import {
  IconCalendarDown,
  IconChevronLeft,
  IconChevronRight,
  IconPlus,
  IconPrinter,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedSession } from '#shared/contract/plan.ts';
import { useClient } from '../../../client/clientContext.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { localDay } from '../../../i18n/format.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { notify } from '../../../ui/notify.ts';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { spanOf, stepDay } from '../calendarDays.ts';
import { usePlanStore } from '../plan.store.ts';
import { saveFile } from '../../../ui/saveFile.ts';
import { useCompetencyChoices } from '../useCompetencyChoices.ts';
import { AdherenceCard } from './AdherenceCard.tsx';
import { Calendar } from './Calendar.tsx';
import { PlanDrawer } from './PlanDrawer.tsx';
import { PlansCard } from './PlansCard.tsx';
import { SessionDrawer } from './SessionDrawer.tsx';

/** What is open at the side. */
type Side = { kind: 'plan' } | { kind: 'session'; session: PlannedSession | null; date: string } | null;

/** The way to the championship: the calendar, the plans, and what became of them. */
export function PlanPage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const client = useClient();
  const { view, competencyId, setView, setCompetency } = usePlanStore();
  const today = localDay(new Date());
  const [day, setDay] = useState(today);
  const [side, setSide] = useState<Side>(null);
  const competencies = useCompetencyChoices();
  const span = spanOf(view, day);
  const input = { ...span, ...(competencyId === null ? {} : { competencyId }) };
  const calendar = useRouteQuery('plan.calendar', input, { keepPrevious: true });
  const plans = useRouteQuery('plan.list', competencyId === null ? {} : { competencyId });
  const nameOf = (id: string): string => competencies.find((one) => one.value === id)?.label ?? '';
  useHotkeys([
    [
      'T',
      () => document.querySelector<HTMLElement>(`[data-open-on="${today}"]`)?.focus(),
      { usePhysicalKeys: true },
    ],
  ]);
  const exportCalendar = (): void => {
    client
      .call('plan.exportCalendar', { ...input, language })
      .then(({ fileName, content }) => saveFile(new Blob([content], { type: 'text/calendar' }), fileName))
      .catch((error: unknown) => notify({ tone: 'bad', message: errorSentence(t, error) }));
  };
  return (
    <Page>
      <PageHeader
        title={t('nav:plan')}
        hint={t('plan:hint')}
        actions={
          <>
            <Button
              variant="subtle"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('plan:print')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconCalendarDown size={16} aria-hidden />}
              onClick={exportCalendar}
            >
              {t('plan:export')}
            </Button>
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setSide({ kind: 'session', session: null, date: today })}
            >
              {t('plan:session.add')}
            </Button>
          </>
        }
      />
      <QueryView query={plans}>
        {(answer) => (
          <PlansCard
            plans={answer.plans}
            today={today}
            nameOf={nameOf}
            onAdd={() => setSide({ kind: 'plan' })}
          />
        )}
      </QueryView>
      <Toolbar count={t('plan:calendar.count', { count: calendar.data?.sessions.length ?? 0 })}>
        <Group gap={4}>
          <ActionIcon
            variant="default"
            aria-label={t('plan:calendar.back')}
            onClick={() => setDay(stepDay(view, day, -1))}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" size="compact-md" onClick={() => setDay(today)}>
            {t('plan:calendar.today')}
          </Button>
          <ActionIcon
            variant="default"
            aria-label={t('plan:calendar.on')}
            onClick={() => setDay(stepDay(view, day, 1))}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
        <strong>
          {view === 'month' ? format.month(day) : `${format.date(span.from)} – ${format.date(span.to)}`}
        </strong>
        <SegmentedControl
          size="xs"
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
          clearable
          w={260}
        />
      </Toolbar>
      <QueryView query={calendar}>
        {(data) => (
          <Calendar
            view={view}
            day={day}
            today={today}
            span={span}
            data={data}
            nameOf={nameOf}
            onEdit={(session) => setSide({ kind: 'session', session, date: session.date })}
            onAdd={(date) => setSide({ kind: 'session', session: null, date })}
          />
        )}
      </QueryView>
      <AdherenceCard today={today} competencyId={competencyId} nameOf={nameOf} />
      {side?.kind === 'plan' ? (
        <PlanDrawer
          today={today}
          competencyId={competencyId}
          competencies={competencies}
          onClose={() => setSide(null)}
        />
      ) : null}
      {side?.kind === 'session' ? (
        <SessionDrawer
          key={side.session?.id ?? side.date}
          session={side.session}
          date={side.date}
          competencyId={competencyId}
          competencies={competencies}
          onClose={() => setSide(null)}
        />
      ) : null}
    </Page>
  );
}
