import type { Kysely } from 'kysely';
import type { ParsedInput } from '#shared/contract/registry.ts';
import type { TableValue } from '#shared/domain/exchange/csv.ts';
import { resultHeader, type ResultField } from '#shared/domain/exchange/resultColumns.ts';
import { listParts, type ResultPart } from '#shared/domain/exchange/resultParts.ts';
import type { Schema } from '../../database/schema/schema.ts';
import { Refusal, assertFound } from '../../router/refusal.ts';
import type { ResultTools } from './resultTools.ts';
import { competencyIsThere, listSquad } from './results.repository.ts';

const PERSON: readonly ResultField[] = ['surname', 'givenName', 'patronymic', 'groupName', 'date'];

const points = (hundredths: number): string => String(hundredths / 100).replace('.', ',');

/** Head of a part's column: its code, what it is, and what it is out of; the code is what is read back. */
const headOf = ({ code, name, maxHundredths }: ResultPart): string =>
  `${[code, name.slice(0, 80)].filter((text) => text !== '').join(' ')} (${points(maxHundredths)})`;

/**
 * Rows of a file to fill in: the squad's students, and a column for each part of the level that was asked for.
 * @throws Refusal `not_found`
 */
export async function resultsTemplate(
  db: Kysely<Schema>,
  input: ParsedInput<'exchange.getResultsTemplate'>,
  tools: Pick<ResultTools, 'readParts'>,
): Promise<TableValue[][]> {
  const { competencyId, schemeId, level, language } = input;
  assertFound(await competencyIsThere(db, competencyId), 'competency');
  const scheme = schemeId === null ? null : await tools.readParts(db, schemeId);
  if (scheme === undefined) throw new Refusal('not_found', 'the scheme is not there');
  const parts = listParts(scheme?.criteria ?? []).filter((part) => part.level === level);
  const heads = parts.length === 0 ? [resultHeader('total', language)] : parts.map(headOf).slice(0, 90);
  const squad = await listSquad(db, competencyId);
  const empty = heads.map(() => null);
  return [
    [...PERSON.map((field) => resultHeader(field, language)), ...heads],
    ...squad.map((one) => [one.surname, one.givenName, one.patronymic, one.groupName, null, ...empty]),
  ];
}
