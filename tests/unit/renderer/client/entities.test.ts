import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { registry } from '#shared/contract/registry.ts';
import type { RouteName } from '#shared/contract/registry.ts';
import { applyEvent } from '../../../../renderer/client/applyEvent.ts';
import { isReadDeclared, isTouchedBy } from '../../../../renderer/client/entities.ts';
import { routeKey } from '../../../../renderer/client/queries.ts';

const queries = Object.entries(registry)
  .filter(([, route]) => route.kind === 'query')
  .map(([name]) => name as RouteName);

it.each(queries)('knows which tables %s reads', (route) => {
  expect(isReadDeclared(route)).toBe(true);
});

it('touches what reads the table, and what nobody declared', () => {
  expect(isTouchedBy('people.listStudents', ['students'])).toBe(true);
  expect(isTouchedBy('people.listExperts', ['students'])).toBe(false);
  expect(isTouchedBy('history.getUndoState', ['marks'])).toBe(true);
  expect(isTouchedBy('something.new', ['marks'])).toBe(true);
});

it('lets only touched queries ask again', () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(routeKey('people.listStudents', {}), { students: [] });
  queryClient.setQueryData(routeKey('people.listExperts', {}), { experts: [] });
  applyEvent(queryClient, { kind: 'changed', entities: ['students'] });
  const isOld = (route: RouteName): boolean | undefined =>
    queryClient.getQueryState(routeKey(route, {}))?.isInvalidated;
  expect(isOld('people.listStudents')).toBe(true);
  expect(isOld('people.listExperts')).toBe(false);
});

it('forgets everything when another database was opened', () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(routeKey('people.listStudents', {}), { students: [] });
  applyEvent(queryClient, { kind: 'database_switched', sample: true });
  expect(queryClient.getQueryData(routeKey('people.listStudents', {}))).toBeUndefined();
});
