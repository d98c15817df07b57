import { NumberInput, Switch, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptRow } from '#shared/contract/training.ts';
import { isWhole } from '#shared/domain/training/attemptTotals.ts';
import { useCommand } from '../../../client/queries.ts';
import { fullName } from '../../../i18n/names.ts';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';

interface AttemptDrawerProps {
  attempt: AttemptRow;
  onClose: () => void;
}

const MAX_MINUTES = 6000;

/** What is noted about an attempt besides its marks. */
export function AttemptDrawer({ attempt, onClose }: AttemptDrawerProps): ReactNode {
  const { t } = useTranslation();
  const update = useCommand('training.updateAttempt', { quiet: true });
  const remove = useCommand('training.removeAttempt', { offerUndo: true });
  const { markedCount, notAttemptedCount, scopeCount } = attempt;
  const isFilled = isWhole({ markedCount, notAttemptedCount, count: scopeCount });
  const form = useForm({
    initialValues: {
      isComplete: attempt.status === 'complete',
      durationMinutes: attempt.durationMinutes,
      notes: attempt.notes,
    },
    validate: { notes: fieldRules(t).text },
  });
  const submit = form.onSubmit(({ isComplete, durationMinutes, notes }) =>
    update.mutate(
      { id: attempt.id, status: isComplete ? 'complete' : 'draft', durationMinutes, notes },
      { onSuccess: onClose },
    ),
  );
  const left = scopeCount - markedCount - notAttemptedCount;
  return (
    <FormDrawer
      command="training.updateAttempt"
      history={<HistoryFold entity="attempts" record={attempt} />}
      opened
      title={fullName(attempt)}
      submitLabel={t('common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={update.isPending}
      error={update.error}
      onSubmit={submit}
      onClose={onClose}
      onRemove={() => remove.mutate({ id: attempt.id }, { onSuccess: onClose })}
    >
      <Switch
        label={t('training:attempt.completeLabel')}
        description={isFilled ? null : t('training:attempt.notFilled', { count: left })}
        disabled={!isFilled && !form.values.isComplete}
        {...form.getInputProps('isComplete', { type: 'checkbox' })}
      />
      <NumberInput
        label={t('training:field.durationAttempt')}
        min={1}
        max={MAX_MINUTES}
        step={5}
        allowDecimal={false}
        allowNegative={false}
        data-autofocus
        value={form.values.durationMinutes ?? ''}
        onChange={(value) => form.setFieldValue('durationMinutes', value === '' ? null : Number(value))}
      />
      <Textarea
        label={t('training:field.notes')}
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps('notes')}
      />
    </FormDrawer>
  );
}
