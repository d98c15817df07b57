import { Button } from '@mantine/core';
import { IconChecks, IconUsersPlus } from '@tabler/icons-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { AttendanceRow } from '#shared/contract/training.ts';
import { Allowed, EditOnly } from '../../../client/Allowed.tsx';
import { fullName } from '../../../i18n/names.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { attendanceKeys, moveInAttendance, stateOfKey } from '../attendance.ts';
import type { AttendanceState } from '../attendance.ts';
import { useAttendees } from '../training.queries.ts';
import type { SessionStudent } from '../training.queries.ts';
import { useSetAttendance } from '../useAttendance.ts';
import styles from './AttendancePanel.module.css';

type SessionAnswer = RouteOutput<'training.getSession'>;

interface AttendanceGridProps {
  students: readonly SessionStudent[];
  entries: ReadonlyMap<string, AttendanceRow>;
  onSet: (studentId: string, state: AttendanceState | null, note?: string) => void;
}

interface NoteFieldProps {
  student: SessionStudent;
  entry: AttendanceRow | undefined;
  /** Tab goes from the states of the line to its note. */
  isReached: boolean;
  onFocus: () => void;
  onStore: (state: AttendanceState, note: string) => void;
}

/** Why somebody was late or away; stored when it is left. There is nothing to note of somebody not asked yet. */
function NoteField({ student, entry, isReached, onFocus, onStore }: NoteFieldProps): ReactNode {
  const { t } = useTranslation();
  const known = entry?.note ?? '';
  const store = (text: string): void => {
    const note = text.trim();
    if (entry !== undefined && note !== known) onStore(entry.state, note);
  };
  return (
    <input
      // A value from elsewhere takes the place of the one shown.
      key={known}
      className={styles['note']}
      aria-label={t('training:attendance.noteOf', { student: fullName(student) })}
      placeholder={t('training:attendance.note')}
      maxLength={200}
      disabled={entry === undefined}
      tabIndex={isReached ? 0 : -1}
      defaultValue={known}
      onFocus={onFocus}
      onBlur={(event) => store(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') store(event.currentTarget.value);
        if (event.key === 'Escape') event.currentTarget.value = known;
      }}
    />
  );
}

/** Everyone in a line each: a key sets the state and goes on to the next. */
function AttendanceGrid({ students, entries, onSet }: AttendanceGridProps): ReactNode {
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ row: 0, column: 0 });
  const [moves, setMoves] = useState(0);
  const row = Math.min(place.row, students.length - 1);

  useLayoutEffect(() => {
    if (moves > 0) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [moves]);

  const goTo = (to: { row: number; column: number }): void => {
    setPlace(to);
    setMoves((count) => count + 1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const student = students[row];
    // In a note, keys type.
    if (event.target instanceof HTMLInputElement) return;
    if (student === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const state = stateOfKey(event.code);
    const to = moveInAttendance({ row, column: place.column }, event.key, students.length);
    if (state !== null) {
      onSet(student.studentId, state);
      const column = attendanceKeys.findIndex((key) => key.state === state);
      goTo({ row: Math.min(row + 1, students.length - 1), column });
    } else if (event.key === 'Delete' || event.key === 'Backspace') onSet(student.studentId, null);
    else if (to !== null) goTo(to);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={t('training:attendance.title')}
      className={styles['grid']}
      onKeyDown={onKeyDown}
    >
      {students.map((student, index) => (
        <div
          key={student.studentId}
          role="row"
          className={styles['row']}
          data-active={index === row || undefined}
        >
          <div role="rowheader" className={styles['name']}>
            <span>{fullName(student)}</span>
            <span className={styles['detail']}>
              {student.isCandidate ? student.groupName : t('training:attendance.guest')}
            </span>
          </div>
          {attendanceKeys.map(({ state }, column) => (
            <div key={state} role="gridcell">
              <EditOnly command="training.setAttendance">
                <button
                  type="button"
                  className={styles['state']}
                  data-state={state}
                  aria-pressed={entries.get(student.studentId)?.state === state}
                  tabIndex={index === row && column === place.column ? 0 : -1}
                  onClick={() => {
                    const isSame = entries.get(student.studentId)?.state === state;
                    onSet(student.studentId, isSame ? null : state);
                    setPlace({ row: index, column });
                  }}
                >
                  {t(`training:attendance.${state}`)}
                </button>
              </EditOnly>
            </div>
          ))}
          <div role="gridcell">
            <EditOnly command="training.setAttendance">
              <NoteField
                student={student}
                entry={entries.get(student.studentId)}
                isReached={index === row}
                onFocus={() => setPlace({ row: index, column: place.column })}
                onStore={(state, note) => onSet(student.studentId, state, note)}
              />
            </EditOnly>
          </div>
        </div>
      ))}
    </div>
  );
}

const KEY_CAPS: Readonly<Record<AttendanceState, string>> = {
  present: 'P',
  late: 'L',
  absent: 'A',
  excused: 'E',
};

interface AttendancePanelProps {
  answer: SessionAnswer;
  onStart: () => void;
}

/** Who was there: the whole squad in one pass of the keyboard. */
export function AttendancePanel({ answer, onStart }: AttendancePanelProps): ReactNode {
  const { t } = useTranslation();
  const { session } = answer;
  const students = useAttendees(answer);
  const setAttendance = useSetAttendance(session.id);
  const entries = useMemo(
    () => new Map(answer.attendance.map((row) => [row.studentId, row])),
    [answer.attendance],
  );
  if (students === undefined) return null;
  if (students.length === 0) {
    return (
      <EmptyState
        icon={IconUsersPlus}
        title={t('training:attendance.empty')}
        text={t('training:attendance.emptyText')}
        primary={
          <Button component={Link} href={`/competencies/${session.competencyId}`}>
            {t('training:attendance.openSquad')}
          </Button>
        }
        secondary={
          <Allowed command="training.addAttempts">
            <Button variant="default" onClick={onStart}>
              {t('training:attempt.start')}
            </Button>
          </Allowed>
        }
      />
    );
  }
  const unknown = students.filter((student) => !entries.has(student.studentId));
  return (
    <div className={styles['panel']}>
      <div className={styles['tools']}>
        <Allowed command="training.setAttendance">
          <Button
            variant={unknown.length > 0 ? 'filled' : 'default'}
            disabled={unknown.length === 0}
            leftSection={<IconChecks size={17} aria-hidden />}
            onClick={() => setAttendance(unknown.map(({ studentId }) => ({ studentId, state: 'present' })))}
          >
            {t('training:attendance.allPresent')}
          </Button>
        </Allowed>
        <Allowed command="training.setAttendance">
          <ul className={styles['legend']} aria-label={t('training:legend.title')}>
            {attendanceKeys.map(({ state }, index) => (
              <li key={state}>
                <kbd>{KEY_CAPS[state]}</kbd>
                <kbd>{index + 1}</kbd>
                {t(`training:attendance.${state}`)}
              </li>
            ))}
          </ul>
        </Allowed>
      </div>
      <AttendanceGrid
        students={students}
        entries={entries}
        onSet={(studentId, state, note) =>
          setAttendance([{ studentId, state, ...(note === undefined ? {} : { note }) }])
        }
      />
    </div>
  );
}
