import { Button } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementRow, ObligationRow, PartnerRow, VisitRow } from '#shared/contract/partnerRecords.ts';
import { agreementStanding, currentEnd, dutyStanding } from '#shared/domain/partners/agreements.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { useToday } from '../../../i18n/useToday.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import styles from '../partners.module.css';
import { agreementTones, dutyTones } from '../standings.ts';
import { AgreementDrawer } from './AgreementDrawer.tsx';
import { ObligationDrawer } from './ObligationDrawer.tsx';

/** Number and subject of an agreement in one line. */
/** Who signed for each side, as far as it is known. */
export const signatoriesOf = (one: AgreementRow): string[] =>
  [one.collegeSignatory, one.partnerSignatory, one.thirdSignatory].filter((name) => name !== '');

export const agreementTitle = (one: Pick<AgreementRow, 'number' | 'subject'>): string =>
  one.number === '' ? one.subject : `№ ${one.number} · ${one.subject}`;

function Obligation({ one, onOpen }: { one: ObligationRow; onOpen: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const save = useCommand('partners.saveObligation');
  const today = useToday();
  const standing = dutyStanding(one, today);
  const finish = (): void => {
    const { responsibleName: _, ...input } = one;
    save.mutate({ ...input, state: 'done', doneDate: today });
  };
  const facts = [
    t(`partners:side.${one.side}`),
    one.dueDate === null ? '' : t('partners:obligation.until', { date: format.date(one.dueDate) }),
    one.responsibleName,
  ];
  return (
    <li className={styles['item']}>
      <span className={styles['words']}>
        {one.what}
        <span className={styles['soft']}>{facts.filter((part) => part !== '').join(' · ')}</span>
      </span>
      <span className={styles['side']}>
        <StatusBadge tone={dutyTones[standing]}>{t(`partners:duty.${standing}`)}</StatusBadge>
        {one.state === 'open' ? (
          <Allowed command="partners.saveObligation">
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconCheck size={14} aria-hidden />}
              aria-label={t('partners:obligation.finishOne', { what: one.what })}
              onClick={finish}
            >
              {t('partners:obligation.finish')}
            </Button>
          </Allowed>
        ) : null}
        <Allowed command="partners.saveObligation">
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('partners:action.editOne', { what: one.what })}
            onClick={onOpen}
          >
            {t('common:action.edit')}
          </Button>
        </Allowed>
      </span>
    </li>
  );
}

interface AgreementBlockProps {
  agreement: AgreementRow;
  onEdit: () => void;
  onObligation: (obligation: ObligationRow | null) => void;
}

function AgreementBlock({ agreement, onEdit, onObligation }: AgreementBlockProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useToday();
  const standing = agreementStanding(agreement, today);
  const end = currentEnd(agreement, today);
  const facts = [
    t(`partners:agreementKind.${agreement.kind}`),
    end === null
      ? t('partners:agreement.from', { from: format.date(agreement.startDate) })
      : t('partners:agreement.fromTo', { from: format.date(agreement.startDate), to: format.date(end) }),
    agreement.renewalMonths > 0 ? t('partners:agreement.renews', { count: agreement.renewalMonths }) : '',
    agreement.kind === 'three_sided' ? agreement.thirdParty : '',
  ];
  const signatories = signatoriesOf(agreement);
  return (
    <section className={styles['agreement']} aria-label={agreementTitle(agreement)}>
      <div className={styles['head']}>
        <span className={styles['words']}>
          <strong>{agreementTitle(agreement)}</strong>
          <span className={styles['soft']}>{facts.filter((part) => part !== '').join(' · ')}</span>
          {signatories.length === 0 ? null : (
            <span className={styles['soft']}>
              {t('partners:agreement.signedBy', { names: signatories.join(', ') })}
            </span>
          )}
        </span>
        <span className={styles['side']}>
          <StatusBadge tone={agreementTones[standing]}>{t(`partners:standing.${standing}`)}</StatusBadge>
          <Allowed command="partners.saveAgreement">
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('partners:action.editOne', { what: agreementTitle(agreement) })}
              onClick={onEdit}
            >
              {t('common:action.edit')}
            </Button>
          </Allowed>
        </span>
      </div>
      <div className={styles['sub']}>
        <ul className={styles['list']}>
          {agreement.obligations.map((one) => (
            <Obligation key={one.id} one={one} onOpen={() => onObligation(one)} />
          ))}
        </ul>
        <Allowed command="partners.saveObligation">
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={t('partners:obligation.addTo', { what: agreementTitle(agreement) })}
            onClick={() => onObligation(null)}
          >
            {t('partners:obligation.add')}
          </Button>
        </Allowed>
      </div>
    </section>
  );
}

interface AgreementsCardProps {
  partner: PartnerRow;
  agreements: readonly AgreementRow[];
  visits: readonly VisitRow[];
}

/** Agreements of a partner with the obligations of each side. */
export function AgreementsCard({ partner, agreements, visits }: AgreementsCardProps): ReactNode {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<AgreementRow | 'new' | null>(null);
  const [duty, setDuty] = useState<{ agreement: AgreementRow; obligation: ObligationRow | null } | null>(
    null,
  );
  return (
    <Card
      title={t('partners:agreement.title')}
      actions={
        <Allowed command="partners.saveAgreement">
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {t('partners:agreement.add')}
          </Button>
        </Allowed>
      }
    >
      {agreements.length === 0 ? <p className={styles['hint']}>{t('partners:agreement.none')}</p> : null}
      {agreements.map((agreement) => (
        <AgreementBlock
          key={agreement.id}
          agreement={agreement}
          onEdit={() => setEdited(agreement)}
          onObligation={(obligation) => setDuty({ agreement, obligation })}
        />
      ))}
      {edited === null ? null : (
        <AgreementDrawer
          partnerId={partner.id}
          visitId={null}
          visits={visits}
          agreement={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      {duty === null ? null : <ObligationDrawer {...duty} onClose={() => setDuty(null)} />}
    </Card>
  );
}
