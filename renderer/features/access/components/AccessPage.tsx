import { Button, NumberInput } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessState, Profile } from '#shared/contract/access.ts';
import { permissionsOf } from '#shared/domain/access/roleTable.ts';
import { roles } from '#shared/domain/access/roles.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useAccess } from '../../../client/useAccess.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { LoadingState } from '../../../ui/LoadingState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import styles from './Access.module.css';
import { ChangeSecretCard } from './ChangeSecretCard.tsx';
import { ProfileDrawer } from './ProfileDrawer.tsx';
import { ProfileTable } from './ProfileTable.tsx';
import { StartProfilesForm } from './StartProfilesForm.tsx';

/** What people do in words, and the permission that stands for it. */
const DUTIES = [
  { key: 'access:duty.look', permission: 'training.read' },
  { key: 'access:duty.mark', permission: 'assessment.write' },
  { key: 'access:duty.train', permission: 'training.write' },
  { key: 'access:duty.select', permission: 'selection.write' },
  { key: 'access:duty.college', permission: 'settings.write' },
  { key: 'access:duty.profiles', permission: 'profiles.write' },
] as const;

/** Who may do what, in words. */
function RoleTable(): ReactNode {
  const { t } = useTranslation();
  return (
    <SimpleTable
      label={t('access:roles.title')}
      rows={DUTIES}
      rowKey={({ key }) => key}
      columns={[
        { id: 'duty', header: t('access:roles.duty'), cell: ({ key }) => t(key) },
        ...roles.map((role) => ({
          id: role,
          header: t(`access:role.${role}`),
          cell: ({ permission }: (typeof DUTIES)[number]) =>
            permissionsOf(role).includes(permission) ? t('access:roles.yes') : '—',
        })),
      ]}
    />
  );
}

function SinglePerson(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Notice icon={IconUsersGroup} title={t('access:single.title')}>
        <p className={styles['text']}>{t('access:single.text')}</p>
      </Notice>
      <Card title={t('access:start.title')}>
        <StartProfilesForm />
      </Card>
    </>
  );
}

function IdleField({ minutes }: { minutes: number }): ReactNode {
  const { t } = useTranslation();
  const set = useCommand('access.setIdleMinutes');
  const [draft, setDraft] = useState<number | null>(null);
  const commit = (): void => {
    if (draft !== null && draft !== minutes && draft >= 1 && draft <= 240) set.mutate({ minutes: draft });
    setDraft(null);
  };
  return (
    <NumberInput
      label={t('access:idle.label')}
      description={t('access:idle.hint')}
      min={1}
      max={240}
      w={280}
      value={draft ?? minutes}
      onChange={(value) => setDraft(Number(value))}
      onBlur={commit}
    />
  );
}

function Administration({ state }: { state: AccessState }): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('access.listProfiles', {});
  const stop = useCommand('access.stopProfiles');
  const [edited, setEdited] = useState<Profile | 'new' | null>(null);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Card
        title={t('access:profiles')}
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
            {t('access:add')}
          </Button>
        }
      >
        <QueryView query={query}>
          {({ profiles }) => <ProfileTable profiles={profiles} onEdit={setEdited} />}
        </QueryView>
      </Card>
      <Card title={t('access:lock.title')}>
        <div className={styles['fields']}>
          <IdleField minutes={state.idleMinutes} />
          <p className={styles['text']}>{t('access:stop.text')}</p>
          <div>
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('access:stop.do')}
            </Button>
          </div>
        </div>
      </Card>
      {edited === null ? null : (
        <ProfileDrawer profile={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      <ConfirmDialog
        opened={isAsking}
        title={t('access:stop.ask')}
        text={t('access:single.text')}
        confirmLabel={t('access:stop.do')}
        onConfirm={() => stop.mutate({})}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

/** Who works with the program: profiles, roles, lock; or one person without any. */
export function AccessPage(): ReactNode {
  const { t } = useTranslation();
  const state = useAccess();
  if (!state) return <LoadingState />;
  return (
    <Page>
      <PageHeader
        title={t('access:title')}
        hint={t('access:hint')}
        back={{ href: '/settings', label: t('nav:settings') }}
      />
      {state.mode === 'single' ? <SinglePerson /> : null}
      {state.mode === 'profiles' && state.permissions.includes('profiles.write') ? (
        <Administration state={state} />
      ) : null}
      {state.person ? <ChangeSecretCard /> : null}
      <Card title={t('access:roles.title')}>
        <RoleTable />
      </Card>
    </Page>
  );
}
