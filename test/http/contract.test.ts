import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import t from 'tap';
import { errorCodes, RedflagError } from '../../src/domain/error.ts';
import { buildApp, openApiDocument, openApiText } from '../../src/http/index.ts';
import { operationsOf } from '../../src/http/openapi/cleaning.ts';
import { problemExample, screeningExample } from '../../src/http/openapi/examples.ts';
import { openService } from './service.ts';

t.test('the contract over HTTP', async (t) => {
  const { app, engine, ask, post, conformance } = await openService(t);

  await t.test('GET and POST /screen give the same answer to the same query', async (t) => {
    const byAddress = await ask({
      url: '/screen',
      query: {
        reference: 'PO-4711/3',
        name: 'Hikvison Digital Technolgy',
        country: 'CHN',
        lists: 'ndaa-889,sdn-proposed',
        asOf: '2019-10-01',
        threshold: '0.8',
        limit: '3',
      },
    });
    const byBody = await post('/screen', {
      reference: 'PO-4711/3',
      name: 'Hikvison Digital Technolgy',
      country: 'China',
      lists: ['ndaa-889', 'sdn-proposed'],
      asOf: '2019-10-01',
      threshold: 0.8,
      limit: 3,
    });
    t.equal(byAddress.statusCode, 200);
    const { id, ...answer } = byAddress.json();
    t.match(id, /^scr_[0-9a-f]{32}$/);
    t.same({ ...byBody.json(), id }, { id, ...answer });
    t.match(answer, { reference: 'PO-4711/3', outcome: 'match', asOf: '2019-10-01' });
    t.equal(answer.matches[0].party.id, 'hikvision');
    const lists = answer.matches[0].designations.map(
      ({ list }: { list: { id: string } }) => list.id,
    );
    t.same([...new Set(lists)].sort(), ['ndaa-889', 'sdn-proposed']);
  });

  await t.test('lists may be repeated and product fields are parameters', async (t) => {
    const lists = await ask('/screen?name=Hikvision&lists=ndaa-889&lists=sdn');
    t.same(
      lists.json().coverage.lists.map(({ id }: { id: string }) => id),
      ['ndaa-889', 'sdn'],
    );
    const product = await ask('/screen?product.brand=Hikvision&product.model=DS-2CD2042WD-I');
    t.equal(product.statusCode, 200);
    t.equal(product.json().matches[0]?.party.id, 'hikvision');
  });

  await t.test('an answer is byte for byte what JSON.stringify gives', async (t) => {
    const { body } = await ask('/screen?name=Hikvision');
    t.equal(body, JSON.stringify(JSON.parse(body)));
  });

  await t.test('HEAD answers as GET, without the body', async (t) => {
    const head = await ask({ method: 'HEAD', url: '/screen?name=Hikvision' });
    t.equal(head.statusCode, 200);
    t.equal(head.body, '');
  });

  await t.test('no answer is kept by a cache or taken for something else', async (t) => {
    for (const url of ['/screen?name=x', '/screen', '/nowhere', '/lists']) {
      const { headers } = await ask(url);
      t.match(headers, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }, url);
    }
  });

  await t.test('GET /compare scores two names', async (t) => {
    const compare = (a: string, b: string) => ask({ url: '/compare', query: { a, b } });
    t.match((await compare('Huawei Technologies', 'Huawei Technologies')).json(), {
      score: 1,
      strength: 'exact',
    });
    t.equal((await compare('Hikari Trading', 'Sidley Austin')).json().strength, 'none');
    t.equal((await ask('/compare?a=x')).json().errors[0].path, 'b');
  });

  await t.test('GET /coverage states all that answers stand on', async (t) => {
    const { catalogue, lists, notChecked, disclaimer } = (await ask('/coverage')).json();
    t.same(catalogue, engine.catalogue.version);
    t.equal(lists.length, engine.catalogue.lists.size);
    t.ok(notChecked.length > 0);
    t.match(disclaimer, /no legal advice/);
  });

  await t.test('GET /parties pages through every party, once, by id', async (t) => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { parties: { id: string }[]; next: string | null } = (
        await ask(`/parties?limit=50${next && `&cursor=${next}`}`)
      ).json();
      seen.push(...page.parties.map(({ id }) => id));
      next = page.next;
    }
    t.equal(seen.length, engine.catalogue.size);
    t.same(seen, [...new Set(seen)].sort());
  });

  await t.test('GET /parties keeps to a list, a status and a day', async (t) => {
    const statuses = async (url: string) => {
      const { parties } = (await ask(url)).json();
      t.ok(parties.length > 0, url);
      return parties.flatMap(({ designations }: { designations: Standing[] }) => designations);
    };
    type Standing = { list: string; status: string };
    const members = (await ask('/parties?list=ndaa-889&limit=500')).json().parties;
    t.same(
      members.map(({ id }: { id: string }) => id),
      engine.catalogue.members('ndaa-889'),
    );
    const removed = await statuses('/parties?status=removed');
    t.ok(removed.some(({ status }: Standing) => status === 'removed'));
    const before = await ask('/parties?list=ndaa-889&asOf=2018-01-01');
    t.same(before.json(), { parties: [], next: null });
    t.equal((await ask('/parties?list=nope')).json().errors[0].path, 'list');
  });

  await t.test(
    'GET /parties?q= ranks, and says where in the name the text was found',
    async (t) => {
      const first = async (q: string) =>
        (await ask({ url: '/parties', query: { q, limit: '1' } })).json().parties[0];
      const party = await first('hikvis');
      t.equal(party.id, 'hikvision');
      const [[from, to]] = party.matched.highlights;
      t.equal(party.matched.name.slice(from, to).toLowerCase(), 'hikvis');
      t.equal((await first('Hikvison Digital Technology')).id, 'hikvision', 'mistyped');
      t.equal((await first('海康威视')).id, 'hikvision', 'in its own script');
      const none = await ask('/parties?q=zzzzqqqq');
      t.same(none.json(), { parties: [], next: null });
    },
  );

  await t.test('GET /parties?q= pages by rank', async (t) => {
    const all = (await ask('/parties?q=technology&limit=500')).json().parties;
    const first = (await ask('/parties?q=technology&limit=2')).json();
    const second = (await ask(`/parties?q=technology&limit=2&cursor=${first.next}`)).json();
    t.same([...first.parties, ...second.parties], all.slice(0, 4));
  });

  await t.test(
    'GET /parties/{id} has every period, and the changes between two days',
    async (t) => {
      const party = (await ask('/parties/hikvision')).json();
      t.ok(party.designations.length > 3);
      t.equal(party.changes, null);
      const { changes } = (await ask('/parties/hikvision?from=2019-01-01&to=2019-12-31')).json();
      t.ok(changes.length > 0);
      t.ok(changes.every(({ date }: { date: string }) => date.startsWith('2019')));
      t.equal((await ask('/parties/hikvision?from=2020-01-01&to=2019-01-01')).statusCode, 400);
      const { asOf, designations } = (await ask('/parties/hikvision?asOf=2019-08-12')).json();
      t.equal(asOf, '2019-08-12');
      t.ok(
        designations.some(
          ({ standing }: { standing: { status: string } | null }) =>
            standing?.status === 'announced',
        ),
      );
      t.equal((await ask('/parties/no-such-party')).statusCode, 404);
    },
  );

  await t.test('GET /lists and /lists/{id}, whose members are paged', async (t) => {
    const { lists } = (await ask('/lists')).json();
    t.equal(lists.length, engine.catalogue.lists.size);
    const whole = (await ask('/lists/entity-list?limit=500')).json();
    const first = (await ask('/lists/entity-list?limit=3')).json();
    const second = (await ask(`/lists/entity-list?limit=3&cursor=${first.next}`)).json();
    t.same([...first.members, ...second.members], whole.members.slice(0, 6));
    t.equal(whole.next, null);
    t.equal((await ask('/lists/nope')).statusCode, 404);
  });

  await t.test('every list can be read whole', async (t) => {
    for (const id of engine.catalogue.lists.keys()) {
      t.equal((await ask(`/lists/${id}`)).statusCode, 200, id);
    }
  });

  await t.test('GET /sources and /sources/{id}', async (t) => {
    const { sources, next } = (await ask('/sources?limit=500')).json();
    t.same(
      sources.map(({ id }: { id: string }) => id),
      engine.catalogue.sourceIds().slice(0, 500),
    );
    t.equal(next === null, engine.catalogue.sourceIds().length <= 500);
    const { supports } = (await ask('/sources/pl-115-232')).json();
    t.ok(supports.parties.includes('hikvision') || supports.lists.includes('ndaa-889'));
    t.equal((await ask('/sources/nope')).statusCode, 404);
  });

  await t.test('GET /health/live and /health/ready', async (t) => {
    t.same((await ask('/health/live')).json(), { status: 'live' });
    t.match((await ask('/health/ready')).json(), {
      status: 'ready',
      catalogue: engine.catalogue.version,
      parties: engine.catalogue.size,
      build: { outcome: 'built', reason: null },
    });
  });

  await t.test('readiness says that the last good catalogue was kept, and why', async (t) => {
    const build = { path: '', outcome: 'kept', reason: 'seeds/x.yaml:3: no citation' } as const;
    const kept = await buildApp({ engine: () => ({ ...engine, build }) });
    const answer = await conformance.inject(kept, '/health/ready');
    t.match(answer.json(), { status: 'ready', build: { outcome: 'kept', reason: build.reason } });
    await kept.close();
  });

  await t.test('without a catalogue it is alive, not ready, and says 503', async (t) => {
    const empty = await buildApp({
      engine: () => {
        throw new RedflagError('unavailable', 'The catalogue is being built.');
      },
    });
    for (const url of ['/health/ready', '/screen?name=x', '/coverage']) {
      const answer = await conformance.inject(empty, url);
      t.equal(answer.statusCode, 503, url);
      t.equal(answer.headers['retry-after'], '5');
      t.equal(answer.json().code, 'unavailable');
    }
    t.equal((await conformance.inject(empty, '/health/live')).statusCode, 200);
    await empty.close();
  });

  await t.test('a fault of ours is a 500 that tells nothing of itself', async (t) => {
    const broken = await buildApp({
      engine: () => {
        throw new TypeError('secret at /etc/passwd');
      },
    });
    const answer = await conformance.inject(broken, '/screen?name=x&reference=r-1');
    t.equal(answer.statusCode, 500);
    t.match(answer.json(), { code: 'internal', reference: 'r-1' });
    t.notMatch(answer.body, /secret|stack|passwd/);
    await broken.close();
  });

  await t.test('a request keeps the engine that it began with', async (t) => {
    let taken = 0;
    const swapped = await buildApp({
      engine: () => {
        taken += 1;
        return engine;
      },
    });
    await swapped.inject({
      method: 'POST',
      url: '/screen/batch',
      payload: [{ name: 'a' }, { name: 'b' }],
    });
    t.equal(taken, 1);
    await swapped.close();
  });

  await t.test('the reference pages are served without a network', async (t) => {
    const page = await app.inject('/docs/');
    t.equal(page.statusCode, 200);
    t.match(page.headers['content-security-policy'], /default-src 'none'/);
    t.notMatch(page.headers['content-security-policy'], /unsafe|https:|upgrade/);
    const assets = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url);
    t.ok(assets.length >= 5);
    for (const url of assets) {
      t.notMatch(url, /^\w+:|^\/\//, `${url} is local`);
      const path = new URL(url, 'http://localhost/docs/').pathname;
      t.equal((await app.inject(path)).statusCode, 200, path);
    }
    t.match((await app.inject('/docs/static/none.css')).json(), { status: 404 });
    t.same((await app.inject('/openapi.json')).json(), await openApiDocument());
  });
});

t.test('the published document', async (t) => {
  const document = await openApiDocument();

  await t.test('is valid OpenAPI 3.1', async (t) => {
    t.match(await new Validator().validate(structuredClone(document)), { valid: true });
    t.match(document.openapi, /^3\.1/);
  });

  await t.test('is what openapi/openapi.json says', async (t) => {
    t.equal(readFileSync('openapi/openapi.json', 'utf8'), await openApiText(), 'npm run openapi');
  });

  await t.test('describes every operation, each with its own id', async (t) => {
    const operations = operationsOf(document);
    t.ok(operations.some(({ operationId }) => operationId === 'putList'));
    const ids = operations.map(({ operationId }) => operationId);
    t.equal(new Set(ids).size, operations.length);
    for (const { operationId, summary, parameters = [], responses } of operations) {
      t.ok(operationId && summary, `${operationId}`);
      t.ok(responses?.['200'] ?? responses?.['201'], `${operationId} 2XX`);
      for (const status of ['400', '5XX']) t.ok(responses?.[status], `${operationId} ${status}`);
      const byId = parameters.some((parameter) => 'in' in parameter && parameter.in === 'path');
      if (byId) t.ok(responses?.['404'], `${operationId}: an id may be longer than any`);
    }
  });

  await t.test('names only schemas that something refers to, none of them twice', async (t) => {
    const names = Object.keys(document.components?.schemas ?? {});
    const text = JSON.stringify(document);
    for (const name of names) t.ok(text.includes(`"#/components/schemas/${name}"`), name);
    t.notMatch(names.join(' '), /\bScreenQueryInput\b/);
    t.notMatch(text, /Default Response/);
  });

  await t.test('has examples that are as it says', async (t) => {
    const { check } = await (await import('./conformance.ts')).conformance();
    const as = (status: number, type: string, body: unknown) => ({
      ...{ status, headers: { 'content-type': type }, body: JSON.stringify(body) },
    });
    t.doesNotThrow(() => check('POST', '/screen', as(200, 'application/json', screeningExample)));
    const problem = as(400, 'application/problem+json', problemExample);
    t.doesNotThrow(() => check('GET', '/screen', problem));
    const wrong = as(200, 'application/json', { ...screeningExample, colour: 1 });
    t.throws(() => check('POST', '/screen', wrong), 'and the check can fail');
  });
});

t.test('docs/errors.md has a row for every code, and none besides', async (t) => {
  const rows = readFileSync('docs/errors.md', 'utf8').matchAll(
    /^\| `([a-z-]+)` \| (\d{3}) \|(.+)\|(.+)\|$/gm,
  );
  const documented = Object.fromEntries(
    [...rows].map(([, code = '', status]) => [code, Number(status)]),
  );
  const known = Object.fromEntries(
    Object.entries(errorCodes).map(([code, { status }]) => [code, Number(status)]),
  );
  t.same(documented, known);
});
