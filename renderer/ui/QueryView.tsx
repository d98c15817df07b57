import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { LoadingState } from './LoadingState.tsx';

interface Answer<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface QueryViewProps<T> {
  query: Answer<T>;
  children: (data: T) => ReactNode;
}

/**
 * Shows a query in each of its states: on its way, failed with a way to try again, answered.
 * `<QueryView query={students}>{({ students }) => …}</QueryView>`
 */
export function QueryView<T>({ query, children }: QueryViewProps<T>): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null && query.error !== undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <LoadingState />;
}
