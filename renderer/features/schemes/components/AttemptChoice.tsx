import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenAttemptRow } from '#shared/contract/schemes.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import styles from './Versions.module.css';

interface AttemptChoiceProps {
  attempts: readonly OpenAttemptRow[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** Which attempts in progress go along to another version. */
export function AttemptChoice({ attempts, chosen, onChange }: AttemptChoiceProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (attempts.length === 0) return <p className={styles['none']}>{t('schemeEditor:version.noAttempts')}</p>;
  const isAll = attempts.every(({ attemptId }) => chosen.has(attemptId));
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <>
      <p className={styles['none']}>{t('schemeEditor:version.moveHint')}</p>
      <Checkbox
        label={t('schemeEditor:version.moveAll', { count: attempts.length })}
        checked={isAll}
        indeterminate={!isAll && chosen.size > 0}
        onChange={() => onChange(new Set(isAll ? [] : attempts.map(({ attemptId }) => attemptId)))}
      />
      <div className={styles['attempts']}>
        {attempts.map(({ attemptId, studentName, date }) => (
          <Checkbox
            key={attemptId}
            size="xs"
            label={`${studentName}, ${format.day(date)}`}
            checked={chosen.has(attemptId)}
            onChange={() => toggle(attemptId)}
          />
        ))}
      </div>
    </>
  );
}
