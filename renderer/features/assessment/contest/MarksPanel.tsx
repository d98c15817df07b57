import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import styles from '../assessment.module.css';

/** What the score grid of the practice is asked for. */
export interface SheetRequest {
  sessionId: string;
  schemeId: string;
  subCriterionIds: readonly string[];
  columns: readonly { attemptId: string; teamName: string | null }[];
}

/** Draws the score grid. */
export type SheetSlot = (request: SheetRequest) => ReactNode;

interface MarksPanelProps {
  answer: RouteOutput<'contest.getEntry'>;
  /** A sub-criterion, `day-2`, or nothing for all. */
  formId: string | undefined;
  sheet: SheetSlot;
}

/** Entry of marks: one sub-criterion, a marking day or all, for all competitors in the running order. */
export function MarksPanel({ answer, formId, sheet }: MarksPanelProps): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { entry, contest, forms, competitors } = answer;
  const days = [...new Set(forms.flatMap((form) => form.day ?? []))].sort((a, b) => a - b);
  const choices = [
    { value: 'all', label: t('contest:marks.all') },
    ...days.map((day) => ({ value: `day-${day}`, label: t('contest:board.dayNumber', { number: day }) })),
    ...forms.map((form) => ({ value: form.subCriterionId, label: `${form.code} ${form.name}`.trim() })),
  ];
  const chosen = choices.some((one) => one.value === formId) ? (formId ?? 'all') : 'all';
  const subCriterionIds = useMemo(
    () =>
      forms
        .filter(
          (form) => chosen === 'all' || form.subCriterionId === chosen || `day-${form.day ?? 0}` === chosen,
        )
        .map((form) => form.subCriterionId),
    [forms, chosen],
  );
  const columns = useMemo(
    () =>
      competitors.flatMap(({ attemptId, label, members, teamName }) =>
        attemptId === null
          ? []
          : [{ attemptId, teamName: members.length > 1 || teamName !== '' ? label : null }],
      ),
    [competitors],
  );
  return (
    <div className={styles['marks']}>
      <Select
        label={t('contest:marks.what')}
        maw={420}
        searchable
        data={choices}
        value={chosen}
        allowDeselect={false}
        onChange={(value) =>
          navigate(`/contests/${contest.id}/competency/${entry.id}/marks/${value ?? 'all'}`, {
            replace: true,
          })
        }
      />
      <div key={chosen} className={styles['sheetSlot']}>
        {sheet({
          sessionId: entry.sessionId ?? '',
          schemeId: entry.schemeId ?? '',
          subCriterionIds,
          columns,
        })}
      </div>
    </div>
  );
}
