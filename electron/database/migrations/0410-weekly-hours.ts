import {
  columns,
  createEntityTable,
  createIndex,
  reference,
  texts,
  type MigrationDatabase,
} from './tables.ts';

/** Hours of the week in which a student can come to practice, or cannot: lessons, work, the way home. */
export async function up(db: MigrationDatabase): Promise<void> {
  await createEntityTable(
    db,
    'weekly_hours',
    columns(
      reference('student_id', 'students'),
      // `can` or `cannot`; JSON list of 1 Monday … 7 Sunday; `HH:MM`, both empty for the whole day.
      texts('kind', 'weekdays_json', 'from_time', 'to_time', 'reason'),
    ),
  );
  await createIndex(db, 'weekly_hours', ['student_id']);
}
