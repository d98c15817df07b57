import { Autocomplete, Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InventoryRow } from '#shared/contract/baseInventory.ts';
import type { InventoryState } from '#shared/domain/base/inventory.ts';
import { Attachments } from '../../../attachments/Attachments.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useMay } from '../../../client/useAccess.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { fullName } from '../../../i18n/names.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { toHundredths } from '../amountFields.ts';
import { categoryChoices, stateChoices } from '../choices.ts';
import { fromInventoryForm, inventoryRules, toInventoryForm, type InventoryForm } from '../inventoryForm.ts';
import styles from './Base.module.css';

interface InventoryDrawerProps {
  /** The thing to change; null: a new one. */
  row: InventoryRow | null;
  onClose: () => void;
}

type Form = UseFormReturnType<InventoryForm>;
type DateName =
  'acquiredOn' | 'calibratedOn' | 'calibrationDue' | 'servicedOn' | 'serviceDue' | 'endOfLife' | 'lentUntil';

function Day({ form, name }: { form: Form; name: DateName }): ReactNode {
  const { t } = useTranslation();
  return (
    <DateField
      label={t(`base:field.${name}`)}
      value={form.values[name]}
      onChange={(value) => form.setFieldValue(name, value)}
    />
  );
}

/** One of five broke: a part of the row goes into another state. */
function SplitLine({ row, onDone }: { row: InventoryRow; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const split = useCommand('base.splitInventory', { offerUndo: true });
  const [quantity, setQuantity] = useState('1');
  const [state, setState] = useState<InventoryState>('broken');
  const part = toHundredths(quantity) ?? 0;
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        label={t('base:split.quantity')}
        value={quantity}
        onChange={(event) => setQuantity(event.currentTarget.value)}
        inputMode="decimal"
        w={110}
      />
      <Select
        label={t('base:column.state')}
        data={stateChoices(t)}
        value={state}
        allowDeselect={false}
        onChange={(value) => value !== null && setState(value)}
        w={180}
      />
      <Button
        variant="default"
        loading={split.isPending}
        disabled={part < 1 || part > row.quantityHundredths}
        onClick={() => split.mutate({ id: row.id, state, quantityHundredths: part }, { onSuccess: onDone })}
      >
        {t('base:split.button')}
      </Button>
    </Group>
  );
}

function MovementList({ inventoryId }: { inventoryId: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const movements = useRouteQuery('base.listMovements', { inventoryId }).data?.movements ?? [];
  const remove = useCommand('base.removeMovement', { offerUndo: true });
  if (movements.length === 0) return null;
  return (
    <section>
      <h3 className={styles['heading']}>{t('base:movement.list')}</h3>
      <ul className={styles['problems']} tabIndex={0} aria-label={t('base:movement.list')}>
        {movements.map((movement) => (
          <li key={movement.id}>
            {format.day(movement.date)}: {t(`base:movement.${movement.kind}`)}{' '}
            {format.shortHundredths(movement.changeHundredths)} {movement.note}{' '}
            <button
              type="button"
              className={styles['plainButton']}
              onClick={() => remove.mutate({ id: movement.id })}
            >
              {t('common:action.remove')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PlaceFields({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  const workshops = useRouteQuery('base.listWorkshops', {}).data?.workshops ?? [];
  const experts = useRouteQuery('people.listExperts', {}).data?.experts ?? [];
  return (
    <Group grow gap="sm" align="flex-start">
      <Select
        label={t('base:column.workshop')}
        data={workshops.map((one) => ({ value: one.id, label: one.name }))}
        searchable
        clearable
        {...form.getInputProps('workshopId')}
      />
      <Select
        label={t('base:field.expert')}
        data={experts.map((expert) => ({ value: expert.id, label: fullName(expert) }))}
        searchable
        clearable
        {...form.getInputProps('expertId')}
      />
    </Group>
  );
}

/** Who lent it: one of the partners, or a name alone. */
function PartnerField({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  const mayReadPartners = useMay('partners.read');
  const partners = useRouteQuery('partners.list', {}, { enabled: mayReadPartners }).data?.partners ?? [];
  const setPartner = (name: string): void => {
    form.setFieldValue('partnerName', name);
    form.setFieldValue('partnerId', partners.find((one) => one.name === name)?.id ?? null);
  };
  return (
    <Autocomplete
      label={t('base:field.partner')}
      data={[...new Set(partners.map((one) => one.name))]}
      value={form.values.partnerName}
      onChange={setPartner}
      error={form.errors['partnerName']}
    />
  );
}

function ThingFields({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextInput label={t('base:column.thing')} withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Group grow gap="sm" align="flex-start">
        <TextInput label={t('base:column.number')} {...form.getInputProps('inventoryNumber')} />
        <TextInput label={t('base:column.model')} {...form.getInputProps('model')} />
      </Group>
      <Group grow gap="sm" align="flex-start">
        <Select
          label={t('base:column.category')}
          data={categoryChoices(t)}
          allowDeselect={false}
          {...form.getInputProps('category')}
        />
        <Select
          label={t('base:column.state')}
          data={stateChoices(t)}
          allowDeselect={false}
          {...form.getInputProps('state')}
        />
      </Group>
      <Group grow gap="sm" align="flex-start">
        <TextInput
          label={t('base:column.quantity')}
          {...(form.values.category === 'consumables' ? { description: t('base:field.stockHint') } : {})}
          withAsterisk
          inputMode="decimal"
          {...form.getInputProps('quantity')}
        />
        <TextInput label={t('base:text.unit')} {...form.getInputProps('unit')} />
      </Group>
    </>
  );
}

/** Form of a thing that the college has. */
export function InventoryDrawer({ row, onClose }: InventoryDrawerProps): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCompetencyName();
  const add = useCommand('base.addInventory', { quiet: true });
  const update = useCommand('base.updateInventory', { quiet: true });
  const remove = useCommand('base.removeInventory', { offerUndo: true });
  const form = useForm<InventoryForm>({ initialValues: toInventoryForm(row), validate: inventoryRules(t) });
  const submit = form.onSubmit((values) => {
    const input = fromInventoryForm(values);
    if (row === null) add.mutate(input, { onSuccess: onClose });
    else update.mutate({ id: row.id, ...input }, { onSuccess: onClose });
  });
  return (
    <FormDrawer
      command="base.updateInventory"
      history={<HistoryFold entity="inventory_items" record={row} />}
      opened
      title={t(row === null ? 'base:inventory.addTitle' : 'base:inventory.editTitle')}
      submitLabel={t(row === null ? 'common:action.add' : 'common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={add.isPending || update.isPending}
      error={add.error ?? update.error}
      onSubmit={submit}
      onClose={onClose}
      size={560}
      {...(row === null ? {} : { onRemove: () => remove.mutate({ id: row.id }, { onSuccess: onClose }) })}
    >
      {row !== null && row.competencyIds.length > 0 ? (
        <p className={styles['soft']}>
          {t('base:inventory.serves', { names: row.competencyIds.map(nameOf).join(', ') })}
        </p>
      ) : null}
      <ThingFields form={form} />
      {row !== null && row.quantityHundredths > 100 ? <SplitLine row={row} onDone={onClose} /> : null}
      <PlaceFields form={form} />
      <Group grow gap="sm" align="flex-start">
        <Day form={form} name="acquiredOn" />
        <Day form={form} name="endOfLife" />
      </Group>
      <Group grow gap="sm" align="flex-start">
        <Day form={form} name="calibratedOn" />
        <Day form={form} name="calibrationDue" />
      </Group>
      <Group grow gap="sm" align="flex-start">
        <Day form={form} name="servicedOn" />
        <Day form={form} name="serviceDue" />
      </Group>
      <Group grow gap="sm" align="flex-start">
        <PartnerField form={form} />
        <Day form={form} name="lentUntil" />
      </Group>
      <Textarea label={t('base:field.notes')} autosize minRows={2} {...form.getInputProps('notes')} />
      {row === null ? null : (
        <>
          <MovementList inventoryId={row.id} />
          <section>
            <h3 className={styles['heading']}>{t('base:inventory.photos')}</h3>
            <Attachments entity="inventory_items" ownerId={row.id} />
          </section>
        </>
      )}
    </FormDrawer>
  );
}
