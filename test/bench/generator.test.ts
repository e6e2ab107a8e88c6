import fc from 'fast-check';
import t from 'tap';
import { corpusOf, type ListedParty, plainKey } from '../../bench/data/listed.ts';
import { ordinaryPersons } from '../../bench/data/ordinary.ts';
import { smallCompanies } from '../../bench/data/small-companies.ts';
import { alterations, Bearers, casesOf } from '../../bench/generator/cases.ts';
import { keyboardNeighbours } from '../../bench/generator/tables/keyboard.ts';
import {
  cardinalWord,
  ordinalDigits,
  ordinalWord,
  roman,
} from '../../bench/generator/tables/numerals.ts';
import { isTransliteration } from '../../bench/generator/transliterated.ts';
import { trapsOf } from '../../bench/generator/traps.ts';
import { Vocabulary } from '../../bench/generator/vocabulary.ts';
import { companyParts, personParts } from '../../bench/generator/words.ts';
import { Random } from '../../bench/random.ts';

/** A dozen names that between them give every alteration something to hold. */
const companies = [
  'Hangzhou Hikvision Digital Technology Co., Ltd.',
  'Zhejiang Dahua Vision Technology Co., Ltd.',
  'OOO Severo-Zapadnaya Proizvodstvennaya Kompaniya',
  'China Electronics Technology Group Corporation 54th Research Institute',
  'Joint Stock Company Scientific Centre for Defence Aluminium',
  'Bank of Moscow International Trading Limited',
  'Islamic Revolution Northern Import Company',
  'Société Générale de Développement Industriel S.A.',
  'SMIC Ltd.',
  'Yakutsk Shipping and Exploration Holding JSC',
];
const persons = [
  'AL-HASRI, Bassam Ahmad',
  'KUZNETSOV, Aleksandr Sergeyevich',
  'LOPEZ DELGADO, Samark Jose',
  'ABU BAKR, Muhammad Yusuf',
  'IVANOV, Mikhail',
  'GARCIA TORRES, Jose Antonio',
];
const parties: ListedParty[] = [
  ...companies.map((text) => ({ text, kind: 'company' as const })),
  ...persons.map((text) => ({ text, kind: 'person' as const })),
].map(({ text, kind }, at) => ({
  key: `party-${at}`,
  kind,
  kindIsSure: true,
  names: [{ text, type: 'legal' as const }],
  native: [],
}));
const names = parties.flatMap((party) => party.names.map(({ text }) => text));
const vocabulary = new Vocabulary(names, []);
const bearers = new Bearers(parties);

t.test('every class alters some name, and what it makes differs from the name', async (t) => {
  for (const alteration of alterations) {
    const cases = casesOf(alteration, parties, bearers, vocabulary, 40);
    t.ok(cases.length > 0, `${alteration.id} finds a name to alter`);
    t.ok(
      cases.every(({ query, listed }) => query !== listed),
      `${alteration.id} changes it`,
    );
    t.ok(
      cases.every(({ query }) => query.isWellFormed() && query.trim() !== ''),
      `${alteration.id} keeps well-formed text`,
    );
    if (alteration.keepsLetters) continue;
    t.ok(
      cases.every(({ query, listed }) => plainKey(query) !== plainKey(listed)),
      `${alteration.id} changes letters or words`,
    );
  }
});

t.test('the same seed draws the same cases', async (t) => {
  for (const alteration of alterations) {
    const draw = () =>
      casesOf(alteration, parties, bearers, vocabulary, 20).map(({ query }) => query);
    t.same(draw(), draw(), alteration.id);
  }
});

t.test(
  'law: whatever the name, an alteration throws nothing and splits no character',
  async (t) => {
    const anyName = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(fc.constantFrom('Al', '中国', 'O’', 'ЗАО', '&', '27th', 'é', '😀', 'de', 'Ltd.'), {
          maxLength: 8,
        })
        .map((words) => words.join(' ')),
    );
    await t.resolves(
      fc.assert(
        fc.asyncProperty(anyName, fc.string(), async (name, seed) => {
          for (const alteration of alterations) {
            const altered = alteration.alter(name, new Random(seed), vocabulary);
            if (altered !== undefined && name.isWellFormed() && !altered.isWellFormed()) {
              throw new Error(`${alteration.id} broke ${JSON.stringify(name)}`);
            }
          }
        }),
        { numRuns: 150 },
      ),
    );
  },
);

t.test('named examples of alterations', async (t) => {
  const byId = new Map(alterations.map((alteration) => [alteration.id, alteration]));
  const alter = (id: string, name: string) =>
    byId.get(id)?.alter(name, new Random('example'), vocabulary);
  t.equal(
    alter('legal-form-dropped', 'Hikvision Digital Technology Co., Ltd.'),
    'Hikvision Digital Technology',
  );
  t.equal(alter('legal-form-dropped', 'Limited Liability Company Volna'), 'Volna');
  t.equal(alter('legal-form-dropped', 'Volna'), undefined);
  t.equal(alter('acronym', 'China Electronics Technology Group Corporation'), 'CETG');
  t.equal(alter('british', 'Centre for Defence Aluminium'), 'Center for Defense Aluminum');
  t.equal(alter('truncation-20', 'Hangzhou Hikvision Digital Technology'), 'Hangzhou Hikvision D');
  t.equal(alter('person-order', 'AL-HASRI, Bassam Ahmad'), 'Bassam Ahmad Al-Hasri');
  t.equal(
    alter('person-patronymic-dropped', 'KUZNETSOV, Aleksandr Sergeyevich'),
    'Aleksandr Kuznetsov',
  );
});

t.test('a case that equals the name of another party is no case', async (t) => {
  const both: ListedParty[] = ['Volna Ltd.', 'Volna'].map((text, at) => ({
    key: `v${at}`,
    kind: 'company',
    kindIsSure: true,
    names: [{ text, type: 'legal' }],
    native: [],
  }));
  const dropped = alterations.filter(({ id }) => id === 'legal-form-dropped');
  for (const alteration of dropped) {
    t.same(casesOf(alteration, both, new Bearers(both), vocabulary, 5), []);
  }
  t.equal(dropped.length, 1);
});

t.test('traps never equal a listed name', async (t) => {
  const traps = trapsOf(corpusOf('small', parties), bearers, vocabulary, smallCompanies(200), 20);
  t.ok(new Set(traps.map(({ of }) => of)).size >= 6, 'most classes find something');
  t.ok(traps.every(({ query }) => bearers.of(query).size === 0));
});

t.test('tables and readers of the generator', async (t) => {
  t.same(companyParts('OOO Volna Trading'), {
    lead: ['OOO'],
    core: ['Volna', 'Trading'],
    tail: [],
  });
  t.same(companyParts('Co Ltd').core.length, 1, 'a name is never all legal form');
  t.same(personParts('LOPEZ DELGADO, Samark'), { family: 'LOPEZ DELGADO', given: ['Samark'] });
  t.equal(personParts('Samark Lopez'), undefined);
  t.same([1, 2, 3, 11, 12, 22, 54, 113].map(ordinalDigits), [
    '1st',
    '2nd',
    '3rd',
    '11th',
    '12th',
    '22nd',
    '54th',
    '113th',
  ]);
  t.same([9, 27, 40].map(ordinalWord), ['Ninth', 'Twenty-Seventh', 'Fortieth']);
  t.same([9, 27, 40].map(cardinalWord), ['Nine', 'Twenty-Seven', 'Forty']);
  t.same([4, 27, 399].map(roman), ['IV', 'XXVII', 'CCCXCIX']);
  t.match(keyboardNeighbours.s, /a/);
  t.notMatch(keyboardNeighbours.s, /p/);
  t.ok(isTransliteration('Владимир Путин', 'Vladimir Putin'));
  t.ok(isTransliteration('华为', 'Huawei'));
  t.notOk(isTransliteration('Министерство обороны', 'Ministry of Defence'));
});

t.test('ordinary names are all different and the same each time', async (t) => {
  t.same(ordinaryPersons(300).names, ordinaryPersons(300).names);
  t.equal(new Set(ordinaryPersons(300).names).size, 300);
  t.equal(new Set(smallCompanies(300)).size, 300);
});
