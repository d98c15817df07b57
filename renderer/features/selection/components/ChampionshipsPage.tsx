import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconPlus, IconTrophy } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { ChampionshipRow } from '#shared/contract/championships.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { defaultConfig } from '#shared/domain/selection/defaultConfig.ts';
import { ChampionshipDrawer } from './ChampionshipDrawer.tsx';
import styles from './selection.module.css';

type Selections = RouteOutput<'selection.list'>['selections'];

interface CardProps {
  championship: ChampionshipRow;
  selections: Selections;
  onEdit: () => void;
}

function ChampionshipCard({ championship, selections, onEdit }: CardProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const create = useCommand('selection.create');
  const start = (): void =>
    create.mutate(
      {
        championshipId: championship.id,
        name: t('selection:newName', { number: selections.length + 1 }),
        scenarioName: t('selection:scenario.first'),
        config: defaultConfig(new Date().getFullYear()),
      },
      { onSuccess: ({ id }) => navigate(`/selection/${id}`) },
    );
  return (
    <Card
      title={championship.name}
      actions={
        <Allowed command="championships.update">
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPencil size={15} aria-hidden />}
            onClick={onEdit}
          >
            {t('common:action.edit')}
          </Button>
        </Allowed>
      }
    >
      <p className={styles['line']}>
        <StatusBadge tone="info">{t(`selection:stage.${championship.stage}`)}</StatusBadge>{' '}
        {championship.isMock ? <StatusBadge>{t('selection:championship.mock')}</StatusBadge> : null}{' '}
        {[format.longDate(championship.startDate), championship.place]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <p className={styles['soft']}>
        {t('selection:championship.counts', {
          competencies: championship.competencies.length,
          main: championship.competencies.reduce((sum, one) => sum + one.mainSeats * one.teamSize, 0),
          reserve: championship.competencies.reduce((sum, one) => sum + one.reserveSeats, 0),
        })}
      </p>
      <ul className={styles['links']}>
        {selections.map((selection) => (
          <li key={selection.id}>
            <Link href={`/selection/${selection.id}`}>{selection.name}</Link>{' '}
            <StatusBadge tone={selection.status === 'proposed' ? 'calm' : 'good'}>
              {t(`selection:status.${selection.status}`)}
            </StatusBadge>
          </li>
        ))}
      </ul>
      {championship.competencies.length === 0 ? (
        <p className={styles['soft']}>{t('selection:championship.needsCompetency')}</p>
      ) : null}
      <Allowed command="selection.create">
        <Button
          variant={selections.length === 0 ? 'filled' : 'default'}
          loading={create.isPending}
          disabled={championship.competencies.length === 0}
          onClick={start}
        >
          {t('selection:start')}
        </Button>
      </Allowed>
    </Card>
  );
}

/** Championships and the selections for them. */
export function ChampionshipsPage(): ReactNode {
  const { t } = useTranslation();
  const [isAdding, adding] = useDisclosure(false);
  const [edited, setEdited] = useState<ChampionshipRow | null>(null);
  const championships = useRouteQuery('championships.list', {});
  const selections = useRouteQuery('selection.list', {});
  const add = (
    <Allowed command="championships.create">
      <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={adding.open}>
        {t('selection:championship.add')}
      </Button>
    </Allowed>
  );
  return (
    <Page>
      <PageHeader title={t('nav:selection')} hint={t('selection:hint')} actions={add} />
      <QueryView query={championships}>
        {(answer) =>
          answer.championships.length === 0 ? (
            <EmptyState
              icon={IconTrophy}
              title={t('selection:empty.title')}
              text={t('selection:empty.text')}
              primary={add}
            />
          ) : (
            <div className={styles['stack']}>
              {answer.championships.map((championship) => (
                <ChampionshipCard
                  key={championship.id}
                  championship={championship}
                  selections={(selections.data?.selections ?? []).filter(
                    (one) => one.championshipId === championship.id,
                  )}
                  onEdit={() => setEdited(championship)}
                />
              ))}
            </div>
          )
        }
      </QueryView>
      {isAdding ? <ChampionshipDrawer championship={null} onClose={adding.close} /> : null}
      {edited ? <ChampionshipDrawer championship={edited} onClose={() => setEdited(null)} /> : null}
    </Page>
  );
}
