import { Button } from '@mantine/core';
import { IconCalendarDown, IconCalendarPlus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedSession } from '#shared/contract/plan.ts';
import { shiftDay } from '#shared/domain/planning/phases.ts';
import { Allowed, OfCompetency } from '../../../client/Allowed.tsx';
import { useClient } from '../../../client/clientContext.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useToday } from '../../../i18n/useToday.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { notify } from '../../../ui/notify.ts';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { saveFile } from '../../../ui/saveFile.ts';
import { PrintButtons } from '../../../ui/print/PrintButtons.tsx';
import { spanOf } from '../calendarDays.ts';
import { usePlanStore } from '../plan.store.ts';
import { useCompetencyChoices } from '../useCompetencyChoices.ts';
import type { CompetencyChoice } from '../useCompetencyChoices.ts';
import { AbsencesCard } from './AbsencesCard.tsx';
import { AdherenceCard } from './AdherenceCard.tsx';
import { Calendar } from './Calendar.tsx';
import { CalendarToolbar } from './CalendarToolbar.tsx';
import { OccupancyCard } from './OccupancyCard.tsx';
import styles from './Plan.module.css';
import { PlanDrawer } from './PlanDrawer.tsx';
import { PlansCard } from './PlansCard.tsx';
import { SessionDrawer } from './SessionDrawer.tsx';
import { TemplatesCard } from './TemplatesCard.tsx';
import { WeeklyHoursCard } from './WeeklyHoursCard.tsx';

/** Days before and after today that go into the calendar file: what was agreed lately, and the whole way ahead. */
const EXPORTED_BACK = 30;
const EXPORTED_AHEAD = 365;

/** What is open at the side. */
type Side = { kind: 'plan' } | { kind: 'session'; session: PlannedSession | null; date: string } | null;

/** Hands planned sessions over as a calendar file. */
function useCalendarFile(): (span: { from: string; to: string; competencyId?: string }) => void {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  return (span) => {
    client
      .call('plan.exportCalendar', { ...span, language })
      .then(({ fileName, content }) => saveFile(new Blob([content], { type: 'text/calendar' }), fileName))
      .catch((error: unknown) => notify({ tone: 'bad', message: errorSentence(t, error) }));
  };
}

interface SidePanelProps {
  side: Side;
  today: string;
  competencies: readonly CompetencyChoice[];
  onClose: () => void;
}

function SidePanel({ side, today, competencies, onClose }: SidePanelProps): ReactNode {
  const { competencyId } = usePlanStore();
  const common = { competencyId, competencies, onClose };
  if (side === null) return null;
  return side.kind === 'plan' ? (
    <PlanDrawer today={today} {...common} />
  ) : (
    <OfCompetency id={side.session?.competencyId ?? null} key={side.session?.id ?? side.date}>
      <SessionDrawer session={side.session} date={side.date} {...common} />
    </OfCompetency>
  );
}

interface PlanningProps {
  today: string;
  competencies: readonly CompetencyChoice[];
  onSide: (side: Side) => void;
}

/** The calendar with what surrounds it. */
function Planning({ today, competencies, onSide }: PlanningProps): ReactNode {
  const { view, competencyId } = usePlanStore();
  const [day, setDay] = useState(today);
  const span = spanOf(view, day);
  const input = { ...span, ...(competencyId === null ? {} : { competencyId }) };
  const calendar = useRouteQuery('plan.calendar', input, { keepPrevious: true });
  const nameOf = (id: string): string => competencies.find((one) => one.value === id)?.label ?? '';
  return (
    <>
      <CalendarToolbar
        day={day}
        today={today}
        count={calendar.data?.sessions.length ?? 0}
        competencies={competencies}
        onDay={setDay}
      />
      <QueryView query={calendar}>
        {(data) => (
          <Calendar
            view={view}
            day={day}
            today={today}
            span={span}
            data={data}
            nameOf={nameOf}
            onEdit={(session) => onSide({ kind: 'session', session, date: session.date })}
            onAdd={(date) => onSide({ kind: 'session', session: null, date })}
          />
        )}
      </QueryView>
      <div className={styles['below']}>
        <AdherenceCard today={today} competencyId={competencyId} nameOf={nameOf} />
        <OccupancyCard day={day} nameOf={nameOf} />
        <AbsencesCard today={today} competencyId={competencyId} />
        <WeeklyHoursCard competencyId={competencyId} />
        <TemplatesCard />
      </div>
    </>
  );
}

function NothingPlanned({ onSide }: Pick<PlanningProps, 'onSide'>): ReactNode {
  const { t } = useTranslation();
  const openSample = useCommand('sample.open');
  const isSample = useRouteQuery('app.getStatus', {}).data?.sample ?? true;
  return (
    <EmptyState
      icon={IconCalendarPlus}
      title={t('plan:empty.title')}
      text={t('plan:empty.text')}
      primary={
        <Allowed command="plan.create">
          <Button onClick={() => onSide({ kind: 'plan' })}>{t('plan:create.open')}</Button>
        </Allowed>
      }
      secondary={
        isSample ? null : (
          <Allowed command="sample.open">
            <Button variant="default" loading={openSample.isPending} onClick={() => openSample.mutate({})}>
              {t('plan:empty.sample')}
            </Button>
          </Allowed>
        )
      }
    />
  );
}

/** The way to the championship: the calendar, the plans, and what became of them. */
export function PlanPage(): ReactNode {
  const { t } = useTranslation();
  const { competencyId } = usePlanStore();
  const today = useToday();
  const [side, setSide] = useState<Side>(null);
  const competencies = useCompetencyChoices();
  const plans = useRouteQuery('plan.list', competencyId === null ? {} : { competencyId });
  const exportCalendar = useCalendarFile();
  const nameOf = (id: string): string => competencies.find((one) => one.value === id)?.label ?? '';
  return (
    <Page kind="wide">
      <PageHeader
        title={t('nav:plan')}
        hint={t('plan:hint')}
        actions={
          <>
            <PrintButtons title={t('nav:plan')} isQuiet />
            <Button
              variant="default"
              leftSection={<IconCalendarDown size={16} aria-hidden />}
              onClick={() =>
                exportCalendar({
                  from: shiftDay(today, -EXPORTED_BACK),
                  to: shiftDay(today, EXPORTED_AHEAD),
                  ...(competencyId === null ? {} : { competencyId }),
                })
              }
            >
              {t('plan:export')}
            </Button>
            <Allowed command="plan.createSession">
              <Button
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => setSide({ kind: 'session', session: null, date: today })}
              >
                {t('plan:session.add')}
              </Button>
            </Allowed>
          </>
        }
      />
      <QueryView query={plans}>
        {(answer) => (
          <>
            {answer.plans.length === 0 ? (
              <NothingPlanned onSide={setSide} />
            ) : (
              <PlansCard
                plans={answer.plans}
                today={today}
                nameOf={nameOf}
                competencies={competencies}
                onAdd={() => setSide({ kind: 'plan' })}
              />
            )}
            <Planning today={today} competencies={competencies} onSide={setSide} />
          </>
        )}
      </QueryView>
      <SidePanel side={side} today={today} competencies={competencies} onClose={() => setSide(null)} />
    </Page>
  );
}
