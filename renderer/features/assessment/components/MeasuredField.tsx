import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AspectRow } from '#shared/contract/schemes.ts';
import {
  computeMeasuredMark,
  measuredKindOf,
  parseMeasuredNumber,
  type MeasuredValue,
} from '#shared/domain/assessment/measuredMark.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { HundredthsField } from '../../../ui/HundredthsField.tsx';
import { waySentence } from '../../../i18n/waySentence.ts';

type Entry = { kind: 'points'; markHundredths: number } | { kind: 'measured'; measured: MeasuredValue };

interface MeasuredFieldProps {
  aspect: AspectRow;
  /** What was entered; null while it is nothing that can be stored. */
  onChange: (entry: Entry | null) => void;
}

/** The mark of a value and the way to it, at once while it is entered. */
function describe(
  aspect: AspectRow,
  measured: MeasuredValue | null,
): ReturnType<typeof computeMeasuredMark> | null {
  return measured === null || aspect.calculation === null
    ? null
    : computeMeasuredMark(aspect.calculation, measured, aspect.maxHundredths);
}

/** What was measured: a number, an outcome, yes or no; without a calculation, the mark itself. */
export function MeasuredField({ aspect, onChange }: MeasuredFieldProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const [text, setText] = useState('');
  const [measured, setMeasured] = useState<MeasuredValue | null>(null);
  const kind = measuredKindOf(aspect.calculation);
  const result = describe(aspect, measured);
  const enter = (value: MeasuredValue | null): void => {
    setMeasured(value);
    const isGood = describe(aspect, value)?.ok === true;
    onChange(value !== null && isGood ? { kind: 'measured', measured: value } : null);
  };
  const way = result?.ok
    ? `${format.hundredths(result.mark.markHundredths)}: ${waySentence(t, language, result.mark.way)}`
    : undefined;
  const problem = result && !result.ok ? t(`errors:${result.problem}`) : null;
  if (kind === null) {
    return (
      <HundredthsField
        label={t('assessment:measured.mark', { max: format.hundredths(aspect.maxHundredths) })}
        value={null}
        maximum={aspect.maxHundredths}
        onCommit={(value) => onChange(value === null ? null : { kind: 'points', markHundredths: value })}
      />
    );
  }
  if (kind === 'number') {
    return (
      <TextInput
        label={t('assessment:measured.value')}
        description={way}
        error={problem}
        inputMode="decimal"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          enter(parseMeasuredNumber(event.currentTarget.value));
        }}
      />
    );
  }
  const options =
    kind === 'passed'
      ? [t('assessment:measured.yes'), t('assessment:measured.no')]
      : aspect.calculation?.kind === 'choice'
        ? aspect.calculation.options.map((option) => option.label)
        : [];
  return (
    <Select
      label={t('assessment:measured.outcome')}
      description={way}
      error={problem}
      data={options.map((label, index) => ({ value: String(index), label }))}
      value={text === '' ? null : text}
      onChange={(value) => {
        setText(value ?? '');
        if (value === null) return;
        const index = Number(value);
        enter(kind === 'passed' ? { kind: 'passed', passed: index === 0 } : { kind: 'option', index });
      }}
    />
  );
}
