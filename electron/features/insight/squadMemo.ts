import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';
import { listTouchedSince, readLatestAction } from './squadMemo.repository.ts';

type Db = Kysely<Schema>;

interface Memo<T> {
  /** Figures are of this day. */
  today: string;
  /** Latest action that they know. */
  actionId: string;
  figures: Map<string, Promise<T>>;
}

/**
 * Figures of each competency, computed once and again only when an action touched what they rest on: the change log
 * tells. A dashboard then costs as much as what was marked since it was opened last, not as all that was ever marked.
 */
export class SquadMemo<T> {
  readonly #memos = new WeakMap<Db, Memo<T>>();
  readonly #compute: (db: Db, competencyId: string, today: string) => Promise<T>;

  constructor(compute: (db: Db, competencyId: string, today: string) => Promise<T>) {
    this.#compute = compute;
  }

  /** Figures of a competency as of now. */
  async get(db: Db, competencyId: string, today: string): Promise<T> {
    const { figures } = await this.#fresh(db, today);
    const known = figures.get(competencyId);
    if (known) return known;
    const made = this.#compute(db, competencyId, today);
    figures.set(competencyId, made);
    // A failure is not kept.
    made.catch(() => figures.delete(competencyId));
    return made;
  }

  async #fresh(db: Db, today: string): Promise<Memo<T>> {
    const actionId = await readLatestAction(db);
    const memo = this.#memos.get(db);
    if (memo?.today !== today) return this.#begin(db, { today, actionId, figures: new Map() });
    if (memo.actionId === actionId) return memo;
    const touched = await listTouchedSince(db, memo.actionId);
    if (touched === null) return this.#begin(db, { today, actionId, figures: new Map() });
    for (const id of touched) memo.figures.delete(id);
    memo.actionId = actionId;
    return memo;
  }

  #begin(db: Db, memo: Memo<T>): Memo<T> {
    this.#memos.set(db, memo);
    return memo;
  }
}
