import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteQuery } from '../../../client/queries.ts';
import { shortName } from '../../../i18n/names.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { judgeWords } from '../insightSentences.ts';
import { signedText } from '../signedText.ts';
import { FigureTable } from './FigureTable.tsx';
import styles from './Insight.module.css';

/** How strict those who mark are, whether that changes, and how their groups advance. */
export function JudgesCard({ competencyId }: { competencyId?: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const query = useRouteQuery('insight.judges', competencyId === undefined ? {} : { competencyId });
  const signed = (value: number): string => signedText(value, (size) => format.number(size, 1));
  return (
    <Card title={t('insight:judge.title')}>
      <QueryView query={query}>
        {({ judges }) =>
          judges.length === 0 ? (
            <p className={styles['soft']}>{t('insight:judge.none')}</p>
          ) : (
            <>
              <p className={styles['words']}>{t('insight:judge.hint')}</p>
              <FigureTable
                label={t('insight:judge.title')}
                columns={[
                  { header: t('insight:judge.name') },
                  { header: t('insight:judge.attempts'), kind: 'number' },
                  { header: t('insight:judge.severity'), kind: 'number' },
                  { header: t('insight:judge.range'), kind: 'number' },
                  { header: t('insight:judge.gain'), kind: 'number' },
                  { header: t('insight:judge.verdict') },
                ]}
                rows={judges.map((judge) => ({
                  key: judge.expertId,
                  cells: [
                    shortName(judge),
                    format.number(judge.attemptCount),
                    signed(judge.severity),
                    `${signed(judge.low)} … ${signed(judge.high)}`,
                    judge.groupGain === null ? '–' : signed(judge.groupGain),
                    judgeWords({ t, language }, judge),
                  ],
                }))}
              />
            </>
          )
        }
      </QueryView>
    </Card>
  );
}
