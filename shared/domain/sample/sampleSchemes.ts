import type { SchemeDocument } from '#shared/domain/schemes/schemeDocument.ts';
import { parseSchemeText } from './schemeText.ts';
import { bricklayingScheme } from './schemes/bricklaying.ts';
import { cookingScheme } from './schemes/cooking.ts';
import { electricalInstallationsScheme } from './schemes/electricalInstallations.ts';
import { hairdressingScheme } from './schemes/hairdressing.ts';
import { webTechnologiesScheme } from './schemes/webTechnologies.ts';
import { weldingScheme } from './schemes/welding.ts';

/** A marking scheme of the sample college and the competency of WorldSkills 2026 that it belongs to. */
export interface SampleScheme {
  competencyNumber: string;
  document: SchemeDocument;
}

const texts: readonly (readonly [string, string])[] = [
  ['10', weldingScheme],
  ['17', webTechnologiesScheme],
  ['18', electricalInstallationsScheme],
  ['20', bricklayingScheme],
  ['29', hairdressingScheme],
  ['34', cookingScheme],
];

/** The six marking schemes of the sample college, each of exactly 100.00, in the order of competency numbers. */
export function listSampleSchemes(): SampleScheme[] {
  return texts.map(([competencyNumber, text]) => ({ competencyNumber, document: parseSchemeText(text) }));
}
