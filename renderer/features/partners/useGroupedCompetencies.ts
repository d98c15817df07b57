import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompetencyChoices, type Choice } from '../../client/useCompetencies.ts';

/** Choices of competencies, those of our squads first, under their headings. */
export function useGroupedCompetencies(): { group: string; items: Choice[] }[] {
  const { t } = useTranslation();
  const { squads, others } = useCompetencyChoices();
  return useMemo(
    () => [
      ...(squads.length === 0 ? [] : [{ group: t('partners:competency.ours'), items: squads }]),
      { group: t('partners:competency.others'), items: others },
    ],
    [squads, others, t],
  );
}
