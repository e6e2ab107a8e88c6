import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import t, { type Test } from 'tap';
import { needsKeys } from '../../src/cli/service.ts';
import { Allowances } from '../../src/http/guard/allowance.ts';
import { type AppOptions, buildApp, openApiDocument } from '../../src/http/index.ts';
import { openScreener, Recorder } from '../../src/screening/index.ts';
import {
  createKey,
  openRecords,
  RecordWriter,
  revokeKey,
  type Scope,
} from '../../src/store/records/index.ts';
import { conformance } from './conformance.ts';
import { JSON_TYPE } from './service.ts';

const NOW = new Date('2026-11-22T09:00:00.000Z');
const conforms = await conformance();

/** A service that asks for keys, over the invented seeds. */
async function open(t: Test, more: Partial<AppOptions> = {}, required = true) {
  const data = t.testdir({});
  const now = () => NOW;
  const engine = openScreener({ data, seeds: 'test/fixtures/seeds-small', now });
  const records = openRecords({ data, mode: 'full' });
  const recorder = new Recorder({ records, affiliatesRule: 'by-terms', now });
  const access = { keys: records.keys, required };
  const app = await buildApp({ engine: () => engine, recorder, access, now, ...more });
  const writer = new RecordWriter(join(data, 'records.db'));
  t.teardown(async () => {
    await app.close();
    await records.close();
    writer.close();
    engine.close();
  });
  const ask = (
    url: string,
    headers: Record<string, string> = {},
    method: 'GET' | 'POST' = 'GET',
    payload = '',
  ) => conforms.inject(app, { url, method, ...(method === 'POST' && { payload }), headers });
  return {
    ...{ app, ask, data, writer },
    key: (...scopes: Scope[]) =>
      createKey(writer, { name: 'a name', scopes, caller: 'cli:someone', now: NOW }),
  };
}

const bearer = (text: string) => ({ authorization: `Bearer ${text}` });

t.test('a key is needed where the service can be reached from elsewhere', async (t) => {
  const table: [string, 'auto' | 'keys' | 'open', boolean][] = [
    ['127.0.0.1', 'auto', false],
    ['127.0.0.53', 'auto', false],
    ['localhost', 'auto', false],
    ['::1', 'auto', false],
    ['0.0.0.0', 'auto', true],
    ['::', 'auto', true],
    ['10.0.0.5', 'auto', true],
    ['127.example.com', 'auto', true],
    ['', 'auto', true],
    ['0.0.0.0', 'open', false],
    ['127.0.0.1', 'keys', true],
  ];
  for (const [host, access, needed] of table) {
    t.equal(needsKeys({ host, access }), needed, `${host} ${access}`);
  }
});

t.test('who may do what', async (t) => {
  const { app, ask, key } = await open(t);
  const [screen, read, admin] = [key('screen').text, key('read').text, key('admin').text];
  const keys = { none: undefined, screen, read, admin, wrong: `${screen.slice(0, -1)}_` };
  const json = JSON.stringify({ name: 'Zorvanta' });
  const table: [string, 'GET' | 'POST', string, Record<keyof typeof keys, number>][] = [
    ['/health/live', 'GET', '', { none: 200, screen: 200, read: 200, admin: 200, wrong: 200 }],
    ['/screen?name=x', 'GET', '', { none: 401, screen: 200, read: 403, admin: 200, wrong: 401 }],
    ['/screen', 'POST', json, { none: 401, screen: 200, read: 403, admin: 200, wrong: 401 }],
    [
      '/screen/batch',
      'POST',
      `[${json}]`,
      { none: 401, screen: 200, read: 403, admin: 200, wrong: 401 },
    ],
    ['/compare?a=x&b=y', 'GET', '', { none: 401, screen: 200, read: 403, admin: 200, wrong: 401 }],
    ['/parties', 'GET', '', { none: 401, screen: 200, read: 200, admin: 200, wrong: 401 }],
    ['/coverage', 'GET', '', { none: 401, screen: 200, read: 200, admin: 200, wrong: 401 }],
    ['/screenings', 'GET', '', { none: 401, screen: 403, read: 200, admin: 200, wrong: 401 }],
    [
      '/screenings/export',
      'GET',
      '',
      { none: 401, screen: 403, read: 200, admin: 200, wrong: 401 },
    ],
    ['/screenings/scr_x', 'GET', '', { none: 401, screen: 403, read: 404, admin: 404, wrong: 401 }],
    [
      '/screenings/scr_x/dispositions',
      'POST',
      '{}',
      { none: 401, screen: 403, read: 403, admin: 400, wrong: 401 },
    ],
    ['/metrics', 'GET', '', { none: 401, screen: 403, read: 200, admin: 200, wrong: 401 }],
    ['/no/such/path', 'GET', '', { none: 404, screen: 404, read: 404, admin: 404, wrong: 404 }],
  ];
  for (const [url, method, body, expected] of table) {
    for (const [who, status] of Object.entries(expected)) {
      const text = keys[who as keyof typeof keys];
      const headers = { ...JSON_TYPE, ...(text === undefined ? {} : bearer(text)) };
      const answer = await ask(url, headers, method, body);
      t.equal(answer.statusCode, status, `${method} ${url} with ${who}`);
      if (status === 401) t.match(answer.headers['www-authenticate'], /^Bearer/);
    }
  }

  t.equal((await app.inject('/openapi.json')).statusCode, 200, 'the reference is for everyone');

  await t.test('no operation was forgotten', async (t) => {
    const document = await openApiDocument();
    for (const [path, item] of Object.entries(document.paths ?? {})) {
      if (/^\/health\//.test(path)) continue;
      for (const method of ['GET', 'POST'] as const) {
        if (!item?.[method === 'GET' ? 'get' : 'post']) continue;
        const answer = await ask(path.replace('{id}', 'x'), JSON_TYPE, method, '{}');
        t.equal(answer.statusCode, 401, `${method} ${path}`);
      }
    }
  });
});

t.test('keys as they are sent', async (t) => {
  const { ask, key, writer } = await open(t);
  const { text, key: made } = key('screen');
  const get = async (headers: Record<string, string>) =>
    (await ask('/parties', headers)).statusCode;
  t.equal(await get({ 'x-api-key': text }), 200);
  t.equal(await get({ authorization: `bearer   ${text}` }), 200);
  t.equal(await get({ authorization: text }), 401, 'without its scheme');
  t.equal(await get({ authorization: `Basic ${text}` }), 401);
  t.equal(await get({ 'x-api-key': '' }), 401);
  t.equal((await ask(`/parties?key=${text}`)).statusCode, 401, 'never in an address');

  await t.test('the caller is in the record', async (t) => {
    const admin = key('admin');
    const { id } = (await ask('/screen?name=x', bearer(text))).json();
    t.equal((await ask(`/screenings/${id}`, bearer(admin.text))).json().caller, made.id);
  });

  await t.test('a revoked one ends with the next request', async (t) => {
    t.equal(await get({ 'x-api-key': text }), 200);
    revokeKey(writer, made.id, { caller: 'cli:someone', now: NOW });
    t.equal(await get({ 'x-api-key': text }), 401);
  });
});

t.test('where no key is needed, one that comes is known', async (t) => {
  const { ask, key } = await open(t, {}, false);
  const { text, key: made } = key('screen');
  const asked = async (headers: Record<string, string>) => {
    const { id } = (await ask('/screen?name=x', headers)).json();
    return (await ask(`/screenings/${id}`)).json().caller;
  };
  t.equal(await asked({}), 'anonymous');
  t.equal(await asked(bearer(text)), made.id);
  t.equal(await asked(bearer('nonsense')), 'anonymous');
});

t.test('where it is for this machine alone, only names of it are answered', async (t) => {
  const { ask } = await open(t, { loopbackOnly: true }, false);
  const status = async (host: string) => (await ask('/parties', { host })).statusCode;
  for (const host of ['localhost', 'localhost:8080', '127.0.0.1:8080', '127.1.2.3', '[::1]:8080']) {
    t.equal(await status(host), 200, host);
  }
  for (const host of [
    'evil.example',
    'localhost.evil.example:8080',
    '127.0.0.1.evil.example',
    '10.0.0.1',
  ]) {
    t.equal(await status(host), 403, host);
  }
});

t.test('rates are limited for each key', async (t) => {
  const { ask, key } = await open(t, { rateLimit: 3 });
  const [one, other] = [bearer(key('screen').text), bearer(key('screen').text)];
  const left: unknown[] = [];
  for (let count = 0; count < 3; count++) {
    const answer = await ask('/parties', one);
    t.equal(answer.statusCode, 200);
    t.equal(answer.headers['x-ratelimit-limit'], '3');
    left.push(answer.headers['x-ratelimit-remaining']);
  }
  t.same(left, ['2', '1', '0']);
  const refused = await ask('/parties', one);
  t.equal(refused.statusCode, 429);
  t.equal(refused.json().code, 'rate-limited');
  t.ok(Number(refused.headers['retry-after']) > 0);
  t.equal((await ask('/parties', other)).statusCode, 200, 'another key has its own');
  for (let count = 0; count < 5; count++) t.equal((await ask('/health/live')).statusCode, 200);
});

t.test('a batch counts its items, and is slowed down where it goes beyond', async (t) => {
  const { app, ask, key } = await open(t, { rateLimit: 3000 });
  const headers = { ...bearer(key('screen').text), 'content-type': 'application/json' };
  const batch = (items: number) =>
    app.inject({
      ...{ method: 'POST', url: '/screen/batch', headers },
      payload: JSON.stringify(Array.from({ length: items }, () => ({ name: 'Quiet Bakery' }))),
    });
  await batch(2900);
  const left = async () =>
    Number((await ask('/parties', headers)).headers['x-ratelimit-remaining']);
  const after = await left();
  t.ok(after >= 99 && after < 1000, `${after} of 3000 are left, and what has come back since`);
  const began = performance.now();
  const beyond = await batch(after + 100);
  t.equal(beyond.statusCode, 200);
  t.equal(beyond.json().length, after + 100);
  t.ok(beyond.json().every(({ outcome }: { outcome: string }) => outcome === 'no-match'));
  // 3000 a minute are 50 a second.
  t.ok(performance.now() - began > 1000, `${performance.now() - began} ms`);
});

t.test('law: nobody gets more than a minute holds and what came back since', (t) => {
  const property = fc.property(
    fc.integer({ min: 1, max: 100 }),
    fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 20_000 })), {
      maxLength: 200,
    }),
    (perMinute, steps) => {
      let now = 0;
      const allowances = new Allowances(perMinute, () => now);
      const taken = { a: 0, b: 0 };
      for (const [caller, pause] of steps) {
        now += pause;
        const bound = perMinute + (now * perMinute) / 60_000;
        const late = allowances.late(caller, 1);
        if (allowances.take(caller) >= 1) taken[caller as 'a' | 'b'] += 1;
        else {
          now += late;
          if (allowances.take(caller) < 1) return false;
          taken[caller as 'a' | 'b'] += 1;
          continue;
        }
        if (taken[caller as 'a' | 'b'] > bound) return false;
      }
      return true;
    },
  );
  t.doesNotThrow(() => fc.assert(property));
  t.end();
});

t.test('headers', async (t) => {
  const { app, ask, key } = await open(t, { origins: ['https://procurement.example'] });
  const headers = bearer(key('screen').text);

  await t.test('that guard stand on every answer', async (t) => {
    for (const url of ['/parties', '/no/such/path', '/screen']) {
      const answer = await ask(url, headers);
      t.match(answer.headers, {
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': /default-src 'none'/,
        'referrer-policy': 'no-referrer',
        'x-request-id': /./,
      });
      t.notOk(answer.headers['x-powered-by']);
    }
  });

  await t.test('an id of the caller is kept where it is a plain word', async (t) => {
    const id = async (given: string) =>
      (await ask('/health/live', { 'x-request-id': given })).headers['x-request-id'];
    t.equal(await id('order-4711.a:b'), 'order-4711.a:b');
    for (const wrong of ['', 'a b', 'x'.repeat(65), '<script>', 'a"b'])
      t.not(await id(wrong), wrong);
    t.not(await id(''), await id(''), 'and each has its own');
  });

  await t.test('let only pages of the origins configured read answers', async (t) => {
    const asked = async (origin: string) => (await ask('/parties', { ...headers, origin })).headers;
    t.match(await asked('https://procurement.example'), {
      'access-control-allow-origin': 'https://procurement.example',
      vary: /origin/i,
    });
    for (const origin of ['https://evil.example', 'https://procurement.example.evil', 'null']) {
      t.notOk((await asked(origin))['access-control-allow-origin'], origin);
    }
    const preflight = (origin: string) =>
      app.inject({
        ...{ method: 'OPTIONS', url: '/screen' },
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const allowed = await preflight('https://procurement.example');
    t.equal(allowed.statusCode, 204);
    t.match(allowed.headers['access-control-allow-headers'], /authorization/);
    t.notOk(allowed.headers['access-control-allow-credentials']);
    t.notOk((await preflight('https://evil.example')).headers['access-control-allow-methods']);
  });

  await t.test('without origins nothing is allowed', async (t) => {
    const closed = await open(t);
    const answer = await closed.ask('/health/live', { origin: 'https://procurement.example' });
    t.notOk(answer.headers['access-control-allow-origin']);
  });
});

t.test('no secret and no name is in a log', async (t) => {
  const stream = new PassThrough();
  let log = '';
  stream.on('data', (chunk) => {
    log += chunk;
  });
  const broken = { level: 'trace', stream };
  const { ask, key } = await open(t, { logger: broken });
  const { text } = key('screen');
  const secret = text.slice(-20);
  await ask('/screen?name=Verysecretname', bearer(text));
  await ask('/screenings', bearer(text));
  await ask('/parties', { 'x-api-key': text });
  await ask(
    '/screen',
    { ...bearer(text), ...JSON_TYPE },
    'POST',
    '{"name":"Verysecretname","nome":1}',
  );
  await new Promise((resolve) => setImmediate(resolve));
  t.match(log, /"reqId":"\w+-\w+".*"path":"\/screen".*"status":200/, 'there is one');
  t.match(log, /"path":"\/screenings","status":403.*request refused/);
  t.notOk(log.includes(secret));
  t.notMatch(log, /Verysecretname/);
});
