import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HeatGrid } from '../../../charts/HeatGrid.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import styles from './Insight.module.css';

const MOST_ROWS = 40;

/** Aspects against attempts: what leaves most marks to gain stands first. */
export function HeatMapCard(props: { competencyId: string; studentId: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [schemeId, setScheme] = useState<string | null>(null);
  const query = useRouteQuery('insight.heatMap', { ...props, ...(schemeId === null ? {} : { schemeId }) });
  const schemes = query.data?.schemes ?? [];
  return (
    <Card
      title={t('insight:map.title')}
      actions={
        schemes.length < 2 ? null : (
          <Select
            aria-label={t('insight:map.scheme')}
            data={schemes.map((scheme) => ({ value: scheme.id, label: scheme.title }))}
            value={schemeId ?? query.data?.schemeId ?? null}
            onChange={setScheme}
            allowDeselect={false}
            w={280}
          />
        )
      }
    >
      <QueryView query={query}>
        {({ aspects, attempts }) => {
          const best = aspects.slice(0, 5).reduce((sum, aspect) => sum + aspect.toGainHundredths, 0);
          return attempts.length === 0 ? (
            <p className={styles['soft']}>{t('insight:map.none')}</p>
          ) : (
            <>
              <p className={styles['words']}>
                {t('insight:map.words', { marks: format.number(best / 100, 1) })}
              </p>
              <HeatGrid
                label={t('insight:map.title')}
                rowHeader={t('insight:map.aspect')}
                endHeader={t('insight:map.gain')}
                columns={attempts.map((attempt) => ({
                  key: attempt.attemptId,
                  header: format.dayMonth(attempt.date),
                }))}
                rows={aspects.slice(0, MOST_ROWS).map((aspect) => ({
                  key: aspect.aspectId,
                  head: `${aspect.code} ${aspect.description}`,
                  end: format.shortHundredths(aspect.toGainHundredths),
                  cells: aspect.marks.map((mark) =>
                    mark === null
                      ? null
                      : {
                          share: aspect.maxHundredths > 0 ? mark / aspect.maxHundredths : 0,
                          text: format.shortHundredths(mark),
                        },
                  ),
                }))}
              />
              {aspects.length > MOST_ROWS ? (
                <p className={styles['soft']}>
                  {t('insight:map.more', { count: aspects.length - MOST_ROWS })}
                </p>
              ) : null}
            </>
          );
        }}
      </QueryView>
    </Card>
  );
}
