import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { CallFailure } from '../../client/callFailure.ts';
import { useClient } from '../../client/clientContext.ts';
import { routeKey } from '../../client/queries.ts';
import { followSave } from '../../client/saveState.ts';
import { useMayCall } from '../../client/useAccess.ts';
import type { AttendanceState } from './attendance.ts';

type SessionAnswer = RouteOutput<'training.getSession'>;

interface AttendanceEntry {
  studentId: string;
  /** Null: not asked yet. */
  state: AttendanceState | null;
  /** Missing: stays as it is. */
  note?: string;
}

function withEntries(answer: SessionAnswer, entries: readonly AttendanceEntry[]): SessionAnswer {
  const changed = new Set(entries.map((entry) => entry.studentId));
  const added = entries.flatMap(({ studentId, state, note: given }) => {
    const note = given ?? answer.attendance.find((row) => row.studentId === studentId)?.note ?? '';
    return state === null ? [] : [{ studentId, state, note }];
  });
  return {
    ...answer,
    attendance: [...answer.attendance.filter((row) => !changed.has(row.studentId)), ...added],
  };
}

/** Stores attendance at once; the screen does not wait for the answer, and goes back when it is a refusal. */
export function useSetAttendance(sessionId: string): (entries: AttendanceEntry[]) => void {
  const client = useClient();
  const queryClient = useQueryClient();
  const maySet = useMayCall('training.setAttendance');
  const queryKey = routeKey('training.getSession', { id: sessionId });
  const { mutate } = useMutation<object, CallFailure, AttendanceEntry[]>({
    mutationKey: ['training.setAttendance'],
    scope: { id: `attendance ${sessionId}` },
    mutationFn: (entries) => followSave(client.call('training.setAttendance', { sessionId, entries })),
    onMutate: (entries) => {
      queryClient.setQueryData<SessionAnswer>(queryKey, (answer) => answer && withEntries(answer, entries));
    },
    onError: () => void queryClient.invalidateQueries({ queryKey }),
  });
  // Keys of the grid come here as well.
  return (entries) => {
    if (maySet) mutate(entries);
  };
}
