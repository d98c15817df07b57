import { useQueries } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { PeriodBounds } from '#shared/domain/progress/period.ts';
import type { CallFailure } from '../../client/callFailure.ts';
import { useClient } from '../../client/clientContext.ts';
import { routeQuery, useRouteQuery } from '../../client/queries.ts';

export type SquadProgress = RouteOutput<'progress.squad'>;
export type StudentProgress = RouteOutput<'progress.student'>;
export type SquadStudent = SquadProgress['students'][number];
export type CompetencyProgress = RouteOutput<'progress.overview'>['competencies'][number];

/** A competency's practice within a period. */
export function useSquadProgress(
  competencyId: string,
  bounds: PeriodBounds,
): UseQueryResult<SquadProgress, CallFailure> {
  return useRouteQuery('progress.squad', { competencyId, ...bounds }, { keepPrevious: true });
}

/** A student's practice within a period. */
export function useStudentProgress(
  ids: { competencyId: string; studentId: string },
  bounds: PeriodBounds,
): UseQueryResult<StudentProgress, CallFailure> {
  return useRouteQuery('progress.student', { ...ids, ...bounds }, { keepPrevious: true });
}

/** The practice of several students; those on their way are left out until they are here. */
export function useComparedProgress(
  competencyId: string,
  studentIds: readonly string[],
  bounds: PeriodBounds,
): ReadonlyMap<string, StudentProgress> {
  const client = useClient();
  return useQueries({
    queries: studentIds.map((studentId) =>
      routeQuery(client, 'progress.student', { competencyId, studentId, ...bounds }),
    ),
    combine: (results) =>
      new Map(
        studentIds.flatMap((id, index): [string, StudentProgress][] => {
          const data = results[index]?.data;
          return data === undefined ? [] : [[id, data]];
        }),
      ),
  });
}
