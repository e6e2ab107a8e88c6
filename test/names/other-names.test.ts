import fc from 'fast-check';
import t from 'tap';
import { otherNames } from '../../src/names/index.ts';

const names = (text: string) => otherNames(text).map((name) => name.text);

t.test('a text with a mark between two names holds both', async (t) => {
  const cases: [string, string[]][] = [
    ['Acme Ltd (formerly Zhenwei GmbH)', ['Acme Ltd', 'Zhenwei GmbH']],
    ['Acme Ltd (f.k.a. Zhenwei GmbH) ', ['Acme Ltd', 'Zhenwei GmbH']],
    ['Acme (fka Zhenwei', ['Acme', 'Zhenwei']],
    ['Acme, formerly known as Zhenwei Corp.', ['Acme', 'Zhenwei Corp.']],
    ['Acme - previously Zhenwei', ['Acme', 'Zhenwei']],
    ['Acme f/k/a Zhenwei', ['Acme', 'Zhenwei']],
    ['Acme n/k/a Zhenwei', ['Acme', 'Zhenwei']],
    ['Acme a.k.a. Alpha; a.k.a. Beta', ['Acme', 'Alpha', 'Beta']],
    ['Acme (a.k.a. "Alpha", "Beta")', ['Acme', 'Alpha', 'Beta']],
    ['Acme (formerly Alpha) (also known as Beta) Ltd', ['Acme Ltd', 'Alpha', 'Beta']],
    ['Acme dba Zhenwei', ['Acme', 'Zhenwei']],
    ['Acme, Inc. d/b/a Zhenwei', ['Acme, Inc.', 'Zhenwei']],
    ['Acme Ltd t/a Zhenwei UK', ['Acme Ltd', 'Zhenwei UK']],
    ['Acme (trading as Zhenwei (HK) Ltd) GmbH', ['Acme GmbH', 'Zhenwei (HK) Ltd']],
    ['Acme doing business as Zhenwei', ['Acme', 'Zhenwei']],
    ['Muster GmbH, vormals Beispiel AG', ['Muster GmbH', 'Beispiel AG']],
    ['ООО Ромашка (бывш. ООО Василёк)', ['ООО Ромашка', 'ООО Василёк']],
    ['厦门信息股份有限公司（原 美亚柏科）', ['厦门信息股份有限公司', '美亚柏科']],
  ];
  for (const [text, expected] of cases) t.same(names(text), expected, text);
});

t.test('an ordinary name holds no other', async (t) => {
  for (const text of [
    'Hangzhou Hikvision Digital Technology Co., Ltd.',
    'Bank of China (Hong Kong)',
    'AKA Group',
    'DBA Systems',
    'F.K.A.',
    'Formerly Ltd',
    '(formerly Zhenwei)',
    'Trading As Usual Ltd',
    'Akadem Kadbank Fkabel',
    'Nair P K A',
    'Société Générale',
    'Владимир Путин',
    '华为技术有限公司',
    '',
  ])
    t.same(names(text), [], text);
});

t.test('a native word that is borne as a brand is read by its sound as well', async (t) => {
  t.same(names('东方电气集团'), ['dongfang electric group']);
  t.same(names('长江存储科技有限责任公司'), [
    'changjiang memory technology limited liability company',
  ]);
});

t.test('a Chinese name in Cyrillic is read in pinyin as well', async (t) => {
  for (const [text, pinyin] of [
    ['Сяоми', 'xiaomi'],
    ['Хуавэй Технолоджис', 'huawei technologies'],
    ['Чжунсин', 'zhongxing'],
    ['Дахуа', 'dahua'],
    ['Цзянсу Хэнжуй', 'jiangsu hengrui'],
  ] as const)
    t.ok(names(text).includes(pinyin), `${text}: ${names(text)}`);
  t.same(names('Прогресс Строй'), []);
});

t.test('law: whatever the text, names are parts of it, few, and hold letters', async (t) => {
  const text = fc
    .array(
      fc.constantFrom(
        'Acme',
        'formerly',
        'a.k.a.',
        'd/b/a',
        '(',
        ')',
        ';',
        '"',
        'Ltd',
        '[',
        ' ',
        'fka',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(' '));
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(text, (given) => {
        const found = names(given);
        return found.length <= 6 && found.every((name) => /[A-Za-z]{2}/.test(name));
      }),
    ),
  );
});
