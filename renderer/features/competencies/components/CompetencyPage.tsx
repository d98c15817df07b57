import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChartLine, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { Allowed, OfCompetency, Readable } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { localized } from '../../../i18n/names.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useGoneRedirect } from '../../../client/useGoneRedirect.ts';
import type { Competency } from '../competencies.queries.ts';
import { CompetencyFacts } from './CompetencyFacts.tsx';
import styles from './CompetencyPage.module.css';
import { OwnCompetencyDrawer } from './OwnCompetencyDrawer.tsx';
import { SectionsTable } from './SectionsTable.tsx';
import { SquadCard } from './SquadCard.tsx';

function OwnActions({ competency }: { competency: Competency }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [isEditing, editing] = useDisclosure(false);
  const remove = useCommand('competencies.removeOwn', { offerUndo: true });
  return (
    <>
      <Allowed command="competencies.removeOwn">
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          loading={remove.isPending}
          onClick={() => remove.mutate({ id: competency.id }, { onSuccess: () => navigate('/competencies') })}
        >
          {t('common:action.remove')}
        </Button>
      </Allowed>
      <Allowed command="competencies.updateOwn">
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={editing.open}>
          {t('common:action.edit')}
        </Button>
      </Allowed>
      {isEditing ? <OwnCompetencyDrawer competency={competency} onClose={editing.close} /> : null}
    </>
  );
}

function CompetencyView({ competency }: { competency: Competency }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Page>
      <PageHeader
        title={localized(competency.name, language)}
        back={{ href: '/competencies', label: t('nav:competencies') }}
        actions={
          <>
            {competency.kind === 'own' ? <OwnActions competency={competency} /> : null}
            <Readable permission="progress.read">
              <Button
                component={Link}
                href={`/progress/${competency.id}`}
                variant="default"
                leftSection={<IconChartLine size={16} aria-hidden />}
              >
                {t('competencies:squad.progress')}
              </Button>
            </Readable>
          </>
        }
      />
      <div className={styles['columns']}>
        <OfCompetency id={competency.id}>
          <SquadCard competency={competency} />
        </OfCompetency>
        <div className={styles['side']}>
          <Card title={t('competencies:about')}>
            <CompetencyFacts competency={competency} />
            <HistoryFold entity="competencies" record={competency} />
          </Card>
          <Card title={t('competencies:sections.title')}>
            <SectionsTable sections={competency.sections} />
          </Card>
        </div>
      </div>
    </Page>
  );
}

/** One competency: its squad, its target and its standard. */
export function CompetencyPage({ id }: { id: string }): ReactNode {
  const query = useRouteQuery('competencies.get', { id });
  useGoneRedirect(query, '/competencies');
  return <QueryView query={query}>{(competency) => <CompetencyView competency={competency} />}</QueryView>;
}
