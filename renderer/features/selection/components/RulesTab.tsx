import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioConfig } from '#shared/contract/selectionConfig.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card } from '../../../ui/Page.tsx';
import { ruleSentence } from '../selectionModel.ts';
import type { TabProps } from '../tabProps.ts';
import styles from './selection.module.css';

type Rule = ScenarioConfig['rules'][number];

const KINDS = ['must', 'must_not', 'together', 'apart', 'quota', 'floor', 'fill'] as const;
type Kind = (typeof KINDS)[number];

interface Draft {
  kind: Kind;
  one: string | null;
  other: string | null;
  competencyId: string | null;
  seat: 'main' | 'reserve' | 'any';
  scope: 'competency' | 'delegation';
  attribute: 'group' | 'course';
  value: string;
  min: number | null;
  max: number | null;
}

const emptyDraft: Draft = {
  kind: 'must',
  one: null,
  other: null,
  competencyId: null,
  seat: 'main',
  scope: 'competency',
  attribute: 'group',
  value: '',
  min: null,
  max: null,
};

const toPair = (one: string | null, other: string | null): [string, string] | null =>
  one === null || other === null || one === other ? null : [one, other];

/** Both students of a rule about two of them. */
function toPairRule({ one, other, scope }: Draft, kind: 'together' | 'apart', id: string): Rule | null {
  const studentIds = toPair(one, other);
  return studentIds && { kind, id, studentIds, scope };
}

function toQuota({ attribute, value, min, max }: Draft, id: string): Rule | null {
  if (value.trim() === '' || (min === null && max === null)) return null;
  return { kind: 'quota', id, attribute, value: value.trim(), min, max };
}

/** The rule that the fields describe; null while something is missing. */
function toRule(draft: Draft): Rule | null {
  const id = crypto.randomUUID();
  const { kind, one, competencyId, seat } = draft;
  switch (kind) {
    case 'must':
    case 'must_not':
      return one === null ? null : { kind, id, studentId: one, competencyId, seat };
    case 'together':
    case 'apart':
      return toPairRule(draft, kind, id);
    case 'quota':
      return toQuota(draft, id);
    case 'floor':
      return draft.min === null ? null : { kind, id, competencyId, minValue: Math.round(draft.min * 100) };
    case 'fill':
      return { kind, id, competencyId };
  }
}

interface FieldsProps {
  model: TabProps['model'];
  draft: Draft;
  onChange: (patch: Partial<Draft>) => void;
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

function QuotaFields({ draft, onChange }: DraftProps): ReactNode {
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
          if (attribute !== null) onChange({ attribute });
        }}
      />
      <TextInput
        label={t('selection:field.which')}
        value={draft.value}
        onChange={(event) => onChange({ value: event.currentTarget.value })}
      />
      <BoundField bound="min" draft={draft} onChange={onChange} />
      <BoundField bound="max" draft={draft} onChange={onChange} />
    </>
  );
}

function RuleFields({ model, draft, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const students = model.view.students.map(({ id }) => ({ value: id, label: model.studentName(id) }));
  const competencies = model.championship.competencies.map(({ competencyId }) => ({
    value: competencyId,
    label: model.competencyName(competencyId),
  }));
  const { kind } = draft;
  const isPair = kind === 'together' || kind === 'apart';
  const isPlace = kind === 'must' || kind === 'must_not';
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
      {isPair ? (
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
      ) : null}
      {isPlace || kind === 'floor' || kind === 'fill' ? (
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
      {isPlace ? (
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
      ) : null}
      {kind === 'quota' ? <QuotaFields draft={draft} onChange={onChange} /> : null}
      {kind === 'floor' ? <BoundField bound="min" draft={draft} onChange={onChange} /> : null}
    </>
  );
}

function PairValues({ model, scenario, onChange }: TabProps): ReactNode {
  const { t } = useTranslation();
  const teams = model.championship.competencies.filter(({ teamSize }) => teamSize > 1);
  const [draft, setDraft] = useState<{
    id: string | null;
    one: string | null;
    other: string | null;
    bonus: number;
  }>({
    id: null,
    one: null,
    other: null,
    bonus: 5,
  });
  const { config } = scenario;
  const students = model.view.candidates
    .filter(({ competencyId }) => competencyId === draft.id)
    .map(({ studentId }) => ({ value: studentId, label: model.studentName(studentId) }));
  if (teams.length === 0) return null;
  const add = (): void => {
    const { id, one, other, bonus } = draft;
    if (id === null || one === null || other === null || one === other) return;
    const pair = {
      competencyId: id,
      studentIds: [one, other] as [string, string],
      bonus: Math.round(bonus * 100),
    };
    onChange({ ...config, pairValues: [...config.pairValues, pair] });
  };
  return (
    <Card title={t('selection:pair.title')}>
      <p className={styles['soft']}>{t('selection:pair.hint')}</p>
      <ul className={styles['links']}>
        {config.pairValues.map((pair, index) => (
          <li key={`${pair.competencyId} ${pair.studentIds.join(' ')}`}>
            {model.competencyName(pair.competencyId)}: {pair.studentIds.map(model.studentName).join(' + ')} (
            {pair.bonus / 100}){' '}
            <Button
              size="compact-xs"
              variant="subtle"
              color="red"
              onClick={() =>
                onChange({ ...config, pairValues: config.pairValues.filter((_, place) => place !== index) })
              }
            >
              {t('common:action.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles['controls']}>
        <Select
          label={t('selection:entry.competency')}
          data={teams.map(({ competencyId }) => ({
            value: competencyId,
            label: model.competencyName(competencyId),
          }))}
          value={draft.id}
          onChange={(id) => setDraft({ ...draft, id, one: null, other: null })}
        />
        <Select
          label={t('selection:field.student')}
          data={students}
          value={draft.one}
          onChange={(one) => setDraft({ ...draft, one })}
        />
        <Select
          label={t('selection:field.other')}
          data={students}
          value={draft.other}
          onChange={(other) => setDraft({ ...draft, other })}
        />
        <NumberInput
          label={t('selection:pair.bonus')}
          w={110}
          min={-100}
          max={100}
          value={draft.bonus}
          onChange={(value) => setDraft({ ...draft, bonus: typeof value === 'number' ? value : 0 })}
        />
        <Button variant="default" onClick={add}>
          {t('common:action.add')}
        </Button>
      </div>
    </Card>
  );
}

/** The coordinator's rules, each as a sentence. */
export function RulesTab({ model, scenario, onChange }: TabProps): ReactNode {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const { config } = scenario;
  const rule = toRule(draft);
  return (
    <div className={styles['stack']}>
      <Card title={t('selection:rules.title')}>
        {config.rules.length === 0 ? (
          <EmptyState title={t('selection:rules.none')} text={t('selection:rules.noneText')} />
        ) : (
          <ul className={styles['links']}>
            {config.rules.map((one) => (
              <li key={one.id}>
                {ruleSentence(t, model, one)}{' '}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  onClick={() =>
                    onChange({ ...config, rules: config.rules.filter(({ id }) => id !== one.id) })
                  }
                >
                  {t('common:action.remove')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div className={styles['controls']}>
          <Select
            label={t('selection:rules.kind')}
            allowDeselect={false}
            data={KINDS.map((value) => ({ value, label: t(`selection:ruleKind.${value}`) }))}
            value={draft.kind}
            onChange={(kind) => {
              if (kind !== null) setDraft({ ...emptyDraft, kind });
            }}
          />
          <RuleFields model={model} draft={draft} onChange={(patch) => setDraft({ ...draft, ...patch })} />
          <Button
            disabled={rule === null}
            onClick={() => {
              if (rule === null) return;
              onChange({ ...config, rules: [...config.rules, rule] });
              setDraft({ ...emptyDraft, kind: draft.kind });
            }}
          >
            {t('common:action.add')}
          </Button>
        </div>
      </Card>
      <PairValues model={model} scenario={scenario} onChange={onChange} />
    </div>
  );
}
