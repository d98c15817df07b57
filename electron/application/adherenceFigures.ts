import { fromDayNumber, toDayNumber } from '#shared/lib/dayNumber.ts';
import { describeAdherence } from '../features/plan/calendar.service.ts';
import type { FigureSource } from '../features/selection/figureSources.ts';

const DAYS = 180;

/** Planned against done per student, from the plans of the last half year; nothing planned, no figure. */
export const adherenceFigures: FigureSource = async ({ db, competencyId, today }) => {
  const from = fromDayNumber(toDayNumber(today) - DAYS);
  const { students } = await describeAdherence(db, { from, to: today, competencyId }, today);
  return new Map(
    students.flatMap(({ id, plannedMinutes, doneMinutes }) =>
      plannedMinutes > 0
        ? [
            [
              id,
              { value: Math.min(100, (100 * doneMinutes) / plannedMinutes), deviation: null, count: 1 },
            ] as const,
          ]
        : [],
    ),
  );
};
