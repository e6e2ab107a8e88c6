import anyAscii from 'any-ascii';

/**
 * Words that Chinese, and some Japanese, company names are built of, with their English counterparts.
 * What is not in the table is read syllable by syllable ("海康威视" -> "haikangweishi"), which is how
 * Chinese firms write their own names in Latin letters. Simplified and traditional forms stand side by side.
 */
const HAN_WORDS = `
有限责任公司,有限責任公司=limited liability company
股份有限公司,股份公司=joint stock co ltd
有限公司=co ltd
集团公司,集團公司=group company
集团,集團=group
股份=joint stock
公司=company
株式会社,株式會社=kabushiki kaisha
有限会社=yugen kaisha
合同会社=godo kaisha
控股=holdings
技术,技術=technology
科技=technology
信息技术,信息技術=information technology
信息=information
资讯,資訊=information
网络,網絡,網路=network
通信,通讯,通訊=communication
电信,電信=telecommunication
电子,電子=electronics
电气,電氣,電気=electric
电力,電力=electric power
电器,電器=electric appliance
电脑,電腦=computer
计算机,計算機=computer
软件,軟件,軟體=software
数字,數字,数码,數碼=digital
数据,數據=data
智能=intelligent
人工智能=artificial intelligence
安防=security
安全=security
光电,光電=optoelectronics
光学,光學=optical
光通信=optical communication
微电子,微電子=microelectronics
半导体,半導體=semiconductor
集成电路,集成電路=integrated circuit
系统,系統=system
设备,設備=equipment
仪器,儀器=instrument
自动化,自動化=automation
机械,機械=machinery
精密=precision
工业,工業=industry
实业,實業=industrial
制造,製造=manufacturing
工程=engineering
建设,建設=construction
建筑,建築=construction
材料=materials
新材料=new materials
化工=chemical
化学,化學=chemistry
石油=petroleum
石化=petrochemical
天然气,天然氣=gas
能源=energy
新能源=new energy
核工业,核工業=nuclear industry
航空=aviation
航天=aerospace
航空航天=aeronautics astronautics
航海=marine
船舶=shipbuilding
造船=shipbuilding
兵器=ordnance
汽车,汽車=automobile
铁路,鐵路=railway
轨道,軌道=rail
交通=transportation
运输,運輸=transport
物流=logistics
供应链,供應鏈=supply chain
贸易,貿易=trading
进出口,進出口=import export
国际,國際=international
国家,國家=national
国营,國營=state
国防,國防=defense
发展,發展=development
开发,開發=development
投资,投資=investment
金融=financial
银行,銀行=bank
保险,保險=insurance
证券,證券=securities
基金=fund
管理=management
服务,服務=service
咨询,諮詢=consulting
文化=culture
传媒,傳媒=media
教育=education
医疗,醫療=medical
医药,醫藥=pharmaceutical
生物=biological
食品=food
纺织,紡織=textile
服饰,服飾=apparel
服装,服裝=garment
农业,農業=agriculture
环保,環保=environmental
大学,大學=university
学院,學院=college
科学,科學=science
科学院,科學院=academy sciences
研究院=research institute
研究所=research institute
实验室,實驗室=laboratory
中心=center
总公司,總公司=corporation
分公司=branch
工厂,工廠,厂,廠=factory
部=ministry
局=bureau
公安局=public security bureau
公安厅,公安廳=public security department
委员会,委員會=committee
协会,協會=association
省,市,县,縣=
自治区,自治區=autonomous region
中国,中國=china
中华,中華=china
北京=beijing
上海=shanghai
天津=tianjin
重庆,重慶=chongqing
深圳=shenzhen
广州,廣州=guangzhou
广东,廣東=guangdong
浙江=zhejiang
杭州=hangzhou
宁波,寧波=ningbo
江苏,江蘇=jiangsu
南京=nanjing
苏州,蘇州=suzhou
无锡,無錫=wuxi
武汉,武漢=wuhan
湖北=hubei
湖南=hunan
长沙,長沙=changsha
四川=sichuan
成都=chengdu
西安=xian
陕西,陝西=shaanxi
山东,山東=shandong
青岛,青島=qingdao
济南,濟南=jinan
辽宁,遼寧=liaoning
大连,大連=dalian
沈阳,瀋陽=shenyang
哈尔滨,哈爾濱=harbin
黑龙江,黑龍江=heilongjiang
吉林=jilin
长春,長春=changchun
福建=fujian
厦门,廈門=xiamen
安徽=anhui
合肥=hefei
河北=hebei
河南=henan
新疆=xinjiang
乌鲁木齐,烏魯木齊=urumqi
西藏=tibet
内蒙古,內蒙古=inner mongolia
云南,雲南=yunnan
贵州,貴州=guizhou
广西,廣西=guangxi
海南=hainan
香港=hong kong
澳门,澳門=macau
台湾,臺灣,台灣=taiwan
东莞,東莞=dongguan
珠海=zhuhai
佛山=foshan
亚洲,亞洲=asia
环球,環球=global
全球=global
美国,美國=usa
日本=japan
第=no
`;

const DIGITS = '零一二三四五六七八九';
const HAN_NUMERAL = /^[零〇一二三四五六七八九十百]+/u;
const LONGEST_WORD = 6;

const dictionary = new Map<string, string>();
for (const line of HAN_WORDS.trim().split('\n')) {
  const [left, right] = line.split('=');
  for (const word of (left ?? '').split(',')) dictionary.set(word, right ?? '');
}

/** Latin reading of a run of Han characters: known words in English, the rest joined pinyin. */
export function readHan(run: string): string {
  const words: string[] = [];
  let syllables = '';
  const flush = () => {
    if (syllables !== '') words.push(syllables);
    syllables = '';
  };
  let at = 0;
  while (at < run.length) {
    const known = longestWord(run, at);
    if (known !== null) {
      flush();
      words.push(dictionary.get(known) ?? '');
      at += known.length;
      continue;
    }
    const numeral = syllables === '' ? HAN_NUMERAL.exec(run.slice(at))?.[0] : undefined;
    // "三一重工" is a brand that begins with numerals: only those after 第 are counted.
    if (numeral !== undefined && run[at - 1] === '第') {
      flush();
      words.push(String(hanNumber(numeral)));
      at += numeral.length;
      continue;
    }
    const letter = String.fromCodePoint(run.codePointAt(at) ?? 0);
    syllables += anyAscii(letter).toLowerCase();
    at += letter.length;
  }
  flush();
  return words.join(' ');
}

function longestWord(run: string, at: number): string | null {
  for (let length = Math.min(LONGEST_WORD, run.length - at); length > 0; length--) {
    const word = run.slice(at, at + length);
    if (dictionary.has(word)) return word;
  }
  return null;
}

function hanNumber(numeral: string): number {
  let total = 0;
  let digit = 0;
  for (const letter of numeral) {
    if (letter === '百' || letter === '十') {
      total += (digit === 0 ? 1 : digit) * (letter === '百' ? 100 : 10);
      digit = 0;
    } else digit = digit * 10 + Math.max(0, DIGITS.indexOf(letter));
  }
  return total + digit;
}
