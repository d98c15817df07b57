import { useMemo } from 'react';
import type { StudentListRow } from '#shared/contract/people.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { SessionRow } from '#shared/contract/training.ts';
import { useRouteQuery } from '../../client/queries.ts';
import type { Choice } from '../../client/useCompetencies.ts';
import { fullName } from '../../i18n/names.ts';
import { useCompareText } from '../../i18n/useLanguage.ts';

/** Choices of experts by name. */
export function useExpertChoices(): Choice[] {
  const experts = useRouteQuery('people.listExperts', {}).data?.experts;
  const compareText = useCompareText();
  return useMemo(
    () =>
      (experts ?? [])
        .map((row) => ({ value: row.id, label: fullName(row) }))
        .sort((a, b) => compareText(a.label, b.label)),
    [experts, compareText],
  );
}

/** How many earlier sessions suggestions are made from. */
const REMEMBERED_SESSIONS = 500;

/** Workshops of earlier sessions, the most used first. */
export function useWorkshopSuggestions(): string[] {
  const input = { limit: REMEMBERED_SESSIONS };
  const sessions = useRouteQuery('training.listSessions', input).data?.sessions;
  return useMemo(() => mostUsedWorkshops(sessions ?? []), [sessions]);
}

function mostUsedWorkshops(sessions: readonly SessionRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { workshop } of sessions) {
    if (workshop !== '') counts.set(workshop, (counts.get(workshop) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([workshop]) => workshop);
}

/** A student as the screens of a session name them. */
export interface SessionStudent {
  studentId: string;
  surname: string;
  givenName: string;
  patronymic: string;
  groupName: string;
  /** Whether the student is in the squad of the session's competency now. */
  isCandidate: boolean;
}

/** All students, the squad of a competency marked and first, each part by name. */
export function useSessionStudents(competencyId: string): readonly SessionStudent[] | undefined {
  const students = useRouteQuery('people.listStudents', {}).data?.students;
  const candidates = useRouteQuery('competencies.listCandidates', { competencyId }).data?.candidates;
  const compareText = useCompareText();
  return useMemo(() => {
    if (!students || !candidates) return undefined;
    const squad = new Set(candidates.filter((row) => row.status !== 'left').map((row) => row.studentId));
    const byName = (a: StudentListRow, b: StudentListRow): number =>
      Number(squad.has(b.id)) - Number(squad.has(a.id)) || compareText(fullName(a), fullName(b));
    return [...students].sort(byName).map((row) => ({
      studentId: row.id,
      surname: row.surname,
      givenName: row.givenName,
      patronymic: row.patronymic,
      groupName: row.groupName,
      isCandidate: squad.has(row.id),
    }));
  }, [students, candidates, compareText]);
}

/** The squad, and whoever else took part. */
export function useAttendees(
  answer: RouteOutput<'training.getSession'>,
): readonly SessionStudent[] | undefined {
  const students = useSessionStudents(answer.session.competencyId);
  return useMemo(() => {
    const others = new Set([...answer.attendance, ...answer.attempts].map((row) => row.studentId));
    return students?.filter((student) => student.isCandidate || others.has(student.studentId));
  }, [students, answer.attendance, answer.attempts]);
}
