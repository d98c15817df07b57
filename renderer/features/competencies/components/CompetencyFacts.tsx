import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EditOnly } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { HundredthsField } from '../../../ui/HundredthsField.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { Competency } from '../competencies.queries.ts';
import { WHOLE } from '../competencyChoices.ts';

/** Whether our own translation is shown where no official name is known. */
function isOwnTranslation(competency: Competency, language: string): boolean {
  if (competency.kind === 'own') return false;
  return (language === 'kk' && !competency.attested.kk) || (language === 'ru' && !competency.attested.ru);
}

/** What the championship says about a competency, and the target of the squad. */
export function CompetencyFacts({ competency }: { competency: Competency }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const setTarget = useCommand('competencies.setTarget');
  const isOwn = competency.kind === 'own';
  return (
    <Facts
      facts={[
        {
          term: t('competencies:field.kind'),
          value: isOwn ? (
            <StatusBadge tone="info">{t('competencies:kind.own')}</StatusBadge>
          ) : (
            t('competencies:kind.official', { edition: competency.edition })
          ),
        },
        { term: t('competencies:field.number'), value: competency.number },
        ...(isOwn
          ? []
          : [
              {
                term: t('competencies:field.sector'),
                value: t(`competencies:sector.${competency.sector}`),
              },
            ]),
        {
          term: t('competencies:field.team'),
          value: t('competencies:teamOf', { count: competency.teamSize }),
        },
        {
          term: t('competencies:field.maxAge'),
          value:
            competency.maxAge === null
              ? t('competencies:noAgeLimit')
              : t('competencies:upToAge', { count: competency.maxAge }),
        },
        ...(isOwnTranslation(competency, language)
          ? [{ term: t('competencies:field.name'), value: t('competencies:ownTranslation') }]
          : []),
        {
          term: t('competencies:field.target'),
          value: (
            <EditOnly command="competencies.setTarget">
              <HundredthsField
                label={t('competencies:target.label')}
                isLabelHidden
                description={t('competencies:target.hint')}
                value={competency.targetHundredths}
                maximum={WHOLE}
                unit="%"
                onCommit={(targetHundredths) => setTarget.mutate({ id: competency.id, targetHundredths })}
              />
            </EditOnly>
          ),
        },
      ]}
    />
  );
}
