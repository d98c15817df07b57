import type { TFunction } from 'i18next';
import type { BlockProblem } from '#shared/domain/training/markBlock.ts';
import type { Format } from '../../../i18n/format.ts';

/** Why a text cannot be stored in a cell, and what can be. */
export function problemSentence(t: TFunction, format: Format, problem: BlockProblem): string {
  const maximum = 'maxHundredths' in problem ? format.shortHundredths(problem.maxHundredths) : '';
  return t(`training:problem.${problem.code}`, { maximum });
}
