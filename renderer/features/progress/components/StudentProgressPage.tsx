import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { EditOnly } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { fullName, localized } from '../../../i18n/names.ts';
import { nextActionWords } from '../../../i18n/nextActionWords.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { PrintButtons } from '../../../ui/print/PrintButtons.tsx';
import { useStudentProgress } from '../progress.queries.ts';
import type { StudentProgress } from '../progress.queries.ts';
import { progressSentence } from '../progressSentence.ts';
import { toStudentSeries } from '../squadSeries.ts';
import { usePeriod } from '../usePeriod.ts';
import { AttemptList } from './AttemptList.tsx';
import { NothingMarked } from './NothingMarked.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';
import { ProgressChartCard } from './ProgressChartCard.tsx';
import { SectionProfile } from './SectionProfile.tsx';
import styles from './Progress.module.css';
import { TargetEditor } from './TargetEditor.tsx';

interface StudentProgressPageProps {
  competencyId: string;
  studentId: string;
}

type Student = RouteOutput<'people.getStudent'>;

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** The student's own target; only for those in the squad, for it is kept with the candidate. */
function OwnTarget({ competencyId, studentId }: StudentProgressPageProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const update = useCommand('competencies.updateCandidate');
  const squad = useRouteQuery('competencies.listCandidates', { competencyId });
  const competency = useRouteQuery('competencies.get', { id: competencyId });
  const candidate = squad.data?.candidates.find((one) => one.studentId === studentId);
  if (!candidate || !competency.data) return null;
  const common = competency.data.targetHundredths;
  const holds = candidate.targetHundredths ?? common;
  return (
    <EditOnly command="competencies.updateCandidate">
      <TargetEditor
        label={t('progress:target.ownLabel')}
        hint={
          common === null
            ? t('progress:target.ownHintNone')
            : t('progress:target.ownHint', { value: format.percent(common / 100, 2) })
        }
        shown={holds === null ? null : holds / 100}
        value={candidate.targetHundredths}
        onStore={(targetHundredths) => {
          const { id, status, notes } = candidate;
          update.mutate({ id, status, notes, targetHundredths });
        }}
      />
    </EditOnly>
  );
}

interface StudentChartsProps {
  /** Names of the student and of the competency. */
  subject: string;
  competencyId: string;
  studentId: string;
  progress: StudentProgress;
}

/** What to do next, as readiness says it too; empty until it is known. */
function useNextAction(competencyId: string, studentId: string): string {
  const { t } = useTranslation();
  const language = useLanguage();
  const next = useRouteQuery('insight.student', { competencyId, studentId }).data?.next;
  if (next === undefined) return '';
  const { action, reason } = nextActionWords({ t, language }, next);
  return t('progress:story.action', { action, reason });
}

function StudentCharts({ subject, competencyId, studentId, progress }: StudentChartsProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const { bounds, today } = usePeriod(`student/${competencyId}`);
  const next = useNextAction(competencyId, studentId);
  const series = useMemo(
    () => toStudentSeries({ t, format, names: NO_NAMES }, progress),
    [t, format, progress],
  );
  return (
    <>
      <ProgressChartCard
        subject={subject}
        title={t('progress:student.chartTitle')}
        sentence={progressSentence({ t, language }, progress, { targetBasis: 'line', today, next })}
        chart={progress}
        series={series}
        bounds={bounds}
        names={null}
      />
      <div className={styles['pair']}>
        <SectionProfile subject={subject} sections={progress.sections} target={progress.targetPercent} />
        <AttemptList points={progress.points} />
      </div>
    </>
  );
}

function StudentView({ student, competencyId }: { student: Student; competencyId: string }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { period, bounds, setPeriod } = usePeriod(`student/${competencyId}`);
  const query = useStudentProgress({ competencyId, studentId: student.id }, bounds);
  const competency = useRouteQuery('competencies.get', { id: competencyId });
  const squadName = competency.data ? localized(competency.data.name, language) : t('nav:progress');
  return (
    <Page kind="wide">
      <PageHeader
        title={fullName(student)}
        back={{ href: `/progress/${competencyId}`, label: squadName }}
        actions={
          <>
            <Button component={Link} href={`/students/${student.id}`} variant="subtle">
              {t('progress:student.toStudent')}
            </Button>
            <PrintButtons title={`${t('nav:progress')} – ${fullName(student)}, ${squadName}`} isQuiet />
            <OwnTarget competencyId={competencyId} studentId={student.id} />
          </>
        }
      />
      <PeriodPicker period={period} onChange={setPeriod} />
      <QueryView query={query}>
        {(progress) =>
          progress.totalPoints === 0 ? (
            <NothingMarked of="student" competencyId={competencyId} period={period} onPeriod={setPeriod} />
          ) : (
            <StudentCharts
              subject={`${fullName(student)}, ${squadName}`}
              competencyId={competencyId}
              studentId={student.id}
              progress={progress}
            />
          )
        }
      </QueryView>
    </Page>
  );
}

/** How one student advances in a competency. */
export function StudentProgressPage({ competencyId, studentId }: StudentProgressPageProps): ReactNode {
  const query = useRouteQuery('people.getStudent', { id: studentId });
  return (
    <QueryView query={query}>
      {(student) => <StudentView student={student} competencyId={competencyId} />}
    </QueryView>
  );
}
