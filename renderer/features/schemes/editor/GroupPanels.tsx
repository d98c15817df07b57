import { ActionIcon, Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftCriterion, DraftSubCriterion, SchemeDraft } from '#shared/contract/schemeDocument.ts';
import { listAspects, sumAspectHundredths } from '#shared/domain/schemes/schemeDocument.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { HundredthsField } from '../../../ui/HundredthsField.tsx';
import { AllocationTableView } from '../components/SectionTable.tsx';
import { MAX_MARK } from './AspectPanel.tsx';
import { fieldId } from './checkPlaces.ts';
import { patchCriterion, patchSubCriterion } from './draftEdits.ts';
import { DraftText } from './DraftText.tsx';
import styles from './Editor.module.css';
import { editorCommands } from './editorKeys.ts';
import { useEditor, useEditorState } from './editorStore.ts';

/** Days that a championship has, with those of preparation. */
const DAYS = [-4, -3, -2, -1, 1, 2, 3, 4, 5, 6] as const;

interface DaySelectProps {
  value: number | null;
  onChange: (value: number | null) => void;
  placeholder?: string;
}

/** The marking day: C1 is the first day, C-1 the day before it. */
export function DaySelect({ value, onChange, placeholder }: DaySelectProps): ReactNode {
  const { t } = useTranslation();
  const days = value === null || DAYS.some((day) => day === value) ? DAYS : [...DAYS, value];
  return (
    <Select
      id={fieldId('day')}
      w={180}
      label={t('schemeEditor:form.day')}
      placeholder={placeholder ?? t('schemeEditor:form.noDay')}
      data={days.map((day) => ({ value: String(day), label: `C${day}` }))}
      value={value === null ? null : String(value)}
      onChange={(next) => onChange(next === null ? null : Number(next))}
      clearable
      openOnFocus={false}
      clearButtonProps={{ 'aria-label': t('common:action.clear') }}
    />
  );
}

/** A sub-criterion: one marking form. */
export function SubCriterionPanel({ form }: { form: DraftSubCriterion }): ReactNode {
  const { t } = useTranslation();
  const editor = useEditor();
  const patch = (change: Partial<DraftSubCriterion>): void =>
    editor.edit((draft) => patchSubCriterion(draft, form.id, change));
  return (
    <>
      <div className={styles['facts']}>
        <DraftText
          id={fieldId('code')}
          label={t('schemeEditor:form.code')}
          width={110}
          value={form.code}
          onCommit={(code) => patch({ code })}
        />
        <DaySelect value={form.markingDay} onChange={(markingDay) => patch({ markingDay })} />
      </div>
      <DraftText
        id={fieldId('name')}
        label={t('schemeEditor:form.name')}
        isLong
        value={form.name}
        onCommit={(name) => patch({ name })}
      />
      <div className={styles['facts']}>
        <Button
          id={fieldId('add-aspect')}
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => editorCommands.addAspect(editor)}
        >
          {t('schemeEditor:action.addAspect')}
        </Button>
      </div>
    </>
  );
}

/** A criterion, with the mark that the list of criteria declares for it. */
export function CriterionPanel({ criterion }: { criterion: DraftCriterion }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const editor = useEditor();
  const patch = (change: Partial<DraftCriterion>): void =>
    editor.edit((draft) => patchCriterion(draft, criterion.id, change));
  const sum = sumAspectHundredths(listAspects(criterion));
  const isSame = criterion.declaredHundredths === sum;
  return (
    <>
      <div className={styles['facts']}>
        <DraftText
          id={fieldId('code')}
          label={t('schemeEditor:form.letter')}
          width={110}
          value={criterion.code}
          onCommit={(code) => patch({ code })}
        />
        <div id={fieldId('declared')}>
          <HundredthsField
            label={t('schemeEditor:form.declared')}
            value={criterion.declaredHundredths}
            maximum={MAX_MARK}
            width={150}
            onCommit={(declaredHundredths) => patch({ declaredHundredths })}
          />
        </div>
        {isSame ? null : (
          <Button variant="subtle" onClick={() => patch({ declaredHundredths: sum })}>
            {t('schemeEditor:form.takeSum', { sum: format.hundredths(sum) })}
          </Button>
        )}
      </div>
      <DraftText
        id={fieldId('name')}
        label={t('schemeEditor:form.name')}
        isLong
        value={criterion.name}
        onCommit={(name) => patch({ name })}
      />
      <div className={styles['facts']}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => editorCommands.addSubCriterion(editor)}
        >
          {t('schemeEditor:action.addSubCriterion')}
        </Button>
      </div>
    </>
  );
}

type Section = SchemeDraft['sections'][number];

function SectionFields({ sections }: { sections: readonly Section[] }): ReactNode {
  const { t } = useTranslation();
  const editor = useEditor();
  const set = (next: Section[]): void => editor.edit((draft) => ({ ...draft, sections: next }));
  const patch = (index: number, change: Partial<Section>): void =>
    set(sections.map((section, at) => (at === index ? { ...section, ...change } : section)));
  const isNumber = (text: string): boolean => /^\d{1,3}$/.test(text.trim());
  const free = Math.max(0, ...sections.map(({ number }) => number)) + 1;
  return (
    <fieldset className={styles['group']}>
      <legend>{t('schemes:section.title')}</legend>
      {sections.map((section, index) => (
        <div key={index} className={styles['textRow']}>
          <DraftText
            id={fieldId(`section-${index}-number`)}
            label={t('schemeEditor:sections.number', { number: index + 1 })}
            isLabelHidden
            width={56}
            size="xs"
            value={String(section.number)}
            check={(text) => (isNumber(text) ? null : t('schemeEditor:sections.notNumber'))}
            onCommit={(text) => patch(index, { number: Number(text) })}
          />
          <DraftText
            label={t('schemeEditor:sections.name', { number: index + 1 })}
            isLabelHidden
            width="100%"
            size="xs"
            maxLength={5000}
            value={section.name}
            onCommit={(name) => patch(index, { name })}
          />
          <div id={fieldId(`section-${index}-weight`)}>
            <HundredthsField
              label={t('schemeEditor:sections.weight', { number: index + 1 })}
              isLabelHidden
              isSmall
              width={84}
              value={section.declaredHundredths}
              maximum={MAX_MARK}
              onCommit={(value) => patch(index, { declaredHundredths: value ?? 0 })}
            />
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="md"
            aria-label={t('schemeEditor:sections.remove', { number: index + 1 })}
            onClick={() => set(sections.toSpliced(index, 1))}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        id={fieldId('add-section')}
        variant="subtle"
        size="compact-sm"
        className={styles['addText'] ?? ''}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => set([...sections, { number: free, name: '', declaredHundredths: 0 }])}
      >
        {t('schemeEditor:sections.add')}
      </Button>
    </fieldset>
  );
}

/** The scheme as a whole: what it is, its sections, and the mark-allocation table. */
export function SchemePanel({ draft }: { draft: SchemeDraft }): ReactNode {
  const { t } = useTranslation();
  const editor = useEditor();
  const kind = useEditorState((state) => state.form.kind);
  const allowsPartial = useEditorState((state) => state.form.allowsPartial);
  return (
    <>
      <DraftText
        id={fieldId('title')}
        label={t('schemes:field.title')}
        value={draft.title}
        check={(text) => (text.trim() === '' ? t('common:field.required') : null)}
        onCommit={(title) => editor.edit((current) => ({ ...current, title }))}
      />
      <div className={styles['kind']}>
        <SegmentedControl
          aria-label={t('schemes:field.kind')}
          value={kind}
          onChange={(next) => editor.editForm({ kind: next })}
          data={(['official', 'practice'] as const).map((value) => ({
            value,
            label: t(`schemes:kind.${value}`),
          }))}
        />
        <span className={styles['groupHint']}>{t(`schemeEditor:kindHint.${kind}`)}</span>
      </div>
      <Checkbox
        label={t('schemeEditor:form.partial')}
        description={t('schemeEditor:form.partialHint')}
        checked={allowsPartial}
        onChange={(event) => editor.editForm({ allowsPartial: event.currentTarget.checked })}
      />
      <SectionFields sections={draft.sections} />
      <div
        id={fieldId('allocation')}
        tabIndex={0}
        role="group"
        aria-label={t('schemeEditor:allocation')}
        className={styles['allocation']}
      >
        <h3 className={styles['groupTitle']}>{t('schemeEditor:allocation')}</h3>
        <AllocationTableView scheme={draft} />
      </div>
    </>
  );
}
