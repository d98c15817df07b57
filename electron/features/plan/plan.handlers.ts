import type { FeatureHandlers } from '../../router/handlers.ts';
import { assertFound, found } from '../../router/refusal.ts';
import { addAbsence, addWeeklyHours } from './availability.service.ts';
import { describeAdherence, describeCalendar, describePlans, exportCalendar } from './calendar.service.ts';
import {
  assertReferences,
  movePlanned,
  removePlanned,
  startPlanned,
  updatePlanned,
} from './plannedSessions.service.ts';
import { getPlan, listMilestones, listPhases, listTemplates } from './plans.repository.ts';
import {
  copyPlan,
  createPlan,
  editPlan,
  insertPlanned,
  removePlan,
  saveTemplate,
  setMilestones,
  setPhases,
  shiftPlan,
  type TemplateBody,
} from './plans.service.ts';
import { listWeeklyHours } from './weeklyHours.repository.ts';

type PlanHandlers = FeatureHandlers<'plan'>;
type Part<Names extends keyof PlanHandlers> = Pick<PlanHandlers, Names>;

const plans: Part<
  | 'plan.list'
  | 'plan.get'
  | 'plan.create'
  | 'plan.update'
  | 'plan.edit'
  | 'plan.setPhases'
  | 'plan.setMilestones'
  | 'plan.shift'
  | 'plan.copy'
  | 'plan.remove'
  | 'plan.listTemplates'
  | 'plan.saveTemplate'
  | 'plan.removeTemplate'
> = {
  'plan.list': async ({ competencyId }, { db, today }) => ({
    plans: await describePlans(db, competencyId, today),
  }),
  'plan.get': async ({ id }, { db }) => ({
    ...found(await getPlan(db, id), 'plan'),
    phases: await listPhases(db, id),
    milestones: await listMilestones(db, id),
  }),
  'plan.create': async (input, { write }) => write((work) => createPlan(work, input)),
  'plan.update': async ({ id, title, notes }, { write }) => {
    await write(async (work) =>
      assertFound(await work.update('training_plans', id, { title, notes }), 'plan'),
    );
    return {};
  },
  'plan.edit': async (input, { write }) => {
    await write((work) => editPlan(work, input));
    return {};
  },
  'plan.setPhases': async ({ planId, phases }, { write }) => {
    await write((work) => setPhases(work, planId, phases));
    return {};
  },
  'plan.setMilestones': async ({ planId, milestones }, { write }) => {
    await write((work) => setMilestones(work, planId, milestones));
    return {};
  },
  'plan.shift': async ({ id, championshipDate }, { write }) => {
    await write((work) => shiftPlan(work, id, championshipDate));
    return {};
  },
  'plan.copy': async (input, { write }) => ({ id: await write((work) => copyPlan(work, input)) }),
  'plan.remove': async ({ id }, { write }) => {
    await write((work) => removePlan(work, id));
    return {};
  },
  'plan.listTemplates': async (_, { db }) => ({
    templates: (await listTemplates(db)).map(({ id, title, body }) => {
      const { days, sessions } = JSON.parse(body) as TemplateBody;
      return { id, title, days, sessionCount: sessions.length };
    }),
  }),
  'plan.saveTemplate': async ({ planId, title }, { write }) => ({
    id: await write((work) => saveTemplate(work, planId, title)),
  }),
  'plan.removeTemplate': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('plan_templates', id), 'template'));
    return {};
  },
};

const calendar: Omit<PlanHandlers, keyof typeof plans> = {
  'plan.calendar': async (input, { db, today }) => describeCalendar(db, input, today),
  'plan.adherence': async (input, { db, today }) => describeAdherence(db, input, today),
  'plan.exportCalendar': async (input, { db, now }) => exportCalendar(db, input, now),
  'plan.createSession': async (input, { write }) => {
    const [id] = await write(async (work) => {
      await assertReferences(work, input);
      return insertPlanned(work, [input]);
    });
    return { id: found(id, 'planned session') };
  },
  'plan.updateSession': async ({ id, ...input }, { write }) => {
    await write((work) => updatePlanned(work, id, input));
    return {};
  },
  'plan.moveSession': async ({ id, ...to }, { write }) => {
    await write((work) => movePlanned(work, id, to));
    return {};
  },
  'plan.removeSession': async ({ id }, { write }) => {
    await write((work) => removePlanned(work, id));
    return {};
  },
  'plan.startSession': async ({ id }, { write, today }) => ({
    sessionId: await write((work) => startPlanned(work, id, today)),
  }),
  'plan.addAbsence': async (input, { write }) => ({ id: await write((work) => addAbsence(work, input)) }),
  'plan.removeAbsence': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('absences', id), 'absence'));
    return {};
  },
  'plan.listWeeklyHours': async ({ competencyId }, { db }) => ({
    hours: await listWeeklyHours(db, competencyId),
  }),
  'plan.addWeeklyHours': async (input, { write }) => ({
    id: await write((work) => addWeeklyHours(work, input)),
  }),
  'plan.removeWeeklyHours': async ({ id }, { write }) => {
    await write(async (work) => assertFound(await work.remove('weekly_hours', id), 'hours'));
    return {};
  },
};

/** Plans, the calendar, planned against done. */
export const planHandlers: PlanHandlers = { ...plans, ...calendar };
