import { expect, it } from 'vitest';
import type { RouteOutput } from '#shared/contract/registry.ts';
import { spanOf, stepDay } from '../../../../renderer/features/plan/calendarDays.ts';
import { endTime } from '../../../../renderer/features/plan/occupancy.ts';
import { nextPhase, planDraft, planInput, wrongRows } from '../../../../renderer/features/plan/planForm.ts';

const plan: RouteOutput<'plan.get'> = {
  id: 'p',
  competencyId: 'c',
  title: 'План',
  startDate: '2026-03-02',
  championshipDate: '2026-06-01',
  notes: '',
  plannedMinutes: 0,
  sessionCount: 0,
  doneCount: 0,
  phases: [
    {
      id: 'a',
      kind: 'general',
      startDate: '2026-03-02',
      endDate: '2026-03-31',
      weeklyMinutes: 450,
      sectionNumbers: [2, 4],
      focus: 'A модулі',
    },
  ],
  milestones: [{ id: 'm', date: '2026-04-01', title: 'Сынақ', targetHundredths: 7050 }],
};

it('gives back the plan that it was made from', () => {
  const { id: _a, ...phase } = plan.phases[0] ?? { id: '' };
  const { id: _m, ...milestone } = plan.milestones[0] ?? { id: '' };
  expect(planInput('p', planDraft(plan))).toEqual({
    id: 'p',
    title: 'План',
    notes: '',
    phases: [phase],
    milestones: [milestone],
  });
});

it('begins a new phase where the last one ends', () => {
  const next = nextPhase(planDraft(plan), plan.startDate, 'k');
  expect(next).toMatchObject({ startDate: '2026-04-01', endDate: '2026-04-14', weeklyHours: 7.5 });
});

it('tells which rows lack something, and hands nothing over', () => {
  const draft = planDraft(plan);
  const wrong = {
    ...draft,
    phases: draft.phases.map((one) => ({ ...one, endDate: '2026-01-01' })),
    milestones: [...draft.milestones, { key: 'n', date: null, title: 'x', target: '' }],
  };
  expect([...wrongRows(wrong)]).toEqual(['a', 'n']);
  expect(planInput('p', wrong)).toBeNull();
});

it('shows whole weeks and steps by what is shown', () => {
  expect(spanOf('month', '2026-02-10')).toEqual({ from: '2026-01-26', to: '2026-03-01' });
  // Whoever turns from a week to the list finds its first days there.
  expect(spanOf('week', '2026-02-14')).toEqual({ from: '2026-02-09', to: '2026-02-15' });
  expect(spanOf('list', '2026-02-14')).toEqual({ from: '2026-02-09', to: '2026-03-22' });
  expect(stepDay('month', '2026-01-31', 1)).toBe('2026-02-01');
  expect(stepDay('week', '2026-01-31', -1)).toBe('2026-01-24');
});

it('counts the end of a session past midnight', () => {
  expect([endTime('09:00', 90), endTime('23:30', 45)]).toEqual(['10:30', '00:15']);
});
