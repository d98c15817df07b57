import type { RouteName } from '#shared/contract/registry.ts';

/** Tables whose rows queries show; `changed` events name them. */
export const entities = [
  'students',
  'experts',
  'competencies',
  'standard_sections',
  'candidates',
  'schemes',
  'scheme_sections',
  'criteria',
  'sub_criteria',
  'aspects',
  'sessions',
  'attendance',
  'attempts',
  'marks',
  'session_judges',
  'judge_conflicts',
  'judge_replacements',
  'judge_scores',
  'pair_readings',
  'workbook_mappings',
  'settings',
  'training_plans',
  'plan_phases',
  'plan_milestones',
  'plan_templates',
  'planned_sessions',
  'absences',
  'timers',
  'incidents',
  'goals',
  'championships',
  'championship_competencies',
  'competitors',
  'competitor_members',
  'marking_days',
  'selections',
  'selection_scenarios',
  'selection_runs',
  'selection_overrides',
  'candidate_assessments',
  'selection_replacements',
  'attachments',
  'workshops',
  'infrastructure_lists',
  'infrastructure_items',
  'inventory_items',
  'item_links',
  'stock_movements',
  'purchases',
  'item_mappings',
] as const;
export type Entity = (typeof entities)[number];

const SCHEME_PARTS: readonly Entity[] = ['schemes', 'scheme_sections', 'criteria', 'sub_criteria', 'aspects'];
const RESULTS: readonly Entity[] = ['sessions', 'attempts', 'marks'];

const JUDGING: readonly Entity[] = [
  ...RESULTS,
  'session_judges',
  'judge_conflicts',
  'judge_replacements',
  'judge_scores',
  'pair_readings',
  'experts',
];

const CONTEST: readonly Entity[] = [
  ...RESULTS,
  'championships',
  'championship_competencies',
  'competitors',
  'competitor_members',
  'students',
];

const INVENTORY: readonly Entity[] = ['workshops', 'inventory_items', 'item_links', 'stock_movements'];
const LISTS: readonly Entity[] = ['infrastructure_lists', 'infrastructure_items', 'item_links'];
/** What the stock rests on besides: practice uses it up, and the plan needs it. */
const BASE: readonly Entity[] = [
  ...INVENTORY,
  ...LISTS,
  'sessions',
  'attendance',
  'attempts',
  'planned_sessions',
  'candidates',
];

/**
 * Which tables a query reads: it asks again when one of them changed. A test proves that every query of the
 * contract is here; a query that is missing asks again after any change.
 */
const readsOf: Partial<Record<RouteName, readonly Entity[]>> = {
  'app.getStatus': entities,
  'history.list': entities,
  'history.getUndoState': entities,
  'people.listStudents': ['students', 'candidates'],
  'people.getStudent': ['students'],
  'people.findDuplicates': ['students', 'candidates'],
  'people.listExperts': ['experts'],
  'people.search': ['students', 'experts'],
  'competencies.list': ['competencies', 'candidates'],
  'competencies.get': ['competencies', 'standard_sections', 'candidates'],
  'competencies.listCandidates': ['candidates', 'students', 'sessions', 'attempts'],
  'schemes.list': [...SCHEME_PARTS, 'attempts'],
  'schemes.get': [...SCHEME_PARTS, 'attempts'],
  'schemes.getDraft': [...SCHEME_PARTS, 'attempts'],
  'schemes.compareVersions': [...SCHEME_PARTS, 'attempts', 'students'],
  'schemes.exportWorkbook': SCHEME_PARTS,
  'training.listSessions': [...RESULTS, 'attendance', 'experts', 'competencies'],
  'training.getSession': [...RESULTS, 'attendance', 'students', 'experts', 'schemes'],
  'training.getSheet': [...RESULTS, 'students', 'schemes'],
  'assessment.getTeams': [...JUDGING, 'students'],
  'assessment.listConflicts': ['judge_conflicts', 'experts', 'students'],
  'assessment.getJudging': [...JUDGING, ...SCHEME_PARTS],
  'assessment.getHistory': [...JUDGING, ...SCHEME_PARTS],
  'assessment.explainAttempt': [...JUDGING, ...SCHEME_PARTS],
  'assessment.getResults': [...RESULTS, ...SCHEME_PARTS, 'students'],
  'contest.list': CONTEST,
  'contest.get': [...CONTEST, 'schemes', 'experts'],
  'contest.getEntry': [...CONTEST, ...SCHEME_PARTS, 'experts', 'marking_days', 'session_judges'],
  'contest.findBySession': CONTEST,
  'contest.getBoard': [...CONTEST, ...SCHEME_PARTS, 'marking_days', 'session_judges'],
  'contest.getResults': CONTEST,
  'progress.student': [...RESULTS, ...SCHEME_PARTS, 'competencies', 'standard_sections', 'candidates'],
  'progress.squad': [
    ...RESULTS,
    ...SCHEME_PARTS,
    'competencies',
    'standard_sections',
    'candidates',
    'students',
  ],
  'insight.student': [
    ...RESULTS,
    'attendance',
    'standard_sections',
    'competencies',
    'candidates',
    'training_plans',
  ],
  'insight.heatMap': [...RESULTS, ...SCHEME_PARTS],
  'insight.squad': [...RESULTS, 'attendance', 'standard_sections', 'competencies', 'candidates', 'students'],
  'insight.squadForecast': [...RESULTS, 'competencies', 'candidates', 'training_plans'],
  'insight.cancel': [],
  'insight.college': [
    ...RESULTS,
    'attendance',
    'standard_sections',
    'competencies',
    'candidates',
    'students',
  ],
  'insight.judges': [...RESULTS, 'experts'],
  'plan.list': ['training_plans', 'planned_sessions', 'sessions'],
  'plan.get': ['training_plans', 'plan_phases', 'plan_milestones', 'planned_sessions', 'sessions'],
  'plan.listTemplates': ['plan_templates'],
  'plan.calendar': [
    'training_plans',
    'plan_milestones',
    'planned_sessions',
    'sessions',
    'absences',
    'experts',
    'students',
    'candidates',
  ],
  'plan.adherence': ['planned_sessions', 'sessions', 'attendance', 'candidates', 'experts', 'students'],
  'plan.exportCalendar': ['planned_sessions', 'competencies', 'experts'],
  'practice.getBoard': ['timers', 'incidents', 'attempts'],
  'attachments.list': ['attachments'],
  // A kept file never changes.
  'attachments.read': [],
  'practice.listOpen': ['timers', 'sessions'],
  'championships.list': ['championships', 'championship_competencies'],
  'championships.get': ['championships', 'championship_competencies'],
  'selection.list': ['selections'],
  'selection.get': [
    ...RESULTS,
    'attendance',
    'candidates',
    'students',
    'competencies',
    'championships',
    'championship_competencies',
    'selections',
    'selection_scenarios',
    'selection_runs',
    'selection_overrides',
    'candidate_assessments',
    'selection_replacements',
  ],
  // A run stays what it was; its stability is added by a command whose answer the page has.
  'selection.getRun': ['selection_runs'],
  'selection.cancel': [],
  'selection.why': [],
  'selection.alternatives': [],
  'selection.replay': [],
  'base.listLists': LISTS,
  'base.getList': LISTS,
  'base.exportList': LISTS,
  'base.suggestLinks': [...LISTS, 'inventory_items'],
  'base.listWorkshops': ['workshops', 'inventory_items'],
  'base.listInventory': BASE,
  'base.listStock': BASE,
  'base.listMovements': ['stock_movements'],
  'base.search': [...LISTS, 'inventory_items', 'workshops', 'purchases'],
  'base.overview': [...BASE, 'championships', 'championship_competencies', 'competencies'],
  'base.gap': [...BASE, 'championships', 'championship_competencies', 'purchases'],
  'base.listBlocks': BASE,
  'base.listReminders': ['inventory_items'],
  'base.course': BASE,
  'base.listPurchases': ['purchases', 'experts'],
  'base.exportPurchases': ['purchases', 'experts', 'competencies'],
  'progress.overview': [...RESULTS, 'students', 'experts', 'schemes', 'competencies', 'candidates'],
};

/** Whether the answer of a route may be old after rows of these tables changed. */
export function isTouchedBy(route: string, changed: readonly string[]): boolean {
  const reads: readonly string[] | undefined = readsOf[route as RouteName];
  return reads === undefined || changed.some((entity) => reads.includes(entity));
}

/** Whether {@link isTouchedBy} knows what a route reads. */
export function isReadDeclared(route: RouteName): boolean {
  return readsOf[route] !== undefined;
}
