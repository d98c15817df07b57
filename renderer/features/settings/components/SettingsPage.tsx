import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed, Readable } from '../../../client/Allowed.tsx';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { useMay } from '../../../client/useAccess.ts';
import { chooseLanguage, languages } from '../../../i18n/languages.ts';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { AboutCard } from './AboutCard.tsx';
import styles from './SettingsPage.module.css';

type Status = RouteOutput<'app.getStatus'>;

const themes = ['system', 'light', 'dark'] as const;

/** The name is stored when the field is left. */
function CollegeName({ stored }: { stored: string }): ReactNode {
  const { t } = useTranslation();
  const update = useCommand('settings.update');
  const mayName = useMay('settings.write');
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    if (draft !== null && draft.trim() !== stored) update.mutate({ collegeName: draft.trim() });
    setDraft(null);
  };
  return (
    <TextInput
      label={t('settings:college.label')}
      description={t('settings:college.hint')}
      maxLength={200}
      disabled={!mayName}
      value={draft ?? stored}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}

function Appearance({ status }: { status: Status }): ReactNode {
  const { t } = useTranslation();
  const update = useCommand('settings.update');
  const { language, theme } = status.preferences;
  return (
    <>
      <div>
        <p className={styles['label']}>{t('settings:language')}</p>
        <SegmentedControl
          aria-label={t('settings:language')}
          value={language}
          onChange={(value) => update.mutate({ language: chooseLanguage([value]) })}
          data={languages.map(({ code, ownName }) => ({
            value: code,
            label: <span lang={code}>{ownName}</span>,
          }))}
        />
      </div>
      <div>
        <p className={styles['label']}>{t('settings:theme.label')}</p>
        <SegmentedControl
          aria-label={t('settings:theme.label')}
          value={theme}
          onChange={(value) => update.mutate({ theme: value })}
          data={themes.map((value) => ({ value, label: t(`settings:theme.${value}`) }))}
        />
        <p className={styles['hint']}>{t('settings:theme.hint')}</p>
      </div>
    </>
  );
}

function Sample({ isOpen }: { isOpen: boolean }): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const open = useCommand('sample.open');
  const remove = useCommand('sample.remove');
  const home = { onSuccess: () => navigate('/') };
  return (
    <>
      <p className={styles['text']}>{t('settings:sample.text')}</p>
      {isOpen ? (
        <Button color="ember.7" loading={remove.isPending} onClick={() => remove.mutate({}, home)}>
          {t('settings:sample.remove')}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconEye size={16} aria-hidden />}
          loading={open.isPending}
          onClick={() => open.mutate({}, home)}
        >
          {t('settings:sample.open')}
        </Button>
      )}
    </>
  );
}

/** Language, theme, the college's name, the sample college, and what this program is. */
export function SettingsPage(): ReactNode {
  const { t } = useTranslation();
  const status = useRouteQuery('app.getStatus', {});
  return (
    <Page>
      <PageHeader title={t('nav:settings')} hint={t('settings:intro')} />
      <QueryView query={status}>
        {(answer) => (
          <div className={styles['cards']}>
            <div className={styles['column']}>
              <Card title={t('settings:appearance')}>
                <div className={styles['fields']}>
                  <Appearance status={answer} />
                </div>
              </Card>
              <Card title={t('settings:college.title')}>
                <CollegeName stored={answer.preferences.collegeName} />
              </Card>
            </div>
            <div className={styles['column']}>
              <Card title={t('settings:access.title')}>
                <p className={styles['text']}>{t('settings:access.text')}</p>
                <Button component={Link} href="/settings/access" variant="default">
                  {t('settings:access.open')}
                </Button>
              </Card>
              <Readable permission="privacy.read">
                <Card title={t('settings:privacy.title')}>
                  <p className={styles['text']}>{t('settings:privacy.text')}</p>
                  <Button component={Link} href="/settings/privacy" variant="default">
                    {t('settings:privacy.open')}
                  </Button>
                </Card>
              </Readable>
              <Readable permission="backup.read">
                <Card title={t('settings:backup.title')}>
                  <p className={styles['text']}>{t('settings:backup.text')}</p>
                  <Button component={Link} href="/settings/backup" variant="default">
                    {t('settings:backup.open')}
                  </Button>
                </Card>
              </Readable>
              <Allowed command="updates.prepare">
                <Card title={t('settings:update.title')}>
                  <p className={styles['text']}>{t('settings:update.text')}</p>
                  <Button component={Link} href="/settings/update" variant="default">
                    {t('settings:update.open')}
                  </Button>
                </Card>
              </Allowed>
              <Allowed command="sample.open">
                <Card title={t('settings:sample.title')}>
                  <Sample isOpen={answer.sample} />
                </Card>
              </Allowed>
              <AboutCard version={answer.version} />
            </div>
          </div>
        )}
      </QueryView>
    </Page>
  );
}
