import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgeConflict } from '#shared/contract/assessment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import styles from '../assessment.module.css';

/** @returns why somebody may not judge a student: what was declared, or whose mentor they are */
export function useConflictReason(): (conflict: JudgeConflict) => string {
  const { t } = useTranslation();
  return ({ why, reason, partnerName }) =>
    why === 'declared' ? reason : t(`assessment:conflict.${why}`, { partner: partnerName });
}

/** Says of each judge who was chosen and may not mark a competitor why, and what to do. */
export function ConflictNotice({ conflicts }: { conflicts: readonly JudgeConflict[] }): ReactNode {
  const { t } = useTranslation();
  const reasonOf = useConflictReason();
  if (conflicts.length === 0) return null;
  return (
    <Notice tone="warn" icon={IconUsers} title={t('assessment:conflict.blocks')}>
      {conflicts.map((one) => (
        <p key={`${one.expertId} ${one.studentId}`} className={styles['reason']}>
          {t('assessment:conflict.sentence', {
            judge: one.expertName,
            student: one.studentName,
            reason: reasonOf(one),
          })}
        </p>
      ))}
    </Notice>
  );
}
