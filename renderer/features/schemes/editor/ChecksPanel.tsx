import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchemeWarning } from '#shared/domain/schemes/schemeWarning.ts';
import { WarningList } from '../components/WarningList.tsx';
import { placeOf } from './checkPlaces.ts';
import styles from './Editor.module.css';
import { useEditor, useEditorState } from './editorStore.ts';
import { goToPlace } from './goTo.ts';

/** What should be looked at, always up to date; each sentence leads to its field. */
export function ChecksPanel({ warnings }: { warnings: readonly SchemeWarning[] }): ReactNode {
  const { t } = useTranslation();
  const editor = useEditor();
  const kind = useEditorState((state) => state.form.kind);
  const [isOpen, setOpen] = useState(true);
  const Icon = isOpen ? IconChevronDown : IconChevronUp;
  return (
    <section className={styles['checks']} aria-labelledby="scheme-checks">
      <div className={styles['checksHead']}>
        <h2 id="scheme-checks" className={styles['checksTitle']}>
          <span role="status">
            {warnings.length === 0
              ? t('schemeEditor:checks.none')
              : t(`schemeEditor:checks.${kind}`, { count: warnings.length })}
          </span>
        </h2>
        {warnings.length === 0 ? (
          <IconCircleCheck size={18} aria-hidden className={styles['good']} />
        ) : (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('schemeEditor:checks.toggle')}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {isOpen && warnings.length > 0 ? (
        <div className={styles['checksList']}>
          <WarningList
            warnings={warnings.map((warning) => ({ ...warning }))}
            isHint={kind === 'practice'}
            wayTo={(warning) => () => goToPlace(editor, placeOf(editor.state.form.draft, warning))}
          />
        </div>
      ) : null}
    </section>
  );
}
