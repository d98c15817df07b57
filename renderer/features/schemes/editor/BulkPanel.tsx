import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftAspect, SchemeDraft } from '#shared/contract/schemeDocument.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { HundredthsField } from '../../../ui/HundredthsField.tsx';
import { MAX_MARK, SectionSelect } from './AspectPanel.tsx';
import { patchAspects, setDays } from './draftEdits.ts';
import styles from './Editor.module.css';
import { ASPECT_KINDS, editorCommands } from './editorKeys.ts';
import { useEditor } from './editorStore.ts';
import { DaySelect } from './GroupPanels.tsx';

/** The value that all have; null when they differ. */
function common<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** Changes to all aspects that are ticked, each at once. */
export function BulkPanel({ draft, ids }: { draft: SchemeDraft; ids: ReadonlySet<string> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const editor = useEditor();
  const forms = draft.criteria
    .flatMap(({ subCriteria }) => subCriteria)
    .filter(({ aspects }) => aspects.some(({ id }) => ids.has(id)));
  const aspects = forms.flatMap((form) => form.aspects).filter(({ id }) => ids.has(id));
  const patch = (change: Partial<DraftAspect>): void =>
    editor.edit((current) => patchAspects(current, ids, change));
  const total = aspects.reduce((sum, aspect) => sum + aspect.maxHundredths, 0);
  const several = t('schemeEditor:bulk.differs');
  return (
    <>
      <p className={styles['groupHint']}>
        {t('schemeEditor:bulk.total', { total: format.hundredths(total) })}
      </p>
      <div className={styles['facts']}>
        <SegmentedControl
          aria-label={t('schemeEditor:aspect.kind')}
          value={common(aspects.map(({ kind }) => kind)) ?? ''}
          onChange={(kind) => patch({ kind: kind === 'judgement' ? 'judgement' : 'measurement' })}
          data={ASPECT_KINDS.map((value) => ({ value, label: t(`schemes:aspectKind.${value}`) }))}
        />
        <HundredthsField
          label={t('schemeEditor:aspect.max')}
          placeholder={several}
          value={common(aspects.map(({ maxHundredths }) => maxHundredths))}
          maximum={MAX_MARK}
          width={120}
          onCommit={(value) => {
            if (value !== null) patch({ maxHundredths: value });
          }}
        />
      </div>
      <SectionSelect
        draft={draft}
        placeholder={several}
        value={common(aspects.map(({ sectionNumber }) => sectionNumber))}
        onChange={(sectionNumber) => patch({ sectionNumber })}
      />
      <DaySelect
        placeholder={several}
        value={common(forms.map(({ markingDay }) => markingDay))}
        onChange={(day) => editor.edit((current) => setDays(current, ids, day))}
      />
      <p className={styles['groupHint']}>{t('schemeEditor:bulk.dayHint', { count: forms.length })}</p>
      <div className={styles['facts']}>
        <Button
          variant="default"
          leftSection={<IconArrowUp size={16} aria-hidden />}
          onClick={() => editorCommands.move(editor, 'up')}
        >
          {t('schemeEditor:action.moveUp')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconArrowDown size={16} aria-hidden />}
          onClick={() => editorCommands.move(editor, 'down')}
        >
          {t('schemeEditor:action.moveDown')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => editorCommands.duplicate(editor)}
        >
          {t('schemeEditor:action.duplicate')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => editorCommands.remove(editor)}
        >
          {t('common:action.remove')}
        </Button>
      </div>
    </>
  );
}
