import { Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { guessColumns, guessHeaderRow } from '#shared/domain/schemes/guessColumns.ts';
import { parseTabText, type TextBlock } from '#shared/domain/training/clipboardBlock.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ColumnMapper } from '../components/ColumnMapper.tsx';
import { WarningList } from '../components/WarningList.tsx';
import { makeRowId } from './editorKeys.ts';
import { useEditor } from './editorStore.ts';
import { insertPasted, readPastedRows, type PastedRows } from './pastedRows.ts';

interface PasteDrawerProps {
  /** What was on the clipboard; null: it is pasted here. */
  block: TextBlock | null;
  onClose: () => void;
}

function guess(rows: TextBlock): PastedRows {
  const headerRow = guessHeaderRow(rows);
  return { rows, headerRow, columns: guessColumns(rows, headerRow) };
}

function Found({ pasted }: { pasted: PastedRows }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = useMemo(() => readPastedRows(pasted), [pasted]);
  if (parts === null) return <Notice tone="warn" title={t('schemeEditor:paste.nothing')} />;
  const aspects = parts.subCriteria.flatMap((form) => form.aspects);
  const total = aspects.reduce((sum, aspect) => sum + aspect.maxHundredths, 0);
  const marks = format.hundredths(total);
  return (
    <>
      <Notice
        tone="good"
        title={
          parts.hasForms
            ? t('schemeEditor:paste.foundForms', {
                count: aspects.length,
                forms: parts.subCriteria.length,
                marks,
              })
            : t('schemeEditor:paste.found', { count: aspects.length, marks })
        }
      />
      <WarningList warnings={parts.warnings.map((warning) => ({ ...warning }))} />
    </>
  );
}

/** Rows of a spreadsheet become aspects: which column is what, and what they come to, before they are added. */
export function PasteDrawer({ block, onClose }: PasteDrawerProps): ReactNode {
  const { t } = useTranslation();
  const editor = useEditor();
  const [text, setText] = useState('');
  const [pasted, setPasted] = useState<PastedRows | null>(() => (block === null ? null : guess(block)));
  const type = (value: string): void => {
    setText(value);
    setPasted(value.trim() === '' ? null : guess(parseTabText(value)));
  };
  return (
    <FormDrawer
      command="schemes.saveDraft"
      opened
      title={t('schemeEditor:paste.title')}
      submitLabel={t('schemeEditor:paste.add')}
      isDirty={false}
      isSubmitting={false}
      canSubmit={pasted !== null && readPastedRows(pasted) !== null}
      error={null}
      onSubmit={(event) => {
        event.preventDefault();
        const parts = pasted && readPastedRows(pasted);
        if (!parts) return;
        editor.step((draft) => insertPasted(draft, editor.state.activeId, parts, makeRowId));
        onClose();
      }}
      onClose={onClose}
      size={920}
    >
      {block === null ? (
        <Textarea
          label={t('schemeEditor:paste.text')}
          description={t('schemeEditor:paste.textHint')}
          minRows={4}
          maxRows={8}
          autosize
          data-autofocus
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
        />
      ) : null}
      {pasted === null ? null : (
        <>
          <ColumnMapper
            label={t('schemeEditor:paste.rows')}
            rows={pasted.rows}
            headerRow={pasted.headerRow}
            columns={pasted.columns}
            onChange={(change) => setPasted({ ...pasted, ...change })}
          />
          <Found pasted={pasted} />
        </>
      )}
    </FormDrawer>
  );
}
