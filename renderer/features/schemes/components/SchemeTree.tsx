import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AspectRow, CriterionRow, SubCriterionRow } from '#shared/contract/schemes.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from './SchemeTree.module.css';

function Aspect({ aspect }: { aspect: AspectRow }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li id={aspect.id} tabIndex={-1} className={styles['aspect']}>
      <div className={styles['aspectHead']}>
        <span className={styles['code']}>{aspect.code}</span>
        <StatusBadge tone={aspect.kind === 'judgement' ? 'warn' : 'info'}>
          {t(`schemes:aspectKind.${aspect.kind}`)}
        </StatusBadge>
      </div>
      <div className={styles['words']}>
        <p className={styles['description']}>{aspect.description}</p>
        {aspect.extraDescription === '' ? null : <p className={styles['extra']}>{aspect.extraDescription}</p>}
        {aspect.extraRows.map((text, index) => (
          <p key={index} className={styles['extra']}>
            {text}
          </p>
        ))}
        {aspect.requirement === '' ? null : (
          <p className={styles['extra']}>
            <span className={styles['term']}>{t('schemes:requirement')}</span> {aspect.requirement}
          </p>
        )}
        {aspect.descriptors.length === 0 ? null : (
          <ol className={styles['ladder']}>
            {aspect.descriptors.map((descriptor) => (
              <li key={descriptor.score}>
                <span className={styles['score']}>{descriptor.score}</span>
                {descriptor.text}
              </li>
            ))}
          </ol>
        )}
      </div>
      <span className={styles['section']}>
        {aspect.sectionNumber === null ? null : t('schemes:section.short', { number: aspect.sectionNumber })}
      </span>
      <span className={styles['mark']}>{format.hundredths(aspect.maxHundredths)}</span>
    </li>
  );
}

const totalOf = (subCriteria: readonly SubCriterionRow[]): number =>
  subCriteria.flatMap(({ aspects }) => aspects).reduce((sum, aspect) => sum + aspect.maxHundredths, 0);

function SubCriterion({ subCriterion }: { subCriterion: SubCriterionRow }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { code, name, markingDay } = subCriterion;
  return (
    <details id={subCriterion.id} tabIndex={-1} className={styles['subCriterion']} open>
      <summary className={styles['subHead']}>
        <span className={styles['code']}>{code}</span>
        <span className={styles['subName']}>{name}</span>
        {markingDay === null ? null : (
          <span className={styles['day']}>{t('schemes:day', { day: `C${markingDay}` })}</span>
        )}
        <span className={styles['mark']}>{format.hundredths(totalOf([subCriterion]))}</span>
      </summary>
      <ul className={styles['aspects']}>
        {subCriterion.aspects.map((aspect) => (
          <Aspect key={aspect.id} aspect={aspect} />
        ))}
      </ul>
    </details>
  );
}

/** A scheme as a document: criteria, sub-criteria, aspects with everything that a marker reads. */
export function SchemeTree({ criteria }: { criteria: readonly CriterionRow[] }): ReactNode {
  const format = useFormat();
  return criteria.map((criterion) => (
    <section key={criterion.id} id={criterion.id} tabIndex={-1} className={styles['criterion']}>
      <h3 className={styles['criterionHead']}>
        <span className={styles['code']}>{criterion.code}</span>
        <span className={styles['subName']}>{criterion.name}</span>
        <span className={styles['mark']}>{format.hundredths(totalOf(criterion.subCriteria))}</span>
      </h3>
      {criterion.subCriteria.map((subCriterion) => (
        <SubCriterion key={subCriterion.id} subCriterion={subCriterion} />
      ))}
    </section>
  ));
}
