import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { RangeChart } from '../../../charts/RangeChart.tsx';
import { fullName, localized } from '../../../i18n/names.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import styles from './Insight.module.css';

type Squad = RouteOutput<'insight.squad'>;

/** What the charts of a squad are drawn from. */
export interface SquadChartProps {
  subject: string;
  competencyId: string;
  squad: Squad;
}

/** More do not fit on a page; the table has them all. */
const MOST_ROWS = 30;

/** Who stands where, and how sure that is. */
export function ComparisonChart({ subject, competencyId, squad }: SquadChartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const percent = (value: number | null): string => (value === null ? '–' : format.percent(value));
  const rated = squad.members.flatMap((member) => {
    const { adjustedPercent: value, low, high } = member;
    if (value === null || low === null || high === null) return [];
    const name = fullName(member);
    const words = t('insight:squad.rowWords', {
      name,
      value: format.percent(value, 0),
      low: format.percent(low, 0),
      high: format.percent(high, 0),
    });
    return [{ id: member.studentId, name, low, high, value, words }];
  });
  const title = t('insight:squad.title');
  if (rated.length === 0)
    return (
      <Card title={title}>
        <p className={styles['soft']}>{t('insight:squad.none')}</p>
      </Card>
    );
  return (
    <ChartFrame
      subject={subject}
      title={title}
      sentence={t('insight:squad.hint')}
      table={{
        columns: [
          { header: t('insight:idle.student') },
          { header: t('insight:squad.adjusted'), align: 'end' },
          { header: t('insight:forecast.interval'), align: 'end' },
          { header: t('insight:squad.raw'), align: 'end' },
          { header: t('insight:judge.attempts'), align: 'end' },
          { header: t('insight:squad.last') },
        ],
        rows: squad.members.map((member) => ({
          key: member.studentId,
          cells: [
            fullName(member),
            percent(member.adjustedPercent),
            member.low === null ? '–' : `${percent(member.low)} – ${percent(member.high)}`,
            percent(member.rawPercent),
            format.number(member.attemptCount),
            member.lastDate === null ? t('insight:idle.never') : format.date(member.lastDate),
          ],
        })),
      }}
    >
      <RangeChart
        label={title}
        rows={rated.slice(0, MOST_ROWS)}
        target={squad.targetPercent}
        onOpenRow={(id) => navigate(`/insight/${competencyId}/${id}`)}
      />
    </ChartFrame>
  );
}

/** How practice divides over the sections of the standard, beside their weights. */
export function CoverageChart({ subject, squad }: SquadChartProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const percent = (value: number): string => format.percent(value, 0);
  const title = t('insight:sections.title');
  const nameOf = (section: Squad['sections'][number]): string =>
    `${section.number}. ${localized(section.name, language)}`;
  const gaps = squad.sections
    .map((section) => ({ section, gap: section.weightHundredths / 100 - section.practisedPercent }))
    .sort((a, b) => b.gap - a.gap);
  const [widest] = gaps;
  if (widest === undefined) return null;
  const sentence =
    widest.gap < 5
      ? t('insight:sections.even')
      : t('insight:sections.short', {
          name: nameOf(widest.section),
          practised: percent(widest.section.practisedPercent),
          weight: percent(widest.section.weightHundredths / 100),
        });
  return (
    <ChartFrame
      subject={subject}
      title={title}
      sentence={`${t('insight:sections.hint')} ${sentence}`}
      table={{
        columns: [
          { header: t('insight:sections.name') },
          { header: t('insight:sections.weight'), align: 'end' },
          { header: t('insight:sections.practised'), align: 'end' },
        ],
        rows: squad.sections.map((section) => ({
          key: String(section.number),
          cells: [
            nameOf(section),
            percent(section.weightHundredths / 100),
            percent(section.practisedPercent),
          ],
        })),
      }}
    >
      <RangeChart
        label={title}
        target={null}
        rows={squad.sections.map((section) => ({
          id: String(section.number),
          name: nameOf(section),
          low: 0,
          high: section.practisedPercent,
          value: section.weightHundredths / 100,
          words: t('insight:sections.rowWords', {
            name: nameOf(section),
            practised: percent(section.practisedPercent),
            weight: percent(section.weightHundredths / 100),
          }),
        }))}
      />
    </ChartFrame>
  );
}

/** Forecasts of a squad to the day of the championship. */
export function SquadForecastChart({
  subject,
  squad,
  answer,
}: Omit<SquadChartProps, 'competencyId'> & {
  answer: RouteOutput<'insight.squadForecast'>;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const names = new Map(squad.members.map((member) => [member.studentId, fullName(member)]));
  const percent = (value: number): string => format.percent(value, 0);
  const title = t('insight:forecast.squadTitle');
  const rows = answer.students.flatMap(({ studentId, forecast }) => {
    if (forecast.kind === 'refused') return [];
    const { value, low, high } = forecast;
    const name = names.get(studentId) ?? '';
    const words = t('insight:squad.rowWords', {
      name,
      value: percent(value),
      low: percent(low),
      high: percent(high),
    });
    return [{ id: studentId, name, value, low, high, words }];
  });
  const coverage =
    answer.coverage.total === 0
      ? t('insight:forecast.noCoverage')
      : t('insight:forecast.coverage', answer.coverage);
  return (
    <ChartFrame
      subject={subject}
      title={title}
      sentence={`${t('insight:forecast.squadWords', { date: format.longDate(answer.day) })} ${coverage}`}
      table={{
        columns: [
          { header: t('insight:idle.student') },
          { header: t('insight:forecast.value'), align: 'end' },
          { header: t('insight:forecast.interval'), align: 'end' },
          { header: t('insight:forecast.chanceShort'), align: 'end' },
        ],
        rows: answer.students.map(({ studentId, forecast }) => ({
          key: studentId,
          cells:
            forecast.kind === 'refused'
              ? [names.get(studentId) ?? '', '–', t('insight:forecast.notEnough'), '–']
              : [
                  names.get(studentId) ?? '',
                  percent(forecast.value),
                  `${percent(forecast.low)} – ${percent(forecast.high)}`,
                  forecast.chanceOfTarget === null ? '–' : percent(100 * forecast.chanceOfTarget),
                ],
        })),
      }}
    >
      <RangeChart
        label={title}
        rows={rows.toSorted((a, b) => b.value - a.value).slice(0, MOST_ROWS)}
        target={squad.targetPercent}
      />
    </ChartFrame>
  );
}
