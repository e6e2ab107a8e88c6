import anyAscii from 'any-ascii';
import { CITY_NAMES } from '../words/cities.ts';
import { whenNeeded, wordTable } from './native-words.ts';

/** English words as Russian firms spell them, and little words that no list translates. */
const dictionary = whenNeeded(() =>
  wordTable(`
групп=group
холдинг=holding
холдингс=holdings
компани=company
корпорейшн,корпорэйшн=corporation
интернешнл,интернешнал,интернэшнл,интернэшнал=international
дженерал=general
глобал=global
юнайтед=united
технолоджи,текнолоджи=technology
технолоджис,технолоджиз,текнолоджис=technologies
тек,тех=tech
солюшн=solution
солюшнс,солюшенс,солюшнз=solutions
системс,системз=systems
сервис=service
сервисез,сервисес=services
индастри=industry
индастриз,индастрис=industries
инжиниринг=engineering
электроникс=electronics
электрик=electric
семикондактор=semiconductor
комьюникейшнс,коммуникейшнс=communications
телеком=telecom
диджитал=digital
нетворк=network
нетворкс=networks
софтвер,софтвэр=software
секьюрити,секюрити=security
энерджи=energy
петролеум=petroleum
ойл=oil
кемикал=chemical
кемикалс=chemicals
фармасьютикалс=pharmaceuticals
трейд,трэйд=trade
трейдинг,трэйдинг=trading
шиппинг=shipping
лоджистик=logistic
лоджистикс=logistics
карго=cargo
авиэйшн,авиейшн=aviation
эйрлайнс,эйрлайнз=airlines
девелопмент=development
менеджмент=management
консалтинг=consulting
инвестмент=investment
инвестментс=investments
кэпитал,кепитал=capital
партнерс,партнерз=partners
энтерпрайз=enterprise
энтерпрайзис=enterprises
лимитед,лимитэд=limited
инкорпорейтед=incorporated
уорлд,ворлд=world
ист=east
вест=west
норт=north
саут=south
им,имени=
`),
);

/** Legal forms that are words or too short to be told once they stand in Latin letters; in capitals only. */
const forms = whenNeeded(() =>
  wordTable(`
пп=pryvatne pidpryiemstvo; чп=chastnoe predpriyatie; ип=individualnyy predprinimatel; дп=derzhavne pidpryiemstvo
гп=gosudarstvennoe predpriyatie; уп=unitarnoe predpriyatie; сп=joint venture; нп=nekommercheskoe partnerstvo
гу=gosudarstvennoe uchrezhdenie; гоу,моу=gosudarstvennoe obrazovatelnoe uchrezhdenie; мау=munitsipalnoe uchrezhdenie
пк=proizvodstvennyy kooperativ; спк=proizvodstvennyy kooperativ; ет=ednolichen trgovets; кд=komanditno druzhestvo
сд=sbiratelno druzhestvo; од=ortachko drushtvo; жп,јп=javno preduzece; го,оо=obshchestvennaya organizatsiya
бф=blagotvoritelnyy fond; бо=blagotvoritelnaya organizatsiya; но,нко=nekommercheskaya organizatsiya
моо=mestnaya obshchestvennaya organizatsiya; ппо=pervichnaya profsoyuznaya organizatsiya
мро,ро,цро=religioznaya organizatsiya; чвк=private military company; кфх=krestyanskoe khozyaystvo
`),
);

/** No Russian word ends like this: "Вижн", "Моушн", "Солюшнс", "Нэшнл". */
const ENGLISH_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/жн(с|з)?$/, 'sion'],
  [/шн(с|з)?$/, 'tion'],
  [/шн[еэа]?л$/, 'tional'],
];
/** A given name and a patronymic run together: "СергейВладимирович". */
const PATRONYMIC = /(\p{Ll})(\p{Lu}\p{Ll}+(?:ич|вна|вич|ична|ічна))$/u;
/** Letters, and given names, that Ukrainian and Belarusian have and Russian has not. */
const UKRAINIAN = /[іїєґў]|володими|олекса|микола|михайло|дмитро|павло|петро\b/i;
const ADJECTIVE = /sk(?:iy|yy|aya|oe|oy|ogo|ie)$/;
const cities = whenNeeded(() => new Set(CITY_NAMES));

/**
 * Reads Cyrillic words letter by letter, English ones by what they mean to spell, and the adjective of a city as the
 * city ("Астраханский" -> "astrakhan", "Томский" -> "tomsk").
 *
 * @param text Cyrillic letters and spaces
 */
export function readCyrillic(text: string): string {
  const ukrainian = UKRAINIAN.test(text);
  return text.replace(/\p{Script=Cyrillic}+/gu, (word) => readWord(word, ukrainian));
}

function readWord(word: string, ukrainian: boolean): string {
  const plain = word.toLowerCase();
  const inCapitals = word.length > 1 && word === word.toUpperCase();
  const known = (inCapitals ? forms().get(plain) : undefined) ?? dictionary().get(plain);
  if (known !== undefined) return known;
  const parted = PATRONYMIC.exec(word);
  if (parted !== null) {
    const cut = word.length - (parted[2] as string).length;
    return `${byLetter(plain.slice(0, cut), ukrainian)} ${byLetter(plain.slice(cut), ukrainian)}`;
  }
  for (const [ending, latin] of ENGLISH_ENDINGS) {
    const found = ending.exec(plain);
    if (found !== null && found.index > 0) {
      const plural = found[1] === undefined ? '' : 's';
      return byLetter(plain.slice(0, found.index), ukrainian) + latin + plural;
    }
  }
  const latin = byLetter(plain, ukrainian);
  return ADJECTIVE.test(latin) ? (cityOf(latin) ?? latin) : latin;
}

/** The city of which a word is the adjective. */
function cityOf(adjective: string): string | undefined {
  const stem = adjective.replace(ADJECTIVE, '');
  return [`${stem}sk`, stem, `${stem}a`].find((city) => cities().has(city));
}

function byLetter(word: string, ukrainian: boolean): string {
  const letters = ukrainian ? word.replaceAll('и', 'ы') : word;
  return anyAscii(letters).replace(/[^A-Za-z0-9]/g, '');
}
