import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionProfile as Section } from '#shared/contract/progress.ts';
import { findCostliest, lostMarks, orderByLoss, totalWeight } from '#shared/domain/progress/sectionLoss.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import type { ChartTable } from '../../../charts/ChartFrame.tsx';
import { ProfileChart } from '../../../charts/ProfileChart.tsx';
import type { ProfileRow } from '../../../charts/profileLayout.ts';
import { localized } from '../../../i18n/names.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';

interface SectionProfileProps {
  /** Whose profile it is. */
  subject: string;
  sections: readonly Section[];
  target: number | null;
}

/** What was lost, as text; a dash where nothing was marked. */
function useLossText(sections: readonly Section[]): (section: Section) => string {
  const format = useFormat();
  const total = totalWeight(sections);
  return (section) => {
    const lost = lostMarks(section, total);
    return lost === null ? '–' : format.number(lost, 1);
  };
}

function useRows(sections: readonly Section[]): readonly ProfileRow[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const lossText = useLossText(sections);
  const costliest = findCostliest(sections);
  return orderByLoss(sections).map((section) => {
    const weight = format.percent(section.weightHundredths / 100, 2);
    const details = [
      t('progress:profile.marks', {
        mark: format.shortHundredths(section.markHundredths),
        max: format.shortHundredths(section.markedMaxHundredths),
      }),
      t('progress:profile.declared', { weight }),
      t('progress:profile.lost', { lost: lossText(section) }),
    ];
    return {
      id: String(section.number),
      label: t('progress:profile.name', { number: section.number, name: localized(section.name, language) }),
      value: section.percent,
      weight,
      details: section.percent === null ? details.slice(1, 2) : details,
      ...(section === costliest ? { note: t('progress:profile.costsMost') } : {}),
    };
  });
}

function useTable(sections: readonly Section[]): ChartTable {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const lossText = useLossText(sections);
  return {
    columns: [
      { header: t('progress:column.section') },
      { header: t('progress:column.result'), align: 'end' },
      { header: t('progress:column.weight'), align: 'end' },
      { header: t('progress:column.marks'), align: 'end' },
      { header: t('progress:column.lost'), align: 'end' },
    ],
    rows: orderByLoss(sections).map((section) => ({
      key: String(section.number),
      cells: [
        t('progress:profile.name', { number: section.number, name: localized(section.name, language) }),
        section.percent === null ? t('progress:profile.unknown') : format.percent(section.percent),
        format.percent(section.weightHundredths / 100, 2),
        t('progress:student.outOf', {
          mark: format.shortHundredths(section.markHundredths),
          max: format.shortHundredths(section.markedMaxHundredths),
        }),
        lossText(section),
      ],
    })),
  };
}

/** Results by section of the standard beside the declared weights, the costliest section first. */
export function SectionProfile({ subject, sections, target }: SectionProfileProps): ReactNode {
  const { t } = useTranslation();
  const rows = useRows(sections);
  const table = useTable(sections);
  const headings = useMemo(
    () => ({
      row: t('progress:column.section'),
      value: t('progress:profile.value'),
      weight: t('progress:profile.weight'),
    }),
    [t],
  );
  const isMarked = sections.some((section) => section.percent !== null);
  const sentence = sections.length === 0 ? 'noSections' : isMarked ? 'sentence' : 'sentenceNone';
  return (
    <ChartFrame
      subject={subject}
      title={t('progress:profile.title')}
      sentence={t(`progress:profile.${sentence}`)}
      table={table}
    >
      {sections.length === 0 ? null : (
        <ProfileChart
          label={t('progress:profile.title')}
          rows={rows}
          headings={headings}
          target={target}
          unknown={t('progress:profile.unknown')}
        />
      )}
    </ChartFrame>
  );
}
