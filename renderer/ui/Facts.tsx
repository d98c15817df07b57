import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './classNames.ts';
import styles from './Facts.module.css';

interface FactsProps {
  /** Name and value; an empty text or null is shown as not given. */
  facts: readonly { term: string; value: ReactNode }[];
}

/** What is known, as pairs of a name and a value. */
export function Facts({ facts }: FactsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <dl className={styles['facts']}>
      {facts.flatMap(({ term, value }) => {
        const isGiven = value !== '' && value !== null && value !== undefined;
        return [
          <dt key={`${term}-term`} className={styles['term']}>
            {term}
          </dt>,
          <dd key={term} className={classNames(styles['value'], !isGiven && styles['none'])}>
            {isGiven ? value : t('common:field.none')}
          </dd>,
        ];
      })}
    </dl>
  );
}
