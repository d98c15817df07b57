import { SegmentedControl, Select } from '@mantine/core';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftAspect, SchemeDraft } from '#shared/contract/schemeDocument.ts';
import { HundredthsField } from '../../../ui/HundredthsField.tsx';
import { SCORES, descriptorText, withDescriptor, withExtraTexts } from './aspectParts.ts';
import { CalculationPanel } from './CalculationPanel.tsx';
import { fieldId } from './checkPlaces.ts';
import { patchAspects } from './draftEdits.ts';
import { DraftText } from './DraftText.tsx';
import styles from './Editor.module.css';
import { ASPECT_KINDS } from './editorKeys.ts';
import { useEditor } from './editorStore.ts';
import { TextList } from './TextList.tsx';

/** The largest mark of an aspect: more than the whole of an official scheme is a mistake, but it can be typed. */
export const MAX_MARK = 100_000;

/** Sections of the standard as a choice; one that the scheme does not name is shown as its number. */
export function useSectionChoices(
  draft: SchemeDraft,
  current: number | null,
): { value: string; label: string }[] {
  const { t } = useTranslation();
  const named = draft.sections.map(({ number, name }) => ({
    value: String(number),
    label: `${number}. ${name}`,
  }));
  const choices = named.filter((one, index) => named.findIndex(({ value }) => value === one.value) === index);
  if (current === null || choices.some(({ value }) => value === String(current))) return choices;
  return [...choices, { value: String(current), label: t('schemes:section.short', { number: current }) }];
}

interface SectionSelectProps {
  value: number | null;
  onChange: (value: number | null) => void;
  draft: SchemeDraft;
  placeholder?: string;
}

/** The section of the standard that an aspect belongs to. */
export function SectionSelect({ value, onChange, draft, placeholder }: SectionSelectProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Select
      id={fieldId('section')}
      className={styles['grow'] ?? ''}
      label={t('schemeEditor:aspect.section')}
      placeholder={placeholder ?? t('schemes:section.none')}
      data={useSectionChoices(draft, value)}
      value={value === null ? null : String(value)}
      onChange={(next) => onChange(next === null ? null : Number(next))}
      clearable
      openOnFocus={false}
      clearButtonProps={{ 'aria-label': t('common:action.clear') }}
    />
  );
}

interface PartProps {
  aspect: DraftAspect;
  patch: (change: Partial<DraftAspect> | ((aspect: DraftAspect) => Partial<DraftAspect>)) => void;
}

function Ladder({ aspect, patch }: PartProps): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className={styles['group']}>
      <legend>{t('schemeEditor:aspect.ladder')}</legend>
      {SCORES.map((score) => (
        <DraftText
          key={score}
          id={fieldId(`descriptor-${score}`)}
          label={t(`schemeEditor:aspect.level.${score}`)}
          isLong
          value={descriptorText(aspect, score)}
          onCommit={(text) => patch((current) => withDescriptor(current, score, text))}
        />
      ))}
    </fieldset>
  );
}

function Facts({ aspect, patch, draft }: PartProps & { draft: SchemeDraft }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles['facts']}>
      <div id={fieldId('kind')}>
        <SegmentedControl
          aria-label={t('schemeEditor:aspect.kind')}
          value={aspect.kind}
          onChange={(kind) => patch({ kind })}
          data={ASPECT_KINDS.map((value) => ({ value, label: t(`schemes:aspectKind.${value}`) }))}
        />
      </div>
      <div id={fieldId('max')}>
        <HundredthsField
          label={t('schemeEditor:aspect.max')}
          value={aspect.maxHundredths}
          maximum={MAX_MARK}
          width={96}
          onCommit={(maxHundredths) => patch({ maxHundredths: maxHundredths ?? 0 })}
        />
      </div>
      <SectionSelect
        draft={draft}
        value={aspect.sectionNumber}
        onChange={(sectionNumber) => patch({ sectionNumber })}
      />
    </div>
  );
}

interface AspectPanelProps {
  aspect: DraftAspect;
  draft: SchemeDraft;
}

function Panel({ aspect, draft }: AspectPanelProps): ReactNode {
  const { t } = useTranslation();
  const editor = useEditor();
  const patch: PartProps['patch'] = (change) =>
    editor.edit((current) => patchAspects(current, [aspect.id], change));
  const isJudged = aspect.kind === 'judgement';
  return (
    <>
      <DraftText
        id={fieldId('description')}
        label={t('schemeEditor:aspect.description')}
        isLong
        value={aspect.description}
        onCommit={(description) => patch({ description })}
      />
      <Facts aspect={aspect} patch={patch} draft={draft} />
      {isJudged && aspect.requirement === '' ? null : (
        <DraftText
          id={fieldId('requirement')}
          label={t('schemeEditor:aspect.requirement')}
          isLong
          value={aspect.requirement}
          onCommit={(requirement) => patch({ requirement })}
        />
      )}
      {isJudged || aspect.descriptors.length > 0 ? <Ladder aspect={aspect} patch={patch} /> : null}
      {isJudged && aspect.calculationIndex === null ? null : (
        <CalculationPanel aspect={aspect} draft={draft} />
      )}
      <DraftText
        id={fieldId('extra')}
        label={t('schemeEditor:aspect.extra')}
        isLong
        value={aspect.extraDescription}
        onCommit={(extraDescription) => patch({ extraDescription })}
      />
      <TextList
        label={t('schemeEditor:aspect.notes')}
        hint={t('schemeEditor:aspect.notesHint')}
        addLabel={t('schemeEditor:aspect.addNote')}
        texts={aspect.extraRows.map(({ text }) => text)}
        onChange={(texts) => patch((current) => withExtraTexts(current, texts))}
      />
      <TextList
        label={t('schemeEditor:aspect.headings')}
        hint={t('schemeEditor:aspect.headingsHint')}
        addLabel={t('schemeEditor:aspect.addHeading')}
        texts={aspect.headings}
        onChange={(texts) => patch({ headings: texts.filter((text) => text !== '') })}
      />
    </>
  );
}

/** Everything about an aspect; drawn again only when that, the sections or the calculations have changed. */
export const AspectPanel = memo(
  Panel,
  (a, b) =>
    a.aspect === b.aspect &&
    a.draft.sections === b.draft.sections &&
    a.draft.calculations === b.draft.calculations,
);
