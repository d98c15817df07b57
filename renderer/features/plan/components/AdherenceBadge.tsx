import { IconAlertTriangle, IconCheck, IconPlus, IconX } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdherenceFigures } from '#shared/contract/plan.ts';
import { useFormat } from '../../../i18n/useLanguage.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { Tone } from '../../../ui/StatusBadge.tsx';

const LOOKS: Record<AdherenceFigures['band'], { tone: Tone; icon: Icon }> = {
  as_planned: { tone: 'good', icon: IconCheck },
  off: { tone: 'warn', icon: IconAlertTriangle },
  far: { tone: 'bad', icon: IconX },
  missing: { tone: 'bad', icon: IconX },
  unplanned: { tone: 'info', icon: IconPlus },
};

/** Done against planned: colour, sign, word and difference, so that no one of them is needed alone. */
export function AdherenceBadge({ figures }: { figures: AdherenceFigures }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { tone, icon: BandIcon } = LOOKS[figures.band];
  const { differencePercent: difference, band } = figures;
  const shown = band === 'missing' || difference === null ? null : Math.round(difference);
  return (
    <StatusBadge tone={tone}>
      <BandIcon size={12} aria-hidden />
      {t(`plan:band.${band}`)}
      {shown === null || shown === 0
        ? null
        : ` ${shown > 0 ? '+' : '−'}${format.percent(Math.abs(shown), 0)}`}
    </StatusBadge>
  );
}
