/**
 * Places that occur in company names, one a line: the word first, then other spellings and adjectives.
 * Two names that differ in a place only ("... (Hong Kong)", "... (Singapore)") denote two companies.
 */
const PLACES = `
china chinese zhongguo chine kitay cina cin prc
hongkong hk xianggang
kong
hong
macau macao
taiwan taiwanese roc
beijing peking pekin
shanghai
tianjin tientsin
chongqing chungking
shenzhen
guangzhou canton
guangdong kwangtung
zhejiang chekiang
hangzhou hangchow
ningbo
wenzhou
jiangsu kiangsu
nanjing nanking
suzhou
wuxi
changzhou
nantong
wuhan
hubei
hunan
changsha
sichuan szechuan szechwan
chengdu
xian
shaanxi
shanxi
shandong
qingdao tsingtao
jinan
yantai
liaoning
dalian
shenyang
harbin
heilongjiang
jilin
changchun
fujian
xiamen
fuzhou
quanzhou
anhui
hefei
hebei
henan
zhengzhou
xinjiang sinkiang
urumqi
tibet
mongolia mongolian
yunnan
kunming
guizhou
guangxi
hainan
dongguan
zhuhai
foshan
huizhou
zhongshan
jiangxi
nanchang
gansu
lanzhou
ningxia
qinghai
japan japanese japon nippon nihon
tokyo
osaka
korea korean hanguk
seoul
busan pusan
pyongyang
india indian bharat
delhi
mumbai bombay
chennai madras
bangalore bengaluru
kolkata calcutta
pakistan pakistani
karachi
lahore
islamabad
bangladesh
srilanka lanka
nepal
singapore singapur singapura
malaysia malaysian malaysien
indonesia indonesian
jakarta
thailand thai
bangkok
vietnam viet vietnamese
hanoi
philippines philippine
manila
myanmar burma
cambodia
laos
australia australian
sydney
melbourne
zealand
russia russian rossiya rossiyskaya rossiyskiy rossii russland russie rusya rossiiskaya
moscow moskva moskovskiy moskovskaya
petersburg
novosibirsk
siberia siberian sibir
ural uralskiy
ukraine ukrainian ukraina ukrainskaya
kiev kyiv
crimea crimean krym
belarus belarusian belorussia
minsk
kazakhstan
uzbekistan
kyrgyzstan kyrgyz
tajikistan
turkmenistan
armenia armenian
azerbaijan
georgia georgian
turkey turkish turkiye turk turkei
istanbul
ankara
iran iranian persia persian
tehran teheran
isfahan esfahan
shiraz
tabriz
iraq iraqi
baghdad
syria syrian
damascus
lebanon lebanese liban
beirut
jordan jordanian
israel israeli
egypt egyptian
cairo
libya libyan
tripoli
saudi
arabia arabian arab
riyadh
emirates uae
dubai
sharjah
ajman
qatar
kuwait
bahrain
oman
yemen yemeni
afghanistan afghan
kabul
africa african afrique
nigeria nigerian
kenya
ethiopia
sudan sudanese
somalia somali
zimbabwe
zambia
congo
uganda
tanzania
angola
morocco maroc
algeria algerian algerie
tunisia tunisie
europe european europa europeenne
germany german deutschland deutsche allemagne germania
berlin
hamburg
munich munchen
frankfurt
france french francaise
paris
england english
britain british
uk
london
scotland scottish
wales
ireland irish
italy italian italia italiana
milan milano
rome roma
spain spanish espana espanola
madrid
barcelona
portugal portuguese
lisbon lisboa
netherlands dutch nederland holland
amsterdam
belgium belgian belgique
luxembourg
switzerland swiss schweiz suisse svizzera
zurich
geneva geneve
austria austrian osterreich
vienna wien
poland polish polska
warsaw warszawa
czech
prague praha
slovakia
hungary hungarian
budapest
romania romanian
bulgaria bulgarian
sofia
serbia serbian
belgrade
croatia
slovenia
bosnia
greece greek hellenic hellas
athens
cyprus
malta
sweden swedish sverige svenska
stockholm
norway norwegian norge norsk
denmark danish danmark
finland finnish suomi
estonia
latvia
lithuania
usa us america american americas amerika
york
california
texas
florida
chicago
boston
canada canadian
toronto
mexico mexican mexicana mexicano
brazil brazilian brasil brasileira
argentina
chile
colombia colombian
peru
venezuela venezolana
ecuador
bolivia
cuba cuban cubana
panama
nicaragua
asia asian asie
pacific
atlantic
mediterranean
caribbean
latin
middle
east eastern
west western
north northern
south southern
`;

export interface Place {
  words: string[];
}

export const PLACES_TABLE: readonly Place[] = PLACES.trim()
  .split('\n')
  .map((line) => ({ words: line.trim().split(' ') }));
