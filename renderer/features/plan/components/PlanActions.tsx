import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanRow } from '#shared/contract/plan.ts';
import { daysBetween } from '#shared/domain/planning/phases.ts';
import { useCommand } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { notify } from '../../../ui/notify.ts';
import type { CompetencyChoice } from '../useCompetencyChoices.ts';
import styles from './Plan.module.css';

/** What is done with a plan in a dialog. */
export type PlanAction = 'shift' | 'copy' | 'template';

interface PlanActionDialogProps {
  action: PlanAction;
  plan: PlanRow;
  competencies: readonly CompetencyChoice[];
  onClose: () => void;
}

interface Commands {
  isPending: boolean;
  error: unknown;
  run: (values: { title: string; date: string; competencyId: string }) => void;
}

function usePlanAction({ action, plan, onClose }: PlanActionDialogProps): Commands {
  const { t } = useTranslation();
  const shift = useCommand('plan.shift', { quiet: true, offerUndo: true });
  const copy = useCommand('plan.copy', { quiet: true, offerUndo: true });
  const template = useCommand('plan.saveTemplate', { quiet: true });
  const { id } = plan;
  return {
    isPending: shift.isPending || copy.isPending || template.isPending,
    error: shift.error ?? copy.error ?? template.error,
    run: ({ title, date, competencyId }) => {
      if (action === 'shift') shift.mutate({ id, championshipDate: date }, { onSuccess: onClose });
      else if (action === 'copy')
        copy.mutate({ id, competencyId, championshipDate: date, title }, { onSuccess: onClose });
      else {
        const onSuccess = (): void => {
          notify({ tone: 'good', message: t('plan:template.saved', { title }) });
          onClose();
        };
        template.mutate({ planId: id, title }, { onSuccess });
      }
    },
  };
}

/** Shifts a plan to another day, copies it to a competency, or keeps it as a template. */
export function PlanActionDialog(props: PlanActionDialogProps): ReactNode {
  const { action, plan, competencies, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [title, setTitle] = useState(plan.title);
  const [date, setDate] = useState<string | null>(plan.championshipDate);
  const [competencyId, setCompetency] = useState<string | null>(plan.competencyId);
  const command = usePlanAction(props);
  const isNamed = action !== 'shift';
  const days = date === null ? 0 : daysBetween(plan.championshipDate, date);
  const isReady = date !== null && competencyId !== null && title.trim() !== '';
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (date !== null && competencyId !== null && isReady)
      command.run({ title: title.trim(), date, competencyId });
  };
  return (
    <Modal opened onClose={onClose} title={t(`plan:action.${action}.title`)} centered>
      <form className={styles['dialog']} onSubmit={submit}>
        <p className={styles['planWords']}>{t(`plan:action.${action}.hint`)}</p>
        {action === 'copy' ? (
          <Select
            label={t('plan:field.competency')}
            data={competencies}
            value={competencyId}
            onChange={setCompetency}
            searchable
            openOnFocus={false}
          />
        ) : null}
        {isNamed ? (
          <TextInput
            label={t('plan:field.title')}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        ) : null}
        {action === 'template' ? null : (
          <DateField label={t('plan:field.championshipDate')} value={date} onChange={setDate} />
        )}
        {action === 'shift' && days !== 0 ? (
          <p className={styles['planWords']}>
            {t(days > 0 ? 'plan:action.later' : 'plan:action.earlier', {
              days: format.number(Math.abs(days)),
            })}
          </p>
        ) : null}
        {command.error === null ? null : (
          <p className={styles['problem']} role="alert">
            {errorSentence(t, command.error)}
          </p>
        )}
        <div className={styles['dialogFoot']}>
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={command.isPending} disabled={!isReady}>
            {t(`plan:action.${action}.submit`)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
