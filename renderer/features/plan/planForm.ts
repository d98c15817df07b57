import type { PlanMilestoneInput, PlanPhaseInput } from '#shared/contract/plan.ts';
import type { RouteInput, RouteOutput } from '#shared/contract/registry.ts';
import { shiftDay } from '#shared/domain/planning/phases.ts';

/** A phase as the form holds it. */
export interface PhaseDraft {
  key: string;
  kind: PlanPhaseInput['kind'];
  startDate: string | null;
  endDate: string | null;
  weeklyHours: number | string;
  sections: string[];
  focus: string;
}

/** A milestone as the form holds it. */
export interface MilestoneDraft {
  key: string;
  date: string | null;
  title: string;
  /** Percent, or empty. */
  target: number | string;
}

/** The form of a plan. */
export interface PlanDraft {
  title: string;
  notes: string;
  phases: PhaseDraft[];
  milestones: MilestoneDraft[];
}

/** What the form of a plan begins with. */
export function planDraft(plan: RouteOutput<'plan.get'>): PlanDraft {
  return {
    title: plan.title,
    notes: plan.notes,
    phases: plan.phases.map((phase) => ({
      key: phase.id,
      kind: phase.kind,
      startDate: phase.startDate,
      endDate: phase.endDate,
      weeklyHours: phase.weeklyMinutes / 60,
      sections: phase.sectionNumbers.map(String),
      focus: phase.focus,
    })),
    milestones: plan.milestones.map((one) => ({
      key: one.id,
      date: one.date,
      title: one.title,
      target: one.targetHundredths === null ? '' : one.targetHundredths / 100,
    })),
  };
}

/** A phase after the last one, two weeks long. */
export function nextPhase(draft: PlanDraft, startDate: string, key: string): PhaseDraft {
  const last = draft.phases.at(-1);
  const first = last?.endDate ? shiftDay(last.endDate, 1) : startDate;
  return {
    key,
    kind: last?.kind ?? 'general',
    startDate: first,
    endDate: shiftDay(first, 13),
    weeklyHours: last?.weeklyHours ?? 8,
    sections: [],
    focus: '',
  };
}

const MOST_WEEKLY_MINUTES = 6000;

function phaseInput(phase: PhaseDraft): PlanPhaseInput | null {
  const { kind, startDate, endDate, focus } = phase;
  const weeklyMinutes = Math.round(Number(phase.weeklyHours) * 60);
  if (startDate === null || endDate === null || startDate > endDate) return null;
  if (!Number.isFinite(weeklyMinutes) || weeklyMinutes < 0 || weeklyMinutes > MOST_WEEKLY_MINUTES)
    return null;
  return { kind, startDate, endDate, weeklyMinutes, sectionNumbers: phase.sections.map(Number), focus };
}

function milestoneInput({ date, title, target }: MilestoneDraft): PlanMilestoneInput | null {
  if (date === null || title.trim() === '') return null;
  const percent = target === '' ? null : Number(target);
  if (percent !== null && !(percent >= 0 && percent <= 100)) return null;
  return {
    date,
    title: title.trim(),
    targetHundredths: percent === null ? null : Math.round(percent * 100),
  };
}

/** Keys of rows that lack something. */
export function wrongRows(draft: PlanDraft): Set<string> {
  const phases = draft.phases.filter((one) => phaseInput(one) === null);
  const milestones = draft.milestones.filter((one) => milestoneInput(one) === null);
  return new Set([...phases, ...milestones].map((one) => one.key));
}

/** What main takes; null while something is wrong. */
export function planInput(id: string, draft: PlanDraft): RouteInput<'plan.edit'> | null {
  if (draft.title.trim() === '' || wrongRows(draft).size > 0) return null;
  return {
    id,
    title: draft.title.trim(),
    notes: draft.notes,
    phases: draft.phases.flatMap((one) => phaseInput(one) ?? []),
    milestones: draft.milestones.flatMap((one) => milestoneInput(one) ?? []),
  };
}
