import { NumberInput, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MedalRules } from '#shared/domain/assessment/medals.ts';
import { defaultMedalRules } from '#shared/domain/assessment/medals.ts';
import { EditOnly } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { HundredthsField } from '../../../ui/HundredthsField.tsx';
import { Card } from '../../../ui/Page.tsx';
import styles from '../assessment.module.css';

/** Rules of the medals; each change is stored at once, and places and medals follow. */
export function MedalRulesPanel({
  championshipId,
  rules,
}: {
  championshipId: string;
  rules: MedalRules;
}): ReactNode {
  const { t } = useTranslation();
  const set = useCommand('contest.setMedalRules');
  const store = (patch: Partial<MedalRules>): void =>
    set.mutate({ championshipId, rules: { ...rules, ...patch } });
  return (
    <Card title={t('contest:rules.title')}>
      <div className={styles['stack']}>
        <EditOnly command="contest.setMedalRules">
          <HundredthsField
            label={t('contest:rules.tie')}
            description={t('contest:rules.tieHint')}
            value={rules.tieHundredths}
            maximum={10_000}
            onCommit={(value) => store({ tieHundredths: value ?? defaultMedalRules.tieHundredths })}
          />
        </EditOnly>
        <EditOnly command="contest.setMedalRules">
          <Switch
            label={t('contest:rules.medallion')}
            checked={rules.medallionFrom !== null}
            onChange={(event) =>
              store({ medallionFrom: event.currentTarget.checked ? defaultMedalRules.medallionFrom : null })
            }
          />
        </EditOnly>
        {rules.medallionFrom === null ? null : (
          <EditOnly command="contest.setMedalRules">
            <NumberInput
              label={t('contest:rules.medallionFrom')}
              maw={400}
              styles={{ wrapper: { width: 160 } }}
              min={0}
              max={1000}
              hideControls
              allowDecimal={false}
              defaultValue={rules.medallionFrom}
              onBlur={(event) => {
                const value = Number(event.currentTarget.value);
                if (Number.isInteger(value) && value !== rules.medallionFrom) store({ medallionFrom: value });
              }}
            />
          </EditOnly>
        )}
        <ul className={styles['plainList']}>
          <li>{t('contest:rules.twoGolds')}</li>
          <li>{t('contest:rules.threeGolds')}</li>
          <li>{t('contest:rules.sharedSilver')}</li>
          <li>{t('contest:rules.points')}</li>
        </ul>
        <p className={styles['soft']}>{t('contest:rules.source')}</p>
      </div>
    </Card>
  );
}
