import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchemeDifference } from '#shared/domain/schemes/compareSchemes.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from './Versions.module.css';

const TONES = { added: 'good', removed: 'bad', changed: 'info' } as const;

function Marks({ difference }: { difference: SchemeDifference }): ReactNode {
  const format = useFormat();
  const { beforeHundredths: before, afterHundredths: after } = difference;
  const marks = [before, after].flatMap((value) => (value === null ? [] : [format.hundredths(value)]));
  return <span className={styles['marks']}>{before === after ? marks[0] : marks.join(' → ')}</span>;
}

function Difference({ difference }: { difference: SchemeDifference }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = difference.fields.map((field) => t(`schemeEditor:difference.field.${field}`));
  return (
    <li className={styles['difference']}>
      <span className={styles['sign']}>
        <StatusBadge tone={TONES[difference.kind]}>
          {t(`schemeEditor:difference.kind.${difference.kind}`)}
        </StatusBadge>
      </span>
      <span className={styles['code']}>{difference.code}</span>
      <span className={styles['words']}>
        {difference.description}
        {fields.length === 0 ? null : <span className={styles['fields']}>{format.list(fields)}</span>}
      </span>
      <Marks difference={difference} />
    </li>
  );
}

/** Only the place differs, and the code that follows from it: one line for all of them. */
const isOnlyMoved = ({ kind, fields }: SchemeDifference): boolean =>
  kind === 'changed' && fields.length === 1 && fields[0] === 'code';

/** What a version changes against the one before, aspect by aspect. */
export function DifferenceList({ differences }: { differences: readonly SchemeDifference[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const moved = differences.filter(isOnlyMoved);
  const others = differences.filter((difference) => !isOnlyMoved(difference));
  if (differences.length === 0) return <p className={styles['none']}>{t('schemeEditor:difference.none')}</p>;
  return (
    <>
      {others.length === 0 ? null : (
        <ul className={styles['differences']}>
          {others.map((difference, index) => (
            <Difference key={index} difference={difference} />
          ))}
        </ul>
      )}
      {moved.length === 0 ? null : (
        <p className={styles['moved']}>
          {t('schemeEditor:difference.codes', { codes: format.list(moved.map(({ code }) => code)) })}
        </p>
      )}
    </>
  );
}
