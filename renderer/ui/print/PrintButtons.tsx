import { Button } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useContext, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SavePdfContext } from './savePdf.ts';

interface PrintButtonsProps {
  /** Name of the file: what the paper is and whose. */
  title: string;
  /** Printing is not what the screen is for first. */
  isQuiet?: boolean;
}

/** Prints the page, or saves it as a PDF where the program itself can. */
export function PrintButtons({ title, isQuiet = false }: PrintButtonsProps): ReactNode {
  const { t } = useTranslation();
  const savePdf = useContext(SavePdfContext);
  const [isSaving, setSaving] = useState(false);
  const variant = isQuiet ? 'subtle' : 'default';
  const save = async (): Promise<void> => {
    setSaving(true);
    await savePdf?.(title);
    setSaving(false);
  };
  return (
    <>
      {savePdf === null ? null : (
        <Button
          data-print-hidden
          variant={variant}
          leftSection={<IconFileTypePdf size={17} aria-hidden />}
          loading={isSaving}
          onClick={() => void save()}
        >
          {t('common:print.pdf')}
        </Button>
      )}
      <Button
        data-print-hidden
        variant={isQuiet ? 'subtle' : 'filled'}
        leftSection={<IconPrinter size={17} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('common:print.print')}
      </Button>
    </>
  );
}
