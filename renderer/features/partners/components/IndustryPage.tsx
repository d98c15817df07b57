import { IconBriefcase } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { IndustryRow, InternshipRow } from '#shared/contract/partnerRecords.ts';
import { internshipMinutes } from '#shared/domain/partners/figures.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { Unbroken } from '../../../ui/Unbroken.tsx';
import type { GridColumn } from '../../../ui/gridTypes.ts';
import { PartnerTabs } from './PartnerTabs.tsx';
import { ToPartners } from './ToPartners.tsx';

/** Students one by one; of a squad that the person trains only how many. */
function Conflicts({ conflicts }: Pick<IndustryRow, 'conflicts'>): ReactNode {
  const { t } = useTranslation();
  const trained = conflicts.filter(({ why }) => why === 'trained').length;
  return (
    <>
      {conflicts.map(({ studentId, studentName, why }) =>
        why === 'trained' ? null : (
          <div key={studentId}>
            {studentName} · {t(`partners:conflict.${why}`)}
          </div>
        ),
      )}
      {trained === 0 ? null : <div>{t('partners:conflict.squad', { number: trained })}</div>}
    </>
  );
}

function usePeopleColumns(): readonly GridColumn<IndustryRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCompetencyName();
  return useMemo(
    () => [
      { id: 'name', header: t('partners:person.expert'), value: (row) => row.expertName },
      {
        id: 'partner',
        header: t('partners:field.partner'),
        value: (row) => row.partnerName,
        cell: (row) => <Link href={`/partners/${row.partnerId}`}>{row.partnerName}</Link>,
      },
      { id: 'role', header: t('partners:person.role'), value: (row) => t(`partners:role.${row.role}`) },
      {
        id: 'competencies',
        header: t('partners:field.competencies'),
        value: (row) => row.competencyIds.map(nameOf).join(', ') || null,
      },
      {
        id: 'availability',
        header: t('partners:person.availability'),
        value: (row) => row.availability[0]?.fromDate ?? null,
        cell: (row) =>
          row.availability.length === 0
            ? t('partners:person.byAppointment')
            : row.availability.map(({ fromDate, toDate }) => (
                <div key={`${fromDate} ${toDate}`}>
                  <Unbroken>{`${format.dayMonth(fromDate)} – ${format.dayMonth(toDate)}`}</Unbroken>
                </div>
              )),
      },
      {
        id: 'conflicts',
        header: t('partners:person.conflicts'),
        value: (row) => row.conflicts.length,
        cell: (row) => <Conflicts conflicts={row.conflicts} />,
      },
    ],
    [t, format, nameOf],
  );
}

function useInternshipColumns(): readonly GridColumn<InternshipRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCompetencyName();
  return useMemo(
    () => [
      {
        id: 'student',
        header: t('partners:internship.student'),
        value: (row) => row.studentName,
        cell: (row) => <Link href={`/events/portfolio/${row.studentId}`}>{row.studentName}</Link>,
      },
      {
        id: 'partner',
        header: t('partners:field.partner'),
        value: (row) => row.partnerName,
        cell: (row) => <Link href={`/partners/${row.partnerId}`}>{row.partnerName}</Link>,
      },
      {
        id: 'competency',
        header: t('partners:contribution.competency'),
        value: (row) => nameOf(row.competencyId) || null,
      },
      {
        id: 'dates',
        header: t('partners:internship.dates'),
        value: (row) => row.startDate,
        cell: (row) => `${format.day(row.startDate)} – ${format.day(row.endDate)}`,
      },
      {
        id: 'hours',
        header: t('partners:internship.hoursHead'),
        value: (row) => Math.round(internshipMinutes(row) / 60),
        align: 'end',
      },
      { id: 'mentor', header: t('partners:internship.mentor'), value: (row) => row.mentorName || null },
      {
        id: 'state',
        header: t('partners:internship.state'),
        value: (row) => row.state,
        cell: (row) => (
          <StatusBadge tone={row.state === 'done' ? 'good' : 'info'}>
            {t(`partners:internshipState.${row.state}`)}
          </StatusBadge>
        ),
      },
    ],
    [t, format, nameOf],
  );
}

/** Industry in training: mentors and judges of partners, and internships of candidates. */
export function IndustryPage(): ReactNode {
  const { t } = useTranslation();
  const people = useRouteQuery('partners.listPeople', {});
  const internships = useRouteQuery('partners.listInternships', {});
  const peopleColumns = usePeopleColumns();
  const internshipColumns = useInternshipColumns();
  return (
    <Page kind="wide">
      <PageHeader title={t('partners:tab.industry')} hint={t('partners:industry.hint')} />
      <PartnerTabs />
      <QueryView query={people}>
        {(peopleData) => (
          <QueryView query={internships}>
            {(internshipData) =>
              peopleData.people.length === 0 && internshipData.internships.length === 0 ? (
                <EmptyState
                  icon={IconBriefcase}
                  title={t('partners:industry.empty')}
                  text={t('partners:industry.emptyText')}
                  primary={<ToPartners />}
                />
              ) : (
                <>
                  <Card title={t('partners:person.title')}>
                    <PlainTable
                      label={t('partners:person.title')}
                      rows={peopleData.people}
                      columns={peopleColumns}
                      rowKey={(row) => row.id}
                      initialSort={{ id: 'name', descending: false }}
                    />
                  </Card>
                  <Card title={t('partners:internship.title')}>
                    <PlainTable
                      label={t('partners:internship.title')}
                      rows={internshipData.internships}
                      columns={internshipColumns}
                      rowKey={(row) => row.id}
                      initialSort={{ id: 'dates', descending: true }}
                    />
                  </Card>
                </>
              )
            }
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}
