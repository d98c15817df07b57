import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventParticipant } from '#shared/contract/developmentEvents.ts';
import { foldForSearch, matchesSearch } from '#shared/lib/searchText.ts';
import { useStudentChoices } from '../../../client/usePeople.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { MultiPicker, type PickerItem } from '../../../ui/MultiPicker.tsx';

interface ParticipantsDrawerProps {
  participants: readonly EventParticipant[];
  isStoring: boolean;
  onStore: (participants: EventParticipant[]) => void;
  onClose: () => void;
}

/** Chooses who takes part: by name, by group, or a whole group at once. */
export function ParticipantsDrawer(props: ParticipantsDrawerProps): ReactNode {
  const { participants, isStoring, onStore, onClose } = props;
  const { t } = useTranslation();
  const students = useStudentChoices();
  const [search, setSearch] = useState('');
  const [group, setGroup] = useState<string | null>(null);
  const [chosen, setChosen] = useState<PickerItem[]>(() =>
    participants.map((one) => ({ id: one.studentId, label: one.studentName, detail: one.groupName })),
  );
  const items = useMemo(
    () =>
      students
        .filter((one) => one.isActive && (group === null || one.groupName === group))
        .filter((one) => matchesSearch(foldForSearch(one.label), search))
        .map((one) => ({ id: one.value, label: one.label })),
    [students, group, search],
  );
  const groups = [...new Set(students.map((one) => one.groupName))].filter((name) => name !== '').sort();
  const store = (): void => {
    const known = new Map(participants.map((one) => [one.studentId, one]));
    onStore(
      chosen.map(
        ({ id, label }) =>
          known.get(id) ?? {
            studentId: id,
            studentName: label,
            groupName: '',
            role: 'participant',
            presence: 'invited',
            note: '',
          },
      ),
    );
  };
  return (
    <FormDrawer
      command="events.setParticipants"
      opened
      title={t('events:participant.chooseTitle')}
      submitLabel={t('common:action.save')}
      isDirty={chosen.length !== participants.length}
      isSubmitting={isStoring}
      error={null}
      onSubmit={(event) => {
        event.preventDefault();
        store();
      }}
      onClose={onClose}
    >
      <MultiPicker
        label={t('events:participant.search')}
        items={items}
        chosen={chosen}
        onChange={setChosen}
        search={search}
        onSearch={setSearch}
        emptyText={t('events:participant.nobody')}
        filters={
          <Select
            aria-label={t('events:participant.group')}
            placeholder={t('events:participant.anyGroup')}
            data={groups}
            value={group}
            onChange={setGroup}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('common:action.clear') }}
          />
        }
      />
    </FormDrawer>
  );
}
