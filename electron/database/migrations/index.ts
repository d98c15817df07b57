import { up as foundation } from './0010-foundation.ts';
import { up as assessment } from './0020-assessment.ts';
import { up as schemeVersions } from './0025-scheme-versions.ts';
import { up as planning } from './0030-planning.ts';
import { up as selection } from './0040-selection.ts';
import { up as attachments } from './0050-attachments.ts';
import { up as contests } from './0060-contests.ts';
import { up as base } from './0080-base.ts';
import { up as partners } from './0090-partners.ts';
import { up as safety } from './0100-safety.ts';
import { up as studentSex } from './0110-student-sex.ts';
import { up as formChecks } from './0310-form-checks.ts';
import { up as weeklyHours } from './0410-weekly-hours.ts';
import { up as keptFigures } from './0420-kept-figures.ts';
import type { MigrationDatabase } from './tables.ts';

/** One step of the schema. Append only: a step that has left the house is never changed. */
export interface Migration {
  number: number;
  name: string;
  up(db: MigrationDatabase): Promise<void>;
}

/** All steps in order. Numbered in tens so that a fix can be put between two branches. */
export const migrations: readonly Migration[] = [
  { number: 10, name: 'foundation', up: foundation },
  { number: 20, name: 'assessment', up: assessment },
  { number: 25, name: 'scheme-versions', up: schemeVersions },
  { number: 30, name: 'planning', up: planning },
  { number: 40, name: 'selection', up: selection },
  { number: 50, name: 'attachments', up: attachments },
  { number: 60, name: 'contests', up: contests },
  { number: 80, name: 'base', up: base },
  { number: 90, name: 'partners', up: partners },
  { number: 100, name: 'safety', up: safety },
  { number: 110, name: 'student-sex', up: studentSex },
  { number: 310, name: 'form-checks', up: formChecks },
  { number: 410, name: 'weekly-hours', up: weeklyHours },
  { number: 420, name: 'kept-figures', up: keptFigures },
];
