import { ActionIcon, Button, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { planPhaseKinds } from '#shared/contract/plan.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useDraft } from '../../../client/useDraft.ts';
import { localized } from '../../../i18n/names.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { nextPhase, planDraft, planInput, wrongRows } from '../planForm.ts';
import type { MilestoneDraft, PhaseDraft, PlanDraft } from '../planForm.ts';
import styles from './PlanEditor.module.css';

interface RowProps<T> {
  value: T;
  isWrong: boolean;
  onChange: (part: Partial<T>) => void;
  onRemove: () => void;
}

function PhaseFields(
  props: RowProps<PhaseDraft> & { sections: { value: string; label: string }[] },
): ReactNode {
  const { value, isWrong, onChange, onRemove, sections } = props;
  const { t } = useTranslation();
  return (
    <fieldset className={styles['row']} data-wrong={isWrong || undefined}>
      <legend className={styles['legend']}>{t(`plan:phase.${value.kind}`)}</legend>
      <div className={styles['fields']}>
        <Select
          label={t('plan:editor.kind')}
          data={planPhaseKinds.map((kind) => ({ value: kind, label: t(`plan:phase.${kind}`) }))}
          value={value.kind}
          onChange={(kind) => kind !== null && onChange({ kind })}
          allowDeselect={false}
        />
        <DateField
          label={t('plan:editor.from')}
          value={value.startDate}
          onChange={(startDate) => onChange({ startDate })}
        />
        <DateField
          label={t('plan:editor.to')}
          value={value.endDate}
          onChange={(endDate) => onChange({ endDate })}
        />
        <NumberInput
          label={t('plan:field.weeklyHours')}
          min={0}
          max={100}
          step={0.5}
          value={value.weeklyHours}
          onChange={(weeklyHours) => onChange({ weeklyHours })}
        />
      </div>
      <div className={styles['wide']}>
        <MultiSelect
          label={t('plan:editor.sections')}
          data={sections}
          value={value.sections}
          onChange={(chosen) => onChange({ sections: chosen })}
          searchable
          clearable
        />
        <TextInput
          label={t('plan:editor.modules')}
          maxLength={200}
          value={value.focus}
          onChange={(event) => onChange({ focus: event.currentTarget.value })}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('plan:editor.removePhase', { phase: t(`plan:phase.${value.kind}`) })}
          onClick={onRemove}
        >
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      </div>
      {isWrong ? <p className={styles['problem']}>{t('plan:editor.badPhase')}</p> : null}
    </fieldset>
  );
}

function MilestoneFields({ value, isWrong, onChange, onRemove }: RowProps<MilestoneDraft>): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles['milestone']} data-wrong={isWrong || undefined}>
      <DateField label={t('plan:field.date')} value={value.date} onChange={(date) => onChange({ date })} />
      <TextInput
        label={t('plan:editor.milestone')}
        maxLength={200}
        value={value.title}
        error={isWrong && value.title.trim() === '' ? t('common:field.required') : null}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <NumberInput
        label={t('plan:editor.target')}
        min={0}
        max={100}
        value={value.target}
        onChange={(target) => onChange({ target })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('plan:editor.removeMilestone', { title: value.title })}
        onClick={onRemove}
      >
        <IconTrash size={17} aria-hidden />
      </ActionIcon>
    </div>
  );
}

function useSectionChoices(competencyId: string): { value: string; label: string }[] {
  const language = useLanguage();
  const competency = useRouteQuery('competencies.get', { id: competencyId }).data;
  return (competency?.sections ?? []).map(({ number, name }) => ({
    value: String(number),
    label: `${number}. ${localized(name, language)}`,
  }));
}

const replaced = <T extends { key: string }>(rows: readonly T[], key: string, part: Partial<T>): T[] =>
  rows.map((row) => (row.key === key ? { ...row, ...part } : row));

const without = <T extends { key: string }>(rows: readonly T[], key: string): T[] =>
  rows.filter((row) => row.key !== key);

interface PlanEditorProps {
  plan: RouteOutput<'plan.get'>;
  onClose: () => void;
}

/** Form of a plan's phases and milestones. */
export function PlanEditor({ plan, onClose }: PlanEditorProps): ReactNode {
  const { t } = useTranslation();
  const edit = useCommand('plan.edit', { quiet: true });
  const [values, setValues] = useState<PlanDraft>(() => planDraft(plan));
  const [isDirty, setDirty] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const sections = useSectionChoices(plan.competencyId);
  const change = (part: Partial<PlanDraft>): void => {
    setValues((now) => ({ ...now, ...part }));
    setDirty(true);
  };
  const draft = useDraft({
    name: `plan/${plan.id}`,
    values,
    isDirty,
    restore: (kept) => {
      setValues(kept);
      setDirty(true);
    },
  });
  const close = (): void => {
    draft.forget();
    onClose();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setChecked(true);
    const input = planInput(plan.id, values);
    if (input !== null) edit.mutate(input, { onSuccess: close });
  };
  const wrong = isChecked ? wrongRows(values) : new Set<string>();
  return (
    <FormDrawer
      command="plan.edit"
      history={<HistoryFold entity="training_plans" record={plan} />}
      opened
      size={760}
      title={t('plan:editor.title')}
      submitLabel={t('common:action.save')}
      isDirty={isDirty}
      isSubmitting={edit.isPending}
      isRestored={draft.isRestored}
      error={edit.error}
      onSubmit={submit}
      onClose={close}
    >
      <TextInput
        label={t('plan:field.title')}
        maxLength={200}
        withAsterisk
        value={values.title}
        error={isChecked && values.title.trim() === '' ? t('common:field.required') : null}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <h3 className={styles['heading']}>{t('plan:editor.phases')}</h3>
      {values.phases.map((phase) => (
        <PhaseFields
          key={phase.key}
          value={phase}
          isWrong={wrong.has(phase.key)}
          sections={sections}
          onChange={(part) => change({ phases: replaced(values.phases, phase.key, part) })}
          onRemove={() => change({ phases: without(values.phases, phase.key) })}
        />
      ))}
      <Button
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() =>
          change({ phases: [...values.phases, nextPhase(values, plan.startDate, crypto.randomUUID())] })
        }
      >
        {t('plan:editor.addPhase')}
      </Button>
      <h3 className={styles['heading']}>{t('plan:editor.milestones')}</h3>
      {values.milestones.map((one) => (
        <MilestoneFields
          key={one.key}
          value={one}
          isWrong={wrong.has(one.key)}
          onChange={(part) => change({ milestones: replaced(values.milestones, one.key, part) })}
          onRemove={() => change({ milestones: without(values.milestones, one.key) })}
        />
      ))}
      <Button
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() =>
          change({
            milestones: [
              ...values.milestones,
              { key: crypto.randomUUID(), date: null, title: '', target: '' },
            ],
          })
        }
      >
        {t('plan:editor.addMilestone')}
      </Button>
      <Textarea
        label={t('plan:editor.notes')}
        autosize
        minRows={2}
        maxLength={4000}
        value={values.notes}
        onChange={(event) => change({ notes: event.currentTarget.value })}
      />
    </FormDrawer>
  );
}
