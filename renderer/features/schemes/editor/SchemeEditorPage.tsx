import { Button } from '@mantine/core';
import { IconAlertTriangle, IconEye, IconFileExport } from '@tabler/icons-react';
import { memo, useMemo, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { checkScheme } from '#shared/domain/schemes/checkScheme.ts';
import type { TextBlock } from '#shared/domain/training/clipboardBlock.ts';
import { useRouteQuery } from '../../../client/queries.ts';
import { errorSentence } from '../../../i18n/errorSentence.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { QueryView } from '../../../ui/QueryView.tsx';
import { useExportScheme } from '../useExportScheme.ts';
import { placeOf } from './checkPlaces.ts';
import { ChecksPanel } from './ChecksPanel.tsx';
import { DetailPanel } from './DetailPanel.tsx';
import { countAspectRows, listOutline, searchOutline } from './draftOutline.ts';
import styles from './Editor.module.css';
import { runSharedKey, runUndoKey } from './editorKeys.ts';
import { EditorContext, useEditor, useEditorState } from './editorStore.ts';
import { EditorToolbar } from './EditorToolbar.tsx';
import { focusOutline, goToPlace } from './goTo.ts';
import { PasteDrawer } from './PasteDrawer.tsx';
import { SchemeOutline } from './SchemeOutline.tsx';
import type { OpenEditor } from './openEditor.ts';
import { useSchemeEditor } from './useSchemeEditor.ts';
import { VersionBar } from './VersionBar.tsx';

type Answer = RouteOutput<'schemes.getDraft'>;

/** Why the last change is not stored, and the way to try again. */
function FailureNotice({ retry }: { retry: () => void }): ReactNode {
  const { t } = useTranslation();
  const failure = useEditorState((state) => state.failure);
  if (failure === null) return null;
  return (
    <Notice tone="bad" icon={IconAlertTriangle} title={t('schemeEditor:failed')}>
      <span>{errorSentence(t, failure)}</span>{' '}
      <Button size="compact-sm" variant="default" onClick={retry}>
        {t('common:action.retry')}
      </Button>
    </Notice>
  );
}

/** Not drawn again when main answers what the page has already. */
const Workbench = memo(function Workbench(): ReactNode {
  const { t } = useTranslation();
  const editor = useEditor();
  const draft = useEditorState((state) => state.form.draft);
  const search = useEditorState((state) => state.search);
  const [pasting, setPasting] = useState<{ block: TextBlock | null } | null>(null);
  const outline = useMemo(() => listOutline(draft), [draft]);
  const rows = useMemo(() => searchOutline(draft, outline, search), [draft, outline, search]);
  const warnings = useMemo(() => checkScheme(draft), [draft]);

  /** F8 goes to the next warning after the open line. */
  const goToNext = (): void => {
    const at = outline.findIndex(({ id }) => id === editor.state.activeId);
    const places = warnings.map((warning) => placeOf(draft, warning));
    const orderOf = (rowId: string): number => outline.findIndex(({ id }) => id === rowId);
    const next = places.find(({ rowId }) => orderOf(rowId) > at) ?? places[0];
    if (next) goToPlace(editor, next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'F8') goToNext();
    else if (runUndoKey(editor, event)) event.stopPropagation();
    else if (!runSharedKey(editor, event)) return;
    event.preventDefault();
  };
  return (
    <div className={styles['bench']} onKeyDown={onKeyDown}>
      <div className={styles['left']}>
        <EditorToolbar
          count={t('schemes:aspectCount', { count: countAspectRows(rows) })}
          onPaste={() => setPasting({ block: null })}
        />
        {rows.length === 0 ? (
          <EmptyState title={t('schemes:aspectsNotFound')} text={t('schemes:aspectsNotFoundText')} />
        ) : (
          <SchemeOutline rows={rows} onPaste={(block) => setPasting({ block })} />
        )}
        <ChecksPanel warnings={warnings} />
      </div>
      <DetailPanel rows={outline} />
      {pasting === null ? null : (
        <PasteDrawer
          block={pasting.block}
          onClose={() => {
            setPasting(null);
            focusOutline();
          }}
        />
      )}
    </div>
  );
});

interface OpenedProps {
  id: string;
  answer: Answer;
}

function HeadOfEditor({ id, answer }: OpenedProps): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const title = useEditorState((state) => state.form.draft.title);
  const exportScheme = useExportScheme();
  const hint =
    answer.attemptCount > 0
      ? t('schemeEditor:hintUsed', { version: answer.version })
      : t('schemeEditor:hint', { version: answer.version });
  return (
    <PageHeader
      title={title}
      hint={hint}
      back={{ href: '/schemes', label: t('nav:schemes') }}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconFileExport size={16} aria-hidden />}
            loading={exportScheme.isPending}
            onClick={() => exportScheme.mutate(id)}
          >
            {t('schemeEditor:action.export')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconEye size={16} aria-hidden />}
            onClick={() => navigate(`/schemes/${id}`)}
          >
            {t('schemeEditor:action.read')}
          </Button>
        </>
      }
    />
  );
}

function Opened({ id, answer, answeredAt }: OpenedProps & { answeredAt: number }): ReactNode {
  const open: OpenEditor = useSchemeEditor(id, answer, answeredAt);
  return (
    <EditorContext value={open.editor}>
      <HeadOfEditor id={id} answer={answer} />
      {answer.attemptCount > 0 ? <VersionBar id={id} answer={answer} onDiscard={open.discard} /> : null}
      <FailureNotice retry={open.retry} />
      <Workbench />
    </EditorContext>
  );
}

/** The editor of a marking scheme. */
export function SchemeEditorPage({ id }: { id: string }): ReactNode {
  const draft = useRouteQuery('schemes.getDraft', { id });
  return (
    <Page kind="fill">
      <QueryView query={draft}>
        {(answer) => <Opened id={id} answer={answer} answeredAt={draft.dataUpdatedAt} />}
      </QueryView>
    </Page>
  );
}
