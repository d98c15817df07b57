import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchemeDraft } from '#shared/contract/schemeDocument.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { AspectPanel } from './AspectPanel.tsx';
import { BulkPanel } from './BulkPanel.tsx';
import { findPlace, type OutlineRow } from './draftOutline.ts';
import styles from './Editor.module.css';
import { useEditorState } from './editorStore.ts';
import { focusOutline, leaveField } from './goTo.ts';
import { CriterionPanel, SchemePanel, SubCriterionPanel } from './GroupPanels.tsx';

/** The form of a line. */
function FormOf({ draft, id }: { draft: SchemeDraft; id: string }): ReactNode {
  const place = findPlace(draft, id);
  const criterion = place === null ? undefined : draft.criteria[place.criterion];
  const form = criterion?.subCriteria[place?.subCriterion ?? -1];
  const aspect = form?.aspects[place?.aspect ?? -1];
  if (aspect !== undefined) return <AspectPanel aspect={aspect} draft={draft} />;
  if (form !== undefined) return <SubCriterionPanel form={form} />;
  if (criterion !== undefined) return <CriterionPanel criterion={criterion} />;
  return <SchemePanel draft={draft} />;
}

/** What is open: the form of a line, or the changes to all that are ticked. Escape leads back to the outline. */
export function DetailPanel({ rows }: { rows: readonly OutlineRow[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const frame = useRef<HTMLElement>(null);
  const draft = useEditorState((state) => state.form.draft);
  const panelId = useEditorState((state) => state.panelId);
  const selectedIds = useEditorState((state) => state.selectedIds);
  const row = rows.find(({ id }) => id === panelId) ?? rows[0];
  const isBulk = selectedIds.size > 0;
  const title = isBulk
    ? t('schemeEditor:bulk.title', { count: selectedIds.size })
    : t(`schemeEditor:panel.${row?.kind ?? 'scheme'}`, { code: row?.code ?? '' });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    leaveField();
    focusOutline();
  };
  return (
    <section ref={frame} className={styles['detail']} aria-labelledby="scheme-detail" onKeyDown={onKeyDown}>
      <div className={styles['detailHead']}>
        <h2 id="scheme-detail" className={styles['checksTitle']}>
          {title}
        </h2>
        <span className={styles['detailMark']}>
          {isBulk ? null : format.hundredths(row?.hundredths ?? 0)}
        </span>
      </div>
      <div className={styles['detailBody']} key={isBulk ? 'bulk' : panelId}>
        {isBulk ? <BulkPanel draft={draft} ids={selectedIds} /> : <FormOf draft={draft} id={panelId} />}
      </div>
    </section>
  );
}
