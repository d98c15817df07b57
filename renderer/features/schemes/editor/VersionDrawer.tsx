import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { notify } from '../../../ui/notify.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { AttemptChoice } from '../components/AttemptChoice.tsx';
import { DifferenceList } from '../components/DifferenceList.tsx';
import styles from '../components/Versions.module.css';
import { compareDrafts } from './draftDifferences.ts';
import { useEditorState } from './editorStore.ts';

interface VersionDrawerProps {
  id: string;
  /** The number of the version that the changes become. */
  version: number;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** Before a used scheme's changes become its next version: what differs, and which open attempts go along. */
export function VersionDrawer({ id, version, onClose, onSaved }: VersionDrawerProps): ReactNode {
  const { t } = useTranslation();
  const form = useEditorState((state) => state.form);
  const stored = useEditorState((state) => state.stored);
  const open = useRouteQuery('schemes.listOpenAttempts', { id });
  const save = useCommand('schemes.saveNextVersion', { quiet: true, offerUndo: true });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const differences = useMemo(() => compareDrafts(stored.draft, form.draft), [stored, form]);
  return (
    <FormDrawer
      command="schemes.saveNextVersion"
      opened
      title={t('schemeEditor:version.title', { version })}
      submitLabel={t('schemeEditor:version.save', { version })}
      isDirty={false}
      isSubmitting={save.isPending}
      error={save.error}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { id, ...form, moveAttemptIds: [...chosen] },
          {
            onSuccess: (answer) => {
              if (chosen.size > 0) {
                const { kept, dropped } = answer;
                notify({ message: t('schemeEditor:version.moved', { kept, dropped }), tone: 'good' });
              }
              onSaved(answer.id);
            },
          },
        );
      }}
      onClose={onClose}
      size={720}
    >
      <section>
        <h3 className={styles['heading']}>{t('schemeEditor:version.differences')}</h3>
        <DifferenceList differences={differences} />
      </section>
      <section>
        <h3 className={styles['heading']}>{t('schemeEditor:version.attempts')}</h3>
        <QueryView query={open}>
          {({ openAttempts }) => (
            <AttemptChoice attempts={openAttempts} chosen={chosen} onChange={setChosen} />
          )}
        </QueryView>
      </section>
    </FormDrawer>
  );
}
