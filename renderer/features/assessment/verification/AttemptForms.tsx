import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import styles from '../assessment.module.css';
import { listFormRows } from './formRows.ts';
import { FormsTable } from './FormsTable.tsx';

interface AttemptFormsProps {
  attemptId: string;
  sessionId: string;
  schemeId: string;
  /** Who takes the step, and why, as said above. */
  byExpertId: string | null;
  reason: string;
  onDone: () => void;
}

/** The sub-criteria of one result, each with its own next step. */
export function AttemptForms(props: AttemptFormsProps): ReactNode {
  const { attemptId, sessionId, schemeId, byExpertId, reason, onDone } = props;
  const { t } = useTranslation();
  const scheme = useRouteQuery('schemes.get', { id: schemeId });
  const standings = useRouteQuery('assessment.getForms', { sessionId, schemeId, attemptId });
  const change = useCommand('assessment.changeForms');
  return (
    <section className={styles['stack']} aria-label={t('assessment:verification.table')}>
      <p className={styles['soft']}>{t('assessment:verification.hint')}</p>
      <QueryView query={scheme}>
        {({ criteria }) => (
          <QueryView query={standings}>
            {({ forms }) => (
              <FormsTable
                rows={listFormRows(
                  forms,
                  criteria.flatMap((criterion) =>
                    criterion.subCriteria.map(({ id, code, name }) => ({ id, code, name, day: null })),
                  ),
                  [{ attemptId, label: '' }],
                )}
                isOfOne
                isPending={change.isPending}
                onStep={(step, { subCriterionId }) =>
                  change.mutate(
                    { forms: [{ attemptId, subCriterionId }], step, byExpertId, reason },
                    { onSuccess: onDone },
                  )
                }
              />
            )}
          </QueryView>
        )}
      </QueryView>
    </section>
  );
}
