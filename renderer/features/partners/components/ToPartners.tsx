import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

/** Leads to the partners, on whose pages agreements, people and internships are entered. */
export function ToPartners(): ReactNode {
  const { t } = useTranslation();
  return (
    <Button component={Link} href="/partners">
      {t('partners:tab.partners')}
    </Button>
  );
}
