import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InfrastructureListRow } from '#shared/contract/base.ts';
import type { RouteInput } from '#shared/contract/registry.ts';
import { useCommand } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ruleChoices } from '../choices.ts';
import { toHundredths } from '../amountFields.ts';
import { useItemImport } from '../useItemImport.ts';
import { CompetencyField } from './CompetencyField.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { MappingFields } from './MappingFields.tsx';
import { WorkbookDrop } from '../../../ui/WorkbookDrop.tsx';

interface ImportDrawerProps {
  /** The list to add to; null: a new one. */
  list: InfrastructureListRow | null;
  onClose: () => void;
  onImported: (listId: string) => void;
}

type Rule = RouteInput<'base.importItems'>['defaults']['rule'];

interface Target {
  competencyId: string | null;
  title: string;
  edition: string;
}

/** What is taken where the table says no quantity: the import of WorldSkills never does. */
function DefaultFields(props: {
  quantity: string;
  rule: Rule;
  size: number;
  onChange: (next: { quantity?: string; rule?: Rule; size?: number }) => void;
}): ReactNode {
  const { t } = useTranslation();
  const isGroup = props.rule === 'per_n_competitors' || props.rule === 'per_n_experts';
  return (
    <Group grow gap="sm" align="flex-start">
      <TextInput
        label={t('base:import.defaultQuantity')}
        description={t('base:import.defaultQuantityHint')}
        value={props.quantity}
        onChange={(event) => props.onChange({ quantity: event.currentTarget.value })}
        inputMode="decimal"
      />
      <Select
        label={t('base:column.rule')}
        description={t('base:import.defaultRuleHint')}
        data={ruleChoices(t)}
        value={props.rule}
        allowDeselect={false}
        onChange={(rule) => rule !== null && props.onChange({ rule })}
      />
      {isGroup ? (
        <NumberInput
          label={t('base:field.groupSize')}
          min={1}
          max={1000}
          value={props.size}
          onChange={(size) => props.onChange({ size: Number(size) })}
        />
      ) : null}
    </Group>
  );
}

/** Choose a workbook, say what its columns are, look at what it would become, store it. */
export function ImportDrawer({ list, onClose, onImported }: ImportDrawerProps): ReactNode {
  const { t } = useTranslation();
  const [target, setTarget] = useState<Target>({ competencyId: null, title: '', edition: '' });
  const [given, setGiven] = useState<{ quantity: string; rule: Rule; size: number }>({
    quantity: '',
    rule: 'per_competitor',
    size: 2,
  });
  const isGroup = given.rule === 'per_n_competitors' || given.rule === 'per_n_experts';
  const defaults = {
    quantityHundredths: toHundredths(given.quantity),
    rule: given.rule,
    groupSize: isGroup ? Math.max(1, given.size) : null,
  };
  const { read, remap, found, isReading, error } = useItemImport(defaults);
  const store = useCommand('base.importItems', { quiet: true, offerUndo: true });
  const needsTarget = list === null && target.competencyId === null;
  const submit = (): void => {
    if (found === null || needsTarget) return;
    const where =
      list === null ? { ...target, competencyId: target.competencyId ?? '' } : { listId: list.id };
    const mapping = found.mapping ?? (found.answer.source === 'suggested' ? found.answer.mapping : null);
    store.mutate(
      { ...found.file, ...where, ...(mapping === null ? {} : { mapping }), defaults, dryRun: false },
      { onSuccess: ({ listId }) => listId !== undefined && onImported(listId) },
    );
  };
  return (
    <FormDrawer
      command="base.importItems"
      opened
      title={t(list === null ? 'base:import.title' : 'base:import.addTitle')}
      submitLabel={t('base:import.store')}
      isDirty={false}
      isSubmitting={store.isPending}
      canSubmit={found !== null && found.answer.itemCount > 0 && !needsTarget}
      error={store.error}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onClose={onClose}
      size={760}
    >
      <WorkbookDrop
        hint={t('base:import.drop')}
        fileName={found?.file.fileName ?? null}
        isReading={isReading}
        onFile={read}
      />
      {error === null ? null : (
        <Notice tone="bad" icon={IconAlertTriangle} title={t('base:import.failed')}>
          {errorSentence(t, error)}
        </Notice>
      )}
      {found === null ? null : (
        <>
          {list === null ? (
            <>
              <CompetencyField
                isRequired
                value={target.competencyId}
                onChange={(competencyId) => setTarget({ ...target, competencyId })}
              />
              <Group grow gap="sm">
                <TextInput
                  label={t('base:field.title')}
                  placeholder={found.file.fileName}
                  maxLength={200}
                  value={target.title}
                  onChange={(event) => setTarget({ ...target, title: event.currentTarget.value })}
                />
                <TextInput
                  label={t('base:column.edition')}
                  maxLength={200}
                  value={target.edition}
                  onChange={(event) => setTarget({ ...target, edition: event.currentTarget.value })}
                />
              </Group>
            </>
          ) : null}
          <DefaultFields {...given} onChange={(next) => setGiven({ ...given, ...next })} />
          <MappingFields found={found} onChange={remap} />
          <ImportPreview answer={found.answer} />
        </>
      )}
    </FormDrawer>
  );
}
