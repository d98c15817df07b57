import { useMemo } from 'react';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useRouteQuery } from '../../client/queries.ts';
import { fullName } from '../../i18n/names.ts';

/** Something to choose in a list. */
export interface Choice {
  value: string;
  label: string;
}

/** Experts to choose from, in the alphabet of the language as main sorts them. */
export function useExpertChoices(): readonly Choice[] {
  const experts = useRouteQuery('people.listExperts', {}).data?.experts;
  return useMemo(
    () => (experts ?? []).map((expert) => ({ value: expert.id, label: fullName(expert) })),
    [experts],
  );
}

/** Schemes that a session's attempts are at, the one begun last first. */
export function listSchemes(session: RouteOutput<'training.getSession'>): readonly Choice[] {
  const titles = new Map(
    session.attempts.toReversed().map((attempt) => [attempt.schemeId, attempt.schemeTitle]),
  );
  return [...titles].map(([value, label]) => ({ value, label }));
}

/** Sub-criteria of a scheme to choose from: code and name. */
export function listForms(scheme: RouteOutput<'schemes.get'>): readonly Choice[] {
  return scheme.criteria.flatMap((criterion) =>
    criterion.subCriteria.map((form) => ({ value: form.id, label: `${form.code} ${form.name}`.trim() })),
  );
}
