import { Anchor, Autocomplete, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SelectionCandidate } from '#shared/contract/selectionCandidates.ts';
import { isEligible, type EligibilityCheck } from '#shared/domain/selection/eligibility.ts';
import { EditOnly } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { fullName } from '../../../i18n/names.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { checkSentence, checksOf } from '../selectionModel.ts';
import type { TabProps } from '../tabProps.ts';
import { EligibilityRules } from './EligibilityRules.tsx';
import { useSquadFilter } from '../useSquadFilter.tsx';
import styles from './selection.module.css';

/** Half of a two-sided 90 % interval, in deviations. */
const Z90 = 1.64;
/** Figures that everybody asks for first; the others are on the tab of criteria. */
const SHOWN = ['level', 'forecast', 'last_mock', 'adherence', 'attendance'] as const;

/** Who knows most stands first; who has no level yet, last. */
const byLevel = (squad: readonly SelectionCandidate[]): SelectionCandidate[] =>
  squad.toSorted((a, b) => (b.figures['level']?.value ?? -1) - (a.figures['level']?.value ?? -1));

interface FailedProps {
  model: TabProps['model'];
  candidate: SelectionCandidate;
  check: EligibilityCheck;
}

function FailedCheck({ model, candidate, check }: FailedProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const set = useCommand('selection.setOverride');
  const { studentId, competencyId } = candidate;
  const override = model.view.overrides.find(
    (one) => one.studentId === studentId && one.competencyId === competencyId && one.rule === check.rule,
  );
  const [reason, setReason] = useState(override?.reason ?? '');
  const store = (): void => {
    if (reason.trim() === (override?.reason ?? '')) return;
    set.mutate({ selectionId: model.view.selection.id, studentId, competencyId, rule: check.rule, reason });
  };
  return (
    <li>
      {checkSentence(t, format, check)}
      {override ? ` · ${t('selection:override.since', { date: format.dateTime(override.at) })}` : null}
      <EditOnly command="selection.setOverride">
        <TextInput
          size="xs"
          placeholder={t('selection:override.placeholder')}
          aria-label={`${t('selection:override.label')}: ${model.studentName(studentId)}`}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onBlur={store}
          onKeyDown={(event) => {
            if (event.key === 'Enter') store();
          }}
        />
      </EditOnly>
    </li>
  );
}

function Verdict({
  model,
  scenario,
  candidate,
}: Omit<TabProps, 'onChange'> & { candidate: SelectionCandidate }): ReactNode {
  const { t } = useTranslation();
  const failed = checksOf(model, scenario.config, candidate).filter(({ state }) => state !== 'pass');
  if (failed.length === 0) return <StatusBadge tone="good">{t('selection:eligible.yes')}</StatusBadge>;
  const isExcused = failed.every((check) =>
    model.view.overrides.some(
      (one) =>
        one.studentId === candidate.studentId &&
        (one.competencyId === null || one.competencyId === candidate.competencyId) &&
        one.rule === check.rule,
    ),
  );
  return (
    <>
      <StatusBadge tone={isExcused ? 'warn' : 'bad'}>
        {t(isExcused ? 'selection:eligible.exception' : 'selection:eligible.no')}
      </StatusBadge>
      <ul className={styles['reasons']}>
        {failed.map((check) => (
          <FailedCheck key={check.rule} model={model} candidate={candidate} check={check} />
        ))}
      </ul>
    </>
  );
}

interface AssessmentProps {
  model: TabProps['model'];
  candidate: SelectionCandidate;
  criterion: string;
  label: string;
  assessor: string;
}

function AssessmentField({ model, candidate, criterion, label, assessor }: AssessmentProps): ReactNode {
  const set = useCommand('selection.setAssessment');
  const { studentId, competencyId } = candidate;
  const known = model.view.assessments.find(
    (one) =>
      one.studentId === studentId &&
      one.competencyId === competencyId &&
      one.criterion === criterion &&
      one.assessor === assessor,
  );
  const { t } = useTranslation();
  const format = useFormat();
  const figure = candidate.figures[criterion];
  const isShared = figure?.value !== null && figure !== undefined && (!known || figure.count > 1);
  return (
    <span className={styles['assessment']}>
      <EditOnly command="selection.setAssessment" key={`${assessor} ${known?.value ?? ''}`}>
        <NumberInput
          size="xs"
          w={70}
          min={0}
          max={100}
          hideControls
          disabled={assessor === ''}
          aria-label={`${label}: ${model.studentName(studentId)}`}
          defaultValue={known?.value ?? ''}
          onBlur={(event) => {
            const text = event.currentTarget.value.trim();
            const value = text === '' ? null : Math.min(100, Math.max(0, Number(text.replace(',', '.'))));
            if (value === (known?.value ?? null) || Number.isNaN(value)) return;
            set.mutate({ studentId, competencyId, criterion, assessor, value });
          }}
        />
      </EditOnly>
      {isShared ? (
        <small className={styles['assessmentMean']}>
          {t('selection:assessor.mean', { mean: format.number(figure.value ?? 0, 0), count: figure.count })}
        </small>
      ) : null}
    </span>
  );
}

/** Who can be chosen: each candidate with the reasons against, exceptions, and what experts say. */
export function CandidatesTab({ model, scenario, onChange }: TabProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [assessor, setAssessor] = useState('');
  const experts = useRouteQuery('people.listExperts', {});
  const squads = Map.groupBy(model.view.candidates, ({ competencyId }) => competencyId);
  const { shown, control } = useSquadFilter(model, squads);
  const assessed = [
    { key: 'composure', label: t('selection:criterion.composure') },
    { key: 'teamwork', label: t('selection:criterion.teamwork') },
    ...scenario.config.criteria
      .filter(({ key }) => key.startsWith('own:'))
      .map(({ key, name }) => ({ key, label: name })),
  ];
  if (squads.size === 0) {
    return <EmptyState title={t('selection:noCandidates.title')} text={t('selection:noCandidates.text')} />;
  }
  const figureOf = (candidate: SelectionCandidate, key: string): string => {
    const { value = null, deviation = null } = candidate.figures[key] ?? {};
    if (value === null) return '–';
    const margin = deviation === null ? '' : ` ± ${format.number(Z90 * deviation, 0)}`;
    return `${format.number(value, 0)}${margin}`;
  };
  const overrides = model.view.overrides;
  const canBeChosen = (candidate: SelectionCandidate): boolean =>
    isEligible(checksOf(model, scenario.config, candidate), candidate, overrides);
  return (
    <div className={styles['stack']}>
      <EditOnly command="selection.updateScenario">
        <EligibilityRules model={model} scenario={scenario} onChange={onChange} />
      </EditOnly>
      <Autocomplete
        label={t('selection:assessor.label')}
        description={t('selection:assessor.hint')}
        data={[...new Set((experts.data?.experts ?? []).map(fullName))]}
        limit={8}
        value={assessor}
        maw={420}
        onChange={setAssessor}
      />
      {control}
      {shown.map(([competencyId, squad]) => (
        <Card key={competencyId} title={model.competencyName(competencyId)}>
          <p className={styles['soft']}>
            {t('selection:eligible.of', {
              count: squad.filter(canBeChosen).length,
              total: squad.length,
            })}
          </p>
          <SimpleTable
            label={model.competencyName(competencyId)}
            rows={byLevel(squad)}
            rowKey={(candidate) => candidate.studentId}
            columns={[
              {
                id: 'name',
                header: t('selection:field.student'),
                cell: (candidate) => (
                  <Anchor
                    component={Link}
                    href={`/selection/${model.view.selection.id}/student/${candidate.studentId}`}
                  >
                    {model.studentName(candidate.studentId)}
                  </Anchor>
                ),
              },
              {
                id: 'group',
                header: t('selection:attribute.group'),
                cell: (candidate) => (
                  <span className={styles['unbroken']}>
                    {model.students.get(candidate.studentId)?.groupName ?? ''}
                  </span>
                ),
              },
              ...SHOWN.map((key) => ({
                id: key,
                header: t(`selection:criterion.${key}`),
                align: 'end' as const,
                cell: (candidate: SelectionCandidate) => figureOf(candidate, key),
              })),
              {
                id: 'attempts',
                header: t('selection:field.attempts'),
                align: 'end',
                cell: (candidate) => candidate.facts.attemptDays.length,
              },
              ...assessed.map(({ key, label }) => ({
                id: key,
                header: label,
                cell: (candidate: SelectionCandidate) => (
                  <AssessmentField
                    model={model}
                    candidate={candidate}
                    criterion={key}
                    label={label}
                    assessor={assessor.trim()}
                  />
                ),
              })),
              {
                id: 'verdict',
                header: t('selection:field.eligibility'),
                cell: (candidate) => <Verdict model={model} scenario={scenario} candidate={candidate} />,
              },
            ]}
          />
        </Card>
      ))}
    </div>
  );
}
