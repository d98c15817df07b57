import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestCompetitor } from '#shared/contract/contest.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { useCommand, useRouteQuery } from '../../../client/queries.ts';
import { fullName } from '../../../i18n/names.ts';
import { useCompareText } from '../../../i18n/useLanguage.ts';
import { FormDrawer } from '../../../ui/FormDrawer.tsx';
import { MultiPicker, type PickerItem } from '../../../ui/MultiPicker.tsx';
import styles from '../assessment.module.css';

interface CompetitorDrawerProps {
  answer: RouteOutput<'contest.getEntry'>;
  /** A team to change; null: new competitors. */
  edited: ContestCompetitor | null;
  onClose: () => void;
}

/** Students who may be entered: those of the squad first, nobody twice. */
function useStudents(props: CompetitorDrawerProps, search: string): PickerItem[] {
  const compareText = useCompareText();
  const { answer, edited } = props;
  const text = search.trim();
  const found = useRouteQuery('people.listStudents', text === '' ? {} : { search: text }, {
    keepPrevious: true,
  }).data?.students;
  const squad = useRouteQuery('competencies.listCandidates', {
    competencyId: answer.entry.competencyId,
  }).data?.candidates;
  return useMemo(() => {
    const taken = new Set(
      answer.competitors
        .filter((one) => one.id !== edited?.id)
        .flatMap((one) => one.members.map((member) => member.studentId)),
    );
    const inSquad = new Set((squad ?? []).map((candidate) => candidate.studentId));
    return (found ?? [])
      .filter((student) => student.status === 'active' && !taken.has(student.id))
      .sort(
        (a, b) =>
          Number(inSquad.has(b.id)) - Number(inSquad.has(a.id)) || compareText(fullName(a), fullName(b)),
      )
      .map((student) => ({ id: student.id, label: fullName(student), detail: student.groupName }));
  }, [found, squad, answer.competitors, edited, compareText]);
}

/** Enters competitors: many at once, or one team under its name. */
export function CompetitorDrawer(props: CompetitorDrawerProps): ReactNode {
  const { answer, edited, onClose } = props;
  const { t } = useTranslation();
  const { teamSize, id: entryId } = answer.entry;
  const isTeam = teamSize > 1;
  const [search, setSearch] = useState('');
  const [teamName, setTeamName] = useState(edited?.teamName ?? '');
  const [chosen, setChosen] = useState<PickerItem[]>(
    (edited?.members ?? []).map((member) => ({ id: member.studentId, label: member.name })),
  );
  const items = useStudents(props, search);
  const add = useCommand('contest.addCompetitors', { quiet: true });
  const change = useCommand('contest.changeCompetitor', { quiet: true });
  const isComplete = isTeam ? chosen.length === teamSize : chosen.length > 0;
  const submit = (): void => {
    const studentIds = chosen.map((item) => item.id);
    if (edited) change.mutate({ id: edited.id, teamName, studentIds }, { onSuccess: onClose });
    else {
      const competitors = isTeam
        ? [{ teamName, studentIds }]
        : studentIds.map((id) => ({ teamName: '', studentIds: [id] }));
      add.mutate({ entryId, competitors }, { onSuccess: onClose });
    }
  };
  return (
    <FormDrawer
      command="contest.addCompetitors"
      opened
      title={t(edited ? 'contest:competitors.editTitle' : 'contest:competitors.addTitle')}
      submitLabel={
        edited ? t('common:action.save') : t('contest:competitors.addChosen', { count: chosen.length })
      }
      isDirty={chosen.length > 0 && edited === null}
      isSubmitting={add.isPending || change.isPending}
      canSubmit={isComplete}
      error={add.error ?? change.error}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) submit();
      }}
      onClose={onClose}
    >
      {isTeam ? (
        <>
          <TextInput
            label={t('contest:competitors.teamName')}
            value={teamName}
            maxLength={200}
            onChange={(event) => setTeamName(event.currentTarget.value)}
          />
          <p className={styles['soft']}>{t('contest:competitors.teamHint', { count: teamSize })}</p>
        </>
      ) : null}
      <MultiPicker
        label={t('contest:competitors.search')}
        items={items}
        chosen={chosen}
        onChange={setChosen}
        search={search}
        onSearch={setSearch}
        emptyText={t('contest:competitors.nobody')}
      />
    </FormDrawer>
  );
}
