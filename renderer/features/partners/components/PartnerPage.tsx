import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconPrinter, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { PartnerRow } from '#shared/contract/partnerRecords.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import styles from '../partners.module.css';
import { AgreementsCard } from './AgreementsCard.tsx';
import { ContributionsCard } from './ContributionsCard.tsx';
import { InternshipsCard } from './InternshipsCard.tsx';
import { PartnerDrawer } from './PartnerDrawer.tsx';
import { PeopleCard } from './PeopleCard.tsx';
import { PromisesCard } from './PromisesCard.tsx';
import { Reminders } from './Reminders.tsx';
import { VisitsCard } from './VisitsCard.tsx';

function PartnerFacts({ partner }: { partner: PartnerRow }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCompetencyName();
  return (
    <>
      <Facts
        facts={[
          { term: t('partners:field.sector'), value: t(`partners:sector.${partner.sector}`) },
          { term: t('partners:field.state'), value: t(`partners:state.${partner.state}`) },
          { term: t('partners:field.region'), value: partner.region },
          { term: t('partners:field.address'), value: partner.address },
          { term: t('partners:field.bin'), value: partner.bin },
          { term: t('partners:field.website'), value: partner.website },
          { term: t('partners:field.competencies'), value: partner.competencyIds.map(nameOf).join(', ') },
          { term: t('partners:field.notes'), value: partner.notes },
        ]}
      />
      <ul className={styles['list']}>
        {partner.contacts.map((contact) => (
          <li key={`${contact.name}/${contact.phone}`} className={styles['item']}>
            <span className={styles['words']}>
              {contact.name}
              <span className={styles['soft']}>{contact.position}</span>
            </span>
            <span className={styles['side']}>
              {contact.phone === '' ? null : <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
              {contact.email === '' ? null : <a href={`mailto:${contact.email}`}>{contact.email}</a>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Partner({ view }: { view: RouteOutput<'partners.get'> }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isEditing, editing] = useDisclosure(false);
  const remove = useCommand('partners.remove', { offerUndo: true });
  const { partner } = view;
  return (
    <Page>
      <PageHeader
        title={partner.name}
        back={{ href: '/partners', label: t('nav:partners') }}
        actions={
          <>
            <Allowed command="partners.remove">
              <Button
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={16} aria-hidden />}
                loading={remove.isPending}
                onClick={() => remove.mutate({ id: partner.id }, { onSuccess: () => navigate('/partners') })}
              >
                {t('common:action.remove')}
              </Button>
            </Allowed>
            <Button
              component={Link}
              href={`/partners/${partner.id}/print`}
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
            >
              {t('partners:print.beforeMeeting')}
            </Button>
            <Allowed command="partners.save">
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
      <Reminders reminders={view.reminders} />
      <div className={styles['columns']}>
        <div className={styles['stack']}>
          <AgreementsCard partner={partner} agreements={view.agreements} visits={view.visits} />
          <VisitsCard partner={partner} visits={view.visits} />
          <PromisesCard partnerId={partner.id} visitId={null} tasks={view.tasks} />
        </div>
        <div className={styles['stack']}>
          <Card title={t('partners:partner.data')}>
            <PartnerFacts partner={partner} />
          </Card>
          <ContributionsCard view={view} />
          <PeopleCard partnerId={partner.id} people={view.people} />
          <InternshipsCard partnerId={partner.id} internships={view.internships} />
        </div>
      </div>
      {isEditing ? <PartnerDrawer partner={partner} onClose={editing.close} /> : null}
    </Page>
  );
}

/** One partner: agreements and obligations, visits, promises, what it gave, its people, internships. */
export function PartnerPage({ id }: { id: string }): ReactNode {
  const query = useRouteQuery('partners.get', { id });
  return <QueryView query={query}>{(view) => <Partner view={view} />}</QueryView>;
}
