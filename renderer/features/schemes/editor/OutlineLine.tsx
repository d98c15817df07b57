import { memo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useLanguage.ts';
import type { OutlineRow } from './draftOutline.ts';
import styles from './Editor.module.css';

interface OutlineLineProps {
  id: string;
  row: OutlineRow;
  index: number;
  /** Pixels. */
  top: number;
  isActive: boolean;
  isTicked: boolean;
}

function useLineText(row: OutlineRow): string {
  const { t } = useTranslation();
  if (row.text !== '') return row.text;
  return row.kind === 'scheme' ? t('schemeEditor:outline.scheme') : t('schemeEditor:outline.noText');
}

function Line({ id, row, index, top, isActive, isTicked }: OutlineLineProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useLineText(row);
  const isAspect = row.kind === 'aspect';
  return (
    <div
      id={id}
      role="row"
      aria-level={row.level}
      aria-rowindex={index + 2}
      aria-selected={isTicked || isActive}
      data-line={row.id}
      data-kind={row.kind}
      data-active={isActive || undefined}
      data-ticked={isTicked || undefined}
      className={styles['line']}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className={styles['tick']}>
        {row.kind === 'scheme' ? null : (
          <input
            type="checkbox"
            readOnly
            tabIndex={-1}
            aria-label={t('schemeEditor:outline.tick', { code: row.code })}
            checked={isTicked}
          />
        )}
      </div>
      <div role="gridcell" className={styles['lineCode']}>
        {row.code}
      </div>
      <div
        role="gridcell"
        className={styles['lineText']}
        data-empty={row.text === '' || undefined}
        title={text}
      >
        {text}
      </div>
      <div role="gridcell" className={styles['lineSmall']}>
        {isAspect ? (row.sectionNumber ?? '–') : row.markingDay === null ? '' : `C${row.markingDay}`}
      </div>
      <div role="gridcell" className={styles['lineMark']}>
        {format.hundredths(row.hundredths)}
      </div>
    </div>
  );
}

/** Whether two rows look the same: an edit makes new ones of all. */
function isSameRow(a: OutlineRow, b: OutlineRow): boolean {
  return (Object.keys(a) as (keyof OutlineRow)[]).every((key) => a[key] === b[key]);
}

/** A line of the outline; clicks on it are heard by the outline. */
export const OutlineLine = memo(
  Line,
  (a, b) =>
    a.id === b.id &&
    a.index === b.index &&
    a.top === b.top &&
    a.isActive === b.isActive &&
    a.isTicked === b.isTicked &&
    isSameRow(a.row, b.row),
);
