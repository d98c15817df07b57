import { ActionIcon, Button, Chip, Select, TextInput } from '@mantine/core';
import {
  IconAlertTriangle,
  IconClockExclamation,
  IconFileUnknown,
  IconNote,
  IconQuestionMark,
  IconTool,
  IconTrash,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { KeyboardEvent, ReactNode, Ref, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { incidentCategories } from '#shared/contract/practice.ts';
import type { IncidentRow } from '#shared/contract/practice.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { useDraft } from '../../../client/useDraft.ts';
import { fullName, shortName } from '../../../i18n/names.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { Tone } from '../../../ui/StatusBadge.tsx';
import type { SessionStudent } from '../training.queries.ts';
import styles from './Board.module.css';

type Category = IncidentRow['category'];

const LOOKS: Record<Category, { icon: Icon; tone: Tone }> = {
  safety: { icon: IconAlertTriangle, tone: 'bad' },
  tool: { icon: IconTool, tone: 'warn' },
  time: { icon: IconClockExclamation, tone: 'warn' },
  task_misread: { icon: IconFileUnknown, tone: 'warn' },
  other: { icon: IconQuestionMark, tone: 'calm' },
  note: { icon: IconNote, tone: 'info' },
};

interface IncidentsCardProps {
  sessionId: string;
  incidents: readonly IncidentRow[];
  students: readonly SessionStudent[];
  /** Whom the next incident is about; null: nobody alone. */
  concerned: string | null;
  onConcerned: (studentId: string | null) => void;
  /** The field of the note, so that a key of another part leads to it. */
  field: Ref<HTMLInputElement>;
}

function IncidentLine({ incident, who }: { incident: IncidentRow; who: string | null }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const remove = useCommand('practice.removeIncident', { offerUndo: true });
  const { icon: CategoryIcon, tone } = LOOKS[incident.category];
  return (
    <li className={styles['incident']}>
      <span className={styles['incidentTime']}>{format.time(incident.at)}</span>
      <div className={styles['incidentWords']}>
        <StatusBadge tone={tone}>
          <CategoryIcon size={12} aria-hidden />
          {t(`training:incident.${incident.category}`)}
        </StatusBadge>
        {who === null ? null : <strong>{who}</strong>}
        {incident.note === '' ? null : <span>{incident.note}</span>}
      </div>
      <Allowed command="practice.removeIncident">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('training:incident.remove', { time: format.time(incident.at) })}
          onClick={() => remove.mutate({ id: incident.id })}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Allowed>
    </li>
  );
}

function useIncidentForm({ sessionId, concerned, onConcerned }: IncidentsCardProps) {
  const add = useCommand('practice.addIncident');
  const [category, setCategory] = useState<Category>('note');
  const [note, setNote] = useState('');
  const values = useMemo(() => ({ category, note, concerned }), [category, note, concerned]);
  const draft = useDraft({
    name: `incident/${sessionId}`,
    values,
    isDirty: note !== '',
    restore: (kept) => {
      setCategory(incidentCategories.find((one) => one === kept.category) ?? 'note');
      setNote(kept.note);
      onConcerned(kept.concerned);
    },
  });
  const submit = (): void => {
    if (note.trim() === '' && category === 'note') return;
    add.mutate({ sessionId, studentId: concerned, category, note: note.trim() });
    draft.release();
    setNote('');
    onConcerned(null);
  };
  return { category, setCategory, note, setNote, submit };
}

/** What happened, in a few keys: Alt with a digit chooses the kind, Enter keeps it. */
export function IncidentsCard(props: IncidentsCardProps): ReactNode {
  const { incidents, students, concerned, onConcerned, field } = props;
  const { t } = useTranslation();
  const form = useIncidentForm(props);
  const names = new Map(students.map((student) => [student.studentId, shortName(student)]));
  const onKeyDown = (event: KeyboardEvent): void => {
    const digit = /^Digit([1-6])$/.exec(event.code)?.[1];
    const chosen = digit === undefined ? undefined : incidentCategories[Number(digit) - 1];
    if (!event.altKey || chosen === undefined) return;
    event.preventDefault();
    form.setCategory(chosen);
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    form.submit();
  };
  return (
    <Card title={t('training:incident.title')}>
      <Allowed command="practice.addIncident">
        <form className={styles['form']} onSubmit={onSubmit} onKeyDown={onKeyDown}>
          <div className={styles['categories']} role="radiogroup" aria-label={t('training:incident.kind')}>
            <Chip.Group value={form.category} onChange={(value) => form.setCategory(value)}>
              {incidentCategories.map((category) => (
                <Chip key={category} value={category} size="xs">
                  {t(`training:incident.${category}`)}
                </Chip>
              ))}
            </Chip.Group>
          </div>
          <Select
            aria-label={t('training:incident.student')}
            placeholder={t('training:incident.everyone')}
            data={students.map((student) => ({ value: student.studentId, label: fullName(student) }))}
            value={concerned}
            onChange={onConcerned}
            searchable
            clearable
            openOnFocus={false}
          />
          <TextInput
            ref={field}
            label={t('training:incident.note')}
            description={t('training:incident.keys')}
            maxLength={2000}
            value={form.note}
            onChange={(event) => form.setNote(event.currentTarget.value)}
          />
          <Button type="submit" variant="light">
            {t('training:incident.add')}
          </Button>
        </form>
      </Allowed>
      {incidents.length === 0 ? null : (
        <ul className={styles['incidents']}>
          {incidents.map((incident) => (
            <IncidentLine
              key={incident.id}
              incident={incident}
              who={incident.studentId === null ? null : (names.get(incident.studentId) ?? '')}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}
