import { openApiDocument } from '../../src/http/index.ts';
import { conformance } from '../../test/http/conformance.ts';
import { Random } from '../random.ts';
import { listRequest, type Made, TABLE } from './list-requests.ts';
import { type Schema, SchemaValues } from './schema-values.ts';
import type { Row, Section } from './section.ts';
import { type Answer, ask, Place } from './service.ts';

const AT_ONCE = 20;
const SHOWN = 5;
/** An id longer than any. */
const TOO_LONG = 'x'.repeat(600);
/** Changes of the list files build a catalogue each, and none waits for another (503): once in so many rounds, one at a time. */
const CHANGES_EVERY = 20;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}
interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly bodies: Readonly<Record<string, { schema?: Schema }>>;
}

/** Requests made from the published document, valid and invalid: no 5xx, and each answer as documented. */
export async function contract(requests: number): Promise<Section> {
  const document = await openApiDocument();
  const { check } = await conformance();
  const random = new Random('contract');
  const schemas = (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  const maker = new RequestMaker(random, new SchemaValues(random, schemas));
  const operations = operationsOf(document as unknown as Document);
  const place = new Place();
  const program = await place.start({ REDFLAG_SHED_DELAY: '0' });
  const statuses = new Map<string, Map<number, number>>();
  const wrong: string[] = [];
  let made = 0;
  let unanswered = 0;
  let turn = 0;
  let changing: Promise<unknown> = Promise.resolve();
  const next = (): Operation => {
    for (;;) {
      const round = Math.floor(turn / operations.length);
      const operation = operations[turn++ % operations.length] as Operation;
      if (round % CHANGES_EVERY === 0 || !isChange(operation)) return operation;
    }
  };
  const worker = async () => {
    while (made < requests) {
      made += 1;
      const operation = next();
      const request = maker.make(operation);
      let answer: Answer;
      try {
        const send = () => ask(program.address, request);
        if (isChange(operation)) {
          const mine = changing.then(send);
          changing = mine.catch(() => {});
          answer = await mine;
        } else answer = await send();
      } catch (error) {
        unanswered += 1;
        wrong.push(
          `${request.method} ${request.path.slice(0, 80)}: ${error instanceof Error ? error.message : error}`,
        );
        continue;
      }
      maker.learn(operation, answer);
      const counts = statuses.get(operation.operationId) ?? new Map<number, number>();
      counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
      statuses.set(operation.operationId, counts);
      const said = objection(check, request, answer);
      if (said !== null) wrong.push(said);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const errors = program
    .errors()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .join(' ');
  await program.end('SIGTERM');
  const { breaks, records } = place.verify();
  place.remove();
  const each = [...statuses].map(
    ([id, counts]): Row => ({
      what: id,
      found: [...counts]
        .sort(([a], [b]) => a - b)
        .map(([status, count]) => `${status}: ${count}`)
        .join(', '),
      held: ![...counts.keys()].some((status) => status >= 500),
    }),
  );
  return {
    title: 'Every operation, valid and invalid',
    done: `${made} requests were made from the published OpenAPI document (each of ${operations.length} operations), about half of them with something wrong, ${AT_ONCE} at a time; each answer was held against the document.`,
    rows: [
      {
        what: 'answers that are not as documented, or 5xx',
        found:
          wrong.length === 0
            ? 'none'
            : `${wrong.length}: ${wrong.slice(0, SHOWN).join(' / ').slice(0, 900)}`,
        held: wrong.length === 0,
      },
      { what: 'requests without an answer', found: `${unanswered}`, held: unanswered === 0 },
      {
        what: 'errors in the log',
        found: errors === '' ? 'none' : errors.slice(0, 300),
        held: errors === '',
      },
      {
        what: 'the chain of records',
        found: `${records} records, ${breaks.length} breaks`,
        held: breaks.length === 0,
      },
      ...each,
    ],
  };
}

function isChange({ method, path }: Operation): boolean {
  return path.startsWith('/administration/') && method.toUpperCase() !== 'GET';
}

function objection(
  check: (method: string, url: string, answer: Answer) => void,
  { method, path }: Made,
  answer: Answer,
): string | null {
  if (answer.status >= 500)
    return `${method} ${path.slice(0, 120)} -> ${answer.status} ${answer.body.slice(0, 200)}`;
  try {
    check(method, path, answer);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replaceAll(TOO_LONG, 'x…').slice(0, 400);
  }
}

class RequestMaker {
  readonly #random: Random;
  readonly #values: SchemaValues;
  readonly #ids = new Map<string, string[]>([
    ['/parties', ['zorvanta', 'drusk', 'quellmar']],
    ['/lists', ['test-procurement', 'test-blocked']],
    ['/sources', ['test-act', 'test-gazette']],
    ['/screenings', []],
    ['/administration/lists', ['own']],
  ]);

  constructor(random: Random, values: SchemaValues) {
    this.#random = random;
    this.#values = values;
  }

  /** Ids of screenings are known once they were answered. */
  learn({ path }: Operation, { status, body }: Answer): void {
    if (path !== '/screen' || status !== 200) return;
    const known = this.#ids.get('/screenings') ?? [];
    known[this.#random.below(50)] = JSON.parse(body).id;
    this.#ids.set('/screenings', known.filter(Boolean));
  }

  make({ operationId, method, path, parameters, bodies }: Operation): Made {
    const random = this.#random;
    const valid = random.chance(0.5);
    const known = listRequest(operationId, valid, random);
    if (known !== null) return known;
    const query = parameters
      .filter((parameter) => parameter.in === 'query' && (parameter.required || random.chance(0.4)))
      .flatMap(({ name, schema = {} }) =>
        pair(
          name,
          valid || random.chance(0.7)
            ? this.#values.field(name, schema)
            : this.#values.unlike(schema),
        ),
      );
    if (!valid && random.chance(0.2))
      query.push(
        random.pick(['colour=red', 'name=%', '=', 'limit=9e9', 'name=a&name=b', 'cursor=%E9']),
      );
    const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(this.#id(path)));
    const url = query.length > 0 ? `${filled}?${query.join('&')}` : filled;
    const types = Object.keys(bodies);
    if (types.length === 0) return { method, path: url, headers: {} };
    const type = random.pick(types);
    const sent =
      valid || random.chance(0.9)
        ? type
        : random.pick(['text/plain', 'application/xml', '', 'application/json; charset=latin1']);
    return {
      method,
      path: url,
      headers: sent === '' ? {} : { 'content-type': sent },
      body: this.#body(type, bodies[type]?.schema ?? {}, valid),
    };
  }

  #id(path: string): string {
    const known = [...this.#ids].find(([prefix]) => path.startsWith(prefix))?.[1] ?? [];
    if (known.length > 0 && this.#random.chance(0.7)) return this.#random.pick(known);
    return this.#random.pick(['nope', '..', 'a b', '%', TOO_LONG, '佐', 'null', '-1', 'ZORVANTA']);
  }

  #body(type: string, schema: Schema, valid: boolean): string | Buffer {
    const random = this.#random;
    const value = () =>
      valid || random.chance(0.3) ? this.#values.like(schema) : this.#values.unlike(schema);
    if (type === 'application/x-ndjson') {
      return Array.from({ length: random.below(5) }, () => JSON.stringify(value())).join('\n');
    }
    const table = schema.type === 'string' && random.chance(0.8);
    const text = table ? TABLE : (JSON.stringify(value()) ?? '');
    if (valid || random.chance(0.8)) return text;
    return random.pick([
      text.slice(0, -1),
      '',
      '{',
      Buffer.from([0xff, 0xfe, 0x7b]),
      `\ufeff${text}`,
      `${text}${text}`,
      'name,country\nZorvanta,CN\n',
    ]);
  }
}

function pair(name: string, value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.map((each) => {
    const text = typeof each === 'object' ? JSON.stringify(each) : String(each);
    return `${encodeURIComponent(name)}=${encodeURIComponent(text.toWellFormed().slice(0, 3000))}`;
  });
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            operationId: string;
            parameters?: readonly Parameter[];
            requestBody?: { content: Readonly<Record<string, { schema?: Schema }>> };
          }
        >
      >
    >
  >;
}

function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { operationId, parameters = [], requestBody }]) => ({
      ...{ operationId, path, parameters, method: method.toUpperCase() },
      bodies: requestBody?.content ?? {},
    })),
  );
}
