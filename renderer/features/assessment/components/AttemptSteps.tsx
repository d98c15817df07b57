import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { stepsFrom } from '#shared/domain/assessment/attemptLife.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { Facts } from '../../../ui/Facts.tsx';
import styles from '../assessment.module.css';
import { AttemptForms } from '../verification/AttemptForms.tsx';
import { StepPerson } from '../verification/StepPerson.tsx';
import { StateBadge } from './StateBadge.tsx';

interface AttemptStepsProps {
  attemptId: string;
  data: RouteOutput<'assessment.explainAttempt'>;
}

/** Where a result stands and what can be done next: by whom, and why. */
export function AttemptSteps({ attemptId, data }: AttemptStepsProps): ReactNode {
  const { t } = useTranslation();
  const change = useCommand('assessment.changeState');
  const [byExpertId, setByExpertId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  // What has been typed meanwhile is for the next step.
  const clearReason = (): void => setReason((now) => (now === reason ? '' : now));
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
        <div className={styles['row']}>
          <StepPerson byExpertId={byExpertId} reason={reason} onPerson={setByExpertId} onReason={setReason} />
        </div>
      </Allowed>
      <h3 className={styles['heading']}>{t('assessment:verification.whole')}</h3>
      <Allowed command="assessment.changeState">
        <div className={styles['row']}>
          {stepsFrom(data.state).map((step) => (
            <Button
              key={step}
              variant={step === 'complete' || step === 'verify' || step === 'lock' ? 'filled' : 'default'}
              loading={change.isPending}
              onClick={() =>
                change.mutate({ attemptId, step, byExpertId, reason }, { onSuccess: clearReason })
              }
            >
              {t(`assessment:step.${step}`)}
            </Button>
          ))}
        </div>
      </Allowed>
      <h3 className={styles['heading']}>{t('assessment:verification.parts')}</h3>
      <AttemptForms
        attemptId={attemptId}
        sessionId={data.sessionId}
        schemeId={data.schemeId}
        byExpertId={byExpertId}
        reason={reason}
        onDone={clearReason}
      />
    </div>
  );
}
