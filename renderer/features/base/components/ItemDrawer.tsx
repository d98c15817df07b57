import { Group, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InfrastructureItem } from '#shared/contract/base.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { categoryChoices, ruleChoices } from '../choices.ts';
import { fromItemForm, itemRules, toItemForm, type ItemForm } from '../itemForm.ts';
import styles from './Base.module.css';

interface ItemDrawerProps {
  listId: string;
  /** The item to change; null: a new one. */
  item: InfrastructureItem | null;
  onClose: () => void;
}

const CONNECTIONS = [
  'electricity',
  'volts',
  'amps',
  'phase',
  'waterSupply',
  'waterDrainage',
  'air',
  'extraction',
  'gas',
  'fixing',
] as const;
const ORDERING = ['manufacturer', 'partNumber', 'supplier', 'supplyType', 'poNumber', 'subcategory'] as const;

type Form = UseFormReturnType<ItemForm>;

function QuantityFields({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  const isGroup = form.values.rule === 'per_n_competitors' || form.values.rule === 'per_n_experts';
  return (
    <>
      <Group grow gap="sm" align="flex-start">
        <TextInput
          label={t('base:column.quantity')}
          inputMode="decimal"
          {...form.getInputProps('quantity')}
        />
        <TextInput label={t('base:text.unit')} {...form.getInputProps('unit')} />
        {isGroup ? (
          <NumberInput
            label={t('base:field.groupSize')}
            min={1}
            max={1000}
            {...form.getInputProps('groupSize')}
          />
        ) : null}
      </Group>
      <Select
        label={t('base:column.rule')}
        data={ruleChoices(t)}
        allowDeselect={false}
        {...form.getInputProps('rule')}
      />
    </>
  );
}

function NormFields({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group grow gap="sm" align="flex-start">
      <TextInput label={t('base:field.norm')} inputMode="decimal" {...form.getInputProps('norm')} />
      <Select
        label={t('base:field.normPer')}
        data={[
          { value: 'session', label: t('base:normPer.session') },
          { value: 'attempt', label: t('base:normPer.attempt') },
        ]}
        allowDeselect={false}
        {...form.getInputProps('normPer')}
      />
    </Group>
  );
}

function LinkField(props: { value: string[]; onChange: (ids: string[]) => void }): ReactNode {
  const { t } = useTranslation();
  const inventory = useRouteQuery('base.listInventory', {}).data?.inventory ?? [];
  return (
    <MultiSelect
      label={t('base:links.label')}
      description={t('base:links.hint')}
      data={inventory.map((row) => ({
        value: row.id,
        label: [row.name, row.inventoryNumber].filter((part) => part !== '').join(', '),
      }))}
      value={props.value}
      onChange={props.onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common:action.clear') }}
    />
  );
}

interface ItemCommands {
  store: (values: ItemForm, linked: string[], isLinkChanged: boolean) => void;
  isPending: boolean;
  error: unknown;
}

/** Stores the item, then what serves it. */
function useItemCommands({ listId, item, onClose }: ItemDrawerProps): ItemCommands {
  const add = useCommand('base.addItem', { quiet: true });
  const update = useCommand('base.updateItem', { quiet: true });
  const link = useCommand('base.setLinks', { quiet: true });
  return {
    store: (values, linked, isLinkChanged) => {
      const input = fromItemForm(values);
      const finish = (itemId: string): void => {
        if (isLinkChanged) link.mutate({ itemId, inventoryIds: linked }, { onSuccess: onClose });
        else onClose();
      };
      if (item === null) add.mutate({ listId, ...input }, { onSuccess: ({ id }) => finish(id) });
      else update.mutate({ id: item.id, ...input }, { onSuccess: () => finish(item.id) });
    },
    isPending: add.isPending || update.isPending || link.isPending,
    error: add.error ?? update.error ?? link.error,
  };
}

/** Form of an item of a list, and of what serves it. */
export function ItemDrawer(props: ItemDrawerProps): ReactNode {
  const { item, onClose } = props;
  const { t } = useTranslation();
  const commands = useItemCommands(props);
  const remove = useCommand('base.removeItem', { offerUndo: true });
  const [linked, setLinked] = useState(item?.inventoryIds ?? []);
  const form = useForm<ItemForm>({ initialValues: toItemForm(item), validate: itemRules(t) });
  const isLinkChanged = linked.join() !== (item?.inventoryIds ?? []).join();
  const submit = form.onSubmit((values) => commands.store(values, linked, isLinkChanged));
  return (
    <FormDrawer
      command="base.addItem"
      history={<HistoryFold entity="infrastructure_items" record={item} />}
      opened
      title={t(item === null ? 'base:item.addTitle' : 'base:item.editTitle')}
      submitLabel={t(item === null ? 'common:action.add' : 'common:action.save')}
      isDirty={form.isDirty() || isLinkChanged}
      isSubmitting={commands.isPending}
      error={commands.error}
      onSubmit={submit}
      onClose={onClose}
      size={560}
      {...(item === null ? {} : { onRemove: () => remove.mutate({ id: item.id }, { onSuccess: onClose }) })}
    >
      <TextInput label={t('base:column.item')} withAsterisk data-autofocus {...form.getInputProps('name')} />
      <Select
        label={t('base:column.category')}
        data={categoryChoices(t)}
        allowDeselect={false}
        {...form.getInputProps('category')}
      />
      <QuantityFields form={form} />
      {form.values.category === 'consumables' ? <NormFields form={form} /> : null}
      <TextInput
        label={t('base:field.modules')}
        description={t('base:field.modulesHint')}
        {...form.getInputProps('modules')}
      />
      <LinkField value={linked} onChange={setLinked} />
      <Group grow gap="sm" align="flex-start">
        <TextInput label={t('base:column.model')} {...form.getInputProps('model')} />
        <TextInput label={t('base:text.size')} {...form.getInputProps('size')} />
      </Group>
      <Group grow gap="sm" align="flex-start">
        <TextInput
          label={t('base:column.price')}
          rightSection={<span aria-hidden>₸</span>}
          inputMode="decimal"
          {...form.getInputProps('price')}
        />
        <DateField
          label={t('base:field.endOfLife')}
          value={form.values.endOfLife}
          onChange={(value) => form.setFieldValue('endOfLife', value)}
        />
      </Group>
      <h3 className={styles['heading']}>{t('base:item.connections')}</h3>
      <div className={styles['mapping']}>
        {CONNECTIONS.map((field) => (
          <TextInput key={field} size="xs" label={t(`base:text.${field}`)} {...form.getInputProps(field)} />
        ))}
      </div>
      <h3 className={styles['heading']}>{t('base:item.ordering')}</h3>
      <div className={styles['mapping']}>
        {ORDERING.map((field) => (
          <TextInput key={field} size="xs" label={t(`base:text.${field}`)} {...form.getInputProps(field)} />
        ))}
      </div>
      <Textarea label={t('base:field.details')} autosize minRows={2} {...form.getInputProps('details')} />
    </FormDrawer>
  );
}
