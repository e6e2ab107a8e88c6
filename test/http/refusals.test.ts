import { connect } from 'node:net';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import t from 'tap';
import { startServer } from '../../src/http/index.ts';
import { BATCH_BODY_LIMIT, HEADERS_LIMIT, QUERY_BODY_LIMIT } from '../../src/http/limits.ts';
import { JSON_TYPE, openService } from './service.ts';

/** What is asked, the status of the refusal, and the field that it names. */
type Case = [what: string, request: InjectOptions, status: number, path?: string];

const get = (url: string): InjectOptions => ({ url });
const post = (payload: string | Buffer, url = '/screen', headers = {}): InjectOptions => ({
  ...{ method: 'POST', url, payload, headers: { ...JSON_TYPE, ...headers } },
});
const query = (fields: object) => post(JSON.stringify({ name: 'x', ...fields }));

const cases: Case[] = [
  ['an unknown path', get('/nowhere'), 404],
  ['an unknown path with a body', post('{', '/nowhere'), 404],
  ['an unknown path with a body of any type', post('x', '/nope', { 'content-type': 'a/b' }), 404],
  ['an id that no party has', get('/parties/nobody'), 404],
  ['an id longer than any', get(`/parties/${'a'.repeat(600)}`), 404],
  [
    'a list with an id longer than any',
    { method: 'PUT', url: `/administration/lists/${'a'.repeat(600)}` },
    404,
  ],
  ['a method that the path does not take', { method: 'DELETE', url: '/screen' }, 405],
  [
    'a method with a body that the path does not take',
    { method: 'PUT', url: '/lists', payload: 'x' },
    405,
  ],

  ['broken JSON', post('{"name":'), 400],
  ['JSON that is not UTF-8', post(Buffer.from('{"name":"Österreich"}', 'latin1')), 400],
  ['an empty body', post(''), 400],
  ['no body at all', { method: 'POST', url: '/screen' }, 400, ''],
  ['a body that is null', post('null'), 400, ''],
  ['a body that is an array', post('[]'), 400, ''],
  ['a query without anything to search', post('{}'), 400, 'name'],
  ['an unknown field', query({ colour: 1 }), 400, 'colour'],
  [
    'an unknown field of the product',
    query({ product: { brand: 'x', hue: 1 } }),
    400,
    'product.hue',
  ],
  ['a field that poisons the prototype', post('{"name":"x","__proto__":{}}'), 400, '__proto__'],
  ['an empty name', query({ name: '' }), 400, 'name'],
  ['a blank name', query({ name: ' \t' }), 400, 'name'],
  ['a name of 513 characters', query({ name: 'x'.repeat(513) }), 400, 'name'],
  ['a name of 513 emoji', query({ name: '😀'.repeat(513) }), 400, 'name'],
  ['a name that is a number', query({ name: 5 }), 400, 'name'],
  ['a lone surrogate', post('{"name":"\\ud800"}'), 400, 'name'],
  ['a reference of 129 characters', query({ reference: 'x'.repeat(129) }), 400, 'reference'],
  ['a country that is none', query({ country: 'Atlantis' }), 400, 'country'],
  ['a kind that is none', query({ kind: 'ship' }), 400, 'kind'],
  ['an activity that is none', query({ activity: 'eat' }), 400, 'activity'],
  ['a day that the calendar has not', query({ asOf: '2020-02-30' }), 400, 'asOf'],
  ['a date in other words', query({ asOf: '1/2/2020' }), 400, 'asOf'],
  ['a list that is not loaded', query({ lists: ['sdn', 'nope'] }), 400, 'lists.1'],
  ['no lists', query({ lists: [] }), 400, 'lists'],
  ['a threshold above 1', query({ threshold: 1.1 }), 400, 'threshold'],
  ['a limit of 0', query({ limit: 0 }), 400, 'limit'],
  ['a limit of 101', query({ limit: 101 }), 400, 'limit'],
  ['a parameter beside a body', post('{"name":"x"}', '/screen?asOf=2019-01-01'), 400, 'asOf'],

  ['a product without a field', query({ product: {} }), 400, 'product'],
  ['an address without a name', get('/screen'), 400, 'name'],
  ['an unknown parameter', get('/screen?name=x&asof=2019-01-01'), 400, 'asof'],
  ['a parameter given twice', get('/screen?name=x&name=y'), 400, 'name'],
  ['a parameter that is no number', get('/screen?name=x&limit=many'), 400, 'limit'],
  ['an empty list id', get('/screen?name=x&lists='), 400, 'lists.0'],
  ['an address that is not UTF-8', get('/screen?name=%E9'), 400],
  ['a path that is not UTF-8', get('/parties/%E9'), 400],
  ['a parameter where none is taken', get('/coverage?all=1'), 400, 'all'],
  ['a cursor that is none', get('/parties?cursor=!'), 400, 'cursor'],
  ['a cursor of another collection', get('/parties?q=x&cursor=YWJj'), 400, 'cursor'],
  ['a page too long', get('/parties?limit=501'), 400, 'limit'],
  ['a status that is none', get('/parties?status=listed'), 400, 'status'],

  ['a body too large', post(`{"name":"${'x'.repeat(QUERY_BODY_LIMIT)}"}`), 413],
  ['a batch of 10,001', post(JSON.stringify(Array(10_001).fill({})), '/screen/batch'), 413],
  ['a batch too large', post(' '.repeat(BATCH_BODY_LIMIT + 1), '/screen/batch'), 413],
  ['a batch that is no array', post('{"name":"x"}', '/screen/batch'), 400, ''],
  ['a batch that is broken', post('[{"name":"x"},', '/screen/batch'), 400],
  ['plain text', post('name=x', '/screen', { 'content-type': 'text/plain' }), 415],
  [
    'a form',
    post('name=x', '/screen', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
  ],
  [
    'NDJSON where one query is taken',
    post('{}', '/screen', { 'content-type': 'application/x-ndjson' }),
    415,
  ],
  ['a content type that is none', post('{}', '/screen', { 'content-type': 'json' }), 415],
];

const { ask, app, engine } = await openService(t);

t.test('what is refused', async (t) => {
  for (const [what, request, status, path] of cases) {
    await t.test(`${what}: ${status}`, async (t) => {
      const response = await ask(request);
      t.equal(response.statusCode, status);
      t.match(response.headers['content-type'], /^application\/problem\+json/);
      const problem = response.json();
      t.equal(problem.status, status);
      t.notMatch(response.body, /\.ts:|node_modules|at \w+ \(/, 'no stack trace');
      if (path === undefined) return;
      const paths = problem.errors.map((error: { path: string }) => error.path);
      t.ok(paths.includes(path), `names "${path}" among ${JSON.stringify(paths)}`);
    });
  }

  await t.test('405 says what is allowed, and OPTIONS asks for it', async (t) => {
    const refused = await ask({ method: 'DELETE', url: '/screen' });
    t.equal(refused.headers.allow, 'GET, HEAD, OPTIONS, POST');
    const asked = await ask({ method: 'OPTIONS', url: '/parties/hikvision' });
    t.equal(asked.statusCode, 204);
    t.equal(asked.headers.allow, 'GET, HEAD, OPTIONS');
  });

  await t.test('names of exactly 512 characters are taken', async (t) => {
    for (const name of ['x'.repeat(512), '😀'.repeat(512), '杭'.repeat(512)]) {
      t.equal((await ask({ url: '/screen', query: { name } })).statusCode, 200);
      t.equal((await ask(query({ name }))).statusCode, 200);
    }
  });

  await t.test('a problem gives back the reference, where it is one', async (t) => {
    t.equal((await ask(query({ reference: 'r-1', asOf: 'x' }))).json().reference, 'r-1');
    t.equal((await ask('/screen?reference=r-2')).json().reference, 'r-2');
    for (const reference of [5, 'x'.repeat(129), null]) {
      t.notOk('reference' in (await ask(query({ reference }))).json());
    }
  });

  await t.test(
    'whatever JSON comes as a query, the answer is 200 or 400 as documented',
    async (t) => {
      const anything = fc.oneof(
        fc.jsonValue(),
        fc.record(
          {
            reference: fc.jsonValue(),
            name: fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.jsonValue()),
            country: fc.constantFrom('CN', 'CHN', 'China', 'Atlantis', 5),
            product: fc.oneof(
              fc.jsonValue(),
              fc.record({ brand: fc.string(), model: fc.string() }),
            ),
            lists: fc.oneof(fc.jsonValue(), fc.array(fc.constantFrom('sdn', 'ndaa-889', 'nope'))),
            asOf: fc.oneof(fc.jsonValue(), fc.constantFrom('2019-08-12', '2031-01-01')),
            limit: fc.oneof(fc.integer({ min: -1, max: 102 }), fc.jsonValue()),
          },
          { requiredKeys: [] },
        ),
      );
      const property = fc.asyncProperty(anything, async (body) => {
        const { statusCode } = await ask(post(JSON.stringify(body)));
        return statusCode === 200 || statusCode === 400;
      });
      await t.resolves(fc.assert(property, { numRuns: 300 }));
    },
  );

  await t.test(
    'whatever comes as an address, the answer is 200 or 400 as documented',
    async (t) => {
      const parameter = fc.constantFrom(
        'name',
        'lists',
        'asOf',
        'limit',
        'product.mac',
        'x',
        '__proto__',
      );
      const property = fc.asyncProperty(
        fc.array(fc.tuple(parameter, fc.string({ unit: 'grapheme' })), { maxLength: 4 }),
        async (parameters) => {
          const { statusCode } = await ask(`/screen?${new URLSearchParams(parameters)}`);
          return statusCode === 200 || statusCode === 400;
        },
      );
      await t.resolves(fc.assert(property, { numRuns: 200 }));
    },
  );

  await t.test('whatever bytes come as a body, the service goes on', async (t) => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const { statusCode } = await ask(post(Buffer.from(bytes)));
      return statusCode === 400;
    });
    await t.resolves(fc.assert(property, { numRuns: 100 }));
    t.equal((await app.inject('/health/live')).statusCode, 200);
  });
});

t.test('what is refused on the socket', async (t) => {
  const server = await startServer({ engine: () => engine, port: 0, logLevel: 'silent' });
  t.teardown(() => server.close());
  const port = Number(new URL(server.address).port);

  const raw = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      socket.setEncoding('utf8').on('data', (text) => {
        received += text;
      });
      socket.on('end', () => resolve(received)).on('error', reject);
    });

  await t.test('bytes that are not HTTP', async (t) => {
    const answer = await raw('HELLO\r\n\r\n');
    t.match(answer, /^HTTP\/1\.1 400 Bad Request\r\n/);
    t.match(JSON.parse(answer.split('\r\n\r\n')[1] ?? ''), {
      code: 'invalid-request',
      status: 400,
    });
  });

  await t.test('headers that are too large', async (t) => {
    const answer = await raw(
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(HEADERS_LIMIT)}\r\n\r\n`,
    );
    t.match(answer, /^HTTP\/1\.1 431 /);
    t.match(JSON.parse(answer.split('\r\n\r\n')[1] ?? ''), { code: 'headers-too-large' });
  });

  await t.test('a body longer than it says', async (t) => {
    const answer = await raw(
      'POST /screen HTTP/1.1\r\nHost: x\r\nConnection: close\r\n' +
        'Content-Type: application/json\r\nContent-Length: 5\r\n\r\n{"name":"x"}',
    );
    t.match(answer, /^HTTP\/1\.1 400 /);
  });

  await t.test('a port that is taken, saying what to do', async (t) => {
    await t.rejects(startServer({ engine: () => engine, port, logLevel: 'silent' }), {
      code: 'invalid-configuration',
      message: /already in use: set PORT/,
    });
  });
});
