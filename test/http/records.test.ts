import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { buildApp } from '../../src/http/index.ts';
import { openScreener, Recorder, type Screening } from '../../src/screening/index.ts';
import { openVersion } from '../../src/store/index.ts';
import { openRecords, type RecordMode, verifyChain } from '../../src/store/records/index.ts';
import { conformance } from './conformance.ts';
import { JSON_TYPE, NDJSON_TYPE } from './service.ts';

const conforms = await conformance();

/** A service that records, over the invented seeds. */
async function open(t: Test, { mode = 'full' as RecordMode, data = t.testdir({}) } = {}) {
  const seeds = join(data, 'seeds');
  if (!existsSync(seeds)) cpSync('test/fixtures/seeds-small', seeds, { recursive: true });
  let time = Date.parse('2026-11-22T09:00:00.000Z');
  // A second passes with every look at the clock; a test may set it back.
  const now = () => {
    time += 1000;
    return new Date(time);
  };
  let engine = openScreener({ data, seeds, now });
  const records = openRecords({ data, mode });
  const recorder = new Recorder({ records, affiliatesRule: 'by-terms', now });
  const app = await buildApp({
    ...{ engine: () => engine, recorder, now },
    versions: (version) => openVersion(data, version),
  });
  t.teardown(async () => {
    await app.close();
    await records.close();
    engine.close();
  });
  const ask = (url: string) => conforms.inject(app, url);
  const post = (url: string, body: unknown) =>
    conforms.inject(app, {
      method: 'POST',
      url,
      payload: JSON.stringify(body),
      headers: JSON_TYPE,
    });
  return {
    ...{ app, ask, post, records, data, seeds },
    screen: async (query: object): Promise<Screening> => (await post('/screen', query)).json(),
    setClock: (to: string) => {
      time = Date.parse(to);
    },
    /** Changes a seed file and answers from the catalogue that comes of it. */
    change: (file: string, from: string, to: string) => {
      const path = join(seeds, file);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
      engine = openScreener({ data, seeds, now });
    },
  };
}

t.test('a screening is recorded as it was asked and answered', async (t) => {
  const { ask, screen, post, app, records } = await open(t);
  const query = { name: 'Zorvanta Optic', country: 'CN', reference: 'PO-1', asOf: '2021-05-01' };
  const answer = await screen(query);
  t.equal(answer.outcome, 'match');
  const recorded = (await ask(`/screenings/${answer.id}`)).json();
  t.same(recorded.answer, answer, 'whole');
  t.match(recorded, {
    ...{ id: answer.id, reference: 'PO-1', outcome: 'match', asOf: '2021-05-01' },
    ...{ screenedAt: answer.screenedAt, caller: 'anonymous', through: 'single', mode: 'full' },
    query,
    parties: answer.matches.map(({ party }) => party.id),
    catalogue: { version: answer.coverage.catalogue.version },
    dispositions: [],
    chain: { sequence: 1 },
  });

  await t.test('by parameters, in an array, in lines: every answer given', async (t) => {
    const byParameters = (await ask('/screen?name=Quellmar&lists=test-blocked')).json();
    const batch = (
      await post('/screen/batch', [{ name: 'Drusk' }, { nome: 'x' }, { name: 'Nobody' }])
    ).json();
    const lines = (
      await conforms.inject(app, {
        ...{ method: 'POST', url: '/screen/batch', headers: NDJSON_TYPE },
        payload: '{"name":"Zorvanta"}\n\nno json\n{"name":"Someone"}\n',
      })
    ).body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const answered = [byParameters, batch[0], batch[2], lines[0], lines[2]];
    t.ok(answered.every(({ id }) => /^scr_/.test(id)));
    for (const { id, outcome, matches, coverage } of answered) {
      const { answer } = (await ask(`/screenings/${id}`)).json();
      t.match(answer, { id, outcome, matches });
      if (coverage.lists) t.same(answer.coverage, coverage, 'also of a query with lists');
    }
    t.equal(
      (await ask('/screenings')).json().screenings.length,
      6,
      'what was refused is no screening',
    );
    t.match(verifyChain(records.reader.database), { records: 6, breaks: [] });
  });

  await t.test('one that is not there is not found', async (t) => {
    for (const url of ['/screenings/scr_none', '/screenings/scr_none/replay']) {
      t.equal((await ask(url)).statusCode, 404);
    }
  });
});

t.test('recorded screenings can be found, paged and exported', async (t) => {
  const { ask, screen } = await open(t);
  const asked: Screening[] = [];
  for (const name of ['Zorvanta', 'Nobody', 'Drusk', 'Quellmar', 'Someone', 'Zorvanta']) {
    asked.push(await screen({ name, reference: name.slice(0, 1) }));
  }
  const ids = async (url: string) =>
    (await ask(url))
      .json()
      .screenings.map(({ id }: Screening) => asked.findIndex((each) => each.id === id));
  t.same(await ids('/screenings'), [5, 4, 3, 2, 1, 0]);
  t.same(await ids('/screenings?reference=Z'), [5, 0]);
  const unmatched = asked.flatMap(({ outcome }, index) => (outcome === 'no-match' ? [index] : []));
  t.ok(unmatched.includes(1) && !unmatched.includes(0));
  t.same(await ids('/screenings?outcome=no-match'), unmatched.reverse());
  t.same(await ids('/screenings?party=zorvanta&outcome=match'), [5, 0]);
  t.same(await ids('/screenings?caller=anonymous&limit=1'), [5]);
  t.same(await ids(`/screenings?from=${asked[2]?.screenedAt}&to=${asked[4]?.screenedAt}`), [3, 2]);

  const pages: number[] = [];
  let url: string | null = '/screenings?limit=4';
  while (url !== null) {
    pages.push(...(await ids(url)));
    const { next }: { next: string | null } = (await ask(url)).json();
    url = next && `/screenings?limit=4&cursor=${next}`;
  }
  t.same(pages, [5, 4, 3, 2, 1, 0]);
  for (const wrong of ['cursor=zzz', 'outcome=clear', 'from=yesterday', 'colour=red']) {
    t.equal((await ask(`/screenings?${wrong}`)).statusCode, 400, wrong);
  }

  const lines = (await ask('/screenings/export?reference=Z')).body.trimEnd().split('\n');
  t.same(
    lines.map((line) => JSON.parse(line).head.id),
    [asked[0]?.id, asked[5]?.id],
  );
});

t.test('a replay answers again from the same version', async (t) => {
  const { ask, screen, change, data, setClock } = await open(t);
  const before = await screen({ name: 'Zorvanta Optics', reference: 'PO-1' });
  const replay = (id: string) => ask(`/screenings/${id}/replay`);
  t.match((await replay(before.id)).json(), { same: true, differences: [] });

  setClock('2031-01-01T00:00:00.000Z');
  t.match((await replay(before.id)).json(), { same: true }, 'whatever the day is now');

  change('parties/zorvanta.yaml', 'Zorvanta', 'Zorvanto');
  const after = await screen({ name: 'Zorvanta Optics' });
  t.not(after.coverage.catalogue.version, before.coverage.catalogue.version);
  t.match((await replay(before.id)).json(), {
    same: true,
    catalogue: { version: before.coverage.catalogue.version },
    answer: { id: before.id, matches: [{ matchedOn: { listed: 'Zorvanta Optics Co., Ltd.' } }] },
  });
  t.match((await replay(after.id)).json(), { same: true });

  rmSync(join(data, 'versions'), { recursive: true });
  const gone = await conforms.inject(
    (await open(t, { data })).app,
    `/screenings/${before.id}/replay`,
  );
  t.equal(gone.statusCode, 410);
  t.match(gone.json(), { code: 'not-replayable', detail: /no longer kept/ });
});

t.test('the mode `hashed` keeps nothing of the query', async (t) => {
  const { ask, screen, records } = await open(t, { mode: 'hashed' });
  const answer = await screen({ name: 'Zorvanta Opticks Secretname', reference: 'PO-9' });
  const recorded = (await ask(`/screenings/${answer.id}`)).json();
  t.match(recorded, {
    ...{ mode: 'hashed', reference: 'PO-9', outcome: answer.outcome },
    query: { hash: /^[0-9a-f]{64}$/ },
    answer: { determinations: answer.determinations, sha256: /^[0-9a-f]{64}$/ },
  });
  for (const file of [records.path, `${records.path}-wal`]) {
    t.notMatch(readFileSync(file).toString('latin1'), /Secretname|secretname/i, file);
  }
  t.equal((await ask(`/screenings/${answer.id}/replay`)).statusCode, 410);
  const again = await screen({ name: 'ZORVANTA  OPTICKS SECRETNAME' });
  const { query } = (await ask(`/screenings/${again.id}`)).json();
  t.equal(query.hash, recorded.query.hash, 'the same question has the same hash');
  t.match(verifyChain(records.reader.database), { records: 2, breaks: [] });
});

t.test('the mode `none` keeps nothing at all', async (t) => {
  const { ask, screen, records } = await open(t, { mode: 'none' });
  const answer = await screen({ name: 'Zorvanta' });
  t.equal(answer.outcome, 'match');
  t.equal((await ask(`/screenings/${answer.id}`)).statusCode, 404);
  t.equal(records.reader.head(), undefined);
  const without = await buildApp({
    engine: () => {
      throw new Error('not asked');
    },
  });
  const refused = await conforms.inject(without, '/screenings');
  t.equal(refused.statusCode, 404);
  t.match(refused.json().detail, /records no screenings/);
  await without.close();
});

t.test('dispositions', async (t) => {
  for (const mode of ['full', 'hashed'] as const) {
    await t.test(`in the mode ${mode}`, async (t) => {
      const { ask, screen, post, change, records } = await open(t, { mode });
      const query = { name: 'Zorvanta Optik', country: 'CN' };
      const first = await screen(query);
      const decide = (id: string, more: object) =>
        post(`/screenings/${id}/dispositions`, {
          ...{ party: 'zorvanta', decision: 'false-positive', reason: 'a shop', by: 'j.doe' },
          ...more,
        });
      const match = async (query: object) =>
        (await screen(query)).matches.find(({ party }) => party.id === 'zorvanta');
      const shown = async (query: object) => (await match(query))?.dispositioned;
      t.equal(await shown(query), undefined);

      const made = await decide(first.id, {});
      t.equal(made.statusCode, 201);
      t.match(made.json(), {
        screening: first.id,
        decision: 'false-positive',
        caller: 'anonymous',
      });
      t.match(await shown(query), { decision: 'false-positive', screening: first.id, by: 'j.doe' });
      t.ok(
        await shown({ ...query, name: 'ZORVANTA,  OPTIK', reference: 'r', limit: 3 }),
        'the same question',
      );
      t.equal(await shown({ name: 'Zorvanta Optik' }), undefined, 'another question');
      t.equal(await shown({ ...query, name: 'Zorvanta' }), undefined, 'another name');
      const later = await screen(query);
      t.same(later.determinations, first.determinations, 'it changes no determination');
      t.equal(later.outcome, first.outcome);
      t.match((await ask(`/screenings/${first.id}`)).json().dispositions, [made.json()]);
      if (mode === 'full') {
        t.match((await ask(`/screenings/${later.id}/replay`)).json(), { same: true });
      }

      for (const [what, more, path] of [
        ['a party that is no match', { party: 'drusk' }, 'party'],
        ['no such decision', { decision: 'clear' }, 'decision'],
        ['no reason', { reason: ' ' }, 'reason'],
        ['nobody', { by: '' }, 'by'],
        ['a field too many', { colour: 'red' }, 'colour'],
      ] as const) {
        const refused = await decide(first.id, more);
        t.equal(refused.statusCode, 400, what);
        t.equal(refused.json().errors[0].path, path, what);
      }
      t.equal((await decide('scr_none', {})).statusCode, 404);

      change('parties/zorvanta.yaml', 'paragraph 4', 'paragraph 5');
      t.ok(await shown(query), 'a citation that changed is no change of the party');
      change('parties/zorvanta.yaml', "record: '1'", "record: '9'");
      t.equal(await shown(query), undefined, 'a designation that changed is one');
      await decide((await screen(query)).id, { reason: 'still a shop' });
      t.match(await shown(query), { reason: 'still a shop' });
      const { decided, dispositioned } = (await match(query)) ?? {};
      t.same(decided, dispositioned, 'a false positive is both');
      for (const decision of ['true-match', 'escalate'] as const) {
        const { screening } = (await decide(first.id, { decision, reason: 'it was them' })).json();
        t.match(
          await match(query),
          {
            ...{ strength: first.matches[0]?.strength, dispositioned: undefined },
            decided: { decision, screening, reason: 'it was them', by: 'j.doe' },
          },
          `the last decision counts: ${decision}`,
        );
      }
      t.match(verifyChain(records.reader.database), { breaks: [] });
    });
  }

  await t.test('are remembered over a restart', async (t) => {
    const first = await open(t);
    const query = { name: 'Zorvanta Optik' };
    const { id, matches } = await first.screen(query);
    const party = matches[0]?.party.id ?? '';
    await first.post(`/screenings/${id}/dispositions`, {
      ...{ party, decision: 'false-positive', reason: 'a namesake', by: 'j.doe' },
    });
    const second = await open(t, { data: first.data });
    t.match((await second.screen(query)).matches[0]?.dispositioned, { screening: id });
    await second.post(`/screenings/${id}/dispositions`, {
      ...{ party, decision: 'escalate', reason: 'not sure any more', by: 'j.doe' },
    });
    const third = await open(t, { data: first.data });
    const [match] = (await third.screen(query)).matches;
    t.match(match?.decided, { decision: 'escalate', screening: id });
    t.equal(match?.dispositioned, undefined);
  });
});

t.test('a clock that goes back loses and disorders nothing', async (t) => {
  const { ask, screen, setClock, records } = await open(t);
  const asked = [await screen({ name: 'one' })];
  setClock('2020-01-01T00:00:00.000Z');
  asked.push(await screen({ name: 'two' }), await screen({ name: 'three' }));
  setClock('2026-11-22T10:00:00.000Z');
  asked.push(await screen({ name: 'four' }));
  const listed = (await ask('/screenings?limit=2')).json();
  const rest = (await ask(`/screenings?limit=2&cursor=${listed.next}`)).json();
  t.same(
    [...listed.screenings, ...rest.screenings].map(({ id }) => id),
    asked.map(({ id }) => id).reverse(),
    'in the order in which they were answered',
  );
  t.match(verifyChain(records.reader.database), { records: 4, breaks: [] });
  t.match((await ask(`/screenings/${asked[1]?.id}/replay`)).json(), { same: true });
});
