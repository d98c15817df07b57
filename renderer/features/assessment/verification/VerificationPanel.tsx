import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { MarkingFormStep } from '#shared/domain/assessment/formLife.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { fullName } from '../../../i18n/names.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import styles from '../assessment.module.css';
import { formsChosen, listFormRows, readyForStep, type FormChoice, type FormRow } from './formRows.ts';
import { FormsTable } from './FormsTable.tsx';
import { StepPerson } from './StepPerson.tsx';

interface VerificationPanelProps {
  sessionId: string;
  session: RouteOutput<'training.getSession'>;
  scheme: RouteOutput<'schemes.get'>;
  /** Days of marking by sub-criterion; without it those of the scheme. */
  days?: ReadonlyMap<string, number | null>;
}

function listChoices({ scheme, days }: VerificationPanelProps): FormChoice[] {
  return scheme.criteria.flatMap((criterion) =>
    criterion.subCriteria.map(({ id, code, name, markingDay }) => ({
      id,
      code,
      name,
      day: days?.has(id) === true ? (days.get(id) ?? null) : markingDay,
    })),
  );
}

/**
 * Sub-criterion by sub-criterion: one person finishes the marks, another verifies them; opened again with a reason.
 * A whole marking day, or one form of one competitor.
 */
export function VerificationPanel(props: VerificationPanelProps): ReactNode {
  const { sessionId, session, scheme } = props;
  const { t } = useTranslation();
  const standings = useRouteQuery('assessment.getForms', { sessionId, schemeId: scheme.id });
  const change = useCommand('assessment.changeForms');
  const choices = listChoices(props);
  const [chosen, setChosen] = useState<string>(choices[0]?.id ?? '');
  const [byExpertId, setByExpertId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const days = [...new Set(choices.flatMap((form) => form.day ?? []))].sort((a, b) => a - b);
  const competitors = session.attempts
    .filter((attempt) => attempt.schemeId === scheme.id)
    .map((attempt) => ({ attemptId: attempt.id, label: fullName(attempt) }));
  const take = (step: MarkingFormStep, rows: readonly FormRow[]): void =>
    change.mutate(
      {
        forms: rows.map(({ attemptId, subCriterionId }) => ({ attemptId, subCriterionId })),
        step,
        byExpertId,
        reason,
      },
      // What has been typed meanwhile is for the next step.
      { onSuccess: () => setReason((now) => (now === reason ? '' : now)) },
    );
  return (
    <div className={styles['stack']}>
      <p className={styles['soft']}>{t('assessment:verification.hint')}</p>
      <div className={styles['row']}>
        <Select
          className={styles['grow'] ?? ''}
          label={t('assessment:verification.what')}
          searchable
          data={[
            ...days.map((day) => ({
              value: `day-${day}`,
              label: t('contest:board.dayNumber', { number: day }),
            })),
            ...choices.map((form) => ({ value: form.id, label: `${form.code} ${form.name}`.trim() })),
          ]}
          value={chosen}
          allowDeselect={false}
          onChange={(value) => setChosen(value ?? chosen)}
        />
        <Allowed command="assessment.changeForms">
          <StepPerson byExpertId={byExpertId} reason={reason} onPerson={setByExpertId} onReason={setReason} />
        </Allowed>
      </div>
      <QueryView query={standings}>
        {({ forms }) => {
          const rows = listFormRows(forms, formsChosen(choices, chosen), competitors);
          return (
            <>
              <Allowed command="assessment.changeForms">
                <div className={styles['row']}>
                  {(['complete', 'verify', 'reopen'] as const).map((step) => {
                    const ready = readyForStep(rows, step);
                    return (
                      <Button
                        key={step}
                        variant={step === 'verify' ? 'filled' : 'default'}
                        disabled={ready.length === 0}
                        loading={change.isPending}
                        onClick={() => take(step, ready)}
                      >
                        {t(`assessment:verification.all.${step}`, { number: ready.length })}
                      </Button>
                    );
                  })}
                </div>
              </Allowed>
              <FormsTable
                rows={rows}
                isOfOne={false}
                isPending={change.isPending}
                onStep={(step, row) => take(step, [row])}
              />
            </>
          );
        }}
      </QueryView>
    </div>
  );
}
