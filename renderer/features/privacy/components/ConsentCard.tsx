import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentRow } from '#shared/contract/privacy.ts';
import {
  consentAnswers,
  consentPurposes,
  consentRelations,
  type ConsentAnswer,
  type ConsentPurpose,
  type ConsentRelation,
} from '#shared/domain/privacy/consents.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { localDay } from '#shared/lib/localDay.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import styles from './Privacy.module.css';

interface Values {
  purpose: ConsentPurpose;
  state: ConsentAnswer;
  givenOn: string | null;
  validUntil: string | null;
  person: string;
  relation: ConsentRelation;
  notes: string;
}

function ConsentDrawer({ studentId, onClose }: { studentId: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const record = useCommand('privacy.recordConsent', { quiet: true });
  const form = useForm<Values>({
    initialValues: {
      purpose: 'training',
      state: 'given',
      givenOn: localDay(new Date()),
      validUntil: null,
      person: '',
      relation: 'mother',
      notes: '',
    },
    validate: {
      person: rules.filledLine,
      notes: rules.line,
      givenOn: (value) => (value === null ? t('common:field.required') : null),
    },
  });
  const submit = form.onSubmit(({ givenOn, ...values }) => {
    if (givenOn !== null) record.mutate({ ...values, givenOn, studentId }, { onSuccess: onClose });
  });
  return (
    <FormDrawer
      command="privacy.recordConsent"
      opened
      title={t('privacy:consent.add')}
      submitLabel={t('common:action.add')}
      isDirty={form.isDirty()}
      isSubmitting={record.isPending}
      error={record.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t('privacy:consent.purpose')}
        allowDeselect={false}
        data={consentPurposes.map((value) => ({ value, label: t(`privacy:purpose.${value}`) }))}
        {...form.getInputProps('purpose')}
      />
      <Select
        label={t('privacy:consent.state')}
        allowDeselect={false}
        data={consentAnswers.map((value) => ({ value, label: t(`privacy:answer.${value}`) }))}
        {...form.getInputProps('state')}
      />
      <DateField
        label={t('privacy:consent.givenOn')}
        required
        value={form.values.givenOn}
        onChange={(value) => form.setFieldValue('givenOn', value)}
        error={form.errors['givenOn']}
      />
      <DateField
        label={t('privacy:consent.validUntil')}
        value={form.values.validUntil}
        onChange={(value) => form.setFieldValue('validUntil', value)}
      />
      <TextInput label={t('privacy:consent.person')} withAsterisk {...form.getInputProps('person')} />
      <Select
        label={t('privacy:consent.relation')}
        allowDeselect={false}
        data={consentRelations.map((value) => ({ value, label: t(`privacy:relation.${value}`) }))}
        {...form.getInputProps('relation')}
      />
      <TextInput label={t('privacy:consent.notes')} {...form.getInputProps('notes')} />
    </FormDrawer>
  );
}

function Consents({ consents }: { consents: readonly ConsentRow[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const remove = useCommand('privacy.removeConsent', { offerUndo: true });
  if (consents.length === 0) return <p className={styles['text']}>{t('privacy:consent.none')}</p>;
  return (
    <SimpleTable
      label={t('privacy:consent.title')}
      rows={consents}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'purpose',
          header: t('privacy:consent.purpose'),
          cell: ({ purpose }) => t(`privacy:purpose.${purpose}`),
        },
        {
          id: 'state',
          header: t('privacy:consent.state'),
          cell: ({ state }) => t(`privacy:answer.${state}`),
        },
        { id: 'given', header: t('privacy:consent.givenOn'), cell: ({ givenOn }) => format.day(givenOn) },
        {
          id: 'until',
          header: t('privacy:consent.validUntil'),
          cell: ({ validUntil }) => (validUntil === null ? '' : format.day(validUntil)),
        },
        {
          id: 'person',
          header: t('privacy:consent.person'),
          cell: ({ person, relation }) =>
            t('privacy:consent.who', { person, relation: t(`privacy:relation.${relation}`) }),
        },
        {
          id: 'remove',
          header: t('privacy:consent.action'),
          align: 'end',
          cell: ({ id, givenOn }) => (
            <Button
              size="compact-xs"
              variant="subtle"
              color="red"
              data-print-hidden
              aria-label={t('privacy:consent.removeOf', { when: format.day(givenOn) })}
              onClick={() => remove.mutate({ id })}
            >
              {t('common:action.remove')}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** Who consented to what, for whom and until when; what is missing. */
export function ConsentCard({ studentId }: { studentId: string }): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('privacy.listConsents', { studentId });
  const [isAdding, setAdding] = useState(false);
  return (
    <Card
      title={t('privacy:consent.title')}
      actions={
        <Button
          size="xs"
          variant="default"
          data-print-hidden
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('privacy:consent.add')}
        </Button>
      }
    >
      <QueryView query={query}>
        {({ consents, gap }) => (
          <div className={styles['fields']}>
            {gap === null ? null : <Notice tone="warn" title={t(`privacy:gap.${gap}`)} />}
            <Consents consents={consents} />
          </div>
        )}
      </QueryView>
      {isAdding ? <ConsentDrawer studentId={studentId} onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}
