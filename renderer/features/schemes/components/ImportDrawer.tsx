import { TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingInput } from '#shared/contract/schemes.ts';
import type { SheetPreview } from '#shared/domain/schemes/readScheme.ts';
import { CallFailure } from '../../../client/callFailure.ts';
import { useCommand } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { ImportPreview } from '../useImportPreview.ts';
import { useImportPreview } from '../useImportPreview.ts';
import { CompetencySelect } from './CompetencySelect.tsx';
import { WorkbookDrop } from '../../../ui/WorkbookDrop.tsx';
import { MappingForm } from './MappingForm.tsx';
import { SchemeFigures } from './SchemeFigures.tsx';
import styles from './Schemes.module.css';
import { SectionSummaryTable } from './SectionTable.tsx';
import { WarningList } from './WarningList.tsx';

interface ImportDrawerProps {
  /** A file that was dropped on the page; null: it is chosen here. */
  file: File | null;
  onClose: () => void;
  onImported: (schemeId: string) => void;
}

interface Choice {
  title: string;
  competencyId: string | null;
}

function Preview({ preview }: { preview: ImportPreview }): ReactNode {
  const { t } = useTranslation();
  const { summary, warnings } = preview.answer;
  return (
    <>
      <SchemeFigures summary={summary} />
      {warnings.length === 0 ? (
        <Notice tone="good" title={t('schemes:warnings.none')} />
      ) : (
        <section>
          <h3 className={styles['heading']}>{t('schemes:warnings.title', { count: warnings.length })}</h3>
          <WarningList warnings={warnings} />
        </section>
      )}
      {summary.sections.length === 0 ? null : (
        <section>
          <h3 className={styles['heading']}>{t('schemes:section.title')}</h3>
          <SectionSummaryTable sections={summary.sections} />
        </section>
      )}
    </>
  );
}

/** First rows of the sheets of a workbook whose layout is not known. */
function sheetsOf(error: unknown): SheetPreview[] {
  if (!(error instanceof CallFailure) || error.code !== 'workbook_unknown_layout') return [];
  const { preview } = error.data;
  return Array.isArray(preview) ? (preview as SheetPreview[]) : [];
}

/** A workbook that has to be explained before it can be read. */
interface Unknown {
  file: File;
  sheets: SheetPreview[];
}

interface ReadingProps {
  reading: ReturnType<typeof useImportPreview>;
  unknown: Unknown | null;
  onRead: (file: File, mapping: MappingInput | null) => void;
}

/** The file, what went wrong with it, and the form for one of an unknown layout. */
function Reading({ reading, unknown, onRead }: ReadingProps): ReactNode {
  const { t } = useTranslation();
  const failure = reading.isError ? errorSentence(t, reading.error) : null;
  const isMapped = (reading.variables?.mapping ?? null) !== null;
  const fileName = reading.data?.file.fileName ?? unknown?.file.name ?? null;
  return (
    <>
      <WorkbookDrop
        hint={t('schemes:import.drop')}
        fileName={fileName}
        isReading={reading.isPending}
        onFile={(file) => onRead(file, null)}
      />
      {unknown === null ? null : (
        <MappingForm
          key={`${unknown.file.name} ${unknown.file.lastModified}`}
          sheets={unknown.sheets}
          isReading={reading.isPending}
          error={isMapped ? failure : null}
          onRead={(mapping) => onRead(unknown.file, mapping)}
        />
      )}
      {failure !== null && unknown === null ? (
        <Notice tone="bad" icon={IconAlertTriangle} title={t('schemes:import.failed')}>
          {failure}
        </Notice>
      ) : null}
    </>
  );
}

interface ResultProps {
  found: ImportPreview;
  choice: Choice;
  onChange: (choice: Choice) => void;
}

/** What the workbook would become, its name and its competency. */
function Result({ found, choice, onChange }: ResultProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('schemes:field.title')}
        withAsterisk
        value={choice.title}
        onChange={(event) => onChange({ ...choice, title: event.currentTarget.value })}
        error={fieldRules(t).filledLine(choice.title)}
      />
      <CompetencySelect
        value={choice.competencyId}
        onChange={(competencyId) => onChange({ ...choice, competencyId })}
        description={
          found.answer.suggestedCompetencyId === null
            ? t('schemes:import.noSuggestion')
            : t('schemes:import.suggestion')
        }
      />
      <Preview preview={found} />
    </>
  );
}

/** Reads chosen files; one of an unknown layout stays until it is read, or another is chosen. */
function useReading(onFound: (choice: Choice) => void): ReadingProps {
  const reading = useImportPreview();
  const [unknown, setUnknown] = useState<Unknown | null>(null);
  const onRead = (file: File, mapping: MappingInput | null): void => {
    reading.mutate(
      { file, mapping },
      {
        onError: (error) => {
          const sheets = sheetsOf(error);
          if (mapping === null) setUnknown(sheets.length > 0 ? { file, sheets } : null);
        },
        onSuccess: ({ answer, file: { fileName } }) => {
          if (mapping === null) setUnknown(null);
          const title = answer.summary.title === '' ? fileName : answer.summary.title;
          onFound({ title, competencyId: answer.suggestedCompetencyId });
        },
      },
    );
  };
  return { reading, unknown, onRead };
}

/** Pixels: as wide as a table of columns needs. */
const WIDE = 1040;
const NARROW = 760;

/** Choose a workbook, look at what it would become, confirm the competency, store. */
export function ImportDrawer({ file, onClose, onImported }: ImportDrawerProps): ReactNode {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<Choice>({ title: '', competencyId: null });
  const store = useCommand('schemes.importWorkbook', { quiet: true, offerUndo: true });
  const { reading, unknown, onRead } = useReading(setChoice);
  const read = (chosen: File, mapping: MappingInput | null): void => {
    store.reset();
    onRead(chosen, mapping);
  };
  const readDropped = useEffectEvent(() => {
    if (file !== null) read(file, null);
  });
  useEffect(() => readDropped(), []);

  const found = reading.isSuccess ? reading.data : null;
  const submit = (): void => {
    if (found === null || fieldRules(t).filledLine(choice.title) !== null) return;
    const mapping = found.mapping === null ? {} : { mapping: found.mapping };
    store.mutate(
      { ...found.file, dryRun: false, ...choice, ...mapping },
      { onSuccess: ({ schemeId }) => schemeId !== undefined && onImported(schemeId) },
    );
  };
  return (
    <FormDrawer
      command="schemes.importWorkbook"
      opened
      title={t('schemes:import.title')}
      submitLabel={t('schemes:import.store')}
      isDirty={false}
      isSubmitting={store.isPending}
      canSubmit={found !== null}
      error={store.error}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onClose={onClose}
      size={unknown === null ? NARROW : WIDE}
    >
      <Reading reading={reading} unknown={unknown} onRead={read} />
      {found === null ? null : <Result found={found} choice={choice} onChange={setChoice} />}
    </FormDrawer>
  );
}
