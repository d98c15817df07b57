import { useRouteQuery } from '../../client/queries.ts';
import { fullName } from '../../i18n/names.ts';

/** Students to choose from: the squad of the competency, or everybody. */
export function useStudentChoices(competencyId: string | null): { value: string; label: string }[] {
  const everybody = useRouteQuery('people.listStudents', {}, { enabled: competencyId === null });
  const squad = useRouteQuery(
    'competencies.listCandidates',
    { competencyId: competencyId ?? '' },
    { enabled: competencyId !== null },
  );
  return competencyId === null
    ? (everybody.data?.students ?? []).map((row) => ({ value: row.id, label: fullName(row) }))
    : (squad.data?.candidates ?? []).map((row) => ({ value: row.studentId, label: fullName(row) }));
}
