import type { ReactNode } from 'react';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { AspectRow, SubCriterionRow } from '#shared/contract/schemes.ts';
import { classNames } from '../../../ui/classNames.ts';
import { fullName } from '../../../i18n/names.ts';
import styles from './print.module.css';
import { FormHead, Signatures } from './FormParts.tsx';
import type { PrintWords } from '../../../i18n/usePrintWords.ts';

interface MarkingFormProps {
  session: RouteOutput<'training.getSession'>;
  scheme: RouteOutput<'schemes.get'>;
  form: SubCriterionRow;
  event: string;
  words: PrintWords;
}

/** What a judge has to know of an aspect: text, requirement, notes and the ladder. */
function AspectWords({ aspect, isShort }: { aspect: AspectRow; isShort?: boolean }): ReactNode {
  return (
    <>
      <div className={isShort === true ? styles['small'] : undefined}>{aspect.description}</div>
      {aspect.requirement === '' ? null : <div className={styles['small']}>{aspect.requirement}</div>}
      {isShort === true ? null : (
        <div className={styles['small']}>
          {[aspect.extraDescription, ...aspect.extraRows]
            .filter((text) => text !== '')
            .map((text, index) => (
              <div key={index}>{text}</div>
            ))}
          {aspect.descriptors.map((descriptor, index) => (
            <div key={index}>
              {descriptor.score} – {descriptor.text}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

const attemptsAt = (props: MarkingFormProps): RouteOutput<'training.getSession'>['attempts'] =>
  props.session.attempts.filter((attempt) => attempt.schemeId === props.scheme.id);

/** The marking form of a sub-criterion for one competitor: a portrait page for each. */
export function OneForm(props: MarkingFormProps): ReactNode {
  const { form, words } = props;
  const { t, format } = words;
  return attemptsAt(props).map((attempt) => (
    <section key={attempt.id} className={classNames(styles['sheet'], styles['portrait'])}>
      <FormHead {...props} title={`${form.code} ${form.name}`} competitor={fullName(attempt)} />
      <table className={styles['table']}>
        <colgroup>
          <col style={{ width: '13%' }} />
          <col />
          <col style={{ width: '11%' }} />
          <col style={{ width: '18%' }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('assessment:print.code')}</th>
            <th scope="col">{t('assessment:print.aspect')}</th>
            <th scope="col">{t('assessment:print.max')}</th>
            <th scope="col">{t('assessment:print.result')}</th>
          </tr>
        </thead>
        <tbody>
          {form.aspects.map((aspect) => (
            <tr key={aspect.id}>
              <td>{aspect.code}</td>
              <td>
                <AspectWords aspect={aspect} />
              </td>
              <td className={styles['number']}>{format.hundredths(aspect.maxHundredths)}</td>
              <td className={styles['scores']}>{aspect.kind === 'judgement' ? '0 1 2 3' : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Signatures words={words} count={4} />
    </section>
  ));
}

/** As many columns stand on a landscape page with their names upright. */
const COLUMNS = 12;

/** The marking form of a sub-criterion for many competitors: landscape, twelve on a page. */
export function ManyForm(props: MarkingFormProps): ReactNode {
  const { form, words } = props;
  const { t, format } = words;
  const attempts = attemptsAt(props);
  const pages = Array.from({ length: Math.ceil(attempts.length / COLUMNS) }, (_, page) =>
    attempts.slice(page * COLUMNS, (page + 1) * COLUMNS),
  );
  return pages.map((page, index) => (
    <section key={index} className={classNames(styles['sheet'], styles['landscape'])}>
      <FormHead {...props} title={`${form.code} ${form.name}`} />
      <table className={styles['table']}>
        <colgroup>
          <col style={{ width: '7%' }} />
          <col style={{ width: '32%' }} />
          <col style={{ width: '6%' }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('assessment:print.code')}</th>
            <th scope="col">{t('assessment:print.aspect')}</th>
            <th scope="col">{t('assessment:print.max')}</th>
            {page.map((attempt) => (
              <th key={attempt.id} scope="col" className={styles['small']}>
                <span className={styles['upright']}>{fullName(attempt)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.aspects.map((aspect) => (
            <tr key={aspect.id}>
              <td>{aspect.code}</td>
              <td>
                <AspectWords aspect={aspect} isShort />
              </td>
              <td className={styles['number']}>{format.hundredths(aspect.maxHundredths)}</td>
              {page.map((attempt) => (
                <td key={attempt.id} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Signatures words={words} count={4} />
    </section>
  ));
}
