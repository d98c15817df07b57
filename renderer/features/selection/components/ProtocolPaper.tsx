import type { ReactNode } from 'react';
import { handoverLine } from '../selectionModel.ts';
import { ProtocolCandidates } from './ProtocolCandidates.tsx';
import { ProtocolRules } from './ProtocolRules.tsx';
import { ProtocolTeam } from './ProtocolTeam.tsx';
import type { PaperProps } from './protocolProps.ts';
import styles from './selection.module.css';

/** Lines for who signs by hand when nobody is named yet. */
const NOBODY = [1, 2, 3].map((place) => ({ name: '', role: '', place }));

function Heading({ model, run, t, format, college }: PaperProps & { college: string }): ReactNode {
  const { championship, view } = model;
  const { selection } = view;
  const approved = selection.steps.findLast(({ status }) => status === 'approved');
  const isDecided = selection.decidedRunId === run.id && approved !== undefined;
  return (
    <>
      {college === '' ? null : <p>{college}</p>}
      <h2 className={styles['paperTitle']}>{t('selection:protocol.title')}</h2>
      <p>
        <strong>{selection.name}</strong>
        <br />
        {championship.name}
        {championship.place === '' ? null : `, ${championship.place}`}
      </p>
      <p>
        {t('selection:protocol.day', { date: format.longDate(championship.startDate) })}
        <br />
        {t('selection:protocol.made', { date: format.dateTime(run.madeAt) })}
        <br />
        {isDecided
          ? t('selection:protocol.decided', { date: format.dateTime(approved.at), person: approved.person })
          : t('selection:protocol.draft')}
      </p>
      {selection.notes === '' ? null : <p className={styles['lines']}>{selection.notes}</p>}
    </>
  );
}

/** Who took which step, and who was replaced since. */
function Steps({ model, t, format }: PaperProps): ReactNode {
  const { selection, replacements } = model.view;
  if (selection.steps.length + replacements.length === 0) return null;
  return (
    <>
      <h2>{t('selection:decision.steps')}</h2>
      <ul>
        {selection.steps.map((step) => (
          <li key={step.at}>
            {format.dateTime(step.at)} – {t(`selection:status.${step.status}`)}, {step.person}
            {step.note === '' ? null : ` (${step.note})`}
          </li>
        ))}
        {replacements.map((one) => (
          <li key={one.id}>{handoverLine(model, one, { t, format })}</li>
        ))}
      </ul>
    </>
  );
}

function Signatures({ model, t }: PaperProps): ReactNode {
  const { commission } = model.view.selection;
  const members = commission.map((member, place) => ({ ...member, place }));
  return (
    <section className={styles['together']}>
      <h2>{t('selection:commission.title')}</h2>
      <div className={styles['signatures']}>
        {(members.length === 0 ? NOBODY : members).map(({ name, role, place }) => (
          <div key={place} className={styles['signature']}>
            <span className={role === '' ? styles['signatureLine'] : undefined}>{role}</span>
            <span className={styles['signatureLine']} />
            <span className={name === '' ? styles['signatureLine'] : undefined}>{name}</span>
            <small />
            <small>{t('selection:protocol.sign')}</small>
          </div>
        ))}
      </div>
    </section>
  );
}

/** The protocol as it is printed. */
export function ProtocolPaper(props: PaperProps & { college: string }): ReactNode {
  const { run, t } = props;
  return (
    <article className={styles['paper']}>
      <Heading {...props} />
      <ProtocolTeam {...props} />
      <ProtocolRules {...props} />
      <ProtocolCandidates {...props} />
      <Steps {...props} />
      <Signatures {...props} />
      <p className={styles['hash']}>
        {t('selection:protocol.hash', { hash: run.hash, solver: run.solver, seed: run.seed })}
      </p>
    </article>
  );
}
