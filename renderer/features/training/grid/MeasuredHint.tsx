import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AspectRow } from '#shared/contract/schemes.ts';
import { computeMeasuredMark } from '#shared/domain/assessment/measuredMark.ts';
import type { MeasuredMark } from '#shared/domain/assessment/measuredMark.ts';
import type { Calculation, DecimalText, DeductionType } from '#shared/domain/schemes/calculation.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { waySentence } from '../../../i18n/waySentence.ts';
import styles from './AspectPanel.module.css';
import type { ShownCell } from './shownCells.ts';

interface MeasuredHintProps {
  aspect: AspectRow;
  cell: ShownCell;
  onEnter: (text: string) => void;
  /** Only read: the result is closed. */
  isReadOnly: boolean;
}

/** Digits after the comma that are shown of a target or a step. */
const DIGITS = 3;

/** Writes exact decimals of a calculation as the language does. */
function useDecimals(): {
  decimal: (value: DecimalText) => string;
  amount: (value: DecimalText, type: DeductionType) => string;
} {
  const format = useFormat();
  const decimal = (value: DecimalText): string => format.number(Number(value), DIGITS);
  return { decimal, amount: (value, type) => (type === 'percent' ? `${decimal(value)} %` : decimal(value)) };
}

/** The outcomes of a choice, each a button; their numbers can be typed too. */
function Outcomes({ aspect, cell, onEnter, isReadOnly }: MeasuredHintProps): ReactNode {
  const format = useFormat();
  const { calculation, maxHundredths } = aspect;
  if (calculation?.kind !== 'choice') return null;
  const given =
    cell.entry?.kind === 'measured' && cell.entry.measured.kind === 'option'
      ? cell.entry.measured.index
      : null;
  return (
    <ol className={styles['ladder']}>
      {calculation.options.map((option, index) => {
        const result = computeMeasuredMark(calculation, { kind: 'option', index }, maxHundredths);
        return (
          <li key={index}>
            <button
              type="button"
              className={styles['level']}
              aria-pressed={given === index}
              disabled={isReadOnly}
              onClick={() => onEnter(String(index + 1))}
            >
              <span className={styles['levelScore']}>{index + 1}</span>
              <span className={styles['levelText']}>{option.label}</span>
              <span className={styles['outcomeMark']}>
                {result.ok ? format.shortHundredths(result.mark.markHundredths) : null}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function useRuleSentence(): (calculation: Calculation) => string | null {
  const { t } = useTranslation();
  const { decimal, amount } = useDecimals();
  return (calculation) => {
    switch (calculation.kind) {
      case 'number_completed':
        return t('training:measured.number_completed', { possible: decimal(calculation.possible) });
      case 'regular_difference':
        return t('training:measured.regular_difference', {
          target: decimal(calculation.target),
          difference: amount(calculation.difference, calculation.differenceType),
          deduction: amount(calculation.deduction, calculation.deductionType),
        });
      case 'ranged_score':
        return t('training:measured.ranged_score', { target: decimal(calculation.target) });
      case 'choice':
        return t('training:measured.choice');
      case 'pass_fail':
      case 'manual':
      case 'unknown':
        return null;
    }
  };
}

/** The mark that follows from what was measured, with the way to it; null where nothing was measured. */
function wayOf(aspect: AspectRow, cell: ShownCell): MeasuredMark | null {
  if (aspect.calculation === null || cell.entry?.kind !== 'measured') return null;
  const result = computeMeasuredMark(aspect.calculation, cell.entry.measured, aspect.maxHundredths);
  return result.ok ? result.mark : null;
}

/** What is to be typed where an aspect has a calculation, and what mark came out. */
export function MeasuredHint(props: MeasuredHintProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const sentenceOf = useRuleSentence();
  const { aspect, cell } = props;
  const sentence = aspect.calculation === null ? null : sentenceOf(aspect.calculation);
  if (sentence === null) return null;
  const way = wayOf(aspect, cell);
  return (
    <>
      <p className={styles['rule']}>{sentence}</p>
      <Outcomes {...props} />
      {way === null ? null : (
        <p className={styles['computed']} role="status">
          <strong>{t('training:measured.computed', { mark: format.hundredths(way.markHundredths) })}</strong>
          <span>{waySentence(t, language, way.way)}</span>
        </p>
      )}
      {props.isReadOnly ? null : <p className={styles['hint']}>{t('training:measured.byHand')}</p>}
    </>
  );
}
