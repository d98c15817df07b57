import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { dropDraft, keepDraft, readDraft } from '../../../client/drafts.ts';
import { notify } from '../../../ui/notify.ts';
import type { OpenText, SheetController } from './sheetController.ts';

const keyOf = (sessionId: string, schemeId: string): string => `cell/${sessionId}/${schemeId}`;

function isOpenText(value: unknown): value is OpenText {
  if (typeof value !== 'object' || value === null) return false;
  const kept = value as Partial<Record<keyof OpenText, unknown>>;
  return [kept.attemptId, kept.aspectId, kept.text].every((part) => typeof part === 'string');
}

/** Keeps what is being typed into a cell, and opens the cell again with it after the program ended in between. */
export function useCellDraft(controller: SheetController, sessionId: string, schemeId: string): void {
  const { t } = useTranslation();
  useEffect(() => {
    const key = keyOf(sessionId, schemeId);
    let isGone = false;
    let kept: string | null = null;
    void readDraft(key).then((draft) => {
      if (isGone || !isOpenText(draft) || !controller.reopen(draft)) return;
      notify({ id: key, message: t('training:sheet.restored') });
    });
    const end = controller.store.subscribe(({ editing }, before) => {
      if (editing?.text === before.editing?.text && editing?.place === before.editing?.place) return;
      const open = controller.openText();
      const text = open === null ? null : JSON.stringify(open);
      if (text === kept) return;
      kept = text;
      void (open === null ? dropDraft(key) : keepDraft(key, open));
    });
    return () => {
      isGone = true;
      end();
    };
  }, [controller, sessionId, schemeId, t]);
}
