import type { Kysely } from 'kysely';
import type { Schema } from '../../database/schema/schema.ts';

/** What is asked of another feature about the candidates of a competency. */
export interface FigureQuestion {
  db: Kysely<Schema>;
  competencyId: string;
  /** First day of the championship. */
  day: string;
  today: string;
}

/** A figure that another feature knows, by student. */
export type FigureSource = (
  question: FigureQuestion,
) => Promise<ReadonlyMap<string, { value: number; deviation: number | null; count: number }>>;

/** Figures that belong to other features and are passed in where the application is put together. */
export interface FigureSources {
  /** Expected percent on the day, with its uncertainty. */
  forecast: FigureSource;
  /** Minutes done in percent of minutes planned, at most 100. */
  adherence: FigureSource;
}
