import { Button, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommissionMember, SelectionHead } from '#shared/contract/selectionView.ts';
import { Allowed, EditOnly } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { Card } from '../../../ui/Page.tsx';
import styles from './selection.module.css';

/** Name of the selection, notes, and who signs the protocol. */
export function CommissionCard({ selection }: { selection: SelectionHead }): ReactNode {
  const { t } = useTranslation();
  const update = useCommand('selection.update');
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const store = (patch: { name?: string; notes?: string; commission?: CommissionMember[] }): void => {
    const { id, name: title, notes, commission } = selection;
    update.mutate({ id, name: title, notes, commission, ...patch });
  };
  return (
    <Card title={t('selection:commission.title')}>
      <EditOnly command="selection.update">
        <TextInput
          key={selection.name}
          label={t('selection:commission.selectionName')}
          defaultValue={selection.name}
          onBlur={(event) => {
            const next = event.currentTarget.value.trim();
            if (next !== '' && next !== selection.name) store({ name: next });
          }}
        />
      </EditOnly>
      <EditOnly command="selection.update">
        <Textarea
          key={selection.notes}
          label={t('selection:scenario.notes')}
          autosize
          minRows={2}
          defaultValue={selection.notes}
          onBlur={(event) => {
            if (event.currentTarget.value !== selection.notes) store({ notes: event.currentTarget.value });
          }}
        />
      </EditOnly>
      <ul className={styles['links']}>
        {selection.commission.map((member, index) => (
          <li key={`${member.name} ${member.role}`}>
            {member.name}
            {member.role === '' ? null : ` · ${member.role}`}{' '}
            <Allowed command="selection.update">
              <Button
                size="compact-xs"
                variant="subtle"
                color="red"
                onClick={() =>
                  store({ commission: selection.commission.filter((_, place) => place !== index) })
                }
              >
                {t('common:action.remove')}
              </Button>
            </Allowed>
          </li>
        ))}
      </ul>
      <Allowed command="selection.update">
        <div className={styles['controls']}>
          <TextInput
            label={t('selection:commission.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('selection:commission.role')}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={name.trim() === ''}
            onClick={() => {
              store({ commission: [...selection.commission, { name, role }] });
              setName('');
              setRole('');
            }}
          >
            {t('common:action.add')}
          </Button>
        </div>
      </Allowed>
    </Card>
  );
}
