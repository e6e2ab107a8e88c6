import fc from 'fast-check';
import t from 'tap';
import {
  asciiBytes,
  editCost,
  isSearchable,
  letterMask,
  normaliseName,
  wordSimilarity,
} from '../../src/names/index.ts';

const folded = (text: string) => normaliseName(text).folded;

t.test('names fold to lower-case Latin words', async (t) => {
  const cases: [string, string][] = [
    [
      'Hangzhou Hikvision Digital Technology Co., Ltd.',
      'hangzhou hikvision digital technology co ltd',
    ],
    ['Société Générale S.A.', 'societe generale sa'],
    ['ＡＢＣ　Ｔｒａｄｉｎｇ', 'abc trading'],
    ['Straße & Söhne', 'strasse sohne'],
    ['Łódź Ørsted Đakovo', 'lodz orsted dakovo'],
    ["IS'Vision", 'isvision'],
    ['I.B.M. Corp.', 'ibm corp'],
    ['I B M Corp', 'ibm corp'],
    ['T-Mobile', 'tmobile'],
    ['A-B Corp', 'ab corp'],
    ['3-Dimensional', '3 dimensional'],
    ['A/S Norsk Hydro', 'as norsk hydro'],
    ['Johnson and Johnson', 'johnson johnson'],
    ['Johnson & Johnson', 'johnson johnson'],
    ['Hik\u200bvi\u00adsion', 'hikvision'],
    ['Владимир Путин', 'vladimir putin'],
    ['Влади́мир ПУ́ТИН', 'vladimir putin'],
    ['№ 5 завод', 'no 5 zavod'],
    ['华为技术有限公司', 'huawei technology co ltd'],
    ['華為技術有限公司', 'huawei technology co ltd'],
    ['株式会社トヨタ', 'kabushiki kaisha toyota'],
    [
      '中国电子科技集团公司第三十八研究所',
      'china electronics technology group company no 38 research institute',
    ],
    ['Μπαξεβάνης', 'baxevanis'],
  ];
  for (const [text, expected] of cases) t.equal(folded(text), expected, text);
});

t.test(
  'names in other scripts are read by words where they are known, else by sound',
  async (t) => {
    const cases: [string, string][] = [
      ['محمد عمر', 'muhammad umar'],
      ['عبد الرحمن الشامي', 'abdul rahman al shami'],
      ['عبدالله', 'abdullah'],
      ['عبد الله', 'abdullah'],
      ['حبیب الله', 'habibullah'],
      ['شعبـان', 'shaban'],
      ['شرکت صنایع دریایی ایران', 'company industries maritime iran'],
      ['شركة الشام للتجارة', 'company al sham trading'],
      ['دانشگاه تهران', 'university tehran'],
      ['رستگار', 'rastagar'],
      ['مراد', 'murad'],
      ['نووین', 'novin'],
      ['پژوهش‌های علمی', 'research scientific'],
      ['Вижн Системс', 'vision systems'],
      ['Астраханский завод', 'astrakhan zavod'],
      ['Томское бюро', 'tomsk byuro'],
      ['НИИ им. Попова', 'nii popova'],
      ['Петров СергейИванович', 'petrov sergey ivanovich'],
      ['Сизенко Володимир', 'syzenko volodymyr'],
      ['Сизенко Владимир', 'sizenko vladimir'],
      ['삼성전자', 'samseong electronics'],
      ['조선태성무역회사', 'korea taesong trading company'],
      ['주식회사 한빛 테크', 'jusikhoesa hanbit tech'],
      ['백남', 'baengnam'],
      ['제1 무역', 'no 1 trading'],
      ['长鑫存储', 'changxin memory'],
      ['淄博申博机电有限公司', 'zibo shenbo mechanical electrical co ltd'],
      ['深圳市新國都技術股份有限公司', 'shenzhen xinguodu technology joint stock co ltd'],
      ['廣州電氣機械廠', 'guangzhou electric machinery factory'],
    ];
    for (const [text, expected] of cases) t.equal(folded(text), expected, text);
  },
);

t.test('letters that only look Latin are read by their looks inside Latin words', async (t) => {
  t.equal(folded('Нikvision'), 'hikvision', 'Cyrillic En for H');
  t.equal(folded('Ηuawei'), 'huawei', 'Greek Eta for H');
  t.equal(folded('НАТО'), 'nato', 'a wholly Cyrillic word is transliterated');
});

t.test('legal forms are recognised as forms, and only where they stand as such', async (t) => {
  const cases: [string, string[]][] = [
    ['Huawei Technologies Co., Ltd.', ['ltd']],
    ['Huawei Technologies Company Limited', ['ltd']],
    ['华为技术有限公司', ['ltd']],
    ['Hytera Communications Corporation Limited', ['ltd']],
    ['杭州海康威视数字技术股份有限公司', ['jscltd']],
    ['Siemens GmbH & Co. KG', ['kg']],
    ['S.A.R.L. Dupont', ['sarl']],
    ['ООО "Ромашка"', ['ooo']],
    ['Общество с ограниченной ответственностью Ромашка', ['ooo']],
    ['Sumber Jaya Sdn. Bhd.', ['sdnbhd']],
    ['Foo S. de R.L. de C.V.', ['srl']],
    ['Nokia Oy Finland', ['oy']],
    ['LIIMTED LIABILITY COMPANY Romashka', ['llc']],
    ['As Salam Trading', []],
    ['Se Jong Trading', []],
    ['Co., Ltd.', []],
  ];
  for (const [text, forms] of cases) t.same(normaliseName(text).legalForms, forms, text);
});

t.test('words are classed', async (t) => {
  const classes = (text: string) =>
    normaliseName(text).tokens.map(({ text, class: c }) => `${text}:${c}`);
  t.same(classes('Shanghai Dahua Electronics Technology Co., Ltd.'), [
    'shanghai:geographic',
    'dahua:core',
    'electronics:business',
    'technology:generic',
    'ltd:legal-form',
  ]);
  t.same(classes('No. 38 Research Institute of the CETC'), [
    '38:number',
    'research:business',
    'institute:business',
    'of:stop',
    'the:stop',
    'cetc:core',
  ]);
  t.same(
    normaliseName('V. V. Putin', 'person').tokens.map((token) => token.class),
    ['initial', 'initial', 'core'],
  );
});

t.test('the native form is kept for other scripts only', async (t) => {
  t.equal(normaliseName('华为').native, '华为');
  t.equal(normaliseName('Société').native, null);
  t.equal(normaliseName('Huawei').original, 'Huawei');
});

t.test('a name with nothing to compare is not searchable', async (t) => {
  for (const text of ['', '   ', '!!!', '\u200b\u200e', '—', '🙂'])
    t.notOk(isSearchable(text), JSON.stringify(text));
  for (const text of ['A', '7', '华', 'Я', 'م']) t.ok(isSearchable(text), text);
});

t.test('words are alike by their spelling, sound and consonants', async (t) => {
  const similarity = (x: string, y: string) => {
    const [a, b] = [asciiBytes(x), asciiBytes(y)];
    const difference = letterMask(a, 0, a.length) ^ letterMask(b, 0, b.length);
    return wordSimilarity(a, 0, a.length, b, 0, b.length, difference);
  };
  const alike: [string, string, number][] = [
    ['hikvison', 'hikvision', 0.88],
    ['sensenet', 'sensenets', 0.95],
    ['dahau', 'dahua', 0.8],
    ['huawai', 'huawei', 0.8],
    ['sergei', 'sergey', 0.85],
    ['phonetic', 'fonetic', 0.8],
    ['hkvsn', 'hikvision', 0.85],
    ['m0dern', 'modern', 0.9],
    ['modem', 'modern', 0.9],
    ['jawad', 'dzhavad', 0.7],
  ];
  for (const [a, b, least] of alike) {
    t.ok(similarity(a, b) >= least, `${a} ~ ${b}: ${similarity(a, b)}`);
    t.equal(similarity(a, b), similarity(b, a), `${a} ~ ${b} both ways`);
  }
  // Two names in pinyin are less alike than a name and its misspelling.
  for (const [a, b, misspelt] of [
    ['dongsheng', 'dingsheng', 'dongshemg'],
    ['huahong', 'hualong', 'huahomg'],
  ] as const)
    t.ok(similarity(a, b) < similarity(a, misspelt), `${a} is not ${b}`);
  for (const [a, b] of [
    ['hikvision', 'television'],
    ['bank', 'bulk'],
    ['iran', 'oman'],
  ] as const)
    t.ok(similarity(a, b) < 0.75, `${a} is not ${b}: ${similarity(a, b)}`);
});

t.test('an edit distance with unit costs bounds the weighted one', async (t) => {
  const plain = (a: string, b: string): number => {
    const row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      let diagonal = row[0] ?? 0;
      row[0] = i;
      for (let j = 1; j <= b.length; j++) {
        const above = row[j] ?? 0;
        row[j] = Math.min(
          above + 1,
          (row[j - 1] ?? 0) + 1,
          diagonal + (a[i - 1] === b[j - 1] ? 0 : 1),
        );
        diagonal = above;
      }
    }
    return row[b.length] ?? 0;
  };
  const word = fc.string({
    unit: fc.constantFrom(...'abcdeilnors01'),
    minLength: 1,
    maxLength: 12,
  });
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(word, word, (x, y) => {
        const [a, b] = [asciiBytes(x), asciiBytes(y)];
        const cost = editCost(a, 0, a.length, b, 0, b.length, 10_000);
        return cost <= 100 * plain(x, y) && (cost === 0) === (x === y);
      }),
    ),
  );
});

const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'Co.',
        'Ltd',
        '华为',
        'ООО',
        'S.A.',
        'thirty',
        'eighth',
        'No.',
        '7',
        'B',
        '&',
        'Žluť',
      ),
      { maxLength: 12 },
    )
    .map((words) => words.join(' ')),
);

t.test('law: normalising twice is normalising once', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(anyName, fc.constantFrom('company' as const, 'person' as const), (text, kind) => {
        const once = normaliseName(text, kind).folded;
        return normaliseName(once, kind).folded === once;
      }),
    ),
  );
});

t.test('law: invisible characters change nothing', async (t) => {
  const invisible = fc.constantFrom('\u200b', '\u200d', '\u00ad', '\ufeff', '\u2060', '\u202e');
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abc Dé.华Я'), maxLength: 20 }),
        invisible,
        fc.nat(),
        (text, hidden, at) => {
          const cut = at % (text.length + 1);
          return folded(text.slice(0, cut) + hidden + text.slice(cut)) === folded(text);
        },
      ),
    ),
  );
});
