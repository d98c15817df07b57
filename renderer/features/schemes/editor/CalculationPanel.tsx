import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftAspect, SchemeDraft } from '#shared/contract/schemeDocument.ts';
import { computeMeasuredMark, parseMeasuredNumber } from '#shared/domain/assessment/measuredMark.ts';
import type { Calculation } from '#shared/domain/schemes/calculation.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { CalculationFields } from './CalculationFields.tsx';
import { useCalculationSentence } from './useCalculationSentence.ts';
import { fieldId } from './checkPlaces.ts';
import {
  assignCalculation,
  clearCalculation,
  countUsers,
  emptyCalculation,
  listNamedCalculations,
  patchCalculation,
} from './draftCalculations.ts';
import { DraftText } from './DraftText.tsx';
import styles from './Editor.module.css';
import { useEditor } from './editorStore.ts';

const KINDS = [
  'pass_fail',
  'number_completed',
  'choice',
  'regular_difference',
  'ranged_score',
  'manual',
] as const satisfies readonly Calculation['kind'][];
type OwnKind = (typeof KINDS)[number];

const isOwnKind = (value: string): value is OwnKind => (KINDS as readonly string[]).includes(value);

/** A measured number and the mark that follows, so that a person sees whether the rule is what was meant. */
function Trial({ calculation, aspect }: { calculation: Calculation; aspect: DraftAspect }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState('');
  const measured = parseMeasuredNumber(text);
  const result = measured && computeMeasuredMark(calculation, measured, aspect.maxHundredths);
  const answer = result?.ok
    ? t('schemeEditor:calculation.trialMark', { mark: format.hundredths(result.mark.markHundredths) })
    : t('schemeEditor:calculation.trialHint');
  return (
    <TextInput
      size="xs"
      w={220}
      label={t('schemeEditor:calculation.trial')}
      description={text === '' ? t('schemeEditor:calculation.trialHint') : answer}
      inputMode="decimal"
      value={text}
      error={result && !result.ok ? t(`errors:${result.problem}`) : null}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

const NUMBER_KINDS: ReadonlySet<Calculation['kind']> = new Set([
  'number_completed',
  'regular_difference',
  'ranged_score',
]);

function useChoices(draft: SchemeDraft, current: Calculation | null): { group: string; items: Choice[] }[] {
  const { t } = useTranslation();
  const kinds = KINDS.map((value) => ({ value, label: t(`schemeEditor:calculation.kind.${value}`) }));
  const unknown = { value: 'unknown', label: t('schemeEditor:calculation.kind.unknown') };
  const named = listNamedCalculations(draft).map(({ index, name }) => ({
    value: `at ${index}`,
    label: name,
  }));
  return [
    {
      group: t('schemeEditor:calculation.rules'),
      items: [
        { value: 'none', label: t('schemeEditor:calculation.kind.none') },
        ...kinds,
        ...(current?.kind === 'unknown' ? [unknown] : []),
      ],
    },
    ...(named.length === 0 ? [] : [{ group: t('schemeEditor:calculation.named'), items: named }]),
  ];
}

interface Choice {
  value: string;
  label: string;
}

interface Entry {
  name: string;
  isShared: boolean;
  calculation: Calculation;
}

function Parameters(props: { aspect: DraftAspect; draft: SchemeDraft; entry: Entry }): ReactNode {
  const { aspect, draft, entry } = props;
  const { t } = useTranslation();
  const editor = useEditor();
  const sentence = useCalculationSentence();
  const patch = (change: Partial<Entry>): void =>
    editor.edit((current) => patchCalculation(current, aspect.id, change));
  const users = countUsers(draft, aspect.calculationIndex);
  return (
    <>
      <CalculationFields calculation={entry.calculation} onChange={(calculation) => patch({ calculation })} />
      <p className={styles['sentence']}>{sentence(entry.calculation, aspect.maxHundredths)}</p>
      {NUMBER_KINDS.has(entry.calculation.kind) ? (
        <Trial calculation={entry.calculation} aspect={aspect} />
      ) : null}
      <div className={styles['facts']}>
        <DraftText
          label={t('schemeEditor:calculation.name')}
          description={t('schemeEditor:calculation.nameHint')}
          size="xs"
          width="100%"
          value={entry.name}
          onCommit={(name) => patch({ name, isShared: name !== '' || entry.isShared })}
        />
      </div>
      {entry.name === '' ? null : (
        <Checkbox
          size="xs"
          label={t('schemeEditor:calculation.shared')}
          checked={entry.isShared}
          onChange={(event) => patch({ isShared: event.currentTarget.checked })}
        />
      )}
      {entry.name !== '' && users > 1 ? (
        <p className={styles['groupHint']}>{t('schemeEditor:calculation.users', { count: users })}</p>
      ) : null}
    </>
  );
}

/** How what was measured becomes the mark of an aspect, in words and with its numbers. */
export function CalculationPanel({ aspect, draft }: { aspect: DraftAspect; draft: SchemeDraft }): ReactNode {
  const { t } = useTranslation();
  const editor = useEditor();
  const { calculationIndex } = aspect;
  const entry = calculationIndex === null ? undefined : draft.calculations[calculationIndex];
  const isNamed = entry !== undefined && entry.name !== '';
  const value = isNamed ? `at ${calculationIndex}` : (entry?.calculation.kind ?? 'none');
  const choose = (next: string | null): void => {
    const ids = [aspect.id];
    if (next === null || next === value || next === 'unknown') return;
    editor.edit((current) => {
      if (next === 'none') return clearCalculation(current, ids);
      if (isOwnKind(next)) {
        // A named rule is left to those who use it.
        const base = isNamed ? clearCalculation(current, ids) : current;
        return patchCalculation(base, aspect.id, { calculation: emptyCalculation(next) });
      }
      return assignCalculation(current, ids, Number(next.slice('at '.length)));
    });
  };
  return (
    <fieldset className={styles['group']}>
      <legend>{t('schemeEditor:calculation.title')}</legend>
      <Select
        id={fieldId('calculation')}
        aria-label={t('schemeEditor:calculation.title')}
        data={useChoices(draft, entry?.calculation ?? null)}
        value={value}
        onChange={choose}
        allowDeselect={false}
        openOnFocus={false}
      />
      {entry === undefined ? (
        <p className={styles['groupHint']}>{t('schemeEditor:calculation.noneHint')}</p>
      ) : (
        <Parameters key={calculationIndex} aspect={aspect} draft={draft} entry={entry} />
      )}
    </fieldset>
  );
}
