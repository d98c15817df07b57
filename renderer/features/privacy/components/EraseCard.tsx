import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { erasureReasons } from '#shared/contract/privacy.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Card } from '../../../ui/Page.tsx';
import { notify } from '../../../ui/notify.ts';
import styles from './Privacy.module.css';

/** Erases the person for good; the one thing that undo does not bring back. */
export function EraseCard({ studentId }: { studentId: string }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const erase = useCommand('privacy.erase');
  const [reason, setReason] = useState<(typeof erasureReasons)[number]>('request');
  const [isAsking, setAsking] = useState(false);
  const onSuccess = ({ olderBackups }: { olderBackups: number }): void => {
    notify({ tone: 'good', message: t('privacy:erase.done') });
    if (olderBackups > 0) {
      notify({ stays: false, message: t('privacy:erase.backups', { count: olderBackups }) });
    }
    navigate('/students');
  };
  return (
    <div data-print-hidden>
      <Card title={t('privacy:erase.title')}>
        <div className={styles['fields']}>
          <p className={styles['text']}>{t('privacy:erase.text')}</p>
          <div className={styles['row']}>
            <Select
              label={t('privacy:erase.reason')}
              allowDeselect={false}
              data={erasureReasons.map((value) => ({ value, label: t(`privacy:reason.${value}`) }))}
              value={reason}
              onChange={(value) => setReason(erasureReasons.find((known) => known === value) ?? reason)}
            />
            <Allowed command="privacy.erase">
              <Button color="red" variant="light" loading={erase.isPending} onClick={() => setAsking(true)}>
                {t('privacy:erase.do')}
              </Button>
            </Allowed>
          </div>
        </div>
      </Card>
      <ConfirmDialog
        opened={isAsking}
        title={t('privacy:erase.ask')}
        text={t('privacy:erase.askText')}
        confirmLabel={t('privacy:erase.do')}
        isRemoval
        // The card goes with the person before the answer is there, and what hangs on the card would not be told.
        onConfirm={() => void erase.mutateAsync({ studentId, reason }).then(onSuccess, () => undefined)}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
