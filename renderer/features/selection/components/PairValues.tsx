import { Button, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../../../client/Allowed.tsx';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { Card } from '../../../ui/Page.tsx';
import type { TabProps } from '../tabProps.ts';
import styles from './selection.module.css';

/** What two are worth together in a team. */
export function PairValues({ model, scenario, onChange }: TabProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const teams = model.championship.competencies.filter(({ teamSize }) => teamSize > 1);
  const [draft, setDraft] = useState<{
    id: string | null;
    one: string | null;
    other: string | null;
    bonus: number;
  }>({
    id: null,
    one: null,
    other: null,
    bonus: 5,
  });
  const { config } = scenario;
  const students = model.view.candidates
    .filter(({ competencyId }) => competencyId === draft.id)
    .map(({ studentId }) => ({ value: studentId, label: model.studentName(studentId) }));
  if (teams.length === 0) return null;
  const add = (): void => {
    const { id, one, other, bonus } = draft;
    if (id === null || one === null || other === null || one === other) return;
    const pair = {
      competencyId: id,
      studentIds: [one, other] as [string, string],
      bonus: Math.round(bonus * 100),
    };
    onChange({ ...config, pairValues: [...config.pairValues, pair] });
  };
  return (
    <Card title={t('selection:pair.title')}>
      <p className={styles['soft']}>{t('selection:pair.hint')}</p>
      <ul className={styles['links']}>
        {config.pairValues.map((pair, index) => (
          <li key={`${pair.competencyId} ${pair.studentIds.join(' ')}`}>
            {model.competencyName(pair.competencyId)}: {pair.studentIds.map(model.studentName).join(' + ')} (
            {format.number(pair.bonus / 100, 1)}){' '}
            <Allowed command="selection.updateScenario">
              <Button
                size="compact-xs"
                variant="subtle"
                color="red"
                onClick={() =>
                  onChange({ ...config, pairValues: config.pairValues.filter((_, place) => place !== index) })
                }
              >
                {t('common:action.remove')}
              </Button>
            </Allowed>
          </li>
        ))}
      </ul>
      <Allowed command="selection.updateScenario">
        <div className={styles['controls']}>
          <Select
            label={t('selection:entry.competency')}
            data={teams.map(({ competencyId }) => ({
              value: competencyId,
              label: model.competencyName(competencyId),
            }))}
            value={draft.id}
            onChange={(id) => setDraft({ ...draft, id, one: null, other: null })}
          />
          <Select
            label={t('selection:field.student')}
            data={students}
            value={draft.one}
            onChange={(one) => setDraft({ ...draft, one })}
          />
          <Select
            label={t('selection:field.other')}
            data={students}
            value={draft.other}
            onChange={(other) => setDraft({ ...draft, other })}
          />
          <NumberInput
            label={t('selection:pair.bonus')}
            w={110}
            min={-100}
            max={100}
            value={draft.bonus}
            onChange={(value) => setDraft({ ...draft, bonus: typeof value === 'number' ? value : 0 })}
          />
          <Button variant="default" onClick={add}>
            {t('common:action.add')}
          </Button>
        </div>
      </Allowed>
    </Card>
  );
}
