import type { Random } from '../random.ts';

/** A JSON Schema, as far as the document uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly format?: string;
  readonly examples?: readonly unknown[];
}

const TEXTS = [
  'Zorvanta',
  'Hikvision',
  'a',
  'Ünïcödé Gmbh',
  '杭州海康威视',
  'شركة',
  '🚀',
  ' x ',
  'O’Neil & Sons, S.A.',
  'null',
  '0',
  'CN',
  '%00',
  '../../etc/passwd',
  "'; drop table record; --",
  '<script>',
  'x'.repeat(200),
  '\u202etxet',
];
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  'x'.repeat(70_000),
  [],
  {},
  [[]],
  { a: { b: [1] } },
  '2020-02-30',
];

/** What a caller would write into a field, where the schema alone does not say it. */
const SENSIBLE: Readonly<Record<string, readonly unknown[]>> = {
  name: ['Zorvanta', 'Zorvanta Optics Co., Ltd.', '佐凡塔光学有限公司', 'Quiet Harbour Bakery'],
  country: ['CN', 'USA', 'Germany'],
  address: ['Qianmo Road, Hangzhou'],
  birthDate: ['1955', '1955-11', '1955-11-02'],
  lists: [['test-procurement'], ['test-blocked', 'test-procurement']],
  list: ['test-procurement'],
  status: ['in-force'],
  party: ['zorvanta'],
  caller: ['anonymous'],
  reference: ['PO-4711'],
  since: ['2019-01-01', '2026-11-22'],
  input: ['csv', 'names'],
  columns: ['name=name'],
  file: ['bom.csv'],
};

/** Fields that are given more, or less, often than others. */
const OFTEN = new Map([
  ['name', 0.9],
  ['identifiers', 0.1],
]);

/** Draws values that a schema allows, and others that it does not. */
export class SchemaValues {
  readonly #random: Random;
  readonly #schemas: Readonly<Record<string, Schema>>;

  constructor(random: Random, schemas: Readonly<Record<string, Schema>>) {
    this.#random = random;
    this.#schemas = schemas;
  }

  /** A value as the schema describes it; rules that it cannot say (a real day, a known list) may refuse it. */
  like(schema: Schema, depth = 0): unknown {
    const random = this.#random;
    if (schema.$ref)
      return this.like(this.#schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, depth);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return random.pick(schema.enum);
    if (schema.examples && random.chance(0.3)) return random.pick(schema.examples);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return this.like(random.pick(choices), depth);
    if (schema.allOf)
      return Object.assign({}, ...schema.allOf.map((part) => this.like(part, depth)));
    switch (schema.type) {
      case 'object': {
        const needed = new Set(schema.required ?? []);
        const fields = Object.entries(schema.properties ?? {}).filter(
          ([name]) => needed.has(name) || random.chance(OFTEN.get(name) ?? 0.3),
        );
        return Object.fromEntries(
          fields.map(([name, field]) => [name, this.field(name, field, depth + 1)]),
        );
      }
      case 'array':
        return Array.from({ length: random.below(Math.min(schema.maxItems ?? 4, 4) + 1) }, () =>
          this.like(schema.items ?? {}, depth + 1),
        );
      case 'integer':
        return (
          (schema.minimum ?? 0) +
          random.below(Math.min(schema.maximum ?? 100, 1000) + 1 - (schema.minimum ?? 0))
        );
      case 'number':
        return (
          (schema.minimum ?? 0) + random.next() * ((schema.maximum ?? 1) - (schema.minimum ?? 0))
        );
      case 'boolean':
        return random.chance(0.5);
      case 'null':
        return null;
      default:
        return this.#text(schema);
    }
  }

  /** A value for a field of that name. */
  field(name: string, schema: Schema, depth = 0): unknown {
    const sensible = SENSIBLE[name];
    if (sensible && this.#random.chance(0.9)) return this.#random.pick(sensible);
    return this.like(schema, depth);
  }

  /** A value with something wrong in it somewhere. */
  unlike(schema: Schema): unknown {
    const random = this.#random;
    const value = this.like(schema);
    if (typeof value !== 'object' || value === null || random.chance(0.15)) return random.pick(ODD);
    const copy: unknown = structuredClone(value);
    if (Array.isArray(copy)) {
      copy.push(random.pick(ODD));
      return copy;
    }
    const fields = copy as Record<string, unknown>;
    const names = Object.keys(fields);
    const how = names.length === 0 ? 0 : random.below(3);
    if (how === 0) fields[random.pick(['colour', '__proto__', '', 'Name'])] = random.pick(ODD);
    if (how === 1) delete fields[random.pick(names)];
    if (how === 2) fields[random.pick(names)] = random.pick(ODD);
    return copy;
  }

  #text({ format, maxLength = 100 }: Schema): string {
    const random = this.#random;
    if (format === 'date')
      return random.pick(['2019-10-01', '2026-11-22', '2030-01-01', '1900-02-28']);
    if (format === 'date-time')
      return random.pick(['2026-11-22T09:00:00.000Z', '2019-10-01T00:00:00Z']);
    return random.pick(TEXTS).slice(0, maxLength);
  }
}
