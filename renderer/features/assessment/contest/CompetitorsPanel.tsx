import { ActionIcon, Button, NumberInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconArrowsShuffle, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestCompetitor } from '#shared/contract/contest.ts';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Card } from '../../../ui/Page.tsx';
import { SimpleTable } from '../../../ui/SimpleTable.tsx';
import { StateBadge } from '../components/StateBadge.tsx';
import styles from '../assessment.module.css';
import { CompetitorDrawer } from './CompetitorDrawer.tsx';
import { SchemeField } from './SchemeField.tsx';

type Answer = RouteOutput<'contest.getEntry'>;

const SEEDS = 1_000_000;

/** A number that nobody chose; it is shown and stored, so that the draw can be checked. */
const anySeed = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % SEEDS;

/** How the running order came about, and drawing it. */
function OrderTools({ answer }: { answer: Answer }): ReactNode {
  const { t } = useTranslation();
  const draw = useCommand('contest.drawOrder');
  const [seed, setSeed] = useState<number>(anySeed);
  const { entry } = answer;
  const how =
    entry.orderKind === 'drawn'
      ? t('contest:order.drawn', { seed: entry.orderSeed ?? 0 })
      : entry.orderKind === 'set'
        ? t('contest:order.set')
        : t('contest:order.entered');
  return (
    <div className={styles['row']}>
      <Allowed command="contest.drawOrder">
        <NumberInput
          label={t('contest:order.seed')}
          description={t('contest:order.seedHint')}
          min={0}
          max={999_999_999}
          allowDecimal={false}
          hideControls
          value={seed}
          onChange={(value) => setSeed(typeof value === 'number' ? value : 0)}
        />
      </Allowed>
      <Allowed command="contest.drawOrder">
        <Button
          variant="default"
          leftSection={<IconArrowsShuffle size={16} aria-hidden />}
          loading={draw.isPending}
          onClick={() => draw.mutate({ entryId: entry.id, seed }, { onSuccess: () => setSeed(anySeed()) })}
        >
          {t('contest:order.draw')}
        </Button>
      </Allowed>
      <p className={styles['soft']} role="status">
        {how}
      </p>
    </div>
  );
}

function swapped(ids: readonly string[], index: number, other: number): string[] {
  const order = [...ids];
  [order[index], order[other]] = [order[other] ?? '', order[index] ?? ''];
  return order;
}

function RowTools({ answer, row }: { answer: Answer; row: ContestCompetitor }): ReactNode {
  const { t } = useTranslation();
  const setOrder = useCommand('contest.setOrder');
  const remove = useCommand('contest.removeCompetitor', { offerUndo: true });
  const ids = answer.competitors.map((one) => one.id);
  const index = ids.indexOf(row.id);
  const move = (by: -1 | 1): void =>
    setOrder.mutate({ entryId: answer.entry.id, competitorIds: swapped(ids, index, index + by) });
  return (
    <span className={styles['tools']}>
      <Allowed command="contest.setOrder">
        <ActionIcon
          variant="subtle"
          disabled={index === 0}
          aria-label={t('contest:order.up', { name: row.label })}
          onClick={() => move(-1)}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
      </Allowed>
      <Allowed command="contest.setOrder">
        <ActionIcon
          variant="subtle"
          disabled={index === ids.length - 1}
          aria-label={t('contest:order.down', { name: row.label })}
          onClick={() => move(1)}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
      </Allowed>
      <Allowed command="contest.removeCompetitor">
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={t('contest:competitors.remove', { name: row.label })}
          onClick={() => remove.mutate({ id: row.id })}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Allowed>
    </span>
  );
}

function CompetitorsTable({
  answer,
  onEdit,
}: {
  answer: Answer;
  onEdit: (row: ContestCompetitor) => void;
}): ReactNode {
  const { t } = useTranslation();
  const isOpen = answer.entry.state === 'open';
  const isTeam = answer.entry.teamSize > 1;
  return (
    <SimpleTable
      label={t('contest:tab.competitors')}
      rows={answer.competitors}
      rowKey={(row) => row.id}
      columns={[
        { id: 'number', header: t('contest:competitors.number'), width: 56, cell: (row) => row.position },
        {
          id: 'name',
          header: t('contest:competitors.competitor'),
          cell: (row) =>
            isTeam && isOpen ? (
              <button type="button" className={styles['linkButton']} onClick={() => onEdit(row)}>
                {row.label}
              </button>
            ) : (
              row.label
            ),
        },
        {
          id: 'members',
          header: t(isTeam ? 'contest:competitors.members' : 'contest:competitors.group'),
          cell: (row) =>
            isTeam ? row.members.map((member) => member.name).join(', ') : (row.members[0]?.groupName ?? ''),
        },
        {
          id: 'state',
          header: t('assessment:results.state'),
          cell: (row) => (row.state === null ? '–' : <StateBadge state={row.state} />),
        },
        {
          id: 'tools',
          header: '',
          align: 'end',
          cell: (row) => (isOpen ? <RowTools answer={answer} row={row} /> : null),
        },
      ]}
    />
  );
}

/** Who competes, at which scheme, and in which order. */
export function CompetitorsPanel({ answer }: { answer: Answer }): ReactNode {
  const { t } = useTranslation();
  const [isAdding, adding] = useDisclosure(false);
  const [edited, setEdited] = useState<ContestCompetitor | null>(null);
  const isOpen = answer.entry.state === 'open';
  const add = (
    <Allowed command="contest.addCompetitors">
      <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={adding.open}>
        {t('contest:competitors.add')}
      </Button>
    </Allowed>
  );
  return (
    <div className={styles['stack']}>
      <SchemeField answer={answer} />
      {answer.competitors.length === 0 ? (
        <EmptyState
          title={t('contest:competitors.emptyTitle')}
          text={t('contest:competitors.emptyText')}
          primary={add}
        />
      ) : (
        <Card
          title={t('contest:competitors.count', { count: answer.competitors.length })}
          actions={isOpen ? add : null}
        >
          <div className={styles['stack']}>
            {isOpen ? <OrderTools answer={answer} /> : null}
            <CompetitorsTable answer={answer} onEdit={setEdited} />
          </div>
        </Card>
      )}
      {isAdding ? <CompetitorDrawer answer={answer} edited={null} onClose={adding.close} /> : null}
      {edited ? <CompetitorDrawer answer={answer} edited={edited} onClose={() => setEdited(null)} /> : null}
    </div>
  );
}
