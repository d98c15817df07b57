import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { HundredthsField } from '../../../ui/HundredthsField.tsx';
import { WHOLE } from '../competencyChoices.ts';
import { nextSection, sumOfWeights } from '../ownCompetencyForm.ts';
import type { OwnCompetencyDraft } from '../ownCompetencyForm.ts';
import styles from './CompetencyPage.module.css';

type Form = UseFormReturnType<OwnCompetencyDraft>;

const LANGUAGES = ['kk', 'ru', 'en'] as const;
const MOST = 40;

function SectionFields({ form, index }: { form: Form; index: number }): ReactNode {
  const { t } = useTranslation();
  const section = form.values.sections[index];
  if (section === undefined) return null;
  const of = { number: section.number };
  return (
    <div className={styles['sectionRow']}>
      <NumberInput
        aria-label={t('competencies:sections.numberOf', of)}
        min={1}
        max={99}
        allowDecimal={false}
        hideControls
        value={section.number}
        onChange={(value) => {
          if (typeof value === 'number') form.setFieldValue(`sections.${index}.number`, value);
        }}
      />
      {LANGUAGES.map((language) => (
        <TextInput
          key={language}
          aria-label={t(`competencies:sections.nameOf.${language}`, of)}
          {...form.getInputProps(`sections.${index}.name.${language}`)}
        />
      ))}
      <HundredthsField
        label={t('competencies:sections.weightOf', of)}
        isLabelHidden
        width={104}
        unit="%"
        maximum={WHOLE}
        value={section.weightHundredths}
        onCommit={(weight) => form.setFieldValue(`sections.${index}.weightHundredths`, weight)}
      />
      <ActionIcon
        aria-label={t('competencies:sections.removeOf', of)}
        onClick={() => form.removeListItem('sections', index)}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}

/** Sections of an own standard; the sum of their weights is shown while they are typed. */
export function SectionsEditor({ form }: { form: Form }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { sections } = form.values;
  const sum = sumOfWeights(sections);
  const isWhole = sum === WHOLE || sections.length === 0;
  return (
    <fieldset className={styles['sections']}>
      <legend className={styles['legend']}>{t('competencies:sections.title')}</legend>
      <p className={styles['count']}>{t('competencies:sections.hint')}</p>
      {sections.length > 0 ? (
        <div className={styles['sectionRow']} aria-hidden>
          <span className={styles['sectionHead']}>{t('competencies:sections.numberShort')}</span>
          {LANGUAGES.map((language) => (
            <span key={language} className={styles['sectionHead']}>
              {t(`competencies:sections.nameIn.${language}`)}
            </span>
          ))}
          <span className={styles['sectionHead']}>{t('competencies:sections.weight')}</span>
        </div>
      ) : null}
      {sections.map((section, index) => (
        <SectionFields key={section.key} form={form} index={index} />
      ))}
      <div className={styles['sum']}>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={sections.length >= MOST}
          onClick={() => form.insertListItem('sections', nextSection(sections))}
        >
          {t('competencies:sections.add')}
        </Button>
        {sections.length > 0 ? (
          <span className={styles['sumValue']} data-whole={isWhole} role="status">
            {isWhole
              ? t('competencies:sections.sumWhole')
              : t('competencies:sections.sumNow', { sum: format.shortHundredths(sum) })}
          </span>
        ) : null}
      </div>
    </fieldset>
  );
}
