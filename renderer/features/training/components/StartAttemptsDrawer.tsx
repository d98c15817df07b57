import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { SchemeListRow } from '#shared/contract/schemes.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { fullName } from '../../../i18n/names.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { MultiPicker } from '../../../ui/MultiPicker.tsx';
import type { PickerItem } from '../../../ui/MultiPicker.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useSessionStudents } from '../training.queries.ts';
import type { SessionStudent } from '../training.queries.ts';
import { ScopePicker } from './ScopePicker.tsx';
import styles from './StartAttempts.module.css';

type SessionAnswer = RouteOutput<'training.getSession'>;

/** Milliseconds of quiet before students are searched. */
const QUIET = 90;

interface StartAttemptsProps {
  answer: SessionAnswer;
  onClose: () => void;
  onStarted: (schemeId: string) => void;
}

/** Schemes of the session's competency before the others; the newest first, as main gives them. */
function useSchemeChoices(
  competencyId: string,
): { own: SchemeListRow[]; others: SchemeListRow[] } | undefined {
  const schemes = useRouteQuery('schemes.list', {}).data?.schemes;
  return useMemo(
    () =>
      schemes && {
        own: schemes.filter((scheme) => scheme.competencyId === competencyId),
        others: schemes.filter((scheme) => scheme.competencyId !== competencyId),
      },
    [schemes, competencyId],
  );
}

const choiceOf = (scheme: SchemeListRow): { value: string; label: string } => ({
  value: scheme.id,
  label: scheme.title,
});

/** The squad members that are there; all of the squad while nobody's attendance is known. */
function listExpected(answer: SessionAnswer, students: readonly SessionStudent[]): SessionStudent[] {
  const there = new Set(
    answer.attendance
      .filter(({ state }) => state === 'present' || state === 'late')
      .map((row) => row.studentId),
  );
  const isKnown = answer.attendance.length > 0;
  return students.filter(({ studentId, isCandidate }) => (isKnown ? there.has(studentId) : isCandidate));
}

function useStudentItems(competencyId: string, search: string): PickerItem[] {
  const { t } = useTranslation();
  const students = useSessionStudents(competencyId);
  const [text] = useDebouncedValue(search.trim(), QUIET);
  const found = useRouteQuery(
    'people.listStudents',
    { search: text },
    { enabled: text !== '', keepPrevious: true },
  );
  return useMemo(() => {
    const hits = new Set((found.data?.students ?? []).map((student) => student.id));
    return (students ?? [])
      .filter((student) => text === '' || hits.has(student.studentId))
      .map((student) => ({
        id: student.studentId,
        label: fullName(student),
        detail: student.isCandidate ? t('training:attempt.candidate') : student.groupName,
      }));
  }, [students, found.data, text, t]);
}

interface ReadyFormProps extends StartAttemptsProps {
  students: readonly SessionStudent[];
  schemes: { own: SchemeListRow[]; others: SchemeListRow[] };
}

function StartForm({ answer, onClose, onStarted, students, schemes }: ReadyFormProps): ReactNode {
  const { t } = useTranslation();
  const { session } = answer;
  const add = useCommand('training.addAttempts', { quiet: true });
  const lastScheme = answer.attempts.at(-1)?.schemeId;
  const [schemeId, setSchemeId] = useState<string | null>(lastScheme ?? schemes.own[0]?.id ?? null);
  const [scope, setScope] = useState<readonly string[] | null>(null);
  const [chosen, setChosen] = useState<PickerItem[]>(() =>
    listExpected(answer, students).map((student) => ({ id: student.studentId, label: fullName(student) })),
  );
  const [isTouched, setTouched] = useState(false);
  const [isTried, setTried] = useState(false);
  const [search, setSearch] = useState('');
  const items = useStudentItems(session.competencyId, search);
  const isScopeEmpty = scope?.length === 0;
  const told = (isWrong: boolean, key: string): string | null => (isTried && isWrong ? t(key) : null);
  const studentsError = told(chosen.length === 0, 'training:attempt.noStudents');
  const submit = (event: { preventDefault: () => void }): void => {
    event.preventDefault();
    setTried(true);
    if (schemeId === null || chosen.length === 0 || isScopeEmpty) return;
    const input = {
      sessionId: session.id,
      schemeId,
      studentIds: chosen.map(({ id }) => id),
      subCriterionIds: scope === null ? null : [...scope],
    };
    add.mutate(input, { onSuccess: () => onStarted(schemeId) });
  };
  return (
    <FormDrawer
      command="training.addAttempts"
      opened
      title={t('training:attempt.startTitle')}
      submitLabel={t('training:attempt.startButton', { count: chosen.length })}
      isDirty={isTouched}
      isSubmitting={add.isPending}
      error={add.error}
      onSubmit={submit}
      onClose={onClose}
      size={560}
    >
      <Select
        label={t('training:attempt.scheme')}
        withAsterisk
        searchable
        allowDeselect={false}
        openOnFocus={false}
        data-autofocus
        data={[
          { group: t('training:attempt.ownSchemes'), items: schemes.own.map(choiceOf) },
          { group: t('training:attempt.otherSchemes'), items: schemes.others.map(choiceOf) },
        ]}
        value={schemeId}
        onChange={(value) => {
          setSchemeId(value);
          setScope(null);
        }}
        error={told(schemeId === null, 'common:field.required')}
      />
      {schemeId === null ? null : (
        <ScopePicker
          key={schemeId}
          schemeId={schemeId}
          scope={scope}
          onChange={setScope}
          error={told(isScopeEmpty, 'training:attempt.scopeEmpty')}
        />
      )}
      <div className={styles['students']}>
        <h3 className={styles['heading']}>{t('training:attempt.students')}</h3>
        {studentsError === null ? null : (
          <p className={styles['error']} role="alert">
            {studentsError}
          </p>
        )}
        <MultiPicker
          label={t('training:attempt.searchStudents')}
          items={items}
          chosen={chosen}
          onChange={(next) => {
            setChosen(next);
            setTouched(true);
          }}
          search={search}
          onSearch={setSearch}
          emptyText={t('training:attempt.studentsNotFound')}
        />
      </div>
    </FormDrawer>
  );
}

/** Form that starts attempts: at what, and by whom. */
export function StartAttemptsDrawer(props: StartAttemptsProps): ReactNode {
  const { t } = useTranslation();
  const students = useSessionStudents(props.answer.session.competencyId);
  const schemes = useSchemeChoices(props.answer.session.competencyId);
  if (students === undefined || schemes === undefined) return null;
  if (schemes.own.length + schemes.others.length === 0) {
    return (
      <FormDrawer
        command="training.addAttempts"
        opened
        title={t('training:attempt.startTitle')}
        submitLabel={t('common:action.close')}
        isDirty={false}
        isSubmitting={false}
        error={null}
        onSubmit={(event) => {
          event.preventDefault();
          props.onClose();
        }}
        onClose={props.onClose}
      >
        <Notice title={t('training:attempt.noSchemes')}>
          <Button component={Link} href="/schemes" mt="sm">
            {t('training:attempt.openSchemes')}
          </Button>
        </Notice>
      </FormDrawer>
    );
  }
  return <StartForm {...props} students={students} schemes={schemes} />;
}
