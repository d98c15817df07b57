import { useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CompetencyRow } from '#shared/contract/competencies.ts';
import type { StudentInput, StudentListRow } from '#shared/contract/people.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { CallFailure } from '../../client/callFailure.ts';
import { useClient } from '../../client/clientContext.ts';
import { routeQuery, useRouteQuery } from '../../client/queries.ts';

/** Students that a search finds; all of them without one. */
export function useStudents(search: string): UseQueryResult<RouteOutput<'people.listStudents'>, CallFailure> {
  const text = search.trim();
  return useRouteQuery('people.listStudents', text === '' ? {} : { search: text }, { keepPrevious: true });
}

/** Competencies by id, for the names of squads; empty until they are known. */
export function useCompetenciesById(): ReadonlyMap<string, CompetencyRow> {
  const competencies = useRouteQuery('competencies.list', {}).data?.competencies;
  return useMemo(() => new Map((competencies ?? []).map((row) => [row.id, row])), [competencies]);
}

/** Asks at once whether a student with this name and birth date is there already. */
export function useFindDuplicates(): (student: StudentInput, exceptId?: string) => Promise<StudentListRow[]> {
  const client = useClient();
  const queryClient = useQueryClient();
  return async ({ surname, givenName, patronymic, birthDate }, exceptId) => {
    const input = {
      surname,
      givenName,
      patronymic,
      birthDate,
      ...(exceptId === undefined ? {} : { exceptId }),
    };
    const found = await queryClient.query(routeQuery(client, 'people.findDuplicates', input));
    return found.students;
  };
}
