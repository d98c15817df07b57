import type { DraftAspect } from '#shared/contract/schemeDocument.ts';
import type { JudgementScore } from '#shared/domain/schemes/schemeDocument.ts';

/** The levels of a judgement. */
export const SCORES: readonly JudgementScore[] = [0, 1, 2, 3];

/** What a level of a judgement says; '' where it says nothing. */
export function descriptorText(aspect: DraftAspect, score: JudgementScore): string {
  return aspect.descriptors.find((row) => row.score === score)?.text ?? '';
}

/** Notes keep their order, and none stands below more rows of the ladder than there are. */
function fitRows(extraRows: DraftAspect['extraRows'], descriptors: number): DraftAspect['extraRows'] {
  return extraRows.map((row) =>
    row.afterDescriptors > descriptors ? { ...row, afterDescriptors: descriptors } : row,
  );
}

/** Sets what a level says; an emptied level goes. Further rows of an imported ladder stay. */
export function withDescriptor(
  aspect: DraftAspect,
  score: JudgementScore,
  text: string,
): Pick<DraftAspect, 'descriptors' | 'extraRows'> {
  const at = aspect.descriptors.findIndex((row) => row.score === score);
  const rest = aspect.descriptors.filter((_row, index) => index !== at);
  const later = rest.findIndex((row) => row.score > score);
  const place = at !== -1 ? at : later === -1 ? rest.length : later;
  const descriptors = text === '' ? rest : rest.toSpliced(place, 0, { score, text });
  const wasAllAbove = aspect.extraRows.map((row) => row.afterDescriptors >= aspect.descriptors.length);
  const extraRows = fitRows(aspect.extraRows, descriptors.length).map((row, index) =>
    // A note below the whole ladder stays below it when the ladder grows.
    wasAllAbove[index] === true && aspect.descriptors.length > 0
      ? { ...row, afterDescriptors: descriptors.length }
      : row,
  );
  return { descriptors, extraRows };
}

/** Sets the notes by their texts; those that were there keep their places, new ones stand at the end. */
export function withExtraTexts(
  aspect: DraftAspect,
  texts: readonly string[],
): Pick<DraftAspect, 'extraRows'> {
  const last = aspect.extraRows.at(-1)?.afterDescriptors ?? aspect.descriptors.length;
  const rows = texts.map((text, index) => ({
    text,
    afterDescriptors: aspect.extraRows[index]?.afterDescriptors ?? last,
  }));
  return { extraRows: rows.filter((row) => row.text.trim() !== '') };
}
