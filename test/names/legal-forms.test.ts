import t from 'tap';
import { normaliseName } from '../../src/names/index.ts';

/** Language, name, what remains of it as words, ids of its forms. */
const RECOGNISED: [string, string, string, string[]][] = [
  ['English', 'Zhenqwar Public Limited Co.', 'zhenqwar', ['plc']],
  ['English', 'Zhenqwar Ltd. by Guarantee', 'zhenqwar', ['ltd']],
  ['English', 'Zhenqwar Jt. Stock Co.', 'zhenqwar', ['jsc']],
  ['English', 'Zhenqwar Community Interest Company', 'zhenqwar', ['verein']],
  ['English, misspelt', 'Zhenqwar Limted', 'zhenqwar', ['ltd']],
  ['German', 'Zhenqwar Ges. mit beschr. Haftung', 'zhenqwar', ['gmbh']],
  ['German', 'Zhenqwar UG (haftungsbeschränkt)', 'zhenqwar', ['ug']],
  ['German', 'Zhenqwar Offene Handelsgesellschaft', 'zhenqwar', ['partners']],
  ['German', 'Zhenqwar PartG mbB', 'zhenqwar', ['llp']],
  ['German', 'Zhenqwar e.Kfm.', 'zhenqwar', ['sole']],
  ['German', 'Zhenqwar Anstalt des öffentlichen Rechts', 'zhenqwar', ['state']],
  ['French', 'Zhenqwar Société par actions', 'zhenqwar', ['jsc']],
  ['French', 'Zhenqwar SPRL', 'zhenqwar', ['sarl']],
  ['French', 'Zhenqwar SAS', 'zhenqwar', ['sa']],
  ['Spanish', 'Zhenqwar Sociedad por Acciones Simplificada', 'zhenqwar', ['sa']],
  ['Spanish', 'Zhenqwar S. en C.', 'zhenqwar', ['lp']],
  ['Portuguese', 'Zhenqwar Sociedade por Quotas', 'zhenqwar', ['ltda']],
  ['Italian', 'Zhenqwar Società in accomandita per azioni', 'zhenqwar', ['lp']],
  ['Romanian', 'Zhenqwar Societate cu responsabilitate limitată', 'zhenqwar', ['srl']],
  ['Dutch', 'Zhenqwar Vennootschap onder firma', 'zhenqwar', ['partners']],
  ['Danish', 'Zhenqwar Kommanditselskab', 'zhenqwar', ['lp']],
  ['Swedish', 'Zhenqwar Publikt Aktiebolag', 'zhenqwar', ['ab']],
  ['Finnish', 'Zhenqwar Kommandiittiyhtiö', 'zhenqwar', ['lp']],
  ['Icelandic', 'Zhenqwar einkahlutafélag', 'zhenqwar', ['ehf']],
  ['Estonian', 'Zhenqwar aktsiaselts', 'zhenqwar', ['ou']],
  ['Latvian', 'Zhenqwar Sabiedrība ar ierobežotu atbildību', 'zhenqwar', ['sia']],
  ['Lithuanian', 'Zhenqwar akcinė bendrovė', 'zhenqwar', ['uab']],
  ['Polish', 'Zhenqwar Sp. z ogr. odp.', 'zhenqwar', ['spzoo']],
  ['Czech', 'Zhenqwar veřejná obchodní společnost', 'zhenqwar', ['partners']],
  ['Hungarian', 'Zhenqwar Betéti Társaság', 'zhenqwar', ['lp']],
  ['Croatian', 'Zhenqwar jednostavno društvo s ograničenom odgovornošću', 'zhenqwar', ['doo']],
  ['Serbian', 'Ромашка друштво са ограниченом одговорношћу', 'romashka', ['doo']],
  ['Bulgarian', 'Ромашка дружество с ограничена отговорност', 'romashka', ['ood']],
  ['Bulgarian', 'ЕТ Ромашка', 'romashka', ['sole']],
  ['Albanian', 'Zhenqwar Sh.p.k.', 'zhenqwar', ['llc']],
  ['Turkish', 'Zhenqwar Anonim Ortaklık', 'zhenqwar', ['anonim']],
  ['Russian', 'Общество с ограниченной ответственностью «Zhenqwar»', 'zhenqwar', ['ooo']],
  ['Russian', 'Ромашка, акционерное общество закрытого типа', 'romashka', ['jsc']],
  ['Russian', 'ИП Ромашкин', 'romashkin', ['sole']],
  [
    'Russian',
    'Федеральное государственное бюджетное образовательное учреждение высшего образования Ромашка',
    'romashka',
    ['state'],
  ],
  ['Ukrainian', 'ТОВ Ромашка', 'romashka', ['ooo']],
  ['Ukrainian', 'ПП Ромашка', 'romashka', ['sole']],
  ['Ukrainian', 'Приватне акціонерне товариство Ромашка', 'romashka', ['jsc']],
  ['Belarusian', 'Закрытае акцыянернае таварыства Ромашка', 'romashka', ['jsc']],
  ['Kazakh', 'TOO Zhenqwar', 'zhenqwar', ['ooo']],
  ['Uzbek', "Zhenqwar mas'uliyati cheklangan jamiyat", 'zhenqwar', ['ooo']],
  ['Azerbaijani', 'Zhenqwar MMC', 'zhenqwar', ['llc']],
  ['Mongolian', 'Ромашка хувьцаат компани', 'romashka', ['jsc']],
  ['Vietnamese', 'Cty TNHH Zhenqwar', 'zhenqwar', ['tnhh']],
  ['Indonesian', 'PT Zhenqwar Tbk', 'zhenqwar', ['tbk']],
  ['Arabic', 'شركة ذات مسؤولية محدودة Zhenqwar', 'zhenqwar', ['llc']],
  ['Hebrew', 'Zhenqwar בע"מ', 'zhenqwar', ['baam']],
  ['Georgian', 'Zhenqwar შპს', 'zhenqwar', ['llc']],
  ['Japanese', 'Zhenqwar 合名会社', 'zhenqwar', ['partners']],
  ['Korean', 'Zhenqwar 유한회사', 'zhenqwar', ['ltd']],
  ['Emirates', 'Zhenqwar FZ-LLC', 'zhenqwar', ['fze']],
];

/** Names of which a word only looks like a form. */
const WORDS: [string, string][] = [
  ['SAIC Motor', 'saic motor'],
  ['SAS Institute', 'sas institute'],
  ['Beam Technologies', 'beam technologies'],
  ['Pat Smith Tools Up', 'smith tools up'],
  ['Up Energy', 'up energy'],
  ['STI Group', 'sti group'],
  ['RT Systems', 'rt systems'],
  ['Doo San Heavy', 'doo san heavy'],
  ['LP Building Products', 'lp building products'],
  ['Est Nord Banque', 'est nord banque'],
  ['Charity Bank', 'charity bank'],
  ['НПО Ромашка', 'npo romashka'],
  ['Cloud МАХ', 'cloud max'],
];

const words = (name: string) =>
  normaliseName(name)
    .tokens.filter((token) => token.class !== 'legal-form')
    .map(({ text }) => text)
    .join(' ');

t.test('legal forms are told from names in many languages', async (t) => {
  for (const [language, name, rest, forms] of RECOGNISED) {
    t.equal(words(name), rest, `${language}: ${name}`);
    t.same(normaliseName(name).legalForms, forms, `${language}: ${name}`);
  }
});

t.test('words that only look like forms stay words', async (t) => {
  for (const [name, rest] of WORDS) t.equal(words(name), rest, name);
});
