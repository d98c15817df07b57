import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Card } from '../../../ui/Page.tsx';
import { listForms } from '../assessment.queries.ts';
import styles from '../assessment.module.css';

/** Forms on paper: what to print for whom. */
export function FormsPanel({
  sessionId,
  scheme,
}: {
  sessionId: string;
  scheme: RouteOutput<'schemes.get'>;
}): ReactNode {
  const { t } = useTranslation();
  const forms = listForms(scheme);
  const [formId, setFormId] = useState(forms[0]?.value ?? '');
  const base = `/assessment/${sessionId}/print/${scheme.id}`;
  return (
    <div className={styles['stack']}>
      <Card title={t('assessment:forms.marking')}>
        <div className={styles['stack']}>
          <Select
            label={t('assessment:judging.form')}
            data={[...forms]}
            value={formId}
            allowDeselect={false}
            onChange={(value) => setFormId(value ?? '')}
          />
          <div className={styles['row']}>
            <Link href={`${base}/one/${formId}`}>{t('assessment:forms.one')}</Link>
            <Link href={`${base}/many/${formId}`}>{t('assessment:forms.many')}</Link>
          </div>
        </div>
      </Card>
      <Card title={t('assessment:forms.after')}>
        <div className={styles['row']}>
          <Link href={`${base}/summary`}>{t('assessment:forms.summary')}</Link>
          <Link href={`${base}/results`}>{t('assessment:forms.results')}</Link>
        </div>
      </Card>
    </div>
  );
}
