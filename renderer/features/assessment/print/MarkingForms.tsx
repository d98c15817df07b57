import type { ReactNode } from 'react';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { AspectRow, SubCriterionRow } from '#shared/contract/schemes.ts';
import { classNames } from '../../../ui/classNames.ts';
import { fullName } from '../../../i18n/names.ts';
import styles from './print.module.css';
import { FormHead, FormTail, Legend, Signatures } from './FormParts.tsx';
import { columnName } from './columnName.ts';
import { membersText } from '../components/CompetitorName.tsx';
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
      <table className={styles['table']}>
        <colgroup>
          <col style={{ width: '13%' }} />
          <col />
          <col style={{ width: '11%' }} />
          <col style={{ width: '18%' }} />
        </colgroup>
        <thead>
          <FormHead
            {...props}
            columns={4}
            title={`${form.code} ${form.name}`}
            competitor={{ label: fullName(attempt), memberNames: attempt.memberNames }}
          />
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
        <FormTail columns={4}>
          <Signatures words={words} count={4} />
        </FormTail>
      </table>
    </section>
  ));
}

/** As many columns stand on a landscape page with their names upright. */
const COLUMNS = 12;
/** Widths in percent of the page; the words have the rest. */
const CODE = 8;
const MAX = 6;
const EACH = 4.4;

/** The marking form of a sub-criterion for many competitors: landscape, twelve on a page. */
export function ManyForm(props: MarkingFormProps): ReactNode {
  const { form, words } = props;
  const { t, format } = words;
  const attempts = attemptsAt(props).map((attempt, index) => ({
    id: attempt.id,
    number: index + 1,
    label: fullName(attempt),
    memberNames: attempt.memberNames,
  }));
  const pages = Array.from({ length: Math.ceil(attempts.length / COLUMNS) }, (_, page) =>
    attempts.slice(page * COLUMNS, (page + 1) * COLUMNS),
  );
  return pages.map((page, index) => (
    <section key={index} className={classNames(styles['sheet'], styles['landscape'])}>
      <table className={styles['table']}>
        <colgroup>
          <col style={{ width: `${CODE}%` }} />
          <col />
          <col style={{ width: `${MAX}%` }} />
          {page.map((attempt) => (
            <col key={attempt.id} style={{ width: `${EACH}%` }} />
          ))}
        </colgroup>
        <thead>
          <FormHead {...props} columns={3 + page.length} title={`${form.code} ${form.name}`} />
          <tr>
            <th scope="col">{t('assessment:print.code')}</th>
            <th scope="col">{t('assessment:print.aspect')}</th>
            <th scope="col">{t('assessment:print.max')}</th>
            {page.map((attempt) => (
              <th key={attempt.id} scope="col" className={styles['competitor']}>
                <span className={styles['upright']}>{columnName(attempt)}</span>
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
        <FormTail columns={3 + page.length}>
          <Legend
            lines={page.map(({ number, label, memberNames }) => ({
              sign: String(number),
              text: [label, membersText(label, memberNames)].filter((text) => text !== '').join(': '),
            }))}
          />
          <Signatures words={words} count={4} />
        </FormTail>
      </table>
    </section>
  ));
}
