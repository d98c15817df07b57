import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionPlaceChange } from '#shared/contract/selectionOutcome.ts';
import type { SelectionModel } from '../selectionModel.ts';
import styles from './selection.module.css';

interface ChangesProps {
  model: SelectionModel;
  changes: readonly SelectionPlaceChange[];
}

/** Who changes place, in words. */
export function Changes({ model, changes }: ChangesProps): ReactNode {
  const { t } = useTranslation();
  const place = (one: SelectionPlaceChange['from']): string =>
    one === null
      ? t('selection:place.none')
      : `${model.competencyName(one.competencyId)} (${t(`selection:seat.${one.seat}`)})`;
  return (
    <ul className={styles['reasons']}>
      {changes.map(({ studentId, from, to }) => (
        <li key={studentId}>
          {model.studentName(studentId)}: {place(from)} → {place(to)}
        </li>
      ))}
    </ul>
  );
}
