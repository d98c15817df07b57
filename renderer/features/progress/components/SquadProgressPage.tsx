import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { EditOnly } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { fullName, localized } from '../../../i18n/names.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { PrintButtons } from '../../../ui/print/PrintButtons.tsx';
import { useComparedProgress, useSquadProgress } from '../progress.queries.ts';
import type { SquadProgress } from '../progress.queries.ts';
import { useProgressStore } from '../progress.store.ts';
import { progressSentence } from '../progressSentence.ts';
import { toSquadSeries } from '../squadSeries.ts';
import { usePeriod } from '../usePeriod.ts';
import { NothingMarked } from './NothingMarked.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';
import { ProgressChartCard } from './ProgressChartCard.tsx';
import { SectionProfile } from './SectionProfile.tsx';
import { SquadStudents } from './SquadStudents.tsx';
import styles from './Progress.module.css';
import { TargetEditor } from './TargetEditor.tsx';

type Competency = RouteOutput<'competencies.get'>;

const NOBODY: readonly string[] = [];

function SquadTarget({ competency }: { competency: Competency }): ReactNode {
  const { t } = useTranslation();
  const setTarget = useCommand('competencies.setTarget');
  const { id, targetHundredths } = competency;
  return (
    <EditOnly command="competencies.setTarget">
      <TargetEditor
        label={t('progress:target.label')}
        hint={t('progress:target.hint')}
        shown={targetHundredths === null ? null : targetHundredths / 100}
        value={targetHundredths}
        onStore={(value) => setTarget.mutate({ id, targetHundredths: value })}
      />
    </EditOnly>
  );
}

/** Candidates without a single marked attempt. */
const countIdle = ({ students }: SquadProgress): number =>
  students.filter((one) => one.standing === 'squad' && one.attemptCount === 0).length;

interface SquadChartsProps {
  /** Name of the competency. */
  subject: string;
  competencyId: string;
  progress: SquadProgress;
}

function SquadCharts({ subject, competencyId, progress }: SquadChartsProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const { period, bounds, today } = usePeriod(`squad/${competencyId}`);
  const compared = useProgressStore((state) => state.compared[competencyId]) ?? NOBODY;
  const comparedProgress = useComparedProgress(competencyId, compared, bounds);
  const names = useMemo(
    () => new Map(progress.students.map((student) => [student.studentId, fullName(student)])),
    [progress.students],
  );
  const series = useMemo(
    () => toSquadSeries({ t, format, names }, progress, comparedProgress),
    [t, format, names, progress, comparedProgress],
  );
  // Within a part of the time, nobody can tell who has never practised.
  const idle = period.kind === 'all' ? countIdle(progress) : 0;
  return (
    <>
      <ProgressChartCard
        subject={subject}
        title={t('progress:squad.chartTitle')}
        sentence={progressSentence({ t, language }, progress, {
          targetBasis: 'latest',
          idleCandidates: idle,
          today,
        })}
        chart={progress}
        series={series}
        bounds={bounds}
        names={names}
      />
      <div className={styles['pair']}>
        <SectionProfile subject={subject} sections={progress.sections} target={progress.targetPercent} />
        <SquadStudents
          competencyId={competencyId}
          students={progress.students}
          names={names}
          compared={compared}
        />
      </div>
    </>
  );
}

function SquadView({ competency }: { competency: Competency }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { period, bounds, setPeriod } = usePeriod(`squad/${competency.id}`);
  const query = useSquadProgress(competency.id, bounds);
  const name = localized(competency.name, language);
  return (
    <Page kind="wide">
      <PageHeader
        title={name}
        back={{ href: '/progress', label: t('nav:progress') }}
        actions={
          <>
            <Button component={Link} href={`/competencies/${competency.id}`} variant="subtle">
              {t('progress:squad.toCompetency')}
            </Button>
            <PrintButtons title={`${t('nav:progress')} – ${name}`} isQuiet />
            <SquadTarget competency={competency} />
          </>
        }
      />
      <PeriodPicker period={period} onChange={setPeriod} />
      <QueryView query={query}>
        {(progress) =>
          progress.totalPoints === 0 ? (
            <NothingMarked of="squad" competencyId={competency.id} period={period} onPeriod={setPeriod} />
          ) : (
            <SquadCharts subject={name} competencyId={competency.id} progress={progress} />
          )
        }
      </QueryView>
    </Page>
  );
}

/** How the squad of a competency advances, which sections cost it marks, and where each student stands. */
export function SquadProgressPage({ competencyId }: { competencyId: string }): ReactNode {
  const query = useRouteQuery('competencies.get', { id: competencyId });
  return <QueryView query={query}>{(competency) => <SquadView competency={competency} />}</QueryView>;
}
