import { Button } from '@mantine/core';
import { IconCalendarOff, IconChartDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Period } from '#shared/domain/progress/period.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';

interface NothingMarkedProps {
  of: 'squad' | 'student';
  competencyId: string;
  period: Period;
  onPeriod: (period: Period) => void;
}

/** Why there is no chart, and what makes one: a longer period, or the first marks. */
export function NothingMarked({ of, competencyId, period, onPeriod }: NothingMarkedProps): ReactNode {
  const { t } = useTranslation();
  if (period.kind !== 'all') {
    return (
      <EmptyState
        icon={IconCalendarOff}
        title={t('progress:period.nothing')}
        text={t('progress:period.nothingText')}
        primary={<Button onClick={() => onPeriod({ kind: 'all' })}>{t('progress:period.showAll')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={IconChartDots}
      title={t(`progress:empty.${of}.title`)}
      text={t(`progress:empty.${of}.text`)}
      primary={
        <Button component={Link} href="/training">
          {t('progress:empty.squad.toTraining')}
        </Button>
      }
      secondary={
        of === 'squad' ? (
          <Button component={Link} href={`/competencies/${competencyId}`} variant="default">
            {t('progress:empty.squad.toCompetency')}
          </Button>
        ) : null
      }
    />
  );
}
