import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarkingFormStep } from '#shared/domain/assessment/formLife.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from '../assessment.module.css';
import { stepsOfForm, type FormRow } from './formRows.ts';

const tones = { draft: 'calm', complete: 'info', verified: 'good', out: 'warn' } as const;

/** So many lines are drawn; those that still need somebody come first. */
const MOST = 300;

interface FormsTableProps {
  rows: readonly FormRow[];
  /** One competitor: the name is not said in every line. */
  isOfOne: boolean;
  isPending: boolean;
  onStep: (step: MarkingFormStep, row: FormRow) => void;
}

/** How far each marking form is: who finished it, who verified it, and its next step. */
export function FormsTable({ rows, isOfOne, isPending, onStep }: FormsTableProps): ReactNode {
  const { t } = useTranslation();
  const shown =
    rows.length <= MOST
      ? rows
      : [
          ...rows.filter((row) => row.state !== 'verified'),
          ...rows.filter((row) => row.state === 'verified'),
        ];
  const who = {
    id: 'competitor',
    header: t('assessment:results.competitor'),
    cell: (row: FormRow) => row.competitor,
  };
  return (
    <>
      <SimpleTable
        label={t('assessment:verification.table')}
        rows={shown.slice(0, MOST)}
        rowKey={(row) => row.key}
        columns={[
          ...(isOfOne ? [] : [who]),
          {
            id: 'form',
            header: t('assessment:judging.form'),
            cell: (row) => `${row.code} ${isOfOne ? row.name : ''}`.trim(),
          },
          {
            id: 'state',
            header: t('assessment:results.state'),
            cell: (row) => (
              <StatusBadge tone={tones[row.state]}>
                {row.state === 'out' ? t('contest:form_state.out') : t(`assessment:state.${row.state}`)}
              </StatusBadge>
            ),
          },
          {
            id: 'missing',
            header: t('assessment:results.missing'),
            align: 'end',
            cell: (row) => (row.state === 'out' ? '–' : row.missingCount),
          },
          { id: 'by', header: t('assessment:attempt.completedBy'), cell: (row) => row.completedBy },
          { id: 'verified', header: t('assessment:attempt.verifiedBy'), cell: (row) => row.verifiedBy },
          { id: 'why', header: t('assessment:attempt.reason'), cell: (row) => row.reason },
          {
            id: 'steps',
            header: '',
            align: 'end',
            cell: (row) => (
              <span className={styles['tools']}>
                {stepsOfForm(row).map((step) => (
                  <Allowed command="assessment.changeForms" key={step}>
                    <Button
                      size="compact-sm"
                      variant={step === 'reopen' ? 'default' : 'light'}
                      disabled={isPending}
                      aria-label={`${t(`assessment:step.${step}`)}: ${row.code}, ${row.competitor}`}
                      onClick={() => onStep(step, row)}
                    >
                      {t(`assessment:step.${step}`)}
                    </Button>
                  </Allowed>
                ))}
              </span>
            ),
          },
        ]}
      />
      {rows.length > MOST ? (
        <p className={styles['soft']}>
          {t('assessment:verification.more', { shown: MOST, count: rows.length })}
        </p>
      ) : null}
    </>
  );
}
