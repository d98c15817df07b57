import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import styles from './Base.module.css';

/** Likely matches of items and things; a person ticks those that are right. */
export function LinksDrawer({ listId, onClose }: { listId: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('base.suggestLinks', { listId });
  const add = useCommand('base.addLinks', { quiet: true, offerUndo: true });
  /** Those that are not right. */
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const suggestions = query.data?.suggestions ?? [];
  const taken = suggestions.filter(({ itemId }) => !dropped.includes(itemId));
  return (
    <FormDrawer
      command="base.addLinks"
      opened
      title={t('base:links.title')}
      submitLabel={t('base:links.accept', { value: taken.length })}
      isDirty={false}
      isSubmitting={add.isPending}
      canSubmit={taken.length > 0}
      error={add.error}
      onSubmit={(event) => {
        event.preventDefault();
        if (taken.length === 0) return;
        const links = taken.map(({ itemId, inventoryId }) => ({ itemId, inventoryId }));
        add.mutate({ links }, { onSuccess: onClose });
      }}
      onClose={onClose}
      size={560}
    >
      <QueryView query={query}>
        {() =>
          suggestions.length === 0 ? (
            <p className={styles['soft']}>{t('base:links.none')}</p>
          ) : (
            <>
              <p className={styles['soft']}>{t('base:links.explain')}</p>
              {suggestions.map((one) => (
                <Checkbox
                  key={one.itemId}
                  label={`${one.itemName} → ${one.inventoryName}`}
                  description={t('base:links.likeness', { value: one.likeness })}
                  checked={!dropped.includes(one.itemId)}
                  onChange={(event) =>
                    setDropped(
                      event.currentTarget.checked
                        ? dropped.filter((id) => id !== one.itemId)
                        : [...dropped, one.itemId],
                    )
                  }
                />
              ))}
            </>
          )
        }
      </QueryView>
    </FormDrawer>
  );
}
