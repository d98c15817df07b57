import { NumberInput, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleDraft } from '../ruleDraft.ts';
import type { TabProps } from '../tabProps.ts';

interface FieldsProps {
  model: TabProps['model'];
  draft: RuleDraft;
  onChange: (patch: Partial<RuleDraft>) => void;
}

const numberOrNull = (value: string | number): number | null =>
  typeof value === 'number' ? Math.round(value) : null;

type DraftProps = Omit<FieldsProps, 'model'>;

function BoundField({ bound, draft, onChange }: DraftProps & { bound: 'min' | 'max' }): ReactNode {
  const { t } = useTranslation();
  return (
    <NumberInput
      label={bound === 'min' ? t('selection:field.min') : t('selection:field.max')}
      w={110}
      min={0}
      value={draft[bound] ?? ''}
      onChange={(value) => onChange({ [bound]: numberOrNull(value) })}
    />
  );
}

/** Groups or courses of the candidates. */
function valuesOf(model: TabProps['model'], attribute: RuleDraft['attribute']): string[] {
  const values = model.view.students.map(({ groupName, course }) =>
    attribute === 'group' ? groupName : course === null ? '' : String(course),
  );
  return [...new Set(values)].filter((value) => value !== '').sort();
}

function QuotaFields({ model, draft, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('selection:field.attribute')}
        allowDeselect={false}
        data={(['group', 'course'] as const).map((value) => ({
          value,
          label: t(`selection:attribute.${value}`),
        }))}
        value={draft.attribute}
        onChange={(attribute) => {
          if (attribute !== null) onChange({ attribute, value: '' });
        }}
      />
      <Select
        label={t('selection:field.which')}
        searchable
        data={valuesOf(model, draft.attribute)}
        value={draft.value === '' ? null : draft.value}
        onChange={(value) => onChange({ value: value ?? '' })}
      />
      <BoundField bound="min" draft={draft} onChange={onChange} />
      <BoundField bound="max" draft={draft} onChange={onChange} />
    </>
  );
}

interface ConflictProps extends DraftProps {
  competencies: { value: string; label: string }[];
}

function ConflictFields({ competencies, draft, onChange }: ConflictProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('selection:entry.competency')}
        data={competencies}
        value={draft.competencyId}
        onChange={(competencyId) => onChange({ competencyId })}
      />
      <Select
        label={t('selection:field.otherCompetency')}
        data={competencies.filter(({ value }) => value !== draft.competencyId)}
        value={draft.otherCompetencyId}
        onChange={(otherCompetencyId) => onChange({ otherCompetencyId })}
      />
    </>
  );
}

interface PairProps extends DraftProps {
  students: { value: string; label: string }[];
}

function PairFields({ students, draft, onChange }: PairProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('selection:field.other')}
        searchable
        data={students}
        value={draft.other}
        onChange={(other) => onChange({ other })}
      />
      <Select
        label={t('selection:field.scope')}
        allowDeselect={false}
        data={(['competency', 'delegation'] as const).map((value) => ({
          value,
          label: t(`selection:scope.${value}`),
        }))}
        value={draft.scope}
        onChange={(scope) => {
          if (scope !== null) onChange({ scope });
        }}
      />
    </>
  );
}

function SeatField({ draft, onChange }: DraftProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Select
      label={t('selection:field.seat')}
      allowDeselect={false}
      data={(['main', 'reserve', 'any'] as const).map((value) => ({
        value,
        label: t(`selection:seat.${value}`),
      }))}
      value={draft.seat}
      onChange={(seat) => {
        if (seat !== null) onChange({ seat });
      }}
    />
  );
}

type Kind = DraftProps['draft']['kind'];
const PAIRS: ReadonlySet<Kind> = new Set<Kind>(['together', 'apart']);
const PLACES: ReadonlySet<Kind> = new Set<Kind>(['must', 'must_not']);
const ONE_COMPETENCY: ReadonlySet<Kind> = new Set<Kind>([...PLACES, 'floor', 'fill']);

/** Fields of a rule of one kind. */
export function RuleFields({ model, draft, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const students = model.view.students.map(({ id }) => ({ value: id, label: model.studentName(id) }));
  const competencies = model.championship.competencies.map(({ competencyId }) => ({
    value: competencyId,
    label: model.competencyName(competencyId),
  }));
  const { kind } = draft;
  const isPair = PAIRS.has(kind);
  const isPlace = PLACES.has(kind);
  return (
    <>
      {isPlace || isPair ? (
        <Select
          label={t('selection:field.student')}
          searchable
          data={students}
          value={draft.one}
          onChange={(one) => onChange({ one })}
        />
      ) : null}
      {isPair ? <PairFields students={students} draft={draft} onChange={onChange} /> : null}
      {ONE_COMPETENCY.has(kind) ? (
        <Select
          label={t('selection:entry.competency')}
          placeholder={t('selection:rule.anyCompetency')}
          clearable
          clearButtonProps={{ 'aria-label': t('common:action.clear') }}
          data={competencies}
          value={draft.competencyId}
          onChange={(competencyId) => onChange({ competencyId })}
        />
      ) : null}
      {kind === 'conflict' ? (
        <ConflictFields competencies={competencies} draft={draft} onChange={onChange} />
      ) : null}
      {isPlace ? <SeatField draft={draft} onChange={onChange} /> : null}
      {kind === 'quota' ? <QuotaFields model={model} draft={draft} onChange={onChange} /> : null}
      {kind === 'floor' ? <BoundField bound="min" draft={draft} onChange={onChange} /> : null}
    </>
  );
}
