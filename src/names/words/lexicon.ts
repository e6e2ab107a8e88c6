import { GIVEN_NAME_GROUPS } from './given-names.ts';
import type { WordClass } from './word-class.ts';

/**
 * Words of trade that need knowing: what they abbreviate, what part they play. Each line is
 * "word variant variant ..."; variants count as abbreviations, translations or other spellings of the word.
 * The frequency of a word, which decides its weight, is not here but in ordinary-frequencies.ts.
 */
const GENERIC = `
technology technologies tech techn technol technologie technologien tecnologia tecnologias teknoloji tekhnologii tekhnologiya tehnologii tehnologije texnologiya teknologi technologia technologias keji jishu teknologiya
international intl internatl internacional internationale internazionale mezhdunarodnyy mezhdunarodnaya uluslararasi guoji internat
group grp groupe gruppe grupo gruppa gruppo gruppen jituan kumpulan skupina grubu majmueh
holding holdings hldg hldgs hdg holdco kholding kholdings
global worldwide huanqiu
enterprise enterprises ent entp entps entrprs entreprise entreprises empresa empresas predpriyatie impresa unternehmen qiye
solution solutions soln solns soluciones solucoes losungen
system systems sys syst systeme systemes sistemas sistemi sistemy xitong
service services svc svcs srvc servicios servicos servizi servis uslugi fuwu
industry industries ind inds industrie industria industrias industriya sanayi sanayii gongye
industrial industriel industriale indl industrielle promyshlennyy promyshlennaya promyshlennoe promyslovyy
product products prod prods productos produkte produtos produits
development dev devel dvlpmnt desarrollo developpement razvitie razvitiya fazhan entwicklung
business businesses
general gen genl generale generalnyy
national natl nacional nationale nazionale natsionalnyy natsionalnaya nasional guojia
limited_generic
association assn assoc asociacion associazione associacao assotsiatsiya verband obedinenie obiednannya
organization organisation org organizacion organizatsiya organizacao
management mgmt mgt mngmnt gestion
office ofc
department dept departamento departement
division div
brothers bros
head main
digital dig digitale numerique shuzi
advanced adv
new novo nuevo nouveau
first
united utd
consolidated cons consol
joint
associates assocs
partners ptnrs partner
venture ventures vent
company_generic
state gosudarstvennyy gosudarstvennaya gosudarstvennoe gosudarstvennogo
innovation innovations innovative
`;

const BUSINESS = `
electronics electronic elec elect electron elektronik elektronika electronica electronique elektronische dianzi elektron eltrnc
electric electrical electrique electrica elektrik elektro dianqi elektricheskiy
manufacturing mfg manuf manufacture manufactures mfrg manufacturas manufactura zhizao
manufacturer manufacturers mfr mfrs
communication communications comm comms commun comunicacion comunicaciones communicat kommunikation tongxin tongxun
telecommunication telecommunications telecom telecoms telcom telekom telekomunikasyon telecomunicaciones telecomunicacoes telekommunikation dianxin
information info informatica informatique informatsionnyy xinxi
engineering eng engg engrg engr ingenieria engenharia ingenierie gongcheng muhendislik
equipment equip eqpt eqp equipos ekipman oborudovanie shebei
research res rsch rsrch recherche investigacion forschung yanjiu issledovatelskiy issledovatelskaya issledovatelskoe issledovaniy doslidnyy
institute inst institut instituto institutes nii istituto yanjiusuo instituta
university univ universidad universite universitat universitet universidade universita daxue universiteta
college coll colegio kolledzh xueyuan
academy acad akademiya academie academia akademie akademi akademii
laboratory lab labs laboratories laboratoire laboratorio laboratoriya labor
center centre ctr cntr centro centr zentrum tsentr markaz merkezi zhongxin centers centres
science sciences sci scientific ciencia nauka nauchnyy nauchno kexue wissenschaft nauchnaya nauchnoe nauk naukovyy naukovo
school escuela ecole schule shkola
hospital hosp
government govt gov
ministry min ministerio ministere ministerstvo bu
bureau buro byuro ju
committee cttee comite komitet
chemical chemicals chem chimie quimica kimya khimicheskiy huagong chemie khimicheskaya khimii
pharmaceutical pharmaceuticals pharma pharm farma farmaceutica ilac yiyao
medical med medica medizin yiliao
transport transportation transports trans transp transporte transportes tasimacilik yunshu transportnyy transportnaya
logistics logistic logis logistik lojistik logistica wuliu logistique
import imp ithalat importacao importacion jinkou
export exp ihracat exportacao exportacion chukou
trading trade trd trdg tdg comercio commerce ticaret torgovlya torgovyy maoyi handel handels comercial commercial tijari torgovaya
investment investments inv invest invst inversiones investimentos investitsii touzi yatirim
construction constr const constrn construccion construccions constructora construcciones insaat stroitelstvo jianshe bau stroitelnaya stroitelnyy stroy
building bldg
aviation avia avn havacilik hangkong aviatsionnyy aviatsionnaya aviatsiya aviatsii
aerospace aerosp hangtian
airlines airline airways
shipping shpg ship shipbuilding denizcilik
marine maritime navigation
bank bk banco banque banka banca bancorp bank_of yinhang bankasi
insurance ins insur seguros assurance sigorta strakhovanie
petroleum petrol petroleo shiyou
petrochemical petrochemicals petrochem
oil neft neftyanaya neftyanoy
energy enerji energie energia energiya nengyuan energies energetika energeticheskaya energeticheskiy
power
exploration expl
resources resource recursos
financial fin finance financiera finans finanse jinrong
security sec seguridad securite guvenlik anquan sicherheit
securities secs
fund funds fondo fonds
capital cap
automation autom
machinery mach machine machines maquinaria makina jixie maschinen maschinenbau mashinostroitelnyy mashinostroitelnaya mashinostroitelnoe mashinostroeniya
machinebuilding mashinostroenie
instrument instruments instr pribor priborostroitelnyy priborostroenie
precision prec
semiconductor semiconductors semicon semi
microelectronics microelectronic mikroelektronika
software sw
computer computers comp_uter
network networks netw netzwerk wangluo
design designs konstruktorskoe proektnyy proektirovaniya
material materials matls
metal metals
steel
factory fabrica fabrik fabrika zavod gongchang zavodov zavoda
plant works
agency agcy agencia agentstvo
agriculture agricultural agri agro agric tarim
textile textiles tekstil
foundation fdn found fundatsiya
properties property props
realty
advertising advtg
consulting consultants consultant consultancy cons_ulting
environmental environment env
automotive automobile auto otomotiv avtomobilnyy
supply supplies
distribution distributor distributors dist distr
federal fed federalnyy
municipal munic
corporation_generic
optical optics opt
optoelectronics optoelectronic
aluminium aluminum alum
fibre fiber fibers fibres
defence defense
tyre tire tyres tires
theatre theater
programme program
colour color colours colors
labour labor_
grey gray
catalogue catalog
jewellery jewelry
mould mold moulds molds
plough plow
cheque check_
harbour harbor
sulphur sulfur
centimetre centimeter
metre meter
litre liter
analyser analyzer
specialty speciality
aeronautics aeronautic aeronautical
astronautics astronautic
artificial
intelligence intelligent intel
production proizvodstvo proizvodstvennyy proizvodstvennaya proizvodstvennoe
shipyard shipyards verf verfi sudoverf
shipbuilders sudostroitelnyy sudostroitelnaya sudostroenie sudostroeniya
polytechnic polytechnical politekhnicheskiy
technological tekhnologicheskiy tekhnologicheskaya
technical tekhnicheskiy tekhnicheskaya
nuclear yadernyy atomnyy yadernaya
metallurgical metallurgicheskiy metallurgy metallurgii
radio
television tv
video
`;

const STOP =
  'of the and for in at to by from with on de del la las los le les el du des di da do dos das della delle und et der die das den im van von voor y e zu az fur pour per para dlya po na i ve e_ al bin';
const TITLES =
  'mr mrs ms miss dr prof sir hajji haji hadji mullah maulawi mawlawi sheikh shaykh shaikh sayyid general_ gen_ colonel col major maj captain capt lieutenant lt brig brigadier admiral president prezident presidente praesident prasident presedintele predsjednik presiden elnok prof_ engineer_ ing';

const NUMBER_WORDS = [
  ['zero'],
  ['one', 'first', 'erste', 'primero', 'primera'],
  ['two', 'second', '2nd'],
  ['three', 'third'],
  ['four', 'fourth'],
  ['five', 'fifth'],
  ['six', 'sixth'],
  ['seven', 'seventh'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['ten', 'tenth'],
  ['eleven', 'eleventh'],
  ['twelve', 'twelfth'],
  ['thirteen', 'thirteenth'],
  ['fourteen', 'fourteenth'],
  ['fifteen', 'fifteenth'],
  ['sixteen', 'sixteenth'],
  ['seventeen', 'seventeenth'],
  ['eighteen', 'eighteenth'],
  ['nineteen', 'nineteenth'],
  ['twenty', 'twentieth'],
] as const;
const TENS = 'thirty forty fifty sixty seventy eighty ninety';
const ROMAN = 'ii:2 iii:3 iv:4 vi:6 vii:7 viii:8 ix:9 xii:12 xiii:13 xiv:14 xv:15';

export interface LexiconEntry {
  word: string;
  class: WordClass;
  /** Words of one group mean the same; 0 = a group of its own. */
  group: number;
  /** The number that the word names, or -1. */
  value: number;
}

/** Reads the tables above into entries; `firstGroup` keeps the groups apart from those of the places. */
export function lexiconEntries(firstGroup: number): LexiconEntry[] {
  const entries: LexiconEntry[] = [];
  let group = firstGroup;
  const addLines = (lines: string, wordClass: WordClass) => {
    for (const line of lines.trim().split('\n')) {
      for (const word of line.trim().split(' '))
        if (!word.includes('_')) entries.push({ word, class: wordClass, group, value: -1 });
      group++;
    }
  };
  addLines(GENERIC, 'generic');
  addLines(BUSINESS, 'business');
  for (const names of GIVEN_NAME_GROUPS) {
    for (const word of names) entries.push({ word, class: 'core', group, value: -1 });
    group++;
  }
  for (const word of STOP.split(' '))
    if (!word.includes('_')) entries.push({ word, class: 'stop', group: 0, value: -1 });
  for (const word of TITLES.split(' '))
    if (!word.includes('_')) entries.push({ word, class: 'title', group: 0, value: -1 });
  const addNumber = (word: string, value: number) =>
    entries.push({ word, class: 'number', group: 0, value });
  NUMBER_WORDS.forEach((words, value) => {
    for (const word of words) addNumber(word, value);
  });
  TENS.split(' ').forEach((word, index) => {
    addNumber(word, 30 + index * 10);
    addNumber(word.replace(/y$/, 'ieth'), 30 + index * 10);
  });
  for (const pair of ROMAN.split(' ')) {
    const [word = '', value = ''] = pair.split(':');
    addNumber(word, Number(value));
  }
  return entries;
}
