import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingInput } from '#shared/contract/schemes.ts';
import { guessColumns, guessHeaderRow } from '#shared/domain/schemes/guessColumns.ts';
import type { SheetPreview } from '#shared/domain/schemes/readScheme.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { ColumnMapper } from './ColumnMapper.tsx';

interface MappingFormProps {
  sheets: readonly SheetPreview[];
  isReading: boolean;
  /** Why the last attempt to read by these columns failed. */
  error: string | null;
  onRead: (mapping: MappingInput) => void;
}

function guess(sheet: SheetPreview | undefined): MappingInput {
  const rows = sheet?.rows ?? [];
  const headerRow = guessHeaderRow(rows);
  return { sheetName: sheet?.name ?? '', headerRow, columns: guessColumns(rows, headerRow) };
}

/** The sheet that most likely holds the scheme: the one with the most filled rows. */
function guessSheet(sheets: readonly SheetPreview[]): SheetPreview | undefined {
  const filled = (sheet: SheetPreview): number =>
    sheet.rows.filter((row) => row.some((cell) => cell !== null && cell !== '')).length;
  return sheets.toSorted((a, b) => filled(b) - filled(a))[0];
}

/** Which column of an unknown workbook is what. */
export function MappingForm({ sheets, isReading, error, onRead }: MappingFormProps): ReactNode {
  const { t } = useTranslation();
  const [mapping, setMapping] = useState<MappingInput>(() => guess(guessSheet(sheets)));
  const sheet = sheets.find(({ name }) => name === mapping.sheetName);
  const canRead = mapping.columns.description !== undefined && mapping.columns.maxMark !== undefined;
  return (
    <>
      <Notice tone="warn" title={t('schemeEditor:mapping.title')}>
        {t('schemeEditor:mapping.text')}
      </Notice>
      {sheets.length > 1 ? (
        <Select
          label={t('schemeEditor:mapping.sheet')}
          data={[...new Set(sheets.map(({ name }) => name))]}
          value={mapping.sheetName}
          onChange={(name) => setMapping(guess(sheets.find((one) => one.name === name)))}
          allowDeselect={false}
          openOnFocus={false}
        />
      ) : null}
      <ColumnMapper
        label={t('schemeEditor:mapping.rows')}
        rows={sheet?.rows ?? []}
        headerRow={mapping.headerRow}
        columns={mapping.columns}
        onChange={(change) => setMapping({ ...mapping, ...change })}
      />
      {error === null ? null : <Notice tone="bad" title={error} />}
      <div>
        <Button loading={isReading} disabled={!canRead} onClick={() => onRead(mapping)}>
          {t('schemeEditor:mapping.read')}
        </Button>
      </div>
    </>
  );
}
