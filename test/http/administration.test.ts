import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request as requestPlain } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import t, { type Test } from 'tap';
import { buildApp } from '../../src/http/app.ts';
import { changeSource, listAdministration, listsStatus } from '../../src/lists/index.ts';
import { type OpenScreener, openScreener, reloadScreener } from '../../src/screening/index.ts';
import { keptVersions } from '../../src/store/index.ts';
import { createKey, openRecords, RecordWriter } from '../../src/store/records/index.ts';
import { listServer } from '../lists/list-server.ts';
import { conformance } from './conformance.ts';

const SEEDS = 'test/fixtures/seeds-small';
const FIXTURES = 'test/fixtures/official';
const CSL = readFileSync(join(FIXTURES, 'consolidated.csv'));
const LISTS = '/administration/lists';
const DAY = 'date=2022-05-31';
const conforms = await conformance();

interface Service {
  readonly data: string;
  readonly engine: () => OpenScreener;
  readonly get: (url: string) => Promise<Answer>;
  readonly put: (url: string, body: string | Uint8Array) => Promise<Answer>;
  readonly post: (url: string, body: unknown) => Promise<Answer>;
  readonly app: Awaited<ReturnType<typeof buildApp>>;
}

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are held against the published document
  readonly body: any;
}

/** A service over a data folder of its own, which takes each new catalogue into use as `redflag serve` does. */
async function serve(t: Test, more: { uploadLimit?: number; keys?: boolean } = {}) {
  const data = join(mkdtempSync(join(tmpdir(), 'redflag-')), 'data');
  let day = '2026-11-22';
  const now = () => new Date(`${day}T09:00:00Z`);
  const settings = { data, seeds: SEEDS, now };
  const engines = [openScreener(settings)];
  const engine = () => engines.at(-1) as OpenScreener;
  const reload = async () => {
    engines.push(await reloadScreener({ ...settings, affiliatesRule: 'by-terms' }));
  };
  const { uploadLimit, keys = false } = more;
  const lists = listAdministration({
    ...{ ...settings, staleAfter: 7, reload },
    ...(uploadLimit !== undefined && { uploadLimit }),
  });
  const records = keys ? openRecords({ data, mode: 'none' }) : null;
  const app = await buildApp({
    ...{ engine, now, lists, changes: changeSource(data) },
    access: records && { keys: records.keys, required: true },
  });
  t.teardown(async () => {
    await app.close();
    await records?.close();
    for (const one of engines) one.close();
    rmSync(join(data, '..'), { recursive: true, force: true });
  });
  const inject = async (
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    payload?: Uint8Array,
    type?: string,
  ) => {
    const answer = await conforms.inject(app, {
      ...{ method, url },
      ...(payload && { payload: Buffer.from(payload) }),
      ...(type && { headers: { 'content-type': type } }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  return {
    ...{ app, data, engine },
    setDay: (to: string) => {
      day = to;
    },
    get: (url: string) => inject('GET', url),
    del: (url: string) => inject('DELETE', url),
    put: (url: string, body: string | Uint8Array) => inject('PUT', url, Buffer.from(body)),
    post: (url: string, body: unknown) =>
      inject('POST', url, Buffer.from(JSON.stringify(body)), 'application/json'),
  } satisfies Service & Record<string, unknown>;
}

t.test('what changed between versions, by pages, and what is no version', async (t) => {
  const service = await serve(t);
  const { get } = service;
  const [first] = keptVersions(service.data);
  service.setDay('2026-11-23');
  const put = await service.put(
    `${LISTS}/un?format=un-xml`,
    readFileSync(join(FIXTURES, 'un.xml')),
  );
  t.match(put, { status: 200, body: { feed: 'un', outcome: 'imported', undecided: [] } });
  const whole = await get(`/changes?since=${first?.version}`);
  t.equal(whole.status, 200);
  t.match(whole.body, {
    before: { version: first?.version },
    after: { version: service.engine().catalogue.version.version },
    changes: [
      {
        party: { id: 'un-ive-001' },
        change: 'added',
        designations: { added: [{ list: 'un-sc' }] },
      },
      { party: { id: 'un-ivi-001', name: 'FENN DRUSK' }, change: 'added' },
    ],
    next: null,
  });
  const { inUse, versions } = (await get('/changes/versions')).body;
  t.equal(inUse, whole.body.after.version);
  t.match(
    versions,
    [
      { version: inUse, builtAt: whole.body.after.builtAt },
      { version: first?.version, builtAt: whole.body.before.builtAt },
    ],
    'the newest first',
  );
  const page = await get('/changes?since=2026-11-22&limit=1');
  t.equal(page.body.changes.length, 1);
  const rest = await get(`/changes?since=2026-11-22&limit=1&cursor=${page.body.next}`);
  t.same([...page.body.changes, ...rest.body.changes], whole.body.changes);
  t.equal(rest.body.next, null);
  const back = await get(`/changes?since=2026-11-23&until=${first?.version}`);
  t.match(back.body.changes, [{ change: 'removed' }, { change: 'removed' }]);
  t.same((await get('/changes?since=2026-11-22&until=2026-11-22')).body.changes, []);
  t.match(await get('/changes?since=ffffffff'), { status: 404, body: { code: 'not-found' } });

  const table: [string, string, RegExp][] = [
    ['/changes?since=zzz', 'since', /must be a catalogue version .* or a day, YYYY-MM-DD/],
    ['/changes?since=', 'since', /must be a catalogue version/],
    ['/changes', 'since', /^is needed$/],
    ['/changes?since=2026-11-22&limit=0', 'limit', /must be at least 1/],
    ['/changes?since=2026-11-22&limit=x', 'limit', /must be a number/],
    ['/changes?since=2026-11-22&cursor=%00', 'cursor', /is not a cursor/],
    ['/compare?a=x', 'b', /^is needed$/],
    ['/compare?a=&b=x', 'a', /must not be empty/],
    ['/compare?a=x&b=y&kind=z', 'kind', /must be one of company, institution/],
  ];
  for (const [url, path, message] of table) {
    const { status, body } = await get(url);
    t.equal(status, 400, url);
    t.match(body.errors, [{ path, message }], url);
    t.notMatch(body.detail, /Invalid|Too (small|big)|expected|undefined/, `${url}: no jargon`);
  }
});

t.test('an administrator sends a list file: checked as the command checks it', async (t) => {
  const service = await serve(t, { uploadLimit: 100_000 });
  const { put, get, data } = service;
  const csl = `${LISTS}/csl?format=csl-csv&file=csl.csv`;
  t.match(await put(`${csl}&${DAY}`, CSL), {
    status: 200,
    body: {
      ...{ feed: 'csl', outcome: 'imported', error: null },
      version: {
        records: 8,
        lost: 0,
        problems: 2,
        date: '2022-05-31',
        files: [{ name: 'csl.csv' }],
      },
    },
  });
  const before = service.engine().catalogue.version.version;
  t.ok(service.engine().catalogue.party('ofac-9000001'), 'it is answered from at once');
  t.match((await put(`${csl}&${DAY}`, CSL)).body, { outcome: 'unchanged' });
  t.match((await put(`${csl}&${DAY}`, gzipSync(CSL))).body, { outcome: 'imported' }, 'gzip');

  const html = '<html><head><title>Service unavailable</title></head></html>';
  const text = CSL.toString();
  const table: [string, string, string | Uint8Array, number, string, RegExp][] = [
    ['an HTML page', csl, html, 422, 'invalid-list', /csl.csv: is an HTML page \("Service/],
    ['nothing', csl, '', 422, 'invalid-list', /csl.csv: is empty/],
    ['a cut gzip', csl, gzipSync(CSL).subarray(0, -20), 422, 'invalid-list', /truncated/],
    [
      '30 % of the rows',
      csl,
      text.split('\n').slice(0, 3).join('\n'),
      422,
      'invalid-list',
      /25 % of the last/,
    ],
    ['too much', csl, Buffer.alloc(100_001, 'x'), 413, 'too-large', /larger than 100000 bytes/],
    [
      'an archive of nothing',
      csl,
      'PK\u0003\u0004',
      422,
      'invalid-list',
      /no sound zip|not a sound zip/,
    ],
    [
      'another layout',
      `${LISTS}/csl?format=un-xml`,
      html,
      422,
      'invalid-list',
      /kept in the layout csl-csv/,
    ],
    [
      'no such layout',
      `${LISTS}/csl?format=pdf`,
      CSL,
      400,
      'invalid-request',
      /format: must be one of csl-csv/,
    ],
    ['no layout', `${LISTS}/csl`, CSL, 400, 'invalid-request', /format: is needed/],
    [
      'no name of a list',
      `${LISTS}/C%20S?format=csl-csv`,
      CSL,
      400,
      'invalid-request',
      /feed: must be lower-case/,
    ],
    [
      'a path',
      `${csl.replace('csl.csv', '..%2Fx')}`,
      CSL,
      400,
      'invalid-request',
      /file: must be a plain file name/,
    ],
    ['no day', csl.replace('csl.csv', 'x'), CSL, 422, 'invalid-list', /does not say of which day/],
    [
      'no waiver',
      `${csl}&accept=all`,
      CSL,
      400,
      'invalid-request',
      /accept.0: must be one of fewer/,
    ],
  ];
  for (const [what, url, body, status, code, detail] of table) {
    const dated = what === 'no day' || url.includes('date=') ? url : `${url}&date=2022-06-30`;
    t.match(
      await put(dated.replace('csl&', 'csl?'), body),
      { status, body: { code, detail } },
      what,
    );
  }
  t.equal(service.engine().catalogue.version.version === before, false);
  t.match((await get(LISTS)).body.files, [{ feed: 'csl', version: { records: 8 }, error: /day/ }]);
  t.same(readdirSync(join(data, 'uploads')), [], 'no upload is left lying about');
  t.match(
    (
      await put(
        `${csl}&date=2022-06-30&accept=fewer&accept=older`,
        text.split('\n').slice(0, 3).join('\n'),
      )
    ).body,
    { outcome: 'imported', version: { records: 2 } },
    'a rule may be waived',
  );

  const mapping = encodeURIComponent(readFileSync(join(FIXTURES, 'watchlist.yaml'), 'utf8'));
  const own = `${LISTS}/own-suppliers?format=watchlist-csv&mapping=${mapping}`;
  t.match(await put(own, readFileSync(join(FIXTURES, 'watchlist.csv'))), {
    status: 200,
    body: { feed: 'own-suppliers', outcome: 'imported' },
  });
});

t.test('rows at fault, a rebuild, and taking a list out again', async (t) => {
  const service = await serve(t);
  const { put, get, post, del } = service;
  const broken = CSL.toString().split('\n').with(2, '/,1').join('\n');
  await put(`${LISTS}/csl?format=csl-csv&${DAY}&accept=losses`, broken);
  const { body } = await get(`${LISTS}/csl/problems?limit=1`);
  t.match(body, {
    problems: [{ file: 'list', line: 3, record: '/', message: /has 2 of 29/, lost: true }],
    total: 3,
  });
  const rest = await get(`${LISTS}/csl/problems?cursor=${body.next}`);
  t.equal(rest.body.problems.length, 2);
  t.equal(rest.body.next, null);
  const { version } = service.engine().catalogue.version;
  const rebuilt = await post(`${LISTS}/rebuild`, {});
  t.match(rebuilt, { status: 200, body: { files: [{ feed: 'csl', outcome: 'imported' }] } });
  t.equal(service.engine().catalogue.version.version, version, 'the same content');
  t.match(await post(`${LISTS}/rebuild`, { x: 1 }), { status: 400 });
  t.match(await del(`${LISTS}/csl`), { status: 200, body: { feed: 'csl' } });
  t.equal(service.engine().catalogue.party('ofac-9000001'), undefined);
  t.match(await del(`${LISTS}/csl`), { status: 404 });
  t.match(await get(`${LISTS}/csl/problems`), { status: 404, body: { detail: /there are none/ } });
});

t.test('from an address, and refreshed from there', async (t) => {
  const service = await serve(t);
  const { post, get } = service;
  const server = await listServer(t, (_request, response) => response.end(CSL));
  const url = `${LISTS}/import`;
  const wanted = { format: 'csl-csv', feed: 'csl', date: '2022-05-31' };
  t.match(await post(url, { ...wanted, from: [`${server.origin}/csl.csv`] }), {
    status: 422,
    body: { code: 'invalid-list', detail: /is a private address: not fetched/ },
  });
  t.same(server.asked, [], 'nobody was asked');
  for (const from of [['/etc/hosts'], ['file:///etc/hosts'], ['ftp://x/y'], []]) {
    t.match(await post(url, { ...wanted, from }), {
      status: 400,
      body: { errors: [{ path: /from/ }] },
    });
  }
  t.match(await post(`${LISTS}/refresh`, { feeds: ['nonsense'] }), {
    status: 404,
    body: { detail: /no address is known for "nonsense"/ },
  });
  t.match(await post(`${LISTS}/refresh`, { feeds: [''] }), { status: 400 });
  t.match(await get(LISTS), {
    body: { files: [{ feed: 'csl', version: null, error: /private/ }] },
  });
});

t.test('only a key of an administrator looks after lists', async (t) => {
  const service = await serve(t, { keys: true });
  const writer = new RecordWriter(join(service.data, 'records.db'));
  t.teardown(() => writer.close());
  const now = new Date('2026-11-22T09:00:00Z');
  const key = (scope: 'screen' | 'read' | 'admin') =>
    createKey(writer, { name: scope, scopes: [scope], caller: 'test', now }).text;
  const ask = async (method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, text?: string) => {
    const headers = { ...(text && { authorization: `Bearer ${text}` }) };
    const answer = await service.app.inject({
      method,
      url,
      headers,
      ...(method === 'PUT' && { payload: CSL }),
    });
    return answer.statusCode;
  };
  const operations = [
    ['GET', LISTS],
    ['GET', `${LISTS}/csl/problems`],
    ['PUT', `${LISTS}/csl?format=csl-csv&${DAY}`],
    ['POST', `${LISTS}/import`],
    ['POST', `${LISTS}/refresh`],
    ['POST', `${LISTS}/rebuild`],
    ['DELETE', `${LISTS}/csl`],
  ] as const;
  for (const [method, url] of operations) {
    t.equal(await ask(method, url), 401, `${method} ${url} without a key`);
    t.equal(await ask(method, url, key('read')), 403, 'of another scope');
  }
  t.same(listsStatus(service.data, now), [], 'nothing was tried');
  t.equal(await ask('PUT', `${LISTS}/csl?format=csl-csv&${DAY}`, key('admin')), 200);
});

t.test(
  'over a connection: a refusal is heard by who still sends, and others are answered',
  async (t) => {
    const service = await serve(t, { uploadLimit: 200_000 });
    await service.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = service.app.server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    let failed = 0;
    let asked = 0;
    let over = false;
    const client = async () => {
      while (!over) {
        const answer = await fetch(`${url}/screen?name=Zorvanta`).catch(() => null);
        if (answer?.status !== 200) failed++;
        await answer?.body?.cancel();
        asked++;
      }
    };
    const clients = Array.from({ length: 8 }, client);
    const upload = (body: Uint8Array, query = DAY) =>
      new Promise<number>((resolve, reject) => {
        const sent = requestPlain(`${url}${LISTS}/csl?format=csl-csv&${query}`, { method: 'PUT' });
        sent.on('response', (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        });
        sent.on('error', reject);
        for (let at = 0; at < body.length; at += 1000) sent.write(body.subarray(at, at + 1000));
        sent.end();
      });
    t.equal(await upload(Buffer.alloc(5_000_000, 'x')), 413);
    t.equal(await upload(gzipSync(CSL).subarray(0, 200)), 422);
    t.equal(await upload(CSL), 200);
    t.ok(service.engine().catalogue.party('ofac-9000001'));
    over = true;
    await Promise.all(clients);
    t.equal(failed, 0, `none of ${asked} requests meanwhile failed`);

    // A sender that goes away in the middle leaves nothing.
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `PUT ${LISTS}/csl?format=csl-csv&${DAY} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9000\r\n\r\nhalf`,
    );
    const uploads = join(service.data, 'uploads');
    while (!existsSync(uploads) || readdirSync(uploads).length === 0) await pause();
    socket.destroy();
    for (let turn = 0; turn < 100 && readdirSync(uploads).length > 0; turn++) await pause();
    t.same(readdirSync(uploads), [], 'nothing of it is left');
    t.equal(
      listsStatus(service.data, new Date('2026-11-22'))[0]?.error,
      null,
      'it counts for nothing',
    );
  },
);

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

t.test('the records of a party as the list files print them', async (t) => {
  const service = await serve(t);
  await service.put(`${LISTS}/csl?format=csl-csv&${DAY}`, CSL);
  const { body } = await service.get('/parties/ofac-9000001/records');
  t.match(body, {
    party: { id: 'ofac-9000001' },
    records: [
      { list: 'sdn', source: 'csl-2022-05-31', fields: { alt_names: 'ZORVANTA; ZOPTICS' } },
      { list: 'ns-cmic', record: '9000001', fields: { type: 'Entity' } },
    ],
    next: null,
  });
  const [curated] = service.engine().catalogue.members('test-blocked');
  t.same((await service.get(`/parties/${curated}/records`)).body.records, []);
  t.match(await service.get('/parties/nobody/records'), {
    status: 404,
    body: { code: 'not-found' },
  });
});
