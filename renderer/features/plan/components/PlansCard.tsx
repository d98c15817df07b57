import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRow } from '#shared/contract/plan.ts';
import { daysBetween, shiftDay } from '#shared/domain/planning/phases.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import styles from './Plan.module.css';

interface PlanLineProps {
  plan: PlanRow;
  today: string;
  competencyName: string;
}

function Phases({ planId }: { planId: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const phases = useRouteQuery('plan.get', { id: planId }).data?.phases ?? [];
  return (
    <div className={styles['phases']}>
      {phases.map((phase) => (
        <div
          key={phase.id}
          className={styles['phase']}
          data-kind={phase.kind}
          style={{ flex: `${daysBetween(phase.startDate, phase.endDate) + 1} 1 0` }}
          title={`${format.date(phase.startDate)} – ${format.date(phase.endDate)}`}
        >
          {t(`plan:phase.${phase.kind}`)}
          <br />
          {t('plan:hoursAWeek', { hours: format.number(phase.weeklyMinutes / 60, 1) })}
        </div>
      ))}
    </div>
  );
}

function PlanMenu({ plan }: { plan: PlanRow }): ReactNode {
  const { t } = useTranslation();
  const shift = useCommand('plan.shift', { offerUndo: true });
  const template = useCommand('plan.saveTemplate', { offerUndo: true });
  const remove = useCommand('plan.remove', { offerUndo: true });
  const move = (days: number): void =>
    shift.mutate({ id: plan.id, championshipDate: shiftDay(plan.championshipDate, days) });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t('plan:plan.menu', { title: plan.title })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => move(7)}>{t('plan:plan.weekLater')}</Menu.Item>
        <Menu.Item onClick={() => move(-7)}>{t('plan:plan.weekEarlier')}</Menu.Item>
        <Menu.Item onClick={() => template.mutate({ planId: plan.id, title: plan.title })}>
          {t('plan:plan.saveTemplate')}
        </Menu.Item>
        <Menu.Item color="red" onClick={() => remove.mutate({ id: plan.id })}>
          {t('common:action.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function PlanLine({ plan, today, competencyName }: PlanLineProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const left = daysBetween(today, plan.championshipDate);
  return (
    <div>
      <div className={styles['planHead']}>
        <div>
          <h3 className={styles['planTitle']}>{plan.title}</h3>
          <p className={styles['planWords']}>
            {[
              competencyName,
              format.longDate(plan.championshipDate),
              left >= 0 ? t('plan:plan.daysLeft', { count: left }) : t('plan:plan.over'),
              t('plan:plan.held', { done: plan.doneCount, all: plan.sessionCount }),
            ].join(' · ')}
          </p>
        </div>
        <PlanMenu plan={plan} />
      </div>
      <Phases planId={plan.id} />
    </div>
  );
}

interface PlansCardProps {
  plans: readonly PlanRow[];
  today: string;
  nameOf: (competencyId: string) => string;
  onAdd: () => void;
}

/** The plans with their phases and what is left of the time. */
export function PlansCard({ plans, today, nameOf, onAdd }: PlansCardProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Card
      title={t('plan:plan.title')}
      actions={
        <Button variant="default" onClick={onAdd}>
          {t('plan:create.open')}
        </Button>
      }
    >
      {plans.length === 0 ? (
        <p className={styles['planWords']}>{t('plan:plan.none')}</p>
      ) : (
        <div className={styles['plans']}>
          {plans.map((plan) => (
            <PlanLine key={plan.id} plan={plan} today={today} competencyName={nameOf(plan.competencyId)} />
          ))}
        </div>
      )}
    </Card>
  );
}
