import { Button } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Allowed } from '../../../client/Allowed.tsx';
import { useCommand } from '../../../client/queries.ts';
import { useCompetencyName } from '../../../client/useCompetencies.ts';
import { localDay } from '#shared/lib/localDay.ts';

interface RepeatButtonProps {
  competencyId: string;
  /** The session to repeat; the last one of the competency when missing. */
  sessionId?: string;
}

/** A new session of today with the people and attempts of an earlier one. */
export function RepeatButton({ competencyId, sessionId }: RepeatButtonProps): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const nameOf = useCompetencyName();
  const repeat = useCommand('practice.repeatLast', { offerUndo: true });
  return (
    <Allowed command="practice.repeatLast">
      <Button
        variant="default"
        leftSection={<IconRepeat size={16} aria-hidden />}
        loading={repeat.isPending}
        title={t('training:repeat.hint', { competency: nameOf(competencyId) })}
        onClick={() =>
          repeat.mutate(
            {
              competencyId,
              date: localDay(new Date()),
              ...(sessionId === undefined ? {} : { sessionId }),
            },
            { onSuccess: (made) => navigate(`/training/${made.sessionId}/attendance`) },
          )
        }
      >
        {t(sessionId === undefined ? 'training:repeat.last' : 'training:repeat.this')}
      </Button>
    </Allowed>
  );
}
