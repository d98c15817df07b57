import fc from 'fast-check';
import { z } from 'zod';

interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  format?: string;
  maxLength?: number;
  minLength?: number;
  pattern?: string;
  $ref?: string;
}

const BIG = 1_000_000;
const WORDS = [
  '',
  ' ',
  'Әсел',
  '__proto__',
  "'; drop table students; --",
  '=1+1',
  '%_\\',
  '\u202eабв',
  '🙂',
  '{{name}}',
];

/** Ids that are there, by a word of the field that would hold them. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

interface Place {
  ids: KnownIds;
  /** Name of the field that the value is for. */
  field: string;
}

function knownId({ ids, field }: Place): fc.Arbitrary<string> {
  const own = Object.entries(ids).find(([word]) => field.toLowerCase().includes(word));
  return fc.constantFrom(...(own ? own[1] : Object.values(ids).flat()));
}

/** Values that fit a schema as far as JSON Schema can tell, with the edges that hurt. */
function fitting(schema: JsonSchema, place: Place): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf?.slice(0, 1);
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, place)));
  return fittingType(schema, place);
}

function fittingType(schema: JsonSchema, place: Place): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case 'object':
      return fittingObject(schema, place);
    case 'array':
      return fittingArray(schema, place);
    case 'string':
      return fittingText(schema, place);
    case 'integer':
    case 'number':
      return fittingNumber(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function fittingObject(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  place: Place,
): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, fitting(one, { ...place, field: name })]),
  );
  const own = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
  if (typeof additionalProperties !== 'object') return own;
  const more = fc.dictionary(fc.constantFrom('a', 'b', ...WORDS), fitting(additionalProperties, place), {
    maxKeys: 3,
  });
  return fc.tuple(own, more).map(([first, second]) => ({ ...first, ...second }));
}

function fittingArray(
  { items = {}, prefixItems, minItems = 0, maxItems = 3 }: JsonSchema,
  place: Place,
): fc.Arbitrary<unknown> {
  if (prefixItems) return fc.tuple(...prefixItems.map((item) => fitting(item, place)));
  return fc.array(fitting(items, place), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(3, maxItems)),
  });
}

function fittingText(
  { format, minLength = 0, maxLength = 40 }: JsonSchema,
  place: Place,
): fc.Arbitrary<unknown> {
  if (format === 'uuid')
    return fc.oneof(
      { weight: 5, arbitrary: knownId(place) },
      { weight: 1, arbitrary: fc.uuid({ version: 7 }) },
    );
  if (format === 'date')
    return fc.constantFrom('2026-11-23', '2000-02-29', '9999-12-31', '0001-01-01', '2026-02-30');
  if (format === 'date-time') return fc.constantFrom('2026-11-23T00:00:00Z', '0000-01-01T00:00:00Z');
  const anything = fc.oneof(
    fc.constantFrom(...WORDS),
    fc.string({ unit: 'binary', minLength, maxLength: Math.min(60, maxLength) }),
  );
  return fc.oneof(
    { weight: 4, arbitrary: anything },
    { weight: 1, arbitrary: fc.constantFrom('AAAA', '09:30', '2026-11') },
  );
}

function fittingNumber({ type, minimum, maximum, exclusiveMinimum }: JsonSchema): fc.Arbitrary<unknown> {
  const min = Math.max(minimum ?? exclusiveMinimum ?? -BIG, -BIG);
  const max = Math.min(maximum ?? BIG, Math.max(BIG, min));
  return type === 'integer'
    ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
    : fc.double({ min, max, noNaN: true });
}

/** Inputs of a route: such as fit its schema, such as nearly fit it, and such as have nothing to do with it. */
export function inputOf(schema: z.ZodType, ids: KnownIds): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
  }) as JsonSchema;
  const fits = fitting(json, { ids, field: '' });
  const nearly = fc
    .tuple(fits, fc.constantFrom('id', 'more', '__proto__', 'text'), fc.jsonValue())
    .map(([input, name, value]) =>
      typeof input === 'object' && input !== null ? { ...input, [name]: value } : input,
    );
  return fc.oneof(
    { weight: 6, arbitrary: fits },
    { weight: 2, arbitrary: nearly },
    {
      weight: 1,
      arbitrary: fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withNullPrototype: true }),
    },
  );
}
