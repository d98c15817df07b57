import type { ReactNode } from 'react';
import { SimpleTable, type SimpleColumn } from '../../../ui/SimpleTable.tsx';
import { chanceText, checkSentence, criterionName, objectionsOf, rankText } from '../selectionModel.ts';
import { placesOf } from './ProtocolTeam.tsx';
import type { PaperProps, Run } from './protocolProps.ts';
import styles from './selection.module.css';

type Candidate = Run['candidates'][number];

/** What became of a candidate: the place, why it was left again, or what stood against it. */
function decisionText(props: PaperProps, candidate: Candidate): string {
  const { model, run, t, format } = props;
  const { studentId, competencyId } = candidate;
  const place = placesOf(props).find(
    (one) => one.studentId === studentId && one.competencyId === competencyId,
  );
  if (place) return t(`selection:seat.${place.seat}`);
  const left = model.view.replacements.findLast(
    (one) => one.outStudentId === studentId && one.competencyId === competencyId && one.reason !== 'vacant',
  );
  if (left && model.view.selection.decidedRunId === run.id) {
    return t('selection:protocol.replaced', { reason: t(`selection:reason.${left.reason}`) });
  }
  const objections = objectionsOf(run, candidate).map((check) => checkSentence(t, format, check));
  return objections.join('; ') || '–';
}

function columnsOf(props: PaperProps): SimpleColumn<Candidate>[] {
  const { model, run, t, format } = props;
  const counted = run.config.criteria.filter(({ weight }) => weight > 0);
  return [
    {
      id: 'name',
      header: t('selection:field.student'),
      cell: ({ studentId }) => model.studentName(studentId),
    },
    ...counted.map(({ key, name }) => ({
      id: key,
      header: criterionName(t, key, name),
      align: 'end' as const,
      cell: (candidate: Candidate) => {
        const raw = candidate.parts.find((part) => part.key === key)?.raw ?? null;
        return raw === null ? '–' : format.number(raw, 0);
      },
    })),
    {
      id: 'value',
      header: t('selection:field.value'),
      align: 'end',
      cell: ({ value, deviation }) => (
        <span className={styles['unbroken']}>
          {format.number(value, 1)} ± {format.number(1.64 * deviation, 1)}
        </span>
      ),
    },
    {
      id: 'best',
      header: t('selection:field.best'),
      align: 'end',
      cell: ({ ranks }) => (ranks ? chanceText(format, ranks.best) : '–'),
    },
    {
      id: 'rank',
      header: t('selection:field.rank'),
      align: 'end',
      cell: ({ ranks }) => (ranks ? rankText(ranks) : '–'),
    },
    {
      id: 'decision',
      header: t('selection:protocol.decision'),
      cell: (candidate) => decisionText(props, candidate),
    },
  ];
}

/** All candidates with their figures and what became of them, in the order of the championship's competencies. */
export function ProtocolCandidates(props: PaperProps): ReactNode {
  const { model, run, t } = props;
  const squads = Map.groupBy(run.candidates, ({ competencyId }) => competencyId);
  const columns = columnsOf(props);
  return (
    <section className={styles['lying']}>
      <h2>{t('selection:protocol.candidates')}</h2>
      <p>{t('selection:protocol.note')}</p>
      {model.championship.competencies.map(({ competencyId }) => (
        <section key={competencyId}>
          <h3>{model.competencyName(competencyId)}</h3>
          <SimpleTable
            label={model.competencyName(competencyId)}
            rows={squads.get(competencyId) ?? []}
            rowKey={({ studentId }) => studentId}
            columns={columns}
          />
        </section>
      ))}
    </section>
  );
}
