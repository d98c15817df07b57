import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useExpertChoices } from '../assessment.queries.ts';
import styles from '../assessment.module.css';

interface StepPersonProps {
  byExpertId: string | null;
  reason: string;
  onPerson: (id: string | null) => void;
  onReason: (text: string) => void;
}

/** By whom a step is taken, and why. */
export function StepPerson({ byExpertId, reason, onPerson, onReason }: StepPersonProps): ReactNode {
  const { t } = useTranslation();
  const experts = useExpertChoices();
  return (
    <>
      <Select
        className={styles['grow'] ?? ''}
        label={t('assessment:attempt.who')}
        description={t('assessment:attempt.whoHint')}
        data={[...experts]}
        value={byExpertId}
        searchable
        clearable
        onChange={onPerson}
      />
      <TextInput
        className={styles['grow'] ?? ''}
        label={t('assessment:attempt.why')}
        description={t('assessment:attempt.whyHint')}
        value={reason}
        maxLength={500}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
    </>
  );
}
