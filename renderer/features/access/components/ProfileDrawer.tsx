import { MultiSelect, PasswordInput, Select, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#shared/contract/access.ts';
import { roles, type Role } from '#shared/domain/access/roles.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyChoices } from '../../../client/useCompetencies.ts';
import { fullName } from '../../../i18n/names.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { isLongEnough } from '../secretRule.ts';

interface ProfileDrawerProps {
  /** The profile to change; null: a new one. */
  profile: Profile | null;
  onClose: () => void;
}

interface Values {
  name: string;
  role: Role;
  competencyIds: string[];
  expertId: string | null;
  active: boolean;
  secret: string;
}

const valuesOf = (profile: Profile | null): Values => ({
  name: profile?.name ?? '',
  role: profile?.role ?? 'instructor',
  competencyIds: profile?.competencyIds ?? [],
  expertId: profile?.expertId ?? null,
  active: profile?.active ?? true,
  secret: '',
});

function useChoices(): {
  competencies: { value: string; label: string }[];
  experts: { value: string; label: string }[];
} {
  const { squads, others } = useCompetencyChoices();
  const experts = useRouteQuery('people.listExperts', {}).data?.experts ?? [];
  return {
    competencies: [...squads, ...others],
    experts: experts.map((expert) => ({ value: expert.id, label: fullName(expert) })),
  };
}

/** Form of a profile: name, role, what the role is narrowed to, password or PIN. */
export function ProfileDrawer({ profile, onClose }: ProfileDrawerProps): ReactNode {
  const { t } = useTranslation();
  const create = useCommand('access.createProfile', { quiet: true });
  const update = useCommand('access.updateProfile', { quiet: true });
  const choices = useChoices();
  const form = useForm<Values>({
    initialValues: valuesOf(profile),
    validate: {
      name: fieldRules(t).filledLine,
      secret: (secret) =>
        (profile && secret === '') || isLongEnough(secret) ? null : t('access:field.secretHint'),
    },
  });
  const { role } = form.values;
  const submit = form.onSubmit(({ secret, active, ...fields }) => {
    if (profile === null) create.mutate({ ...fields, secret }, { onSuccess: onClose });
    else {
      const changed = { ...fields, id: profile.id, active, ...(secret === '' ? {} : { secret }) };
      update.mutate(changed, { onSuccess: onClose });
    }
  });
  return (
    <FormDrawer
      command="access.createProfile"
      opened
      title={t(profile === null ? 'access:addTitle' : 'access:editTitle')}
      submitLabel={t(profile === null ? 'common:action.add' : 'common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={create.isPending || update.isPending}
      error={create.error ?? update.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t('access:field.name')} withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Select
        label={t('access:field.role')}
        description={t(`access:roleText.${role}`)}
        allowDeselect={false}
        data={roles.map((value) => ({ value, label: t(`access:role.${value}`) }))}
        {...form.getInputProps('role')}
      />
      {role === 'instructor' ? (
        <MultiSelect
          label={t('access:field.competencies')}
          searchable
          data={choices.competencies}
          {...form.getInputProps('competencyIds')}
        />
      ) : null}
      {role === 'judge' ? (
        <Select
          label={t('access:field.expert')}
          description={t('access:field.expertHint')}
          searchable
          clearable
          data={choices.experts}
          {...form.getInputProps('expertId')}
        />
      ) : null}
      <PasswordInput
        label={t(profile === null ? 'access:field.secret' : 'access:field.newSecret')}
        description={t('access:field.secretHint')}
        autoComplete="new-password"
        withAsterisk={profile === null}
        {...form.getInputProps('secret')}
      />
      {profile === null ? null : (
        <Switch label={t('access:field.active')} {...form.getInputProps('active', { type: 'checkbox' })} />
      )}
    </FormDrawer>
  );
}
