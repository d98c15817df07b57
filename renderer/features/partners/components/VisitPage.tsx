import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Attachments } from '../../../attachments/Attachments.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import styles from '../partners.module.css';
import { PromisesCard } from './PromisesCard.tsx';
import { VisitBadge } from './VisitBadge.tsx';
import { VisitDrawer } from './VisitDrawer.tsx';
import { VisitThread } from './VisitThread.tsx';

type View = RouteOutput<'partners.getVisit'>;

function VisitFacts({ view }: { view: View }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCompetencyName();
  const { visit } = view;
  const when = [format.longDate(visit.date), visit.startTime].filter((part) => part !== '').join(', ');
  return (
    <Facts
      facts={[
        {
          term: t('partners:field.partner'),
          value: <Link href={`/partners/${visit.partnerId}`}>{visit.partnerName}</Link>,
        },
        { term: t('partners:visit.direction'), value: t(`partners:direction.${visit.direction}`) },
        { term: t('partners:visit.state'), value: <VisitBadge visit={visit} /> },
        { term: t('partners:visit.date'), value: when },
        { term: t('partners:visit.place'), value: visit.place },
        {
          term: t('partners:visit.delegation'),
          value: visit.delegation
            .map(({ name, position }) => [name, position].filter((part) => part !== '').join(', '))
            .join('\n'),
        },
        { term: t('partners:visit.workshops'), value: visit.workshops.join(', ') },
        { term: t('partners:field.competencies'), value: visit.competencyIds.map(nameOf).join(', ') },
        { term: t('partners:visit.students'), value: view.studentNames.join(', ') },
        { term: t('partners:visit.experts'), value: view.expertNames.join(', ') },
      ]}
    />
  );
}

function VisitView({ view }: { view: View }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isEditing, editing] = useDisclosure(false);
  const { visit } = view;
  return (
    <Page>
      <PageHeader
        title={visit.subject}
        back={{ href: '/partners/visits', label: t('partners:tab.visits') }}
        actions={
          <>
            <Button
              component={Link}
              href={`/partners/visits/${visit.id}/print`}
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
            >
              {t('partners:print.protocol')}
            </Button>
            <Allowed command="partners.saveVisit">
              <Button
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={editing.open}
              >
                {t('common:action.edit')}
              </Button>
            </Allowed>
          </>
        }
      />
      <div className={styles['columns']}>
        <div className={styles['stack']}>
          <Card title={t('partners:visit.data')}>
            <VisitFacts view={view} />
          </Card>
          {visit.programme.length === 0 ? null : (
            <Card title={t('partners:visit.programme')}>
              <ul className={styles['list']}>
                {visit.programme.map((one) => (
                  <li key={`${one.time} ${one.what}`} className={styles['item']}>
                    <span className={styles['words']}>{one.what}</span>
                    <span className={styles['soft']}>{one.time}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <Card title={t('partners:visit.said')}>
            {visit.said === '' && visit.outcome === '' ? (
              <p className={styles['hint']}>{t('partners:visit.saidNone')}</p>
            ) : (
              <>
                <p className={styles['said']}>{visit.said}</p>
                {visit.outcome === '' ? null : (
                  <p className={styles['said']}>
                    <strong>{t('partners:visit.outcome')}:</strong> {visit.outcome}
                  </p>
                )}
              </>
            )}
          </Card>
        </div>
        <div className={styles['stack']}>
          <PromisesCard partnerId={visit.partnerId} visitId={visit.id} tasks={view.tasks} />
          <VisitThread view={view} />
          <Card title={t('partners:visit.photos')}>
            <Attachments entity="visits" ownerId={visit.id} />
          </Card>
        </div>
      </div>
      {isEditing ? (
        <VisitDrawer
          visit={visit}
          partnerId={visit.partnerId}
          onClose={editing.close}
          onRemoved={() => navigate('/partners/visits')}
        />
      ) : null}
    </Page>
  );
}

/** One visit: programme, who met whom, what was said, what was promised, what followed. */
export function VisitPage({ id }: { id: string }): ReactNode {
  const query = useRouteQuery('partners.getVisit', { id });
  return <QueryView query={query}>{(view) => <VisitView view={view} />}</QueryView>;
}
