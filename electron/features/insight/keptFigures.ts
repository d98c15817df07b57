import type { Kysely } from 'kysely';
import type { ScoredPanel } from '#shared/domain/insight/panels.ts';
import { PERIOD_DAYS } from '#shared/domain/insight/results.ts';
import { toDayNumber } from '#shared/lib/dayNumber.ts';
import type { Database } from '../../database/database.ts';
import { migrations } from '../../database/migrations/index.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { decodeDigest, encodeDigest, type CompetencyDigest } from './competencyDigest.ts';
import { readFigures, writeFigures, type FigureStamp } from './keptFigures.repository.ts';
import { readLatestAction, type Touched } from './keptRecords.repository.ts';
import { decodePanels, encodePanels } from './storedPanels.ts';

/** Rises when a method or the layout of what is stored changes: figures of another one are computed anew. */
const LAYOUT = 1;

/** What is known of the competencies as of an action; what is missing is not known. */
export interface KnownFigures {
  actionId: string;
  digests: ReadonlyMap<string, CompetencyDigest>;
  panels: ReadonlyMap<string, readonly ScoredPanel[]>;
}

const practiceOf = (competencyId: string): string => `practice/${competencyId}`;
const panelsOf = (competencyId: string): string => `panels/${competencyId}`;

/** Figures of one database that were stored when it was open before, as far as they still hold. */
export class KeptFigures {
  readonly digests = new Map<string, CompetencyDigest>();
  readonly panels = new Map<string, ScoredPanel[]>();
  readonly #version: string;
  /** What was stored or read last, by name: the same object is not written again. */
  readonly #stored = new Map<string, object>();
  #stamp: FigureStamp | null = null;

  private constructor(version: string) {
    this.#version = `${version}/${migrations.at(-1)?.number ?? 0}/${LAYOUT}`;
  }

  /** Reads what is stored; figures of another program version, of a later day or of an unknown action are left out. */
  static async load(db: Kysely<Schema>, of: { version: string; today: string }): Promise<KeptFigures> {
    const figures = new KeptFigures(of.version);
    try {
      const { stamp, bodies } = await readFigures(db);
      for (const name of bodies.keys()) figures.#stored.set(name, {});
      const holds =
        stamp?.version === figures.#version &&
        stamp.day <= of.today &&
        stamp.actionId <= (await readLatestAction(db));
      if (holds) figures.#take(stamp, bodies);
    } catch {
      // What cannot be read is computed anew.
      figures.digests.clear();
      figures.panels.clear();
    }
    return figures;
  }

  /** The action as of which the figures hold; empty when there are none. */
  get actionId(): string {
    return this.digests.size + this.panels.size > 0 ? (this.#stamp?.actionId ?? '') : '';
  }

  /** Forgets figures of a later day: the clock was set back. */
  holdOn(today: string): void {
    if (this.#stamp !== null && this.#stamp.day > today) this.drop(null);
  }

  /** Forgets what was changed since. @param touched null when that is too much to be looked at one by one */
  drop(touched: Touched | null): void {
    if (touched === null) {
      this.digests.clear();
      this.panels.clear();
      return;
    }
    for (const id of [...touched.practised, ...touched.competencies, ...touched.whole])
      this.digests.delete(id);
    for (const id of touched.scores) this.panels.delete(id);
  }

  /**
   * Stores what is known, if nothing was changed meanwhile.
   * @param pause between two texts
   * @returns whether it is stored
   */
  async store(
    database: Database,
    known: KnownFigures,
    { today, pause }: { today: string; pause: () => Promise<void> },
  ): Promise<boolean> {
    const current = new Map<string, object>();
    const bodies = new Map<string, string>();
    const add = async (name: string, figures: object, encode: () => string): Promise<void> => {
      current.set(name, figures);
      if (this.#stored.get(name) === figures) return;
      bodies.set(name, encode());
      await pause();
    };
    const fromDay = toDayNumber(today) - 2 * PERIOD_DAYS;
    for (const [id, digest] of known.digests)
      await add(practiceOf(id), digest, () => encodeDigest(digest, fromDay));
    for (const [id, panels] of known.panels) await add(panelsOf(id), panels, () => encodePanels(panels));
    const gone = [...this.#stored.keys()].filter((name) => !current.has(name));
    const stamp: FigureStamp = { version: this.#version, day: today, actionId: known.actionId };
    if (bodies.size + gone.length === 0 && this.#stamp?.actionId === stamp.actionId) return true;
    const isStored = await database.storeDerived(async (db) => {
      if ((await readLatestAction(db)) !== known.actionId) return false;
      await writeFigures(db, { stamp, bodies, gone });
      return true;
    });
    if (isStored !== true) return false;
    this.#stamp = stamp;
    for (const name of gone) this.#stored.delete(name);
    for (const [name, figures] of current) this.#stored.set(name, figures);
    return true;
  }

  #take(stamp: FigureStamp, bodies: ReadonlyMap<string, string>): void {
    for (const [name, body] of bodies) {
      const [kind, competencyId = ''] = name.split('/');
      if (kind === 'practice') {
        const digest = decodeDigest(body);
        this.digests.set(competencyId, digest);
        this.#stored.set(name, digest);
      } else if (kind === 'panels') {
        const panels = decodePanels(body);
        this.panels.set(competencyId, panels);
        this.#stored.set(name, panels);
      }
    }
    this.#stamp = stamp;
  }
}
