import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { notify } from '../../../ui/notify.ts';
import { QueryView } from '../../../ui/QueryView.tsx';
import { AttemptChoice } from './AttemptChoice.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import styles from './Versions.module.css';

interface CompareDrawerProps {
  /** The newer version. */
  id: string;
  version: number;
  onClose: () => void;
}

/** What a stored version changes against the one before; attempts still open at that one can be moved here. */
export function CompareDrawer({ id, version, onClose }: CompareDrawerProps): ReactNode {
  const { t } = useTranslation();
  const compared = useRouteQuery('schemes.compareVersions', { id });
  const move = useCommand('schemes.moveAttempts', { quiet: true, offerUndo: true });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return (
    <FormDrawer
      command="schemes.moveAttempts"
      opened
      title={t('schemeEditor:version.compareTitle', { version, previous: version - 1 })}
      submitLabel={t('schemeEditor:version.move')}
      isDirty={false}
      isSubmitting={move.isPending}
      canSubmit={chosen.size > 0}
      error={move.error}
      onSubmit={(event) => {
        event.preventDefault();
        move.mutate(
          { id, attemptIds: [...chosen] },
          {
            onSuccess: ({ kept, dropped }) => {
              notify({ message: t('schemeEditor:version.moved', { kept, dropped }), tone: 'good' });
              onClose();
            },
          },
        );
      }}
      onClose={onClose}
      size={720}
    >
      <QueryView query={compared}>
        {({ differences, openAttempts }) => (
          <>
            <section>
              <h3 className={styles['heading']}>{t('schemeEditor:version.differences')}</h3>
              <DifferenceList differences={differences} />
            </section>
            <section>
              <h3 className={styles['heading']}>{t('schemeEditor:version.attempts')}</h3>
              <AttemptChoice attempts={openAttempts} chosen={chosen} onChange={setChosen} />
            </section>
          </>
        )}
      </QueryView>
    </FormDrawer>
  );
}
