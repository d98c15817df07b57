import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { movementKinds, type MovementKind, type StockItem } from '#shared/contract/baseInventory.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { localDay } from '#shared/lib/localDay.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { amountRule, toHundredths } from '../amountFields.ts';

interface MovementForm {
  inventoryId: string;
  kind: MovementKind;
  date: string | null;
  quantity: string;
  sessionId: string | null;
  note: string;
}

const LAST_SESSIONS = 30;

function SessionField({
  item,
  value,
  onChange,
}: {
  item: StockItem;
  value: string | null;
  onChange: (id: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useRouteQuery('training.listSessions', {
    competencyId: item.competencyId,
    limit: LAST_SESSIONS,
  });
  return (
    <Select
      label={t('base:movement.session')}
      description={t('base:movement.sessionHint')}
      data={(data?.sessions ?? []).map((session) => ({
        value: session.id,
        label: format.date(session.date),
      }))}
      value={value}
      onChange={onChange}
      clearable
    />
  );
}

/** Writes down what was bought or used, or what there really is. */
export function MovementDrawer({ item, onClose }: { item: StockItem; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const add = useCommand('base.addMovement', { quiet: true, offerUndo: true });
  const inventory = useRouteQuery('base.listInventory', {}).data?.inventory ?? [];
  const form = useForm<MovementForm>({
    initialValues: {
      inventoryId: item.inventoryIds[0] ?? '',
      kind: 'bought',
      date: localDay(new Date()),
      quantity: '',
      sessionId: null,
      note: '',
    },
    validate: {
      date: (value) => (value === null ? t('common:field.required') : null),
      quantity: amountRule(t, true),
      note: fieldRules(t).line,
    },
  });
  const { kind } = form.values;
  const submit = form.onSubmit(({ quantity, date, ...fields }) => {
    if (date === null) return;
    const sessionId = fields.kind === 'used' ? fields.sessionId : null;
    const input = { ...fields, date, sessionId, quantityHundredths: toHundredths(quantity) ?? 0 };
    add.mutate(input, { onSuccess: onClose });
  });
  return (
    <FormDrawer
      command="base.addMovement"
      opened
      title={t('base:movement.of', { name: item.name })}
      submitLabel={t('base:movement.store')}
      isDirty={form.isDirty()}
      isSubmitting={add.isPending}
      error={add.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t('base:movement.kind')}
        data={movementKinds.map((value) => ({ value, label: t(`base:movement.${value}`) }))}
        value={kind}
        onChange={(value) => form.setFieldValue('kind', value)}
      />
      {item.inventoryIds.length > 1 ? (
        <Select
          label={t('base:column.thing')}
          data={inventory
            .filter((row) => item.inventoryIds.includes(row.id))
            .map((row) => ({ value: row.id, label: `${row.name} ${row.inventoryNumber}`.trim() }))}
          allowDeselect={false}
          {...form.getInputProps('inventoryId')}
        />
      ) : null}
      <TextInput
        label={t(kind === 'corrected' ? 'base:movement.really' : 'base:column.quantity')}
        rightSection={item.unit === '' ? null : <span aria-hidden>{item.unit}</span>}
        withAsterisk
        data-autofocus
        inputMode="decimal"
        {...form.getInputProps('quantity')}
      />
      <DateField
        label={t('base:column.day')}
        required
        value={form.values.date}
        onChange={(value) => form.setFieldValue('date', value)}
        error={form.errors['date']}
      />
      {kind === 'used' ? (
        <SessionField
          item={item}
          value={form.values.sessionId}
          onChange={(id) => form.setFieldValue('sessionId', id)}
        />
      ) : null}
      <TextInput label={t('base:field.note')} {...form.getInputProps('note')} />
    </FormDrawer>
  );
}
