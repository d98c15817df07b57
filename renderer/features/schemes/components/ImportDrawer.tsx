import { TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { ImportPreview } from '../useImportPreview.ts';
import { useImportPreview } from '../useImportPreview.ts';
import { CompetencySelect } from './CompetencySelect.tsx';
import { FileDrop } from './FileDrop.tsx';
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

/** Choose a workbook, look at what it would become, confirm the competency, store. */
export function ImportDrawer({ file, onClose, onImported }: ImportDrawerProps): ReactNode {
  const { t } = useTranslation();
  const [choice, setChoice] = useState<Choice>({ title: '', competencyId: null });
  const preview = useImportPreview();
  const store = useCommand('schemes.importWorkbook', { quiet: true, offerUndo: true });
  const titleError = fieldRules(t).filledLine(choice.title);

  const read = (chosen: File): void => {
    store.reset();
    preview.mutate(chosen, {
      onSuccess: ({ answer, file: { fileName } }) =>
        setChoice({
          title: answer.summary.title === '' ? fileName : answer.summary.title,
          competencyId: answer.suggestedCompetencyId,
        }),
    });
  };
  const readDropped = useEffectEvent(() => {
    if (file !== null) read(file);
  });
  useEffect(() => readDropped(), []);

  const found = preview.isSuccess ? preview.data : null;
  return (
    <FormDrawer
      opened
      title={t('schemes:import.title')}
      submitLabel={t('schemes:import.store')}
      isDirty={false}
      isSubmitting={store.isPending}
      canSubmit={found !== null}
      error={store.error}
      onSubmit={(event) => {
        event.preventDefault();
        if (found === null || titleError !== null) return;
        store.mutate(
          { ...found.file, dryRun: false, ...choice },
          { onSuccess: ({ schemeId }) => schemeId !== undefined && onImported(schemeId) },
        );
      }}
      onClose={onClose}
      size={760}
    >
      <FileDrop fileName={found?.file.fileName ?? null} isReading={preview.isPending} onFile={read} />
      {preview.isError ? (
        <Notice tone="bad" icon={IconAlertTriangle} title={t('schemes:import.failed')}>
          {errorSentence(t, preview.error)}
        </Notice>
      ) : null}
      {found === null ? null : (
        <>
          <TextInput
            label={t('schemes:field.title')}
            withAsterisk
            value={choice.title}
            onChange={(event) => setChoice({ ...choice, title: event.currentTarget.value })}
            error={titleError}
          />
          <CompetencySelect
            value={choice.competencyId}
            onChange={(competencyId) => setChoice({ ...choice, competencyId })}
            description={
              found.answer.suggestedCompetencyId === null
                ? t('schemes:import.noSuggestion')
                : t('schemes:import.suggestion')
            }
          />
          <Preview preview={found} />
        </>
      )}
    </FormDrawer>
  );
}
