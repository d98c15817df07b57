import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPackageImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  purchasePriorities,
  purchaseStates,
  type PurchaseInput,
  type PurchaseRow,
} from '#shared/contract/baseGap.ts';
import { Attachments } from '../../../attachments/Attachments.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { fullName } from '../../../i18n/names.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { amountRule, toFieldText, toHundredths } from '../amountFields.ts';
import styles from './Base.module.css';
import { CompetencyField } from './CompetencyField.tsx';

type PurchaseForm = Omit<PurchaseInput, 'quantityHundredths' | 'priceTiyn'> & {
  quantity: string;
  price: string;
};

const EMPTY: PurchaseForm = {
  competencyId: null,
  name: '',
  quantity: '1',
  unit: '',
  price: '',
  supplier: '',
  priority: 'normal',
  expertId: null,
  dueDate: null,
  state: 'planned',
  notes: '',
};

function valuesOf(row: PurchaseRow | null): PurchaseForm {
  if (row === null) return EMPTY;
  const { id: _id, itemId: _item, costTiyn: _cost, expertName: _name, ...fields } = row;
  const { quantityHundredths, priceTiyn, ...rest } = fields;
  return { ...rest, quantity: toFieldText(quantityHundredths), price: toFieldText(priceTiyn) };
}

/** What was bought goes into the inventory. */
function ReceiveLine({ row, onDone }: { row: PurchaseRow; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const receive = useCommand('base.receivePurchase', { offerUndo: true });
  const workshops = useRouteQuery('base.listWorkshops', {}).data?.workshops ?? [];
  const [workshopId, setWorkshop] = useState<string | null>(null);
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={t('base:column.workshop')}
        data={workshops.map((one) => ({ value: one.id, label: one.name }))}
        value={workshopId}
        onChange={setWorkshop}
        clearable
        w={220}
      />
      <Button
        variant="light"
        leftSection={<IconPackageImport size={16} aria-hidden />}
        loading={receive.isPending}
        onClick={() => receive.mutate({ id: row.id, workshopId, inventoryNumber: '' }, { onSuccess: onDone })}
      >
        {t('base:purchase.receive')}
      </Button>
    </Group>
  );
}

/** Form of a line of the purchase list. */
export function PurchaseDrawer({
  row,
  onClose,
}: {
  row: PurchaseRow | null;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const add = useCommand('base.addPurchase', { quiet: true });
  const update = useCommand('base.updatePurchase', { quiet: true });
  const remove = useCommand('base.removePurchase', { offerUndo: true });
  const experts = useRouteQuery('people.listExperts', {}).data?.experts ?? [];
  const form = useForm<PurchaseForm>({
    initialValues: valuesOf(row),
    validate: {
      name: rules.filledLine,
      unit: rules.line,
      supplier: rules.line,
      notes: rules.text,
      quantity: amountRule(t, true),
      price: amountRule(t, false),
    },
  });
  const submit = form.onSubmit(({ quantity, price, ...fields }) => {
    const input = {
      ...fields,
      quantityHundredths: toHundredths(quantity) ?? 0,
      priceTiyn: toHundredths(price),
    };
    if (row === null) add.mutate(input, { onSuccess: onClose });
    else update.mutate({ id: row.id, ...input }, { onSuccess: onClose });
  });
  const isReceivable = row !== null && row.state !== 'received' && row.state !== 'cancelled';
  return (
    <FormDrawer
      command="base.updatePurchase"
      history={<HistoryFold entity="purchases" record={row} />}
      opened
      title={t(row === null ? 'base:purchase.addTitle' : 'base:purchase.editTitle')}
      submitLabel={t(row === null ? 'common:action.add' : 'common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={add.isPending || update.isPending}
      error={add.error ?? update.error}
      onSubmit={submit}
      onClose={onClose}
      size={520}
      {...(row === null ? {} : { onRemove: () => remove.mutate({ id: row.id }, { onSuccess: onClose }) })}
    >
      {isReceivable ? <ReceiveLine row={row} onDone={onClose} /> : null}
      <TextInput
        label={t('base:purchaseColumn.name')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Group grow gap="sm" align="flex-start">
        <TextInput
          label={t('base:purchaseColumn.quantity')}
          withAsterisk
          inputMode="decimal"
          {...form.getInputProps('quantity')}
        />
        <TextInput label={t('base:text.unit')} {...form.getInputProps('unit')} />
        <TextInput
          label={t('base:column.price')}
          rightSection={<span aria-hidden>₸</span>}
          inputMode="decimal"
          {...form.getInputProps('price')}
        />
      </Group>
      <CompetencyField
        value={form.values.competencyId}
        onChange={(value) => form.setFieldValue('competencyId', value)}
      />
      <Group grow gap="sm" align="flex-start">
        <Select
          label={t('base:purchaseColumn.priority')}
          data={purchasePriorities.map((value) => ({ value, label: t(`base:priority.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('priority')}
        />
        <Select
          label={t('base:purchaseColumn.state')}
          data={purchaseStates.map((value) => ({ value, label: t(`base:purchaseState.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('state')}
        />
      </Group>
      <Select
        label={t('base:field.expert')}
        data={experts.map((expert) => ({ value: expert.id, label: fullName(expert) }))}
        searchable
        clearable
        {...form.getInputProps('expertId')}
      />
      <DateField
        label={t('base:purchaseColumn.due')}
        value={form.values.dueDate}
        onChange={(value) => form.setFieldValue('dueDate', value)}
      />
      <TextInput label={t('base:purchaseColumn.supplier')} {...form.getInputProps('supplier')} />
      <Textarea label={t('base:field.notes')} autosize minRows={2} {...form.getInputProps('notes')} />
      {row === null ? null : (
        <section>
          <h3 className={styles['heading']}>{t('base:purchase.files')}</h3>
          <Attachments entity="purchases" ownerId={row.id} />
        </section>
      )}
    </FormDrawer>
  );
}
