import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#shared/contract/access.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { GridColumn } from '../../../ui/gridTypes.ts';

interface ProfileTableProps {
  profiles: readonly Profile[];
  onEdit: (profile: Profile) => void;
}

/** Profiles with role and last sign-in. */
export function ProfileTable({ profiles, onEdit }: ProfileTableProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCompetencyName();
  const columns = useMemo<readonly GridColumn<Profile>[]>(
    () => [
      { id: 'name', header: t('access:field.name'), value: ({ name }) => name },
      { id: 'role', header: t('access:field.role'), value: ({ role }) => t(`access:role.${role}`) },
      {
        id: 'competencies',
        header: t('access:field.competencies'),
        value: ({ competencyIds }) => format.list(competencyIds.map(nameOf)),
      },
      {
        id: 'seen',
        header: t('access:field.seen'),
        value: ({ lastSignInAt }) => lastSignInAt,
        cell: ({ lastSignInAt }) =>
          lastSignInAt === null ? t('access:never') : format.dateTime(lastSignInAt),
      },
      {
        id: 'state',
        header: t('access:field.state'),
        value: ({ active }) => Number(active),
        cell: ({ active }) => (
          <StatusBadge tone={active ? 'good' : 'calm'}>
            {t(active ? 'access:active' : 'access:inactive')}
          </StatusBadge>
        ),
      },
      {
        id: 'edit',
        header: t('access:field.action'),
        value: () => null,
        sortable: false,
        align: 'end',
        cell: (profile) => (
          <Button
            size="xs"
            variant="default"
            aria-label={t('access:editOf', { name: profile.name })}
            onClick={() => onEdit(profile)}
          >
            {t('common:action.edit')}
          </Button>
        ),
      },
    ],
    [t, format, nameOf, onEdit],
  );
  return (
    <PlainTable label={t('access:profiles')} rows={profiles} columns={columns} rowKey={({ id }) => id} />
  );
}
