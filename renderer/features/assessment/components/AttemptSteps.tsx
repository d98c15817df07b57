import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { stepsFrom } from '#shared/domain/assessment/attemptLife.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { useExpertChoices } from '../assessment.queries.ts';
import styles from '../assessment.module.css';
import { StateBadge } from './StateBadge.tsx';

interface AttemptStepsProps {
  attemptId: string;
  data: RouteOutput<'assessment.explainAttempt'>;
}

/** Where a result stands and what can be done next: by whom, and why. */
export function AttemptSteps({ attemptId, data }: AttemptStepsProps): ReactNode {
  const { t } = useTranslation();
  const experts = useExpertChoices();
  const change = useCommand('assessment.changeState');
  const [byExpertId, setByExpertId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  return (
    <div className={styles['stack']}>
      <Facts
        facts={[
          { term: t('assessment:results.state'), value: <StateBadge state={data.state} /> },
          { term: t('assessment:attempt.completedBy'), value: data.completedBy },
          { term: t('assessment:attempt.verifiedBy'), value: data.verifiedBy },
          { term: t('assessment:attempt.reason'), value: data.stateReason },
        ]}
      />
      <Allowed command="assessment.changeState">
        <Select
          label={t('assessment:attempt.who')}
          description={t('assessment:attempt.whoHint')}
          data={[...experts]}
          value={byExpertId}
          searchable
          clearable
          onChange={setByExpertId}
        />
      </Allowed>
      <Allowed command="assessment.changeState">
        <TextInput
          label={t('assessment:attempt.why')}
          description={t('assessment:attempt.whyHint')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Allowed>
      <Allowed command="assessment.changeState">
        <div className={styles['row']}>
          {stepsFrom(data.state).map((step) => (
            <Button
              key={step}
              variant={step === 'complete' || step === 'verify' || step === 'lock' ? 'filled' : 'default'}
              loading={change.isPending}
              onClick={() =>
                change.mutate({ attemptId, step, byExpertId, reason }, { onSuccess: () => setReason('') })
              }
            >
              {t(`assessment:step.${step}`)}
            </Button>
          ))}
        </div>
      </Allowed>
    </div>
  );
}
