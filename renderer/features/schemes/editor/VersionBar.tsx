import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import styles from './Editor.module.css';
import { useEditorState } from './editorStore.ts';
import { leaveField } from './goTo.ts';
import { isSameForm } from './schemeForm.ts';
import { VersionDrawer } from './VersionDrawer.tsx';

interface VersionBarProps {
  id: string;
  answer: RouteOutput<'schemes.getDraft'>;
  onDiscard: () => void;
}

/** That the scheme is used, and the way of its changes into the next version. */
export function VersionBar({ id, answer, onDiscard }: VersionBarProps): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const form = useEditorState((state) => state.form);
  const stored = useEditorState((state) => state.stored);
  const isChanged = useMemo(() => !isSameForm(form, stored), [form, stored]);
  const [isSaving, setSaving] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const version = answer.version + 1;
  if (answer.nextVersionId !== null) {
    return (
      <Notice tone="warn" icon={IconLock} title={t('schemeEditor:version.hasNext')}>
        <Link href={`/schemes/${answer.nextVersionId}/edit`}>{t('schemeEditor:version.openNext')}</Link>
      </Notice>
    );
  }
  return (
    <Notice
      tone={isChanged ? 'warn' : 'info'}
      icon={IconLock}
      title={t('schemeEditor:version.used', { count: answer.attemptCount })}
    >
      <div className={styles['versionBar']}>
        <span>
          {isChanged ? t('schemeEditor:version.changed', { version }) : t('schemeEditor:version.immutable')}
        </span>
        {isChanged ? (
          <span className={styles['versionButtons']}>
            <Button size="xs" variant="default" onClick={() => setAsking(true)}>
              {t('schemeEditor:version.discard')}
            </Button>
            <Button
              size="xs"
              onClick={() => {
                leaveField();
                setSaving(true);
              }}
            >
              {t('schemeEditor:version.review', { version })}
            </Button>
          </span>
        ) : null}
      </div>
      {isSaving ? (
        <VersionDrawer
          id={id}
          version={version}
          onClose={() => setSaving(false)}
          onSaved={(next) => {
            onDiscard();
            navigate(`/schemes/${next}/edit`);
          }}
        />
      ) : null}
      <ConfirmDialog
        opened={isAsking}
        title={t('schemeEditor:version.discardTitle')}
        text={t('schemeEditor:version.discardText')}
        confirmLabel={t('schemeEditor:version.discard')}
        isRemoval
        onConfirm={onDiscard}
        onClose={() => setAsking(false)}
      />
    </Notice>
  );
}
