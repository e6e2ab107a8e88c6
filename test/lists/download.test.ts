import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { isPrivateAddress } from '../../src/lists/address-check.ts';
import { download } from '../../src/lists/download.ts';
import { listServer } from './list-server.ts';

t.test('addresses that lead inside are told', async (t) => {
  for (const inside of [
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
    ...['0.0.0.0', '100.64.0.1', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1'],
    ...['224.0.0.1', '255.255.255.255'],
  ]) {
    t.ok(isPrivateAddress(inside), inside);
  }
  for (const outside of [
    '8.8.8.8',
    '172.32.0.1',
    '192.169.0.1',
    '2606:4700::1',
    '::ffff:8.8.8.8',
  ]) {
    t.notOk(isPrivateAddress(outside), outside);
  }
});

t.test('a file is fetched, conditionally the next time', async (t) => {
  const server = await listServer(t, (request, response) => {
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
    else {
      response.setHeader('etag', '"v1"');
      response.setHeader('last-modified', 'Fri, 03 May 2024 10:00:00 GMT');
      response.end('the list');
    }
  });
  const path = join(t.testdir({}), 'list.csv');
  const fetched = await download(`${server.origin}/list.csv`, path, null, { allowPrivate: true });
  t.match(fetched, {
    status: 'fetched',
    bytes: 8,
    etag: '"v1"',
    lastModified: 'Fri, 03 May 2024 10:00:00 GMT',
  });
  t.equal(readFileSync(path, 'utf8'), 'the list');
  const again = await download(
    `${server.origin}/list.csv`,
    path,
    { etag: '"v1"', lastModified: null },
    { allowPrivate: true },
  );
  t.same(again, { status: 'unchanged' });
});

t.test('a redirect to a signed address is followed, as OFAC and the UN answer', async (t) => {
  const headers: Record<string, string | undefined>[] = [];
  const store = await listServer(t, (request, response) => {
    const { 'user-agent': agent, 'if-none-match': etag } = request.headers;
    headers.push({ agent, etag });
    if (etag === '"v1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"v1"' }).end('the list');
  });
  const server = await listServer(t, (_request, response) =>
    response.writeHead(302, { location: `${store.origin}/signed?until=10` }).end(),
  );
  const path = join(t.testdir({}), 'list.csv');
  const fetch = (etag: string | null) =>
    download(`${server.origin}/SDN.CSV`, path, etag ? { etag, lastModified: null } : null, {
      allowPrivate: true,
    });
  t.match(await fetch(null), { status: 'fetched', etag: '"v1"' });
  t.same(await fetch('"v1"'), { status: 'unchanged' });
  for (const { agent = '' } of headers) {
    t.match(
      agent,
      /^Mozilla\/\d.*redflag/,
      'says what it is, in the form that OFAC’s server wants',
    );
    t.ok(agent.length >= 40, 'and at the length');
  }
});

t.test(
  'a fault that may pass is waited for, with longer waits or as the server says',
  async (t) => {
    let left = 3;
    const server = await listServer(t, (request, response) => {
      if (left-- > 0) {
        if (left === 0) response.setHeader('retry-after', '7');
        if (request.url === '/broken' && left === 1) request.socket.destroy();
        else response.writeHead(left === 2 ? 503 : 429).end('later');
      } else response.end('the list');
    });
    const path = join(t.testdir({}), 'list.csv');
    const waits: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    const fetched = await download(`${server.origin}/broken`, path, null, {
      ...{ allowPrivate: true, sleep },
    });
    t.equal(fetched.status, 'fetched');
    t.same(waits, [1000, 2000, 7000]);
    left = 9;
    await t.rejects(download(`${server.origin}/x`, path, null, { allowPrivate: true, sleep }), {
      message: /cannot be fetched: the server answers 429: try again later/,
    });
  },
);

t.test('what must not be fetched is refused with a clear message', async (t) => {
  const server = await listServer(t, (request, response) => {
    if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (request.url === '/nowhere') response.writeHead(302).end();
    else if (request.url === '/file') {
      response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    } else if (request.url === '/gone') response.writeHead(404).end();
    else if (request.url === '/forbidden') response.writeHead(403).end();
    else if (request.url === '/teapot') response.writeHead(418).end();
    else if (request.url === '/chunks') {
      response.write('x'.repeat(600));
      response.end('x'.repeat(600));
    } else response.end('x'.repeat(2000));
  });
  const path = join(t.testdir({}), 'list.csv');
  const options = { allowPrivate: true, maxBytes: 1000, sleep: async () => {} };
  const cases: readonly (readonly [string, RegExp])[] = [
    ['/loop', /redirects more than 5 times/],
    ['/nowhere', /redirects to nowhere/],
    ['/file', /is no http or https address/],
    ['/forbidden', /answers 403: it may turn programs away; fetch it with a browser and import/],
    ['/teapot', /answers 418: it may turn programs away/],
    ['/large', /larger than 1000 bytes/],
    ['/chunks', /larger than 1000 bytes/],
  ];
  for (const [where, message] of cases) {
    const fetched = download(`${server.origin}${where}`, path, null, options);
    await t.rejects(fetched, { code: 'invalid-list', message }, where);
  }
  t.same(await download(`${server.origin}/gone`, path, null, options), { status: 'missing' });
  const guarded = { sleep: async () => {} };
  await t.rejects(download(`${server.origin}/x`, path, null, guarded), {
    message: /private address/,
  });
  const named = server.origin.replace('127.0.0.1', 'localhost');
  await t.rejects(download(`${named}/x`, path, null, guarded), { message: /private address/ });
  t.equal(server.asked.filter((one) => one === '/x').length, 0, 'nothing was asked there');
});
