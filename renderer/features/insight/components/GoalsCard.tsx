import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconSparkles, IconTargetArrow, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { GoalRow } from '#shared/contract/goals.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { fullName } from '../../../i18n/names.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { goalStanding, goalTitle } from '../goalSentences.ts';
import { GoalDrawer } from './GoalDrawer.tsx';
import styles from './Insight.module.css';

const LOOKS = {
  open: { tone: 'info', icon: IconTargetArrow },
  reached: { tone: 'good', icon: IconSparkles },
  missed: { tone: 'warn', icon: IconX },
} as const;

interface GoalLineProps {
  goal: GoalRow;
  /** Whether the student is named: where goals of several stand together. */
  isNamed: boolean;
  onEdit?: () => void;
}

function GoalLine({ goal, isNamed, onEdit }: GoalLineProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const { tone, icon: StateIcon } = LOOKS[goal.state];
  const title = goalTitle({ t, language }, goal);
  return (
    <li className={styles['goal']} data-state={goal.state}>
      <StatusBadge tone={tone}>
        <StateIcon size={13} aria-hidden />
        {t(`insight:goal.state.${goal.state}`)}
      </StatusBadge>
      <div className={styles['goalWords']}>
        <span className={styles['goalTitle']}>
          {isNamed ? (
            <Link href={`/insight/${goal.competencyId}/${goal.studentId}`}>{fullName(goal)}</Link>
          ) : null}
          {isNamed ? ' · ' : ''}
          {title}
        </span>
        <span className={styles['soft']}>
          {[
            t('insight:goal.until', { date: format.longDate(goal.dueDate) }),
            goalStanding({ t, language }, goal),
            goal.note,
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </div>
      {onEdit === undefined ? null : (
        <Allowed command="goals.update">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('insight:goal.edit', { goal: title })}
            onClick={onEdit}
          >
            <IconPencil size={17} aria-hidden />
          </ActionIcon>
        </Allowed>
      )}
    </li>
  );
}

interface GoalsCardProps {
  competencyId: string;
  studentId: string;
  championshipDay: string | null;
}

/** What a student works towards, by when, and how likely it is. */
export function GoalsCard({ competencyId, studentId, championshipDay }: GoalsCardProps): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<GoalRow | 'new' | null>(null);
  const query = useRouteQuery('goals.list', { competencyId, studentId });
  return (
    <Card
      title={t('insight:goal.title')}
      actions={
        <Allowed command="goals.add">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setOpened('new')}
          >
            {t('insight:goal.add')}
          </Button>
        </Allowed>
      }
    >
      <QueryView query={query}>
        {({ goals }) =>
          goals.length === 0 ? (
            <p className={styles['soft']}>{t('insight:goal.none')}</p>
          ) : (
            <ul className={styles['goals']}>
              {goals.map((goal) => (
                <GoalLine key={goal.id} goal={goal} isNamed={false} onEdit={() => setOpened(goal)} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {opened === null ? null : (
        <GoalDrawer
          goal={opened === 'new' ? null : opened}
          competencyId={competencyId}
          studentId={studentId}
          championshipDay={championshipDay}
          onClose={() => setOpened(null)}
        />
      )}
    </Card>
  );
}

/** Goals of a squad; absent while nobody has one. */
export function SquadGoalsCard({ competencyId }: { competencyId: string }): ReactNode {
  const { t } = useTranslation();
  const goals = useRouteQuery('goals.list', { competencyId }).data?.goals ?? [];
  if (goals.length === 0) return null;
  const reached = goals.filter((goal) => goal.state === 'reached').length;
  return (
    <Card title={t('insight:goal.squadTitle')}>
      <p className={styles['words']}>{t('insight:goal.squadWords', { reached, all: goals.length })}</p>
      <ul className={styles['goals']}>
        {goals.map((goal) => (
          <GoalLine key={goal.id} goal={goal} isNamed />
        ))}
      </ul>
    </Card>
  );
}
