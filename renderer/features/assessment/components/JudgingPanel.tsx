import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { listForms, useExpertChoices } from '../assessment.queries.ts';
import styles from '../assessment.module.css';
import { JudgingSheet } from './JudgingSheet.tsx';
import { PairSheet } from './PairSheet.tsx';

interface JudgingPanelProps {
  sessionId: string;
  session: RouteOutput<'training.getSession'>;
  scheme: RouteOutput<'schemes.get'>;
}

/** Scores of the judges of a sub-criterion, one judge at a time; below, measuring by two pairs. */
export function JudgingPanel({ sessionId, session, scheme }: JudgingPanelProps): ReactNode {
  const { t } = useTranslation();
  const forms = listForms(scheme);
  const experts = new Map(useExpertChoices().map((choice) => [choice.value, choice.label]));
  const [formId, setFormId] = useState<string | null>(null);
  const [viewerId, setViewerId] = useState<string | null>(null);
  const subCriterionId = formId ?? forms[0]?.value ?? '';
  const judging = useRouteQuery(
    'assessment.getJudging',
    { sessionId, subCriterionId, viewerExpertId: viewerId },
    { enabled: subCriterionId !== '', keepPrevious: true },
  );
  const form = scheme.criteria
    .flatMap((criterion) => criterion.subCriteria)
    .find((one) => one.id === subCriterionId);
  return (
    <QueryView query={judging}>
      {(data) => {
        const judges = new Set(data.attempts.flatMap((attempt) => attempt.judges));
        const people = [...judges].map((value) => ({ value, label: experts.get(value) ?? '' }));
        return (
          <div className={styles['stack']}>
            <div className={styles['row']}>
              <Select
                className={styles['grow'] ?? ''}
                label={t('assessment:judging.form')}
                data={[...forms]}
                value={subCriterionId}
                allowDeselect={false}
                onChange={setFormId}
              />
              <Select
                className={styles['grow'] ?? ''}
                label={t('assessment:judging.judge')}
                description={t('assessment:judging.judgeHint')}
                data={people}
                value={viewerId}
                clearable
                onChange={setViewerId}
              />
            </div>
            {judges.size === 0 ? (
              <EmptyState title={t('assessment:judging.noTeam')} text={t('assessment:judging.noTeamText')} />
            ) : (
              <JudgingSheet
                data={data}
                attempts={session.attempts}
                aspects={form?.aspects.filter((aspect) => aspect.kind === 'judgement') ?? []}
                viewerId={viewerId}
                names={experts}
              />
            )}
            <PairSheet
              data={data}
              attempts={session.attempts}
              aspects={form?.aspects.filter((aspect) => aspect.kind === 'measurement') ?? []}
            />
          </div>
        );
      }}
    </QueryView>
  );
}
