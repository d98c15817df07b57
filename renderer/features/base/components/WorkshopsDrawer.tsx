import { Button, Drawer, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workshop, WorkshopInput } from '#shared/contract/baseInventory.ts';
import { Attachments } from '../../../attachments/Attachments.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyChoices, useCompetencyName } from '../../../client/useCompetencies.ts';
import { fullName } from '../../../i18n/names.ts';
import { HistoryFold } from '../../../records/HistoryFold.tsx';
import { fieldRules } from '../../../ui/fieldRules.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import styles from './Base.module.css';

type WorkshopValues = Omit<WorkshopInput, 'places'> & { places: number | string };

const EMPTY: WorkshopValues = {
  name: '',
  room: '',
  places: 10,
  competencyIds: [],
  expertId: null,
  notes: '',
};

function valuesOf(workshop: Workshop | null): WorkshopValues {
  const { name, room, places, competencyIds, expertId, notes } = workshop ?? EMPTY;
  return { name, room, places, competencyIds, expertId, notes };
}

function WorkshopForm({ workshop, onClose }: { workshop: Workshop | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const rules = fieldRules(t);
  const isNew = workshop === null;
  const add = useCommand('base.addWorkshop', { quiet: true });
  const update = useCommand('base.updateWorkshop', { quiet: true });
  const remove = useCommand('base.removeWorkshop', { offerUndo: true });
  const experts = useRouteQuery('people.listExperts', {}).data?.experts ?? [];
  const { squads, others } = useCompetencyChoices();
  const form = useForm<WorkshopValues>({
    initialValues: valuesOf(workshop),
    validate: { name: rules.filledLine, room: rules.line, notes: rules.text },
  });
  const submit = form.onSubmit((values) => {
    const input = { ...values, places: Math.trunc(Number(values.places)) || 0 };
    if (workshop === null) add.mutate(input, { onSuccess: onClose });
    else update.mutate({ id: workshop.id, ...input }, { onSuccess: onClose });
  });
  return (
    <FormDrawer
      command="base.addWorkshop"
      history={<HistoryFold entity="workshops" record={workshop} />}
      opened
      title={t(isNew ? 'base:workshop.addTitle' : 'base:workshop.editTitle')}
      submitLabel={t(isNew ? 'common:action.add' : 'common:action.save')}
      isDirty={form.isDirty()}
      isSubmitting={add.isPending || update.isPending}
      error={add.error ?? update.error}
      onSubmit={submit}
      onClose={onClose}
      {...(isNew ? {} : { onRemove: () => remove.mutate({ id: workshop.id }, { onSuccess: onClose }) })}
    >
      <TextInput label={t('base:field.title')} withAsterisk data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t('base:field.room')} {...form.getInputProps('room')} />
      <NumberInput
        label={t('base:field.places')}
        description={t('base:field.placesHint')}
        min={0}
        max={1000}
        allowDecimal={false}
        {...form.getInputProps('places')}
      />
      <MultiSelect
        label={t('base:field.competencies')}
        data={[
          { group: t('base:squads'), items: squads },
          { group: t('base:others'), items: others },
        ]}
        searchable
        {...form.getInputProps('competencyIds')}
      />
      <Select
        label={t('base:field.expert')}
        data={experts.map((expert) => ({ value: expert.id, label: fullName(expert) }))}
        searchable
        clearable
        {...form.getInputProps('expertId')}
      />
      <Textarea label={t('base:field.notes')} autosize minRows={2} {...form.getInputProps('notes')} />
      {workshop === null ? null : (
        <section>
          <h3 className={styles['heading']}>{t('base:inventory.photos')}</h3>
          <Attachments entity="workshops" ownerId={workshop.id} />
        </section>
      )}
    </FormDrawer>
  );
}

/** The workshops with their places; one is opened to be changed. */
export function WorkshopsDrawer({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCompetencyName();
  const query = useRouteQuery('base.listWorkshops', {});
  const [edited, setEdited] = useState<{ workshop: Workshop | null } | null>(null);
  if (edited !== null) return <WorkshopForm workshop={edited.workshop} onClose={() => setEdited(null)} />;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={720}
      title={t('base:workshop.title')}
      styles={{ title: { fontSize: '1.125rem', fontWeight: 640 } }}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <div className={styles['stack']}>
        <QueryView query={query}>
          {({ workshops }) =>
            workshops.length === 0 ? (
              <p className={styles['soft']}>{t('base:workshop.empty')}</p>
            ) : (
              <SimpleTable
                label={t('base:workshop.title')}
                rows={workshops}
                rowKey={(row) => row.id}
                columns={[
                  {
                    id: 'name',
                    header: t('base:column.workshop'),
                    cell: (workshop) => (
                      <button
                        type="button"
                        className={styles['plainButton']}
                        onClick={() => setEdited({ workshop })}
                      >
                        {workshop.name}
                      </button>
                    ),
                  },
                  { id: 'room', header: t('base:field.room'), cell: (row) => row.room },
                  { id: 'places', header: t('base:field.places'), align: 'end', cell: (row) => row.places },
                  {
                    id: 'competencies',
                    header: t('base:field.competencies'),
                    cell: (row) => row.competencyIds.map(nameOf).join(', '),
                  },
                  {
                    id: 'count',
                    header: t('base:column.things'),
                    align: 'end',
                    cell: (row) => row.inventoryCount,
                  },
                ]}
              />
            )
          }
        </QueryView>
        <div>
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setEdited({ workshop: null })}
          >
            {t('base:workshop.add')}
          </Button>
        </div>
      </div>
    </Drawer>
  );
}
