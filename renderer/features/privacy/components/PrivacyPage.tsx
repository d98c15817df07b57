import { NumberInput } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from './Privacy.module.css';

type Overview = RouteOutput<'privacy.getOverview'>;

function Gaps({ gaps }: { gaps: Overview['gaps'] }): ReactNode {
  const { t } = useTranslation();
  if (gaps.length === 0) {
    return (
      <EmptyState icon={IconShieldCheck} title={t('privacy:gaps.none')} text={t('privacy:gaps.noneText')} />
    );
  }
  return (
    <SimpleTable
      label={t('privacy:gaps.title')}
      rows={gaps}
      rowKey={({ studentId }) => studentId}
      columns={[
        {
          id: 'name',
          header: t('privacy:field.student'),
          cell: ({ studentId, name }) => <Link href={`/students/${studentId}/data`}>{name}</Link>,
        },
        { id: 'group', header: t('privacy:field.group'), cell: ({ groupName }) => groupName },
        {
          id: 'gap',
          header: t('privacy:field.gap'),
          cell: ({ gap }) => <StatusBadge tone="warn">{t(`privacy:gap.${gap}`)}</StatusBadge>,
        },
      ]}
    />
  );
}

function Retention({ overview }: { overview: Overview }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const set = useCommand('privacy.setRetention');
  const [draft, setDraft] = useState<number | null>(null);
  const commit = (): void => {
    if (draft !== null && draft >= 1 && draft <= 75 && draft !== overview.retentionYears) {
      set.mutate({ years: draft });
    }
    setDraft(null);
  };
  return (
    <div className={styles['fields']}>
      <NumberInput
        label={t('privacy:retention.years')}
        description={t('privacy:retention.hint')}
        min={1}
        max={75}
        w={320}
        value={draft ?? overview.retentionYears}
        onChange={(value) => setDraft(Number(value))}
        onBlur={commit}
      />
      {overview.due.length === 0 ? (
        <p className={styles['text']}>{t('privacy:retention.none')}</p>
      ) : (
        <SimpleTable
          label={t('privacy:retention.title')}
          rows={overview.due}
          rowKey={({ studentId }) => studentId}
          columns={[
            {
              id: 'name',
              header: t('privacy:field.student'),
              cell: ({ studentId, name }) => <Link href={`/students/${studentId}/data`}>{name}</Link>,
            },
            { id: 'left', header: t('privacy:field.left'), cell: ({ leftOn }) => format.day(leftOn) },
          ]}
        />
      )}
    </div>
  );
}

/** Personal data of the college: who has to be asked for consent, whose time is up, who was erased. */
export function PrivacyPage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useRouteQuery('privacy.getOverview', {});
  return (
    <Page>
      <PageHeader
        title={t('privacy:title')}
        hint={t('privacy:hint')}
        back={{ href: '/settings', label: t('nav:settings') }}
      />
      <QueryView query={query}>
        {(overview) => (
          <>
            <Card title={t('privacy:gaps.title')}>
              <Gaps gaps={overview.gaps} />
            </Card>
            <Card title={t('privacy:retention.title')}>
              <Retention overview={overview} />
            </Card>
            {overview.erasures.length === 0 ? null : (
              <Card title={t('privacy:erasures')}>
                <ul className={styles['table']}>
                  {overview.erasures.map(({ erasedOn, reason }, index) => (
                    <li key={`${erasedOn}${String(index)}`}>
                      {format.day(erasedOn)}: {t(`privacy:reason.${reason}`)}
                    </li>
                  ))}
                </ul>
              </Card>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
