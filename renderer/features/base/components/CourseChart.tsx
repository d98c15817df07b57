import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import type { ChartSeries } from '../../../charts/chartSeries.ts';
import { TimeSeriesChart } from '../../../charts/TimeSeriesChart.tsx';
import { useRouteQuery } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';

const MONTHS = 12;

interface Course {
  name: string;
  competencyId: string;
  points: { day: string; percent: number }[];
}

function useCourses(): Course[] {
  const answer = useRouteQuery('base.course', { months: MONTHS }).data;
  const nameOf = useCompetencyName();
  return useMemo(
    () =>
      (answer?.competencies ?? [])
        .map(({ competencyId, points }) => ({
          competencyId,
          name: nameOf(competencyId),
          points: points.flatMap(({ day, readinessHundredths }) =>
            readinessHundredths === null ? [] : [{ day, percent: readinessHundredths / 100 }],
          ),
        }))
        .filter(({ points }) => points.length > 0),
    [answer, nameOf],
  );
}

const gainOf = ({ points }: Course): number => (points.at(-1)?.percent ?? 0) - (points[0]?.percent ?? 0);

/** How the base of each competency grew, measured by what is needed today. */
export function CourseChart(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const courses = useCourses();
  const series = useMemo(
    () =>
      courses.map(({ competencyId, name, points }): ChartSeries => ({
        id: competencyId,
        label: name,
        points: points.map(({ day, percent }) => ({
          id: `${competencyId}/${day}`,
          date: day,
          value: percent,
          details: [name],
        })),
        line: points.map(({ day, percent }) => ({ date: day, value: percent })),
      })),
    [courses],
  );
  if (courses.length === 0) return null;
  const best = courses.toSorted((one, other) => gainOf(other) - gainOf(one))[0];
  const days = courses[0]?.points.map(({ day }) => day) ?? [];
  const gain = best ? gainOf(best) : 0;
  return (
    <ChartFrame
      subject={t('nav:base')}
      title={t('base:course.title')}
      sentence={
        gain > 0 && best
          ? `${t('base:course.grew', { name: best.name, from: format.percent(best.points[0]?.percent ?? 0), to: format.percent(best.points.at(-1)?.percent ?? 0) })} ${t('base:course.how')}`
          : `${t('base:course.still')} ${t('base:course.how')}`
      }
      table={{
        columns: [
          { header: t('base:column.day') },
          ...courses.map(({ name }) => ({ header: name, align: 'end' as const })),
        ],
        rows: days.map((day, index) => ({
          key: day,
          cells: [
            format.day(day),
            ...courses.map(({ points }) => format.percent(points[index]?.percent ?? 0)),
          ],
        })),
      }}
    >
      <TimeSeriesChart label={t('base:course.title')} series={series} target={null} />
    </ChartFrame>
  );
}
