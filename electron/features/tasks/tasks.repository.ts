import type { Kysely } from 'kysely';
import type { AgendaEntry, TaskRow } from '#shared/contract/tasks.ts';
import type { LocalizedName } from '#shared/contract/values.ts';
import type { Schema } from '../../database/schema/schema.ts';

type Db = Kysely<Schema>;

/** Tasks and promises with the names they are shown with, the first due first. */
export async function listTasks(db: Db, filter: { partnerId?: string | undefined }): Promise<TaskRow[]> {
  const { partnerId } = filter;
  const rows = await db
    .selectFrom('tasks')
    .leftJoin('experts', 'experts.id', 'tasks.responsible_id')
    .leftJoin('partners', 'partners.id', 'tasks.partner_id')
    .selectAll('tasks')
    .select(['experts.surname', 'experts.given_name', 'partners.name as partner_name'])
    .where('tasks.deleted_at', 'is', null)
    .$if(partnerId !== undefined, (query) => query.where('tasks.partner_id', '=', partnerId ?? ''))
    .orderBy('tasks.due_date')
    .orderBy('tasks.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    notes: row.notes,
    dueDate: row.due_date,
    side: row.side as TaskRow['side'],
    responsibleId: row.responsible_id,
    responsible: row.responsible,
    responsibleName: row.surname === null ? row.responsible : `${row.surname} ${row.given_name ?? ''}`.trim(),
    competencyId: row.competency_id,
    partnerId: row.partner_id,
    partnerName: row.partner_name ?? '',
    visitId: row.visit_id,
    eventId: row.event_id,
    state: row.state as TaskRow['state'],
    doneDate: row.done_date,
  }));
}

/** Championships with their competencies as entries of the calendar. */
export async function listChampionshipDates(db: Db): Promise<AgendaEntry[]> {
  const rows = await db
    .selectFrom('championships')
    .select(['id', 'name', 'start_date', 'end_date', 'place'])
    .where('deleted_at', 'is', null)
    .execute();
  const entered = await db
    .selectFrom('championship_competencies')
    .select(['championship_id', 'competency_id'])
    .where('deleted_at', 'is', null)
    .execute();
  const competencies = Map.groupBy(entered, (row) => row.championship_id);
  return rows.map((row) => ({
    key: `championship/${row.id}`,
    kind: 'championship',
    rowId: row.id,
    date: row.start_date,
    endDate: row.end_date ?? row.start_date,
    startTime: '',
    durationMinutes: 0,
    title: row.name,
    place: row.place,
    personId: null,
    personName: '',
    competencyIds: (competencies.get(row.id) ?? []).map((one) => one.competency_id),
    partnerId: null,
    partnerName: '',
    isDuty: false,
    isDone: false,
  }));
}

/** Names of competencies by id. */
export async function listCompetencyNames(db: Db): Promise<Map<string, LocalizedName>> {
  const rows = await db.selectFrom('competencies').select(['id', 'name_kk', 'name_ru', 'name_en']).execute();
  return new Map(rows.map((row) => [row.id, { kk: row.name_kk, ru: row.name_ru, en: row.name_en }]));
}
