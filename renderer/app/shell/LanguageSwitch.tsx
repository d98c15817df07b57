import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/queries.ts';
import { chooseLanguage, languages } from '../../i18n/languages.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';

/** The three languages, one click apart. */
export function LanguageSwitch(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const update = useCommand('settings.update');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('nav:language')}
      value={language}
      onChange={(value) => update.mutate({ language: chooseLanguage([value]) })}
      data={languages.map(({ code, ownName, short }) => ({
        value: code,
        label: (
          <span lang={code} title={ownName}>
            {short}
          </span>
        ),
      }))}
    />
  );
}
