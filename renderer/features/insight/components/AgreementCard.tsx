import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgePanel } from '#shared/contract/insight.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { shortName } from '../../../i18n/names.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { panelWarnings } from '../insightSentences.ts';
import { signedText } from '../signedText.ts';
import { FigureTable } from './FigureTable.tsx';
import styles from './Insight.module.css';

const TONES = { good: 'good', moderate: 'warn', poor: 'bad', unknown: 'calm' } as const;

function Panel({ panel }: { panel: JudgePanel }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const two = (value: number): string => format.hundredths(100 * value);
  const signed = (value: number): string => signedText(value, two);
  const names = panel.judges.map(shortName).join(', ');
  const correlation = (value: JudgePanel['mean']): string =>
    value === null ? '–' : `${two(value.value)} (${two(value.low)} … ${two(value.high)})`;
  return (
    <div className={styles['panel']}>
      <h3 className={styles['panelTitle']}>
        {names}{' '}
        <StatusBadge tone={TONES[panel.verdict]}>
          {panel.verdict === 'good' ? (
            <IconCheck size={12} aria-hidden />
          ) : (
            <IconAlertTriangle size={12} aria-hidden />
          )}
          {t(`insight:agreement.verdict.${panel.verdict}`)}
        </StatusBadge>
      </h3>
      {panelWarnings({ t, language }, panel).map((sentence) => (
        <p key={sentence} className={styles['words']}>
          {sentence}
        </p>
      ))}
      <p className={styles['soft']}>
        {[
          t('insight:agreement.targets', { count: panel.targetCount }),
          `${format.date(panel.from)} – ${format.date(panel.to)}`,
          t('insight:agreement.mean', { value: correlation(panel.mean) }),
          t('insight:agreement.single', { value: correlation(panel.single) }),
          t('insight:agreement.alpha', { value: panel.alpha === null ? '–' : two(panel.alpha) }),
        ].join(' · ')}
      </p>
      <div className={styles['columns']}>
        <FigureTable
          label={t('insight:agreement.judges', { names })}
          columns={[
            { header: t('insight:judge.name') },
            { header: t('insight:agreement.severity'), kind: 'number' },
            { header: t('insight:agreement.drift'), kind: 'number' },
          ]}
          rows={panel.judges.map((judge) => ({
            key: judge.expertId,
            cells: [
              shortName(judge),
              signed(judge.severity),
              judge.driftPer30Days === null ? '–' : signed(judge.driftPer30Days),
            ],
          }))}
        />
        <FigureTable
          label={t('insight:agreement.disputedOf', { names })}
          columns={[
            { header: t('insight:agreement.disputed') },
            { header: t('insight:agreement.spread'), kind: 'number' },
          ]}
          rows={panel.disputed.map((aspect) => ({
            key: aspect.aspectId,
            cells: [`${aspect.subCriterionCode}: ${aspect.description}`, two(aspect.spread)],
          }))}
        />
      </div>
    </div>
  );
}

/** How well judges who mark together agree, in words first. */
export function AgreementCard({ competencyId }: { competencyId?: string }): ReactNode {
  const { t } = useTranslation();
  const query = useRouteQuery('insight.agreement', competencyId === undefined ? {} : { competencyId });
  return (
    <Card title={t('insight:agreement.title')}>
      <QueryView query={query}>
        {({ panels }) =>
          panels.length === 0 ? (
            <p className={styles['soft']}>{t('insight:agreement.none')}</p>
          ) : (
            <>
              <p className={styles['words']}>{t('insight:agreement.hint')}</p>
              {panels.map((panel) => (
                <Panel key={panel.judges.map((judge) => judge.expertId).join('/')} panel={panel} />
              ))}
            </>
          )
        }
      </QueryView>
    </Card>
  );
}
