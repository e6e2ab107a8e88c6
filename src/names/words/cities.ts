/**
 * Cities of more than half a million people, of 200,000 in countries that many listed parties come from, as one
 * word in Latin letters. From GeoNames (www.geonames.org, CC BY 4.0). Left out: names that are more often those of
 * persons or things ("Reading", "Santos"), and those that ordinary companies of other places bear.
 */
const CITIES = `
abadan abeokuta abidjan abuja accra adana adapazari adelaide aden adiyaman agadir aguascalientes ahmedabad
ahvaz ajmer aktobe albuquerque aleppo algiers aligarh allahabad almaty amman amravati amritsar angarsk anqing
anshan anshun antakya antalya antananarivo anyang arak ardabil arequipa arkhangelsk asansol ashgabat asmara
astrakhan asuncion atasehir aurangabad babol babruysk bagcilar bahawalpur bahcelievler baicheng baku balikesir
bamako bandung bangui banjarmasin banqiao baoding baotou bareilly barinas barnaul barquisimeto barranquilla
baruta basra basrah batikent batman battagram beian beihai bekasi belem belgorod bengbu benghazi benoni benxi
bhavnagar bhayandar bhilai bhimbar bhiwandi bhopal bhubaneshwar bikaner bilimora birmingham bishkek biysk
blantyre bogor bogota borivli borujerd bouake boumerdas brasilia bratsk brazzaville bremen brest brisbane
bristol brussels bryansk bucaramanga bucharest bulawayo bursa cabimas calgary callao camaguey camayenne
campinas cancun cangzhou cankaya caracas cartagena casablanca chandigarh changde changwon changzhi chaozhou
cheboksary chelyabinsk chengde chengzhong cherepovets cherkasy chernihiv chernivtsi chiba chiclayo chifeng
chihuahua chiniot chisinau chita chittagong chongjin chuzhou cochabamba cochin coimbatore colombo conakry
copenhagen cordoba corlu cotonou coyoacan cuauhtemoc cucuta cuiaba culiacan cumana curitiba cuttack dadonghai
dadukou daegu daejeon dakar daliang dammam daqing datong davao denizli denpasar depok derna dezhou diyarbakir
djibouti dnipro dombivli donetsk dortmund douala dublin duisburg durban durgapur dushanbe dusseldorf
dzerzhinsk edmonton elazig erbil erzurum esenler esenyurt eskisehir essen faisalabad faridabad fendou
fenghuang fortaleza freetown fresno fukuoka fushun fuxin gaoping gaziantep gebze genoa ghaziabad giza glasgow
goiania gorakhpur gorgan goteborg groznyy guadalajara guangyuan guankou guantanamo guarulhos guayaquil guilin
guiyang gujranwala gujrat guntur guwahati gwalior gwangju hachioji haeju haikou hailar haiphong hamadan hamah
hamamatsu hamhung handan hannover haora harare havana hegang helsinki hengyang herat hermosillo heze hiroshima
hodeidah hohhot holguin homs homyel honcho horlivka hrodna huaian huaibei huainan huanggang huangshi huayin
hubli hungnam huocheng hyderabad ibadan ilorin incheon indianapolis indore ipoh irkutsk ivanovo izhevsk izmir
iztapalapa jabalpur jaboatao jaipur jalandhar jamshedpur jeddah jeonju jerusalem jiamusi jianshui jiaojiang
jiaozuo jieyang jincheng jingdezhen jingling jining jinzhou jiujiang jixi jodhpur johannesburg kaduna kaesong
kagoshima kahramanmaras kaifeng kaliningrad kaluga kalyan kamianske kampala kanggye kanpur kaohsiung
karabaglar karagandy karaj karamay kashgar kasur kathmandu kayseri kazan kemerovo kerman kermanshah khabarovsk
kharkiv khartoum kherson khimki khmelnytskyi khorramabad khorramshahr khulna kigali kinshasa kirikkale kirkuk
kisangani kitakyushu kobe kolhapur koln konya kostanay kostroma kotli kowloon krakow krasnodar krasnoyarsk
kremenchuk kropyvnytskyi kuching kumamoto kumasi kunduz kurgan kursk kyoto kyzylorda lagos langfang laohekou
larkana latakia leicester leipzig lianshan liaocheng liaoyang liaoyuan libreville lijiang lilongwe linfen
linyi lipetsk liupanshui liverpool lome luancheng luanda lubumbashi lucknow ludhiana luhansk luohe luoyang
luqiao lusaka lutsk lviv maceio madurai magnitogorsk mahilyow maiduguri makassar makhachkala makiyivka malaga
malang malatya malingao maltepe managua manaus mandalay manisa maputo maracaibo maracay mardan marino mariupol
marrakesh marseille mashhad matola maturin mazar mecca medan medellin meerut meknes merida merkezefendi mersin
mianyang milwaukee mingora mississauga mogadishu mombasa monrovia montevideo montreal moradabad morelia mosul
mucumpiz mudanjiang multan muratpasa murmansk musaffah muscat muzaffarabad mykolayiv mysore nagoya nagpur
nairobi najafabad najafgarh nalchik nampo nanchong nanded nanning nanyang naples narela nashik nashville
nawabshah nazarabad ndjamena neijiang neyshabur niamey niigata nizhnekamsk nizhnevartovsk nottingham
nouakchott novgorod novokuznetsk novorossiysk nowrangapur nyala odessa okara okayama omdurman omsk oral oran
ordos orenburg orsk orumiyeh osasco oslo osmaniye ottawa ouagadougou padang palembang palermo panshan patna
pavlodar pekanbaru penza perm perth peshawar petropavl petrozavodsk philadelphia pikine pimpri pingdingshan
pingxiang pohang poltava poznan pretoria pristina prokopyevsk pskov puebla pune putian puyang qarchak qazvin
qinhuangdao qionghai qiqihar quebec quetta quito rabat raipur rajkot rajshahi ranchi rasht raurkela rawalpindi
recife reynosa riga rivne rizhao rotterdam ryazan rybinsk sabzevar sahiwal saitama saltillo samara samsun
sanaa sanandaj sancaktepe sangli sanliurfa sanming sapporo sarajevo saransk saratov sargodha sariwon semarang
semey sendai sevastopol sevilla shahkot shakhty shangrao shangyu shaoguan shaoxing shashi sheffield shekhupura
shengli shihezi shiqi shiyan shizuoka shuangyashan shymkent sialkot siliguri simferopol sinuiju siping sirjan
sisli situbondo sivas smolensk sochi sokoto solapur sorocaba soweto srinagar stavropol sterlitamak stuttgart
suihua suizhou sukkur sultanah sultanbeyli sultangazi sumy sunchon surabaya surakarta surgut suwon syktyvkar
taganrog taguig taian taichung taif taihecun taipei taiyuan taizhou taizz takeo tambov tangerang tanggu
tangier tangshan taraz tarsus tashkent tbilisi tebessa tegucigalpa tembisa teresina ternopil thane tianshui
tieling tijuana tirunelveli tlalnepantla tlalpan tlaquepaque tolyatti tomsk tongchuanshi tonghua tongliao
tongshan torreon trabzon tucson tula tunis turin turmero turpan tuxtla tver tyumen uberlandia ulhasnagar ulsan
ulyanovsk umraniye uskudar vadodara valencia vancouver varanasi vijayawada vilnius vinnytsia visakhapatnam
vitebsk vladikavkaz vladivostok volgograd vologda volzhskiy voronezh wafangdian warangal winnipeg wonsan
wroclaw wuhai wuhu wusong wuwei wuzhou xiangtan xiangyang xiantao xianyang xingtai xining xinpu xintai
xinxiang xinyang xinyuan xiuying xuchang yakutsk yangjiang yangon yangquan yangshuo yanji yaounde yaroslavl
yazd yekaterinburg yerevan yibin yichang yinchuan yingkou yiyang yogyakarta yuci yueyang yuncheng yunfu zagreb
zahedan zanjan zapopan zaporizhia zaragoza zaria zarqa zelenograd zeytinburnu zhabei zhangjiakou zhanjiang
zhenjiang zhoukou zhumadian zhuzhou zhytomyr zibo zigong zunyi
`;

/** Each a place of its own. */
export const CITY_NAMES: readonly string[] = CITIES.trim().split(/\s+/);
