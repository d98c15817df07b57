import { Textarea } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '#shared/contract/training.ts';
import { EditOnly } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { useDraft } from '../../../client/useDraft.ts';
import { Card } from '../../../ui/Page.tsx';

/** Stored when the typing rests, not with each letter: the history stays readable. */
const REST_MS = 1200;

/** Notes of the session, stored by themselves. */
export function NotesCard({ session }: { session: SessionRow }): ReactNode {
  const { t } = useTranslation();
  const update = useCommand('training.updateSession');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? session.notes;
  const values = useMemo(() => ({ notes: text }), [text]);
  const draft = useDraft({
    name: `notes/${session.id}`,
    values,
    isDirty: typed !== null && typed !== session.notes,
    restore: (kept) => setTyped(kept.notes),
  });
  const store = (notes: string): void => {
    if (notes === session.notes) return;
    const { id, competencyId, date, durationMinutes, workshop, expertId } = session;
    update.mutate(
      { id, competencyId, date, durationMinutes, workshop, expertId, notes },
      { onSuccess: draft.release },
    );
  };
  const storeLater = useDebouncedCallback(store, REST_MS);
  return (
    <Card title={t('training:field.notes')}>
      <EditOnly command="training.updateSession">
        <Textarea
          aria-label={t('training:field.notes')}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={4000}
          value={text}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            storeLater(event.currentTarget.value);
          }}
          onBlur={() => store(text)}
        />
      </EditOnly>
    </Card>
  );
}
