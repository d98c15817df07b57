import { Button, Select, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChecks, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { participantRoles, presences, type EventParticipant } from '#shared/contract/developmentEvents.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed, EditOnly } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { useCompareText } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import styles from '../events.module.css';
import { ParticipantsDrawer } from './ParticipantsDrawer.tsx';

interface NoteFieldProps {
  participant: EventParticipant;
  onStore: (note: string) => void;
}

function NoteField({ participant, onStore }: NoteFieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <EditOnly command="events.setParticipants" key={participant.note}>
      <TextInput
        size="xs"
        aria-label={t('events:participant.noteOf', { name: participant.studentName })}
        defaultValue={participant.note}
        maxLength={200}
        onBlur={(event) => {
          if (event.currentTarget.value.trim() !== participant.note) onStore(event.currentTarget.value);
        }}
      />
    </EditOnly>
  );
}

/** Who takes part in an event: chosen once, marked on the day; each change is stored at once. */
export function ParticipantsCard({ view }: { view: RouteOutput<'events.get'> }): ReactNode {
  const { t } = useTranslation();
  const compareText = useCompareText();
  const [isChoosing, choosing] = useDisclosure(false);
  const store = useCommand('events.setParticipants');
  const { event } = view;
  const participants = view.participants.toSorted((a, b) => compareText(a.studentName, b.studentName));
  const storeAll = (next: readonly EventParticipant[]): void =>
    store.mutate({
      eventId: event.id,
      participants: next.map(({ studentId, role, presence, note }) => ({ studentId, role, presence, note })),
    });
  const change = (studentId: string, part: Partial<EventParticipant>): void =>
    storeAll(participants.map((one) => (one.studentId === studentId ? { ...one, ...part } : one)));
  const invited = participants.filter((one) => one.presence === 'invited');
  return (
    <Card
      title={t('events:participant.title', { count: participants.length })}
      actions={
        <>
          {invited.length === 0 ? null : (
            <Allowed command="events.setParticipants">
              <Button
                variant="subtle"
                size="compact-md"
                leftSection={<IconChecks size={15} aria-hidden />}
                onClick={() => storeAll(participants.map((one) => markPresent(one)))}
              >
                {t('events:participant.allPresent')}
              </Button>
            </Allowed>
          )}
          <Allowed command="events.setParticipants">
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconUserPlus size={15} aria-hidden />}
              onClick={choosing.open}
            >
              {t('events:participant.choose')}
            </Button>
          </Allowed>
        </>
      }
    >
      {participants.length === 0 ? (
        <p className={styles['hint']}>{t('events:participant.none')}</p>
      ) : (
        <SimpleTable
          label={t('events:participant.label')}
          rows={participants}
          rowKey={(row) => row.studentId}
          columns={[
            {
              id: 'name',
              header: t('events:participant.name'),
              cell: (row) => (
                <>
                  <Link href={`/events/portfolio/${row.studentId}`}>{row.studentName}</Link>
                  <span className={styles['soft']}>{row.groupName}</span>
                </>
              ),
            },
            {
              id: 'presence',
              header: t('events:participant.presence'),
              width: 140,
              cell: (row) => (
                <EditOnly command="events.setParticipants">
                  <Select
                    size="xs"
                    aria-label={t('events:participant.presenceOf', { name: row.studentName })}
                    data={presences.map((value) => ({ value, label: t(`events:presence.${value}`) }))}
                    value={row.presence}
                    allowDeselect={false}
                    onChange={(presence) => presence !== null && change(row.studentId, { presence })}
                  />
                </EditOnly>
              ),
            },
            {
              id: 'role',
              header: t('events:participant.role'),
              width: 150,
              cell: (row) => (
                <EditOnly command="events.setParticipants">
                  <Select
                    size="xs"
                    aria-label={t('events:participant.roleOf', { name: row.studentName })}
                    data={participantRoles.map((value) => ({ value, label: t(`events:role.${value}`) }))}
                    value={row.role}
                    allowDeselect={false}
                    onChange={(role) => role !== null && change(row.studentId, { role })}
                  />
                </EditOnly>
              ),
            },
            {
              id: 'note',
              header: t('events:participant.note'),
              cell: (row) => (
                <NoteField participant={row} onStore={(note) => change(row.studentId, { note })} />
              ),
            },
          ]}
        />
      )}
      {isChoosing ? (
        <ParticipantsDrawer
          participants={participants}
          isStoring={store.isPending}
          onStore={(next) => {
            storeAll(next);
            choosing.close();
          }}
          onClose={choosing.close}
        />
      ) : null}
    </Card>
  );
}

function markPresent(one: EventParticipant): EventParticipant {
  return one.presence === 'invited' ? { ...one, presence: 'present' } : one;
}
