import { once } from 'node:events';
import { request as open } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import t, { type Test } from 'tap';
import { LineSplitter } from '../../src/http/batch/ndjson.ts';
import { startServer } from '../../src/http/index.ts';
import { QUERY_BODY_LIMIT } from '../../src/http/limits.ts';
import { JSON_TYPE, NDJSON_TYPE, openService } from './service.ts';

t.test('LineSplitter', async (t) => {
  const split = (chunks: Buffer[], limit = 1000) => {
    const splitter = new LineSplitter(limit);
    return [...chunks.flatMap((chunk) => [...splitter.push(chunk)]), ...splitter.end()];
  };

  await t.test('gives the same lines however the bytes are cut', async (t) => {
    const property = fc.property(
      fc.array(
        fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', '')),
        { maxLength: 8 },
      ),
      fc.array(fc.nat({ max: 100 }), { maxLength: 8 }),
      (lines, cuts) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const ends = [...cuts.filter((cut) => cut < bytes.length), bytes.length].sort(
          (a, b) => a - b,
        );
        const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
        const found = split(chunks).map(({ bytes }) => bytes?.toString());
        return JSON.stringify(found) === JSON.stringify(lines);
      },
    );
    t.doesNotThrow(() => fc.assert(property));
  });

  await t.test('counts lines from 1, and takes a last one without a newline', async (t) => {
    const lines = split([Buffer.from('a\n\nb')]);
    t.same(
      lines.map(({ number, bytes }) => [number, bytes?.toString()]),
      [
        [1, 'a'],
        [2, ''],
        [3, 'b'],
      ],
    );
  });

  await t.test('keeps nothing of a line that is too long, and goes on after it', async (t) => {
    const chunks = ['aaaa', 'aaaa', 'aa\nok\n', 'bbbbbb'].map((text) => Buffer.from(text));
    t.same(
      split(chunks, 5).map(({ bytes }) => bytes?.toString() ?? null),
      [null, 'ok', null],
    );
  });
});

const { ask, post, engine } = await openService(t);

t.test('POST /screen/batch', async (t) => {
  const stream = (payload: string | Buffer) =>
    ask({ method: 'POST', url: '/screen/batch', payload, headers: NDJSON_TYPE });
  const items = [
    { reference: 'a', name: 'Hikvison Digital Technolgy', limit: 1 },
    { reference: 'b', name: '' },
    5,
    { reference: 'd', name: 'UBS AG', lists: ['nope'] },
    { reference: 'e', name: 'Sidley Austin' },
  ];
  const check = (t: Test, answers: Answer[], lines: (number | undefined)[]) => {
    t.match(answers[0], { reference: 'a', outcome: 'match' });
    t.match(answers[1], {
      status: 400,
      index: 1,
      line: lines[1],
      reference: 'b',
      errors: [{ path: 'name' }],
    });
    t.match(answers[2], { status: 400, index: 2, line: lines[2], instance: '/screen/batch#/2' });
    t.match(answers[3], { status: 400, index: 3, line: lines[3], errors: [{ path: 'lists.0' }] });
    t.match(answers[4], { reference: 'e', outcome: 'no-match' });
    const { version, sha256 } = engine.catalogue.version;
    t.same(answers[0]?.coverage, { catalogue: { version, sha256 } });
    t.notOk('disclaimer' in (answers[0] ?? {}));
  };

  await t.test('answers an array in order, a bad item in its place', async (t) => {
    const answer = await post('/screen/batch', items);
    t.equal(answer.statusCode, 200);
    t.equal(answer.json().length, items.length);
    check(t, answer.json(), []);
  });

  await t.test('answers lines in order, a bad line in its place', async (t) => {
    const answer = await stream(items.map((item) => JSON.stringify(item)).join('\n'));
    t.equal(answer.statusCode, 200);
    check(t, parseLines(answer.body), [1, 2, 3, 4, 5]);
  });

  await t.test('is otherwise the answer of POST /screen', async (t) => {
    const {
      coverage: _,
      disclaimer: __,
      id: ___,
      ...single
    } = (await post('/screen', items[0])).json();
    const [{ coverage: ____, id: _____, ...batched }] = (
      await post('/screen/batch', [items[0]])
    ).json();
    t.same(batched, single);
  });

  await t.test('leaves blank lines out, and the byte order mark', async (t) => {
    const answers = parseLines((await stream('\ufeff{"name":"a"}\r\n \r\n\n{"name":""}\n')).body);
    t.equal(answers.length, 2);
    t.match(answers[1], { index: 1, line: 4 });
  });

  await t.test('tells a line that is broken, not UTF-8 or too long, and goes on', async (t) => {
    const lines = Buffer.concat([
      Buffer.from('{"name":\n'),
      Buffer.from('{"name":"Österreich"}\n', 'latin1'),
      Buffer.from(`{"name":"${'x'.repeat(QUERY_BODY_LIMIT)}"}\n`),
      Buffer.from('{"name":"x"}\n'),
    ]);
    const answers = parseLines((await stream(lines)).body);
    t.match(answers[0], { status: 400, detail: /not valid JSON/, index: 0 });
    t.match(answers[1], { status: 400, detail: /not UTF-8/, index: 1 });
    t.match(answers[2], { status: 413, code: 'too-large', index: 2 });
    t.match(answers[3], { outcome: 'no-match' });
  });

  await t.test('answers nothing with nothing', async (t) => {
    t.same((await post('/screen/batch', [])).json(), []);
    t.equal((await stream('')).body, '');
    t.equal((await stream('\n\n')).body, '');
  });

  await t.test('takes 10,000 items in an array', async (t) => {
    const answer = await ask({
      ...{ method: 'POST', url: '/screen/batch', headers: JSON_TYPE },
      payload: JSON.stringify(Array(10_000).fill({ name: 'Acme' })),
    });
    t.equal(answer.statusCode, 200);
    t.equal(answer.json().length, 10_000);
  });
});

t.test('a batch on the socket', async (t) => {
  const server = await startServer({ engine: () => engine, port: 0, logLevel: 'silent' });
  t.teardown(() => server.close());
  const url = `${server.address}/screen/batch`;
  const line = (index: number) =>
    `${JSON.stringify({ reference: `${index}`, name: `Acme ${index}` })}\n`;

  await t.test(
    '50,000 lines stream through in bounded memory, beside other requests',
    async (t) => {
      const before = process.memoryUsage().rss;
      let most = before;
      const call = open(url, { method: 'POST', headers: NDJSON_TYPE });
      const answered = once(call, 'response');
      const sending = (async () => {
        for (let index = 0; index < 50_000; index += 1) {
          if (!call.write(line(index))) await once(call, 'drain');
        }
        call.end();
      })();
      const [response] = await answered;
      t.equal(response.statusCode, 200);
      const live = await fetch(`${server.address}/health/live`);
      t.equal(live.status, 200, 'another request is answered meanwhile');
      let count = 0;
      let bytes = 0;
      let tail = '';
      for await (const chunk of response.setEncoding('utf8')) {
        bytes += chunk.length;
        const lines = (tail + chunk).split('\n');
        tail = lines.pop() ?? '';
        for (const text of lines) {
          if (count % 5_000 === 0) t.equal(JSON.parse(text).reference, `${count}`, 'in order');
          count += 1;
        }
        most = Math.max(most, process.memoryUsage().rss);
      }
      await sending;
      t.equal(count, 50_000);
      const grown = (most - before) / 1024 / 1024;
      t.ok(grown < 150, `memory grew by ${grown.toFixed(0)} MB for ${bytes} bytes`);
    },
  );

  await t.test('a client may send a line and wait for its answer', async (t) => {
    const call = open(url, { method: 'POST', headers: NDJSON_TYPE });
    call.write(line(0));
    const [response] = await once(call, 'response');
    const [first] = await once(response.setEncoding('utf8'), 'data');
    t.match(JSON.parse(first), { reference: '0' });
    call.write(line(1));
    const [second] = await once(response, 'data');
    t.match(JSON.parse(second), { reference: '1' });
    call.end();
    response.resume();
    await once(response, 'end');
  });

  await t.test('a client that sends all before it reads gets its answers', async (t) => {
    const body = Array.from({ length: 20_000 }, (_, index) => line(index)).join('');
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    socket.write(
      'POST /screen/batch HTTP/1.1\r\nHost: x\r\nConnection: close\r\n' +
        `Content-Type: application/x-ndjson\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
    );
    await new Promise<void>((resolve) => socket.write(body, () => resolve()));
    let received = '';
    for await (const chunk of socket.setEncoding('utf8')) received += chunk;
    t.equal(received.split('"screenedAt"').length - 1, 20_000);
  });

  await t.test(
    'a client that goes away midway, or reads slowly, does not hurt the others',
    async (t) => {
      for (let round = 0; round < 5; round += 1) {
        const call = open(url, { method: 'POST', headers: NDJSON_TYPE }).on('error', () => {});
        for (let index = 0; index < 5_000; index += 1) call.write(line(index));
        const [response] = await once(call, 'response');
        response.on('error', () => {});
        await once(response, 'data');
        call.destroy();
      }
      const slow = open(url, { method: 'POST', headers: NDJSON_TYPE });
      for (let index = 0; index < 5_000; index += 1) slow.write(line(index));
      slow.end();
      const [response] = await once(slow, 'response');
      await wait(100);
      t.equal((await fetch(`${server.address}/screen?name=x`)).status, 200);
      let received = '';
      for await (const chunk of response.setEncoding('utf8')) received += chunk;
      t.equal(parseLines(received).length, 5_000);
    },
  );

  await t.test('closing answers what was begun', async (t) => {
    const other = await startServer({ engine: () => engine, port: 0, logLevel: 'silent' });
    const call = open(`${other.address}/screen/batch`, { method: 'POST', headers: NDJSON_TYPE });
    call.write(line(0));
    const [response] = await once(call, 'response');
    let received = '';
    response.setEncoding('utf8').on('data', (chunk: string) => {
      received += chunk;
    });
    const closed = other.close();
    call.end(line(1));
    await once(response, 'end');
    await closed;
    t.equal(parseLines(received).length, 2);
    await t.rejects(fetch(`${other.address}/health/live`), 'and takes no more');
  });
});

type Answer = Readonly<Record<string, unknown>>;

function parseLines(body: string): Answer[] {
  return body
    .split('\n')
    .slice(0, -1)
    .map((text) => JSON.parse(text));
}
