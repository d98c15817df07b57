import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { ruleName } from '#shared/domain/selection/eligibility.ts';
import type { Format } from '../../../i18n/format.ts';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { teamAfter, type TeamPlace } from '../decidedTeam.ts';
import {
  checkSentence,
  criterionName,
  objectionsOf,
  ruleSentence,
  type SelectionModel,
} from '../selectionModel.ts';
import styles from './selection.module.css';

type Run = RouteOutput<'selection.getRun'>;

interface PaperProps {
  model: SelectionModel;
  run: Run;
  t: TFunction;
  format: Format;
}

/** A condition of eligibility with its limits. */
function eligibilityText(
  { model, t, format }: PaperProps,
  rule: Run['config']['eligibility'][number],
): string {
  switch (rule.kind) {
    case 'own':
      return rule.text;
    case 'min_attempts':
      return t('selection:protocol.minAttempts', { attempts: rule.count, days: rule.days });
    case 'min_percent':
      return t('selection:protocol.minPercent', { percent: format.percent(rule.percent, 1) });
    case 'mock_required':
      return t('selection:protocol.mocks', { mocks: rule.count });
    case 'conflict':
      return t('selection:eligibility.conflictOf', {
        one: model.competencyName(rule.competencyIds[0]),
        other: model.competencyName(rule.competencyIds[1]),
      });
    default:
      return t(`selection:eligibility.${rule.kind}`);
  }
}

function Rules(props: PaperProps): ReactNode {
  const { model, run, t, format } = props;
  const scenario = model.view.scenarios.find(({ id }) => id === run.scenarioId);
  const { config } = run;
  return (
    <>
      <h2>{t('selection:protocol.rules')}</h2>
      <p>{t('selection:protocol.scenario', { name: scenario?.name ?? '–' })}</p>
      <ul>
        <li>
          {t('selection:criteria.title')}:{' '}
          {config.criteria
            .filter(({ weight }) => weight > 0)
            .map(({ key, name, weight }) => `${criterionName(t, key, name)} ${format.number(weight)}`)
            .join('; ')}
        </li>
        <li>
          {t('selection:objective.label')}: {t(`selection:objective.${config.objective}`)}
        </li>
        <li>
          {t('selection:tie.label')}:{' '}
          {config.tie.kind === 'seed'
            ? `${t('selection:tie.seed')} ${config.tie.seed}`
            : `${t(`selection:criterion.${config.tie.figure}`)}; ${t('selection:tie.number')} ${config.tie.seed}`}
        </li>
        <li>
          {t('selection:objective.perStudent')}: {config.competenciesPerStudent}
        </li>
        {config.eligibility.map((rule) => (
          <li key={ruleName(rule)}>{eligibilityText(props, rule)}</li>
        ))}
        {config.rules.map((rule) => (
          <li key={rule.id}>{ruleSentence(t, model, rule)}</li>
        ))}
        {run.objections.map((one) =>
          one.exception === null ? null : (
            <li key={`${one.studentId} ${one.competencyId} ${one.check.rule}`}>
              {t('selection:protocol.exception', {
                student: model.studentName(one.studentId),
                reason: one.exception,
              })}
            </li>
          ),
        )}
      </ul>
    </>
  );
}

/** The team of a run; replacements belong to the decided one alone. */
function teamOf(model: SelectionModel, run: Run): TeamPlace[] {
  const isDecided = model.view.selection.decidedRunId === run.id;
  return teamAfter(run, isDecided ? model.view.replacements : []);
}

function Candidates({ model, run, t, format }: PaperProps): ReactNode {
  const squads = Map.groupBy(run.candidates, ({ competencyId }) => competencyId);
  const team = teamOf(model, run);
  const counted = run.config.criteria.filter(({ weight }) => weight > 0);
  return (
    <>
      <h2>{t('selection:protocol.candidates')}</h2>
      {[...squads].map(([competencyId, squad]) => (
        <section key={competencyId}>
          <h3>{model.competencyName(competencyId)}</h3>
          <SimpleTable
            label={model.competencyName(competencyId)}
            rows={squad}
            rowKey={({ studentId }) => studentId}
            columns={[
              {
                id: 'name',
                header: t('selection:field.student'),
                cell: ({ studentId }) => model.studentName(studentId),
              },
              ...counted.map(({ key, name }) => ({
                id: key,
                header: criterionName(t, key, name),
                align: 'end' as const,
                cell: (candidate: Run['candidates'][number]) => {
                  const raw = candidate.parts.find((part) => part.key === key)?.raw ?? null;
                  return raw === null ? '–' : format.number(raw, 0);
                },
              })),
              {
                id: 'value',
                header: t('selection:field.value'),
                align: 'end',
                cell: ({ value, deviation }) =>
                  `${format.number(value, 1)} ± ${format.number(1.64 * deviation, 1)}`,
              },
              {
                id: 'best',
                header: t('selection:field.best'),
                align: 'end',
                cell: ({ ranks }) => (ranks ? format.percent(100 * ranks.best, 0) : '–'),
              },
              {
                id: 'decision',
                header: t('selection:protocol.decision'),
                cell: (candidate) => {
                  const place = team.find(
                    (one) => one.studentId === candidate.studentId && one.competencyId === competencyId,
                  );
                  if (place) return t(`selection:seat.${place.seat}`);
                  return (
                    objectionsOf(run, candidate)
                      .map((check) => checkSentence(t, format, check))
                      .join('; ') || '–'
                  );
                },
              },
            ]}
          />
        </section>
      ))}
    </>
  );
}

/** Who goes: the decision at a glance. */
function Team({ model, run, t, format }: PaperProps): ReactNode {
  const team = teamOf(model, run);
  const names = (competencyId: string, seat: 'main' | 'reserve'): string =>
    team
      .filter((place) => place.competencyId === competencyId && place.seat === seat)
      .map(({ studentId }) => {
        const group = model.students.get(studentId)?.groupName ?? '';
        return group === '' ? model.studentName(studentId) : `${model.studentName(studentId)} (${group})`;
      })
      .join('; ') || '–';
  const totals = run.outcome.kind === 'chosen' ? run.outcome.choice.totals : null;
  return (
    <>
      <h2>{t('selection:protocol.team')}</h2>
      <SimpleTable
        label={t('selection:protocol.team')}
        rows={model.championship.competencies}
        rowKey={({ competencyId }) => competencyId}
        columns={[
          {
            id: 'competency',
            header: t('selection:entry.competency'),
            cell: ({ competencyId }) => model.competencyName(competencyId),
          },
          {
            id: 'main',
            header: t('selection:seat.main'),
            cell: ({ competencyId }) => names(competencyId, 'main'),
          },
          {
            id: 'reserve',
            header: t('selection:seat.reserve'),
            cell: ({ competencyId }) => names(competencyId, 'reserve'),
          },
        ]}
      />
      {totals === null ? null : (
        <p>
          {t('selection:effect.totals', {
            main: format.number(totals.main / 100, 1),
            weakest: format.number((totals.weakest ?? 0) / 100, 1),
            entries: totals.entries,
          })}
        </p>
      )}
    </>
  );
}

function Signatures({ model, t }: Pick<PaperProps, 'model' | 't'>): ReactNode {
  const { commission } = model.view.selection;
  return (
    <>
      <h2>{t('selection:commission.title')}</h2>
      <div className={styles['signatures']}>
        {commission.map(({ name, role }) => (
          <div key={`${name} ${role}`} className={styles['signature']}>
            <span>{role}</span>
            <span className={styles['signatureLine']} />
            <span>{name}</span>
          </div>
        ))}
      </div>
    </>
  );
}

/** The protocol as it is printed. */
export function ProtocolPaper({ model, run, t, format }: PaperProps): ReactNode {
  const { championship, view } = model;
  return (
    <article className={styles['paper']}>
      <h2>{t('selection:protocol.title')}</h2>
      <p>
        {championship.name}, {format.longDate(championship.startDate)}
        {championship.place === '' ? null : `, ${championship.place}`}. {view.selection.name}.
      </p>
      <p>{t('selection:protocol.made', { date: format.dateTime(run.madeAt) })}</p>
      <Team model={model} run={run} t={t} format={format} />
      <Rules model={model} run={run} t={t} format={format} />
      <Candidates model={model} run={run} t={t} format={format} />
      <h2>{t('selection:decision.steps')}</h2>
      <ul>
        {view.selection.steps.map((step) => (
          <li key={step.at}>
            {format.dateTime(step.at)} – {t(`selection:status.${step.status}`)}, {step.person}
            {step.note === '' ? null : ` (${step.note})`}
          </li>
        ))}
        {view.replacements.map((one) => (
          <li key={one.id}>
            {t('selection:replacement.line', {
              date: format.dateTime(one.at),
              competency: model.competencyName(one.competencyId),
              out: model.studentName(one.outStudentId),
              into: one.inStudentId === null ? '–' : model.studentName(one.inStudentId),
              reason: t(`selection:reason.${one.reason}`),
              person: one.person,
            })}
          </li>
        ))}
      </ul>
      <Signatures model={model} t={t} />
      <p className={styles['hash']}>
        {t('selection:protocol.hash', { hash: run.hash, solver: run.solver, seed: run.seed })}
      </p>
    </article>
  );
}
