import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDots, IconFlag } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedPlan, PlanRow } from '#shared/contract/plan.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { daysBetween } from '#shared/domain/planning/phases.ts';
import { Allowed, OfCompetency } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import type { CompetencyChoice } from '../useCompetencyChoices.ts';
import styles from './Plan.module.css';
import { PlanActionDialog } from './PlanActions.tsx';
import type { PlanAction } from './PlanActions.tsx';
import { PlanEditor } from './PlanEditor.tsx';

interface PlanLineProps {
  plan: ListedPlan;
  today: string;
  competencyName: string;
  competencies: readonly CompetencyChoice[];
}

type Plan = RouteOutput<'plan.get'>;

function Phases({ plan }: { plan: Plan }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = (phase: Plan['phases'][number]): string =>
    [
      `${format.date(phase.startDate)} – ${format.date(phase.endDate)}`,
      phase.sectionNumbers.length === 0
        ? ''
        : t('plan:plan.sections', { list: phase.sectionNumbers.join(', ') }),
      phase.focus,
    ]
      .filter((part) => part !== '')
      .join('; ');
  return (
    <div className={styles['phases']}>
      {plan.phases.map((phase) => (
        <div
          key={phase.id}
          className={styles['phase']}
          data-kind={phase.kind}
          style={{ flex: `${daysBetween(phase.startDate, phase.endDate) + 1} 1 0` }}
          title={wordsOf(phase)}
        >
          {t(`plan:phase.${phase.kind}`)}
          <br />
          {t('plan:hoursAWeek', { hours: format.number(phase.weeklyMinutes / 60, 1) })}
        </div>
      ))}
    </div>
  );
}

function Milestones({ plan, today }: { plan: Plan; today: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (plan.milestones.length === 0) return null;
  return (
    <ul className={styles['milestones']} aria-label={t('plan:editor.milestones')}>
      {plan.milestones.map((one) => (
        <li key={one.id}>
          {one.date < today ? (
            <IconCheck size={14} aria-label={t('plan:plan.past')} />
          ) : (
            <IconFlag size={14} aria-hidden />
          )}
          {`${format.dayMonth(one.date)}: ${one.title}`}
          {one.targetHundredths === null ? null : `, ${format.percent(one.targetHundredths / 100, 0)}`}
        </li>
      ))}
    </ul>
  );
}

type Opened = PlanAction | 'edit' | null;

function PlanMenu({ plan, onOpen }: { plan: PlanRow; onOpen: (opened: Opened) => void }): ReactNode {
  const { t } = useTranslation();
  const remove = useCommand('plan.remove', { offerUndo: true });
  return (
    <Allowed command="plan.edit">
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t('plan:plan.menu', { title: plan.title })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onOpen('edit')}>{t('plan:editor.open')}</Menu.Item>
          <Menu.Item onClick={() => onOpen('shift')}>{t('plan:action.shift.open')}</Menu.Item>
          <Menu.Item onClick={() => onOpen('copy')}>{t('plan:action.copy.open')}</Menu.Item>
          <Menu.Item onClick={() => onOpen('template')}>{t('plan:action.template.open')}</Menu.Item>
          <Menu.Item color="red" onClick={() => remove.mutate({ id: plan.id })}>
            {t('common:action.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Allowed>
  );
}

function Clashes({ plan: { clashes } }: { plan: ListedPlan }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (clashes.firstDate === null) return null;
  return (
    <p className={styles['planWarning']}>
      <IconAlertTriangle size={12} aria-hidden />
      {t('plan:plan.clashes', { number: clashes.sessionCount, date: format.dayMonth(clashes.firstDate) })}
    </p>
  );
}

function PlanLine({ plan, today, competencyName, competencies }: PlanLineProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const left = daysBetween(today, plan.championshipDate);
  const [opened, setOpened] = useState<Opened>(null);
  const whole = useRouteQuery('plan.get', { id: plan.id }).data;
  const close = (): void => setOpened(null);
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
        <PlanMenu plan={plan} onOpen={setOpened} />
      </div>
      <Clashes plan={plan} />
      {whole === undefined ? null : (
        <>
          <Phases plan={whole} />
          <Milestones plan={whole} today={today} />
        </>
      )}
      {opened === 'edit' && whole !== undefined ? <PlanEditor plan={whole} onClose={close} /> : null}
      {opened === null || opened === 'edit' ? null : (
        <PlanActionDialog action={opened} plan={plan} competencies={competencies} onClose={close} />
      )}
    </div>
  );
}

interface PlansCardProps {
  plans: readonly ListedPlan[];
  today: string;
  nameOf: (competencyId: string) => string;
  competencies: readonly CompetencyChoice[];
  onAdd: () => void;
}

/** The plans with their phases and what is left of the time. */
export function PlansCard({ plans, today, nameOf, competencies, onAdd }: PlansCardProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Card
      title={t('plan:plan.title')}
      actions={
        <Allowed command="plan.create">
          <Button variant="default" onClick={onAdd}>
            {t('plan:create.open')}
          </Button>
        </Allowed>
      }
    >
      <div className={styles['plans']}>
        {plans.map((plan) => (
          <OfCompetency id={plan.competencyId} key={plan.id}>
            <PlanLine
              plan={plan}
              today={today}
              competencyName={nameOf(plan.competencyId)}
              competencies={competencies}
            />
          </OfCompetency>
        ))}
      </div>
    </Card>
  );
}
