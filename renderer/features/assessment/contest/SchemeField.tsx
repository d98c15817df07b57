import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { EditOnly } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';

/** Which version of which scheme is competed at: those of the competency first. */
export function SchemeField({ answer }: { answer: RouteOutput<'contest.getEntry'> }): ReactNode {
  const { t } = useTranslation();
  const setScheme = useCommand('contest.setScheme');
  const schemes = useRouteQuery('schemes.list', {}).data?.schemes;
  const { entry } = answer;
  const groups = useMemo(() => {
    const choices = (schemes ?? []).map((scheme) => ({
      value: scheme.id,
      label: `${scheme.title} · ${t('contest:entries.version', { number: scheme.version })}`,
      isOwn: scheme.competencyId === entry.competencyId,
    }));
    return [
      { group: t('contest:scheme.own'), items: choices.filter((one) => one.isOwn) },
      { group: t('contest:scheme.others'), items: choices.filter((one) => !one.isOwn) },
    ].filter((group) => group.items.length > 0);
  }, [schemes, entry.competencyId, t]);
  return (
    <EditOnly command="contest.setScheme">
      <Select
        label={t('contest:scheme.label')}
        description={t('contest:scheme.hint')}
        placeholder={t('contest:scheme.choose')}
        maw={620}
        searchable
        allowDeselect={false}
        disabled={entry.state !== 'open' || entry.markedCount > 0}
        data={groups}
        value={entry.schemeId}
        onChange={(schemeId) => {
          if (schemeId !== null) setScheme.mutate({ entryId: entry.id, schemeId });
        }}
      />
    </EditOnly>
  );
}
