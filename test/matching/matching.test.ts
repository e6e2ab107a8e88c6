import fc from 'fast-check';
import t from 'tap';
import {
  buildIndex,
  compareNames,
  defaultStatistics,
  IndexVersionError,
  type ListedName,
  matchingThresholds,
  NameIndex,
  type PartyEvidence,
} from '../../src/matching/index.ts';

const PARTIES: [party: string, kind: ListedName['kind'], ...names: string[]][] = [
  [
    'hikvision',
    'company',
    'Hangzhou Hikvision Digital Technology Co., Ltd.',
    'Hangzhou Hikvision Digital Technology',
    'Hikvision',
    '杭州海康威视数字技术股份有限公司',
  ],
  [
    'dahua',
    'company',
    'Zhejiang Dahua Technology Co., Ltd.',
    'Dahua Technology',
    'Dahua',
    '大华股份',
  ],
  ['fiberhome', 'company', 'FiberHome Technologies Group'],
  ['cloudwalk', 'company', 'CloudWalk Technology', 'CloudWalk'],
  ['sensenets', 'company', 'SenseNets Technology', 'SenseNets'],
  ['isvision', 'company', "IS'Vision"],
  ['huawei', 'company', 'Huawei Technologies Co., Ltd.', 'Huawei'],
  ['zte', 'company', 'ZTE Corporation', 'ZTE'],
  ['boc-hk', 'company', 'Bank of China (Hong Kong) Limited'],
  ['institute-38', 'institution', '38th Research Institute of China Electronics Technology Group'],
  ['chen', 'person', 'Chen Quanguo'],
  ['putin', 'person', 'PUTIN, Vladimir Vladimirovich'],
  ['star', 'vessel', 'OCEAN STAR 7'],
  ['nucor', 'company', 'Shenzhen Qianhai Yikeshu Baiyun Industrial'],
  ['weak', 'company', 'Rosoboronexport', 'weak:Zvezdochka Trade'],
];
const NAMES: ListedName[] = PARTIES.flatMap(([, kind, ...names], party) =>
  names.map((name) =>
    name.startsWith('weak:')
      ? { party, kind, type: 'weak-alias' as const, text: name.slice(5) }
      : { party, kind, type: 'alias' as const, text: name },
  ),
);
const index = buildIndex(NAMES);
const partyOf = (party: number) => PARTIES[party]?.[0] ?? '';
const find = (name: string, kind?: ListedName['kind']) =>
  index.search(kind === undefined ? { name } : { name, kind })[0];

t.test('damaged names find their party', async (t) => {
  const cases: [query: string, party: string, strengths: string][] = [
    ['Hikvison Digital Technolgy', 'hikvision', 'strong'],
    ['Hikvision Hangzhou Digital Technology', 'hikvision', 'strong'],
    ['杭州海康威视数字技术股份有限公司', 'hikvision', 'exact'],
    ['Hangzhou Hikvision Digital Technology Company Limited', 'hikvision', 'exact'],
    ['Hikvision Europe', 'hikvision', 'strong possible'],
    ['Zhejian Dahua Technology', 'dahua', 'strong'],
    ['ZHEJIANG DAHUA TECHNOLOGY CO LTD', 'dahua', 'exact'],
    ['Dahua Technology Co Ltd', 'dahua', 'strong'],
    ['大华股份', 'dahua', 'exact'],
    ['Fiber Home Technologies Group', 'fiberhome', 'strong'],
    ['FiberHome Tech Grp', 'fiberhome', 'strong possible'],
    ['Cloud Walk', 'cloudwalk', 'strong'],
    ['CloudwaIk Technology', 'cloudwalk', 'strong'],
    ['C1oudWa1k Techno1ogy', 'cloudwalk', 'strong possible'],
    ['SenseNet', 'sensenets', 'strong'],
    ['IS Vision', 'isvision', 'strong'],
    ['Huawei Technologies Company Limited', 'huawei', 'exact'],
    ['华为技术有限公司', 'huawei', 'strong'],
    ['華為技術有限公司', 'huawei', 'strong'],
    ['Нuawei', 'huawei', 'exact'],
    ['Hua\u200bwei', 'huawei', 'exact'],
    ['Huawei Technologies Deutschland GmbH', 'huawei', 'strong possible'],
    ['Z.T.E. Corp.', 'zte', 'exact'],
    [
      'Thirty-Eighth Research Institute of China Electronics Technology Group',
      'institute-38',
      'exact',
    ],
    ['No. 38 Research Institute of China Electronics Technology Group', 'institute-38', 'exact'],
    ['Quanguo Chen', 'chen', 'strong'],
    ['Путин Владимир Владимирович', 'putin', 'exact'],
    ['Vladimir V. Putin', 'putin', 'strong possible'],
    ['SQYBI', 'nucor', 'strong possible'],
    ['Ocean Star 7', 'star', 'exact'],
  ];
  for (const [query, party, strengths] of cases) {
    const match = find(query);
    t.equal(match && partyOf(match.party), party, query);
    t.ok(
      strengths.split(' ').includes(match?.strength ?? 'none'),
      `${query}: ${match?.strength} ${match?.score}`,
    );
  }
});

t.test('other firms of a like name are no strong match', async (t) => {
  const queries = [
    'Dahua Electronics Corporation',
    'Shanghai Dahua Scale Factory',
    'Hikari Trading',
    'UBS AG',
    'Arent Fox LLP',
    'Sidley Austin',
    'Acme Technology Co., Ltd.',
    'China Restaurant Supply',
    'Bank of China (Singapore) Limited',
    '39th Research Institute of China Electronics Technology Group',
    'Ocean Star 8',
    'Star Shipping',
    'Chen Corp',
    'Technology Co., Ltd.',
    'China Electronics Trading',
    'Huawei Restaurant',
    'Vladimir Petrov',
  ];
  for (const query of queries) {
    const strength = find(query)?.strength;
    t.ok(strength === undefined || strength === 'possible', `${query}: ${strength}`);
  }
});

t.test('every listed name finds itself: 1 and exact, a weak alias less', async (t) => {
  for (const [name, { text, type, kind, party }] of NAMES.entries()) {
    const match = index.search({ name: text, kind }).find((found) => found.party === party);
    if (type === 'weak-alias') {
      t.ok(match !== undefined && match.score < 1 && match.strength !== 'exact', text);
    } else {
      t.equal(match?.score, 1, text);
      t.equal(match?.strength, 'exact', text);
      t.equal(match && NAMES[match.name]?.text, text, `by itself, ordinal ${name}`);
    }
  }
});

t.test('odd names find themselves, with their kind and without', async (t) => {
  const odd: ListedName[] = [
    'Obshchestvo S Organichennoi Otvetstvennostyu Proekt',
    'ANSAR AL-SHARIA',
    'LIIMTED LIABILITY COMPANY',
    'Co., Ltd.',
    'and',
    '7',
    'U.S.A. Trading',
    'A B C',
    '华为',
    'ООО',
  ].map((text, party) => ({ party, text, kind: 'company', type: 'alias' }));
  const persons = ['LTD, Co', 'S. A. ALI', 'O, Chong Euk', 'CO, Inc Limited', 'KHAN, A. B.'];
  for (const text of persons) odd.push({ party: odd.length, text, kind: 'person', type: 'legal' });
  const built = buildIndex(odd);
  for (const found of [built, NameIndex.fromBuffers(built.toBuffers())])
    for (const { party, text, kind } of odd) {
      const isFound = (matches: { party: number; score: number }[]) =>
        matches.some((m) => m.party === party && m.score === 1);
      t.ok(isFound(found.search({ name: text, kind })), `${text} as ${kind}`);
      t.ok(isFound(found.search({ name: text })), text);
    }
});

t.test('numbers and single letters at the end tell names apart', async (t) => {
  t.equal(compareNames('Huawei Technologies 7', 'Huawei Technologies 8').strength, 'none');
  t.ok(compareNames('Huawei Technologies Unit A', 'Huawei Technologies Unit B').score < 0.95);
});

t.test('a word with two slips of the hand is found by either of its ends', async (t) => {
  const listed: ListedName[] = ['Kontsern Izhmash', 'Keylink Vostok', 'Transexpeditsiya'].map(
    (text, party) => ({ party, text, kind: 'company', type: 'legal' }),
  );
  const built = buildIndex(listed);
  const cases: [query: string, party: number | undefined, why: string][] = [
    ['Kontsern Izhmaxg', 0, 'the end is wrong'],
    ['Eylinkk Vostok', 1, 'the beginning is wrong'],
    ['Tranxespedizsiya', 2, 'the middle is wrong'],
    ['Drabzekspodixyja', undefined, 'another word'],
  ];
  for (const [query, party, why] of cases)
    t.equal(built.search({ name: query }, { floor: 0.5 })[0]?.party, party, `${query}: ${why}`);
});

t.test('initials stand for the names that have them, more surely the more they say', async (t) => {
  const listed: ListedName[] = [
    'China Electronics Technology Group Corporation',
    'Joint Stock Company Ural Mining and Metallurgical Company',
    'Sur-Link Vostok (HK) Ltd.',
    'Bank Melli Iran',
    'Bank Melli Exim',
    'Federatsiya ta Yednist Ukrainy Zakhid',
    'Bharat Xylem Electricals Limited',
    'Nauchno Proizvodstvennoe Obyedinenie Programmnye Kompleksy',
    'International Freeze Zone Quarry S.A.',
  ].map((text, party) => ({ party, text, kind: 'company', type: 'legal' }));
  const persons: ListedName[] = [
    { party: 9, text: 'Zhao Qiang Xu Wei', kind: 'person', type: 'legal' },
    { party: 10, text: 'Zvezda Queen Xenia Wave', kind: 'vessel', type: 'legal' },
  ];
  const built = buildIndex([...listed, ...persons]);
  const found = (name: string, floor = 0.5) =>
    built
      .search({ name }, { floor })
      .find((match) => match.explain().steps.some(({ relation }) => relation === 'acronym'));
  const cases: [query: string, party: number | undefined, why: string][] = [
    ['CETG', 0, 'words proper'],
    ['C.E.T.G.C.', 0, 'and the company'],
    ['JSC UMMC', 1, 'the company at the end, not that of the legal form'],
    ['SLVH', 2, 'each part of a hyphened word'],
    ['SVH', 2, 'a hyphened word as one'],
    ['FTYUZ', 5, 'little words that are no little words here'],
    ['BXEL', 6, 'every word, the legal form too'],
    ['NPO PK', 7, 'initials in two parts'],
    ['IFZQ S.A.', 8, 'initials and the legal form of the name'],
    ['MBI', undefined, 'letters in another order'],
    ['BM', undefined, 'two letters'],
    ['ZQXW', undefined, 'initials of persons and ships are no names'],
  ];
  for (const [query, party, why] of cases) t.equal(found(query)?.party, party, `${query}: ${why}`);
  const score = (name: string) => found(name, 0.1)?.score ?? 0;
  t.ok(
    score('BMI') < matchingThresholds.possible,
    'three common letters are no match of their own',
  );
  t.ok(score('CETG') > score('BMI'), 'four say more');
  t.ok(score('IFZQ S.A.') > score('IFZQ GmbH'), 'a firm of another form is another firm');
  t.ok(score('BXE') > score('BME'), 'a rare letter says more than a common one');
});

t.test('what cannot be searched finds nobody', async (t) => {
  for (const name of ['', ' ', '!!!', '\u200b', '🙂'])
    t.same(index.search({ name }), [], JSON.stringify(name));
  t.same(index.search({}), []);
});

t.test('threshold raises the level and never lowers it; limit cuts', async (t) => {
  t.same(index.search({ name: 'Hikvison' }, { threshold: 0.999 }), []);
  const lowered = index.search({ name: 'Dahua Electronics Shanghai' }, { threshold: 0.01 });
  t.ok(lowered.every(({ score }) => score >= matchingThresholds.possible));
  t.equal(index.search({ name: 'Huawei' }, { limit: 1 }).length, 1);
});

t.test('explanations', async (t) => {
  const match = find('Hikvison Digital Technolgy');
  const explanation = match?.explain();
  const steps = explanation?.steps ?? [];
  const step = steps.find(({ query }) => query === 'hikvison');
  t.match(step, { listed: 'hikvision', relation: 'edit' });
  t.ok((step?.similarity ?? 0) > 0.8 && (step?.similarity ?? 0) < 1);
  t.match(
    steps.find(({ listed }) => listed === 'hangzhou'),
    { query: null, relation: 'unmatched' },
  );
  t.equal(explanation?.normalised.query, 'hikvison digital technolgy');
  t.match(find('Fiber Home Technologies Group')?.explain().steps, [
    { query: 'fiber home', listed: 'fiberhome', relation: 'join' },
  ]);
  t.match(find('SQYBI')?.explain().steps, [{ query: 'sqybi', relation: 'acronym' }]);
  const sibling = compareNames('Huawei Technologies (Singapore)', 'Huawei Technologies (Germany)');
  t.equal(sibling.strength, 'none');
  t.match(
    sibling.explanation.adjustments.find(({ reason }) => reason === 'places conflict'),
    { reason: 'places conflict' },
  );
  const towns = compareNames(
    'Zhongxing Precision Hikvision (Dubai)',
    'Zhongxing Precision Hikvision (Iran)',
  );
  t.match(towns.explanation.counterfactual, /^without "places conflict" 0\.\d\d$/);
});

t.test('evidence', async (t) => {
  const facts: PartyEvidence = {
    countries: ['CN'],
    addresses: ['No. 555 Qianmo Road, Binjiang District, Hangzhou'],
    identifiers: [{ scheme: 'LEI', value: '3003-00ABC' }],
    birthDates: ['1955-11-01'],
  };
  const score = (extra: object) =>
    index.search({ name: 'Hikvison Digital Technolgy', ...extra }, { evidence: () => facts })[0]
      ?.score ?? 0;
  const plain = score({});
  t.ok(score({ country: 'CN' }) > plain, 'country agrees');
  t.ok(score({ country: 'US' }) < plain, 'country conflicts');
  t.ok(score({ address: 'Qianmo Road 555, Hangzhou' }) > plain, 'address agrees');
  t.ok(
    score({ identifiers: [{ scheme: 'lei', value: '300300abc' }] }) > plain,
    'identifier agrees',
  );
  t.equal(score({ birthDate: '1955' }) > plain, true, 'birth year agrees');
  t.equal(
    index.search({ name: 'Huawei', country: 'US' }, { evidence: () => facts })[0]?.strength !==
      undefined,
    true,
    'an equal name is still found',
  );
  const explained = index.search(
    { name: 'Hikvison Digital Technolgy', country: 'US' },
    { evidence: () => facts, threshold: 0 },
  );
  for (const match of explained)
    t.ok(match.explain().adjustments.some(({ reason }) => reason === 'country conflicts'));
});

const nameText = fc.oneof(
  fc.constantFrom(...NAMES.map(({ text }) => text)),
  fc
    .array(
      fc.constantFrom(
        'Dahua',
        'Hikvision',
        'Technology',
        'Co.',
        'Ltd',
        'Shanghai',
        'Bank',
        '38',
        'First',
        'Hua',
        'wei',
        'V.',
        '华为',
        'Путин',
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

t.test('law: scores lie in 0..1', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(nameText, nameText, (a, b) => {
        const { score } = compareNames(a, b);
        return score >= 0 && score <= 1;
      }),
    ),
  );
});

t.test('law: compare is symmetric', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(
        nameText,
        nameText,
        fc.constantFrom('company' as const, 'person' as const, undefined),
        (a, b, kind) => index.compare(a, b, kind).score === index.compare(b, a, kind).score,
      ),
      { numRuns: 500 },
    ),
  );
});

t.test('law: equal names score 1', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(nameText, (a) => {
        const { score } = compareNames(a, a.toUpperCase() === a ? a : `  ${a} `);
        return score === 1 || index.read(a).count === 0;
      }),
    ),
  );
});

t.test('law: search scores a listed name as compare does', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(nameText, (name) =>
        index.search({ name }).every((match) => {
          const listed = NAMES[match.name];
          if (listed === undefined || listed.type === 'weak-alias') return true;
          if (listed.kind !== 'company' && listed.kind !== 'institution') return true; // compare is told the kind of both
          return Math.abs(index.compare(name, listed.text).score - match.score) < 1e-9;
        }),
      ),
      { numRuns: 300 },
    ),
  );
});

t.test('law: the same input has the same answer', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(nameText, nameText, (a, b) => {
        const first = JSON.stringify(index.search({ name: a }));
        index.search({ name: b });
        return JSON.stringify(index.search({ name: a })) === first;
      }),
    ),
  );
});

t.test('law: agreeing evidence never lowers a score', async (t) => {
  const facts: PartyEvidence = {
    countries: ['CN'],
    addresses: ['Qianmo Road Hangzhou'],
    identifiers: [{ scheme: 'lei', value: 'X1' }],
    birthDates: ['1955-11-01'],
  };
  const agreeing = [
    { country: 'CN' },
    { address: 'Qianmo Road, Hangzhou' },
    { identifiers: [{ scheme: 'lei', value: 'X1' }] },
    { birthDate: '1955-11-01' },
  ];
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(nameText, fc.subarray(agreeing), (name, extra) => {
        const plain = new Map(
          index
            .search({ name }, { evidence: () => facts, limit: 100 })
            .map((m) => [m.party, m.score]),
        );
        const more = new Map(
          index
            .search(Object.assign({ name }, ...extra), { evidence: () => facts, limit: 100 })
            .map((m) => [m.party, m.score]),
        );
        return [...plain].every(([party, score]) => (more.get(party) ?? 0) >= score);
      }),
    ),
  );
});

t.test('search-as-you-type completes the last word', async (t) => {
  const texts = (q: string) => index.candidates(q, 10).map(({ name }) => NAMES[name]?.text);
  t.ok(texts('bank of ch').includes('Bank of China (Hong Kong) Limited'));
  t.ok(texts('hik').includes('Hikvision'));
  t.ok(texts('华为').length === 0 || texts('hua').includes('Huawei'));
  t.same(texts('zzz'), []);
  t.equal(index.candidates('h', 2).length, 2);
});

t.test('an index survives being saved and mapped back', async (t) => {
  const buffers = index.toBuffers();
  const again = NameIndex.fromBuffers(buffers);
  const shown = (found: NameIndex) =>
    JSON.stringify(
      found.search({ name: 'Hikvison Digital Technolgy' }).map((m) => [m, m.explain()]),
    );
  t.equal(shown(again), shown(index));
  t.ok(buffers.block instanceof SharedArrayBuffer, 'workers share one copy');
  t.throws(() => NameIndex.fromBuffers({ ...buffers, version: 0 }), IndexVersionError);
  t.throws(() => NameIndex.fromBuffers({ ...buffers, layout: [] }), { code: 'INDEX_VERSION' });
});

t.test('default statistics serve without an index', async (t) => {
  t.equal(compareNames('Huawei', 'Huawei').strength, 'exact');
  t.equal(compareNames('Huawei', 'Siemens').strength, 'none');
  t.equal(compareNames('Huawei', 'Siemens', 'company', defaultStatistics()).score, 0);
  t.equal(compareNames('', 'Siemens').strength, 'none');
});
