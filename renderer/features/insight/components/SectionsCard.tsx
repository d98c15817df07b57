import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { ChartFrame, type ChartTable } from '../../../charts/ChartFrame.tsx';
import { ProfileChart } from '../../../charts/ProfileChart.tsx';
import type { ProfileRow } from '../../../charts/profileLayout.ts';
import { localized } from '../../../i18n/names.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { mentorLevels } from '../mentorLevels.ts';
import styles from './Insight.module.css';

type Insight = RouteOutput<'insight.student'>;
type Section = Insight['sections'][number];

/** How a section is told, in the words of the page. */
interface SectionWords {
  name: (section: Section) => string;
  percent: (value: number | null) => string;
  lost: (section: Section) => string;
  /** How far mentors at enterprises say the student is; null where none said anything. */
  mentor: ((section: Section) => string) | null;
}

function useSectionWords({ internships }: Insight): SectionWords {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const levels = mentorLevels(internships);
  const mentorWord = ({ number }: Section): string => {
    const level = levels.get(number);
    return level === undefined ? '–' : t(`insight:mentor.${level}`);
  };
  return {
    name: (section) => `${section.number}. ${localized(section.name, language)}`,
    percent: (value) => (value === null ? '–' : format.percent(value, 0)),
    lost: (section) => (section.percent === null ? '–' : format.number(section.costHundredths / 100, 1)),
    mentor: levels.size > 0 ? mentorWord : null,
  };
}

function useTable(sections: readonly Section[], words: SectionWords): ChartTable {
  const { t } = useTranslation();
  const { mentor } = words;
  return {
    columns: [
      { header: t('insight:sections.name') },
      { header: t('insight:sections.weight'), align: 'end' },
      { header: t('insight:cost.own'), align: 'end' },
      { header: t('insight:cost.squad'), align: 'end' },
      { header: t('insight:cost.lost'), align: 'end' },
      ...(mentor ? [{ header: t('insight:mentor.title') }] : []),
    ],
    rows: sections.map((section) => ({
      key: String(section.number),
      cells: [
        words.name(section),
        words.percent(section.weightHundredths / 100),
        words.percent(section.percent),
        words.percent(section.squadPercent),
        words.lost(section),
        ...(mentor ? [mentor(section)] : []),
      ],
    })),
  };
}

/** A student's sections of the standard beside their weights and beside the squad, the costliest first. */
export function SectionsCard({ subject, insight }: { subject: string; insight: Insight }): ReactNode {
  const { t } = useTranslation();
  const words = useSectionWords(insight);
  const sections = insight.sections.toSorted((a, b) => b.costHundredths - a.costHundredths);
  const table = useTable(sections, words);
  const title = t('insight:cost.title');
  const headings = useMemo(
    () => ({
      row: t('insight:sections.name'),
      value: t('insight:cost.own'),
      weight: t('insight:sections.weight'),
    }),
    [t],
  );
  const [costliest] = sections;
  if (costliest === undefined)
    return (
      <Card title={title}>
        <p className={styles['soft']}>{t('insight:cost.none')}</p>
      </Card>
    );
  const rows = sections.map((section): ProfileRow => {
    const figures = [
      `${t('insight:cost.squad')}: ${words.percent(section.squadPercent)}`,
      `${t('insight:cost.lost')}: ${words.lost(section)}`,
    ];
    return {
      id: String(section.number),
      label: words.name(section),
      value: section.percent,
      beside: section.squadPercent,
      weight: words.percent(section.weightHundredths / 100),
      details: words.mentor
        ? [...figures, `${t('insight:mentor.title')}: ${words.mentor(section)}`]
        : figures,
    };
  });
  const sentence =
    costliest.percent === null
      ? t('insight:cost.unmarked')
      : t('insight:cost.sentence', {
          name: words.name(costliest),
          lost: words.lost(costliest),
          own: words.percent(costliest.percent),
          squad: words.percent(costliest.squadPercent),
        });
  return (
    <ChartFrame subject={subject} title={title} sentence={sentence} table={table}>
      <ProfileChart
        label={title}
        rows={rows}
        headings={headings}
        target={insight.targetPercent}
        unknown={t('insight:cost.unknown')}
        besideLabel={t('insight:cost.squad')}
      />
    </ChartFrame>
  );
}
