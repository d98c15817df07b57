import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { useFormat, useLanguage } from '../../../i18n/useLanguage.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Card, Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import styles from './SettingsPage.module.css';

type Update = RouteOutput<'updates.inspect'>;

/** What the publisher has signed, and the way to its installer. */
function UpdateCard({ path, update }: { path: string; update: Update }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const prepare = useCommand('updates.prepare', { quiet: true });
  const news = update.notes[language];
  return (
    <Card title={t('settings:update.page.found')}>
      <div className={styles['fields']}>
        <Notice title={t('settings:update.page.signed')} />
        <Facts
          facts={[
            { term: t('settings:update.page.version'), value: update.version },
            { term: t('settings:update.page.current'), value: update.currentVersion },
            { term: t('settings:update.page.system'), value: `${update.platform} ${update.arch}` },
            { term: t('settings:update.page.name'), value: update.fileName },
            {
              term: t('settings:update.page.size'),
              value: t('settings:update.page.megabytes', { size: format.number(update.size / 1e6, 1) }),
            },
            { term: t('settings:update.page.sha'), value: update.sha256 },
            ...(news === '' ? [] : [{ term: t('settings:update.page.news'), value: news }]),
          ]}
        />
        {prepare.data ? (
          <Notice title={t('settings:update.page.ready')}>
            {t('settings:update.page.readyText', { path: prepare.data.installer })}
          </Notice>
        ) : (
          <>
            <p className={styles['text']}>{t('settings:update.page.prepareHint')}</p>
            <Button loading={prepare.isPending} onClick={() => prepare.mutate({ path })}>
              {t('settings:update.page.prepare')}
            </Button>
          </>
        )}
        {prepare.error ? <Notice tone="bad" title={errorSentence(t, prepare.error)} /> : null}
      </div>
    </Card>
  );
}

function FileCard({ path, onLook }: { path: string; onLook: (path: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(path);
  return (
    <Card title={t('settings:update.page.file')}>
      <form
        className={styles['fields']}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') onLook(typed.trim());
        }}
      >
        <TextInput
          label={t('settings:update.page.path')}
          description={t('settings:update.page.pathHint')}
          maxLength={4000}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={typed.trim() === ''}>
          {t('settings:update.page.look')}
        </Button>
      </form>
    </Card>
  );
}

/** An update file: what it is, whether it is the publisher's, and its installer; nothing calls home. */
export function UpdatePage({ path }: { path: string }): ReactNode {
  const { t } = useTranslation();
  const [looked, setLooked] = useState(path);
  const state = useRouteQuery('updates.getState', {});
  const hasKey = state.data !== undefined && state.data.fingerprint !== null;
  const update = useRouteQuery('updates.inspect', { path: looked }, { enabled: hasKey && looked !== '' });
  return (
    <Page>
      <PageHeader
        title={t('settings:update.page.title')}
        hint={t('settings:update.page.hint')}
        back={{ href: '/settings', label: t('nav:settings') }}
      />
      <QueryView query={state}>
        {({ fingerprint }) =>
          fingerprint === null ? (
            <Notice tone="warn" title={t('errors:update_no_key')} />
          ) : (
            <>
              <FileCard path={looked} onLook={setLooked} />
              {update.error ? <Notice tone="bad" title={errorSentence(t, update.error)} /> : null}
              {update.data ? <UpdateCard key={looked} path={looked} update={update.data} /> : null}
              <Card title={t('settings:update.page.key')}>
                <p className={styles['text']}>{t('settings:update.page.keyHint')}</p>
                <code>{fingerprint}</code>
              </Card>
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
