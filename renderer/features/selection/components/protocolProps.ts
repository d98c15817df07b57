import type { TFunction } from 'i18next';
import type { RouteOutput } from '#shared/contract/registry.ts';
import type { Format } from '../../../i18n/format.ts';
import type { SelectionModel } from '../selectionModel.ts';

export type Run = RouteOutput<'selection.getRun'>;

/** What all parts of the protocol are written from: texts and formats are those of the paper, not of the screen. */
export interface PaperProps {
  model: SelectionModel;
  run: Run;
  t: TFunction;
  format: Format;
}
