/**
 * Further spellings of legal forms, by language: "class/form/where/spellings" as in `legal-forms.ts`, in folded words.
 * Short ones stand at an end only. Left out, since they are words or places more often than forms: NPO (in Russian a
 * research and production association), NL, GO, OF, DA, NO, BO, VO, GA, charity, unlimited hotels and the like by themselves.
 */
const TABLE = `
limited/ltd/any/limted,limitd,lmited,limied,public limited by guarantee,limited by guarantee,limited by shares,private company with limited liability,single member private limited company,private limited by shares,foreign limited company,ltd by guarantee,limitee,cuideachta phoibli theoranta,cuideachta ghniomhaiochta ainmnithe
limited/ltd/end/ltds,cyf
limited/llc/any/shpk,sh p k,limted liability co,limitd liability co,foreign limited liability company,ltd liability comp,ltd liab company,limited liab co,llcs,kompaniya s ogranichennoy otvetstvennostyu,company liability limited,company individual liability limited,shoqeri me pergjegjesi te kufizuar,sh pk,limited company liability,company with liability limited,partnership liability limited,khyazgaarlagdmal khariutslagatay company,shezghuduli pasukhismgeblobis sazogadoeba,mehdud mesuliyyetli cemiyyet,halafinetu yetewesene yegl mahber,sh mm,zmm,shps
limited/llc/end/mmc,ocoo,khkhk,ca
limited/gmbh/any/gesellschaft mit besch haftung,gesellschaft mit beschr haftung,gesellschaft mit beschraenkter haftung,ges mit beschr haftung,ges mit besch haftung,gm beschr haftung,gm besch haftung,mit besch haftung,mit beschr haftung,mit beschrankter haftung,gesellsch mbh,gemeinnutzige gesellschaft mit beschrankter haftung,gmbhs,gmb h,gmb kh,gmbkh
limited/ug/any/ug haftungsbeschr,unternehmerges haftungsbeschrankt,gemeinnutzige ug,gemeinnutzige ug haftungsbeschrankt,gemeinnutzige unternehmergesellschaft,gemeinnutzige unternehmergesellschaft haftungsbeschrankt,gug haftungsbeschrankt
limited/ug/end/gug,unternehmerges,unternehmerg
limited/sarl/any/soc a resp limitee,soc a responsab limitee,soc resp limitee,entreprise unipersonnelle a responsabilite limitee,societe privee a responsabilite limitee,societe privee a responsabilite limitee unipersonnelle,sprl,sprlu,societe commerciale canadienne
limited/srl/any/soc a resp limitata,soc resp limitada,sociedad de responsabilidad limitada de capital variable,srlcv,societatea cu raspundere limitata,societate cu responsabilitate limitata,societatea cu responsabilitate limitata,societatea cu raspundere,intreprinderea cu responsabilitate limitata,societatea comerciala,societa a responsabilita limitata semplificata,societa a responsabilita limitata unipersonale
limited/sl/any/sociedad limitada nueva empresa,sociedad limitada por acciones abierta
limited/ltda/any/empresa individual de responsabilidade limitada,sociedade unipessoal por quotas,sociedade por quotas
limited/bv/any/besl vennootschap,b vennootschap,vennootschap met beperkte aansprakelijkheid,eenpersoons bvba,eenpersoons besloten vennootschap met beperkte aansprakelijkheid
limited/bv/end/bvs
limited/oy/any/yksityinen osakeyhtio
limited/ab/any/aktie bolag,aktiebol,a bolag,publikt aktiebolag,privat aktiebolag
limited/aps/any/selskab med begraenset ansvar,ivaerksaetterselskab,forening med begraenset ansvar
limited/aps/end/ivs,smba,fmba
limited/as/any/aktieselskabet,det offentligretlige aktieselskab
limited/ehf/any/einkahlutafelag,hlutafelag
limited/ou/any/aktsiaselts,avatud aktsiaselts
limited/sia/any/sabiedriba ar ierobezotu atbildibu,akciju sabiedriba
limited/uab/any/uzdarosios akcines bendroves,viesoji akcine bendrove,atviroji akcine bendrove,akcine bendrove,ribotos atsakomybes bendrove
limited/spzoo/any/sp z o o sp k,sp z oo sp k,sp z ogr odp,spolka z ogr odpow,spolka z oo,spolka z oo sp k,spz oo,spz o o
limited/sro/any/spol s ro,spol s ruc omez
limited/doo/any/drustvo ogranicene odgovornosti,drustv ogranic odgovor,jednostavno drustvo s ogranicenom odgovornoscu,drushtvo sa ogranichenom odgovornoshcu,drushtvo so ogranichena odgovornost,drustvo s neogranicenom solidarnom odgovornoscu,drustveno preduzece,drushtveno preduzece
limited/doo/end/jdoo,dno
limited/kft/any/kft fioktelep,kulfoldi szekhelyu vallalkozas fioktelepe,korlatolt felelossegu tarsasag organizacni slozka
limited/ood/any/druzhestvo s ogranichena otgovornost,drujestvo s ogranichena otgovornost,ednolichno druzhestvo s ogranichena otgovornost,druzhestvo uchredeno po zakona za zadlzheniyata i dogovorite,druzhestvo uchredeno po zakona za zadalzheniyata i dogovorite
limited/ood/end/dzzd
limited/epe/any/idiotiki kefalaiouchiki etaireia,monoprosopi epe,etaireia periorismenis efthinis
limited/ooo/any/obshchestvo s dopolnitelnoy otvetstvennostyu,obshchestvo s dopolnitelnoj otvetstvennostyu,obshchestvo s ogranichennoj otvetstvennostyu,obshchestva s ogranichennoy otvetstvennostyu,obshchestvo c ogranichennoy otvetstvennostyu,obshchestvo s ohranychennoi otvetstvennostiu,obschestvo s ogranichennoj otvetstvennostju,partnerstvo s ogranichennoy otvetstvennostyu,chastnaya kompaniya s otvetstvennostyu,chastnaya kompaniya s otvetstvennostyu ogranichennoy aktsiyami,aktsionernaya kompaniya s ogranichennoy otvetstvennostyu,tovarystva z abmezhavanay adkaznastsyu,tavarystva z abmezhavanay adkaznastsyu,tavarystva z abmezhavanaj adkaznascyu,tavaristva z abmezhavanaj adkaznastsiu,tavarystva z dadatkovay adkaznastsyu,tavarystva z dadatkovaj adkaznascyu,masuliyati cheklangan jamiyat,masuliyati cheklangan zhamiyat,qoshimcha masuliyatli jamiyat,qushimcha masuliyatli zhamiyat,tovarystvo z dodatkovoyu vidpovidalnistyu
limited/ooo/both/mchzh,taa,tda,qmj,oop
limited/limsti/any/dis tic ltd,dis ticaret ltd
limited/tnhh/any/cty tnhh,cty tnhh mtv,cong ty trach nhiem huu han mot thanh vien,doanh nghiep tu nhan,doanh nghiep co von dau tu nuoc ngoai,doanh nghiep nha nuoc
limited/tnhh/both/dntn,dtnn,dnnn
limited/yuhan/both/yu
joint-stock/plc/any/public limited co,public limitd company,public limted company,publicly limited company,publicly ltd company,pub limited co,pub ltd co,pub limited,public ltd corporation,public limited corporation,public lt co,public lt company,plc ltd,plc company,p l co,pl co,public stock company,plcs
joint-stock/jsc/any/jointstock company,js co,jnt stock co,jt stock co,j stock company,open jnt stock co,open jsc,o joint stock co,closed jsc,public jsc,public stock company pjsc,joint stock commercial bank,public joint stock commercial bank,joint stock bank,pjscb,al joint stock limited,company al joint stock,sharikat al mossahamah,company khafia al asim,company khafia al ism,societe par actions,societe publique par actions,societe par actions ouverte,societe par actions de regime federal,societe par actions par loi sur les societes par actions,aktsionernyy kommercheskiy bank,aktsionerny kommercheskiy bank,aktsionernyy komertsiynyy bank,strakhovaya aktsionernaya kompaniya,strakhovaya aktsioner kompaniya,aktsionernoe obshchestvo zakrytogo tipa,aktsionernoe obshchestvo otkrytogo tipa,aktsionernogo obshchestva zakrytogo tipa,aktsionernye obshchestva zakrytogo tipa,aktsionernogo obshchestva,aktsionernoe obschestvo,aktsionernoye obshchestvo,otkrytoe aktsionernoye obshchestvo,otkrytoe aktsionernoe obschestvo,otkrytoe aktsionernoye obshestvo,zakrytoe aktsionernoye obshchestvo,zakrytoe akcionernoe obshchestvo,zakrytoje akcionernoje obshchestvo,otkrytoe akcionernoe obshchestvo,otkrytoe akcionernoe obshhestvo,otkrytoje akcionernoje obshchestvo,odkryte akcjonarne obschtschestwo,zakryte akcjonarne obschtschestwo,otkr akts obshch,aktsionernogo tovarystva,aktsionerne tovarystvo vidkrytogo typu,aktsionerne tovarystvo zakrytogo typu,vidkryte aktsionerne tovarystvo,vidkrite akcionerne tovaristvo,zakryte aktsionerne tovarystvo,zakrytoe aktsionerne tovarystvo,adkrytae aktsyyanernae tavarystva,adkrytae akcyyanernae tavarystva,adkritaye aktsiyanernaye tavaristva,zakrytae aktsyyanernae tavarystva,zakrytae akcyyanernae tavarystva,zakritaye aktsiyanernaye tavaristva,aksiyadorlik jamiyati,aktsiyadorlik zhamiyati,ochiq aksiyadorlik jamiyati,ochiq aktsiyadorlik zhamiyati,yopiq aksiyadorlik jamiyati,epiq aktsiyadorlik zhamiyati,khuvtsaat company,saaktsio sazogadoeba,dakhuruli saaktsio sazogadoeba,aciq sehmdar cemiyyeti,qapali sehmdar cemiyyeti,qapali tipli sehmdar cemiyyeti,shoqeri anonime,shoqeri aksionere,aksiyun mahber,aktsionarsko drushtvo,aktsionersko drushtvo,pryvatne aktsionerne tovarystvo,cuideachta comhstoic oscailte,aktsionernye obshchestva,aktsionernoe obshchestvo finansovo stroitelnaya kompaniya
joint-stock/jsc/both/aat,zat,vat,oaj,yoaj,khk,qsc,ass
joint-stock/jsc/end/at,sha,sh ml,asc,bat,haao
joint-stock/sa/any/sociedad por acciones simplificada,sociedades por acciones simplificada,soc par actions simplifiee,societe actions simplifiee,compania anonima,compania por acciones,c por a,comandita por acciones,societe en commandite par actions,sociedad anonima comercial industrial y financiera,sociedad anonima comercial industrial financiera e inmobiliaria,sociedad anonima comercial industrial financiera inmobiliaria y agropecuaria,sociedades anonimas inscritas de capital abierto,sociedad anonima promotora de inversion de capital variable,soc anon de cap var,soc anon prom de inv de cap var,sociedad anonima unipersonal,sociedad anonima deportiva,sociedade publica por acoes,sociedade por acoes,sociedade por acoes aberta,sociedade anonima aberta,societat anonima,societate anonima,societate pe actiuni,societatea pe actiuni,societatea publica pe actiuni,dimosia symmetochiki etaireia,societe anonyme omanaise close,societe anonyme omanaise generale,saica,sacif,sacifi,sacifia,saci yf,sacifi ya,sadecv,sacv,sapicv,sa pi de cv
joint-stock/sa/end/sau,cpa,s par as
joint-stock/ag/any/aktienges,aktien gesellschaft,aktien ges,akt ges,aktg,gemeinnutzige ag,gemeinnutzige aktiengesellschaft,offene aktiengesellschaft
joint-stock/ag/end/ags,gag
joint-stock/nv/any/n vennootschap,naaml vennootschap,aandelenvennootschap,openbare aandelenvennootschap,vennootschap op aandelen,openbare vennootschap op aandelen,openbare publiek private vennootschap op aandelen,aandeelhouder bestuurde vennootschap
joint-stock/se/any/europaische aktiengesellschaft,europaische gesellschaft,evropeysko druzhestvo
joint-stock/ad/any/ednolichno aktsionerno druzhestvo,publichno aktsionerno druzhestvo,aktsionerno druzhestvo ss spetsialna investitsionna tsel,aktsionerno druzhestvo sas spetsialna investitsionna tsel
joint-stock/ad/end/adsits,adsitz,adsic
joint-stock/dd/any/javno dionicko drustvo,javna delniska druzba
joint-stock/asczech/any/verejna akciova spolecnost,verejna akciova spolocnost,akc spolecnost,a spolecnost
joint-stock/nyrt/any/allami tulajdonban levo reszvenytarsasag
joint-stock/spolkaakc/any/otwarta spolka akcyjna,panstwowa spolka akcyjna
joint-stock/tbk/any/perseroan terbatas terbuka,pt tbk
joint-stock/anonim/any/anonim ortaklik,halka acik anonim ortaklik
joint-stock/tnhhcp/any/cty cp,cong ty cp
joint-stock/oyj/any/avoin osakeyhtio
corporation/inc/any/incorporee,incorporado,incs
company/kumpanija/any/kumpanija bishma konguntij,kumpanija bishma kongunti,kumpanija bishma kongunti pubblici
partnership/lp/any/komanditno drustvo,komanditno drushtvo,komanditno druzhestvo,komanditno druzhestvo s aktsii,komanditno druzhestvo s aktsiyami,komanditni spolecnost,komanditsabiedriba,kommanditselskab,kommandiittiyhtio,komandit sirket,kom sti,limited ortaklik,shoqeri komandite,sociedad en comandita simple,sociedad en comandita por acciones,sociedad comanditaria,comandita simple,s en c,s en cs,sociedad de capital e industria,sce i,societe en commandite simple,societa in accomandita per azioni,gewone commanditaire vennootschap,commanditaire vennootschap op aandelen,comm v,comm va,beteti tarsasag,usaldusuhing,lianghe company,hezihuishe,kommandit gesellschaft
partnership/lp/end/ilp,kd,cva,ks,ky,shk,sh k,scpa,scei,s cra,scra,sapa,secs,bt,uu
partnership/llp/any/partg mbb,part g mbb,part mbb,partmbb,partgmbb,partnerschaft mbb,partnerschaftsgesellschaft mbb,partnerschaftsgesellschaft mit beschrankter berufshaftung,partnerschaft mit beschrankter berufshaftung
partnership/llp/end/mbb
partnership/kg/any/gmbh u co kg,gmbhcokg,ugcokg,agcokg,secokg,stiftungcokg,egcokg,ltdcokg,bvcokg,mbh u co kg,secokgaa,gmbhcokgaa,agcokgaa,stiftungcokgaa,europaische gesellschaft co kg,europaische gesellschaft co kgaa,gmbkh end ko kg,ltd co kg,stiftung co kg,eg co kg,gmbh co kgaa,stiftung co kgaa,bv co kg,se co kg
partnership/partners/any/offene handelsgesellschaft,offene handels gesellschaft,gmbhcoohg,ugcoohg,gesellschaft burgerlichen rechts,gesellschaft des burgerlichen rechts,ges burgerlichen rechts,ges bur rechts,eingetragene gbr,eingetragene gesellschaft burgerlichen rechts,eingetragene gesellschaft des burgerlichen rechts,bgb gesellschaft,partnerschaftsgesellschaft,partnerschaft,part g,partg,offene gesellschaft,offene erwerbsgesellschaft,kommanditerwerbsgesellschaft,stille gesellschaft,sociedad colectiva,sociedad civil privada,ortacko drustvo,ortachko drushtvo,javno trgovacko drustvo,sbiratelno druzhestvo,sabiratelno druzhestvo,avoin yhtio,kolektif sirket,koll sti,sameignarfelag,kozkereseti tarsasag,egyszeru tarsasag,polnoe tovarishchestvo,pilnsabiedriba,taisuhing,interessentskab,partnerselskab,vennootschap onder firma,verejna obchodni spolecnost,heminghuishe,joint venture,kozos vallalat,qoshma korxona,qushma korkhona
partnership/partners/end/egbr,e gbr,gesbr,ay,jtd,dd jtd,kkt,oeg,stg,sf,i s,vos,jv
cooperative/coop/any/co op,sociedad cooperativa,societe cooperative de production,societas cooperativa europaea,europaische genossenschaft,evropeysko kooperativno druzhestvo,kooperatsiya,kooperatsia,spoldzielni,szovetkezet,ekonomisk forening,ek for,andelslag,andelslag med begraenset ansvar,andelsselskab med begraenset ansvar,cooperatieve vennootschap met beperkte aansprakelijkheid,cooperatieve vennootschap met onbeperkte aansprakelijkheid,hop tac xa,selskokhozyaystvennyy proizvodstvennyy kooperativ,potrebitelskiy kooperativ,proizvodstvennyy kooperativ,versicherungsverein auf gegenseitigkeit,versicherungsverein ag,onderlinge waarborgmaatschappij,gensidigt selskab,european economic interest grouping,europaische wirtschaftliche interessenvereinigung,evropeysko obedinenie po ikonomicheski interesi,groupement dinteret economique,gospodarsko interesno udruzenje,economisch samenwerkingsverband,europai gazdasagi egyesules,erdeszeti tarsulas,sociedad de garantia reciproca,societe deconomie mixte,societe en participation,nimingzuhe,tokumei kumiai,renyizuhe,nini kumiai,hbret sra mahberat
cooperative/coop/end/egen,sce,vvag,amba,anl,cvba,cvoa,eeig,ewiv,eoii,ekfor,ekd,koop,htx,szov,scop,sgr,pkoop,owm
foundation/foundation/any/rechtsfahige stiftung,gemeinnutzige stiftung,stiftung des offentlichen rechts,stiftung des burgerlichen rechts,rechtsf stiftung,stichting particulier fonds,alapitvany,blagotvoritelnyy fond,blagotvoritelny fond,blagodiynyy fond,blahodiynyy fond,blahodijnyj fond,obshchestvennyy fond,obscestvennyj fond,dabrachynny fond,dabracynny fond,nekommercheskaya organizatsiya fond,charitable fund,charity fund,nebenstiftung
foundation/foundation/end/alap
association/verein/any/eingetr verein,eingetragene vereinigung,vereniging zonder winstoogmerk,internationale vereniging zonder winstoogmerk,vereinigung ohne gewinnerzielungsabsicht,association sans but lucratif,association internationale sans but lucratif,non governmental organization,non governmental organisation,non government organization,non government organisation,non profit organization,non profit organisation,nonprofit organization,nonprofit organisation,charitable organization,charitable organisation,civil society organization,civil society organisation,organisation non gouvernementale,organizacion no gubernamental,organizacao nao governamental,organizacao da sociedade civil de interesse publico,organizzazione non governativa,nichtregierungsorganisation,niet gouvernementele organisatie,organizacja pozarzadowa,nevladni organizace,mimovladna organizacia,nevladina organizacija,nevladine organizacije,organizatia neguvernamentala,organizatia societatii civile,obecne prospesna spolecnost,obcanske sdruzeni,zapsany spolek,egyesulet,kozhasznu tarsasag,rekisteroity yhdistys,rekisteroity yhdistys ry,registrerad forening,mittetulundusuhing,nekommercheskoe partnerstvo,nekommercheskaya organizatsiya,nekommercheskaya organizaciya,avtonomnaya nekommercheskaya organizatsiya,avtonomnaja nekommerceskaja organizacija,autonomous non profit organization,negosudarstvennaya nekommercheskaya organizatsiya,negosudarstvennaya organizatsiya,obshchestvennaya organizatsiya,obshchestvennoe obedinenie,mestnaya obshchestvennaya organizatsiya,oblastnaya obshchestvennaya organizatsiya,blagotvoritelnaya organizatsiya,blagodiyna organizatsiya,blahodiyna orhanizatsiya,gromadska organizatsiya,hromadska orhanizatsiya,gromadske obiednannya,hromadske obyednannya,volonterska organizatsiya,volonterska orhanizatsiya,nederzhavna organizatsiya,nederzhavna orhanizatsiya,neuryadova organizatsiya,nekomertsiyna organizatsiya,dabrachynnaya arganizatsyya,gramadskae abyadnanne,gramadskaya arganizatsyya,nedzyarzhaunaya arganizatsyya,religioznaya organizatsiya,mestnaya religioznaya organizatsiya,tsentralnaya religioznaya organizatsiya,mestnaya pravoslavnaya religioznaya organizatsiya,pervichnaya profsoyuznaya organizatsiya,mestnaya obshchestvennaya organizatsiya pervichnaya profsoyuznaya organizatsiya,obedinenie yuridicheskikh lits,community interest company,toriyn bus bayguullaga,tovarishchestvo sobstvennikov zhilya,tovarishchestvo sobstvennikov nedvizhimosti,sadovodcheskoe nekommercheskoe tovarishchestvo,ngo,anpo,oscip
association/verein/end/ry,zs,ops,kht,ivzw,mtu,cso,ong,egyes,oyul,tszh,snt,cic
association/verein/start/ano,nko,anoo,ngo,noo,oo
state/state/any/sociedad del estado,empresa publica,empresa unitaria estatal,anstalt des offentlichen rechts,anstalt offentlichen rechts,korperschaft des offentlichen rechts,korperschaft offentlichen rechts,kommunalunternehmen,gemeinnutziges kommunalunternehmen,staatliches einheitsunternehmen,foderales staatseigenes unternehmen,staatskonzern,state concern,statni koncern,statni podnik,statni jednotny podnik,statny unitarny podnik,javno preduzece,intreprinderea de stat,intreprinderea municipala,unitarnoe predpriyatie,unitarnae pradpryemstva,gosudarstvennogo unitarnogo predpriyatiya,derzhavne unitarne pidpryiemstvo,federalne derzhavne unitarne pidpryiemstvo,federalne panstwowe przedsiebiorstwo unitarne,entreprise unitaire detat,entreprise unitaire publique federale,empresa publica unitaria federal,impresa unitaria statale,federalnoe kazennoe predpriyatie,kazennoe predpriyatie,dochernee gosudarstvennoe unitarnoe predpriyatie,federalnoe dochernee gosudarstvennoe unitarnoe predpriyatie,gosudarstvennoe unitarnoe dochernee predpriyatie,gosudarstvennoe unitarnoe selskokhozyaystvennoe predpriyatie,gosudarstvennoe nauchno proizvodstvennoe predpriyatie,munitsipalnoe unitarnoe predpriyatie,munitsipalnoe predpriyatie,kommunalnoe predpriyatie,komunalne pidpryiemstvo,munitsipalnoe uchrezhdenie,derzhavnogo unitarnogo pidpryiemstva,gosudarstvennyy nauchno issledovatelskiy institut,derzhavne naukovo vyrobnyche pidpryiemstvo,unitar korxona,unitar korkhona,public sector enterprise,public sector undertaking,federal state budgetary enterprise,public establishment with economic characteristics,hindu undivided family,kozjogi szervezet
state/state/both/dgup,gudp,gusp,gnpp,gbou,mbou,mbdou,maou,gkou,gdou,fgnu,fgku,fku,fgbou,fgaou,fgkvou,fgbou vo,fgaou vo,fgbou vpo,fgou vpo,gou vpo,fgbou dpo,fgu,mku,mbu
state/state/end/aor,kdor,peec,huf,psu,pse,kjsz
sole-trader/sole/any/eingetragener kaufmann,eingetragene kauffrau,eingetr kaufmann,eingetragenes einzelunternehmen,empresa unipersonal,empresa individual de responsabilidad limitada,ednolichen trgovets,ednolichen targovets,intreprindere individuala,intreprinderea individuala,intreprinzator individual,intreprinzatorul individual,inteprinderea individuala,interprinderea individuala,samostalni preduzetnik,private enterprise,pryvatne pidpryiemstvo,pryvatnae unitarnae pradpryemstva,chastnoe predpriyatie,chastnoe unitarnoe predpriyatie,indyvidualny pradprymalnik,fizichna osoba pidpryiemets,fizychna osoba pidpryiemets,fizicheskoe litso predprinimatel,subekt predprinimatelskoy deyatelnosti,subiekt pidpryiemnytskoi diyalnosti,egyeni vallalkozo,egyeni ceg,enskild naringsidkare,fuusilisest isikust ettevotja,individualais komersants,oilaviy korxona,oilaviy korkhona,xususiy korxona,khususiy korkhona,xususiy tadbirkorlik,khususiy tadbirkorlik,krestyanskoe fermerskoe khozyaystvo,krestyanskoe khozyaystvo,obiteljsko poljoprivredno gospodarstvo,unlimited company,unlimited proprietary,wuxian company,preduzetnik
sole-trader/sole/both/fop,spd,kfkh,opg,pup
sole-trader/sole/end/e kfm,e kfr,ekfm,ekfr,kfm,kfr,unltd,ultd,oiminimi,t mi,fie
free-zone/fze/any/fz establishment,fz enterprise,free zone entity,fz entity,dubai multi commodities centre,dubai multi commodities centre company,dmcc company,dmcc co,dmcc llc,dmcc free zone
free-zone/fzco/any/free zone llc,free zone limited liability company,free economic zone llc,special economic zone llc,trade free zone company,freezone company,freezone co,llc fz
military/pmc/any/private military company,chastnaya voennaya kompaniya,pryvatna viyskova kompaniya
military/pmc/both/pmc,chvk
fund/fund/any/fond commun de placement,fond de placement,societe dinvestissement a capital variable,societe dinvestissement a capital fixe,soc invest capital variable,sicav,sicaf,otkrytyy paevoy investitsionnyy fond,zakrytyy paevoy investitsionnyy fond,intervalnyy paevoy investitsionnyy fond,birzhevoy paevoy investitsionnyy fond,zakrytyy kombinirovannyy paevoy investitsionnyy fond,intervalnyy kombinirovannyy paevoy investitsionnyy fond,birzhevoy paevoy investitsionnyy fond rynochnykh finansovykh instrumentov,national association,national trust savings association,kommercheskiy bank,nebankovskaya kreditnaya organizatsiya,raschetnaya nebankovskaya kreditnaya organizatsiya,non bank credit organization,settlement non banking credit organization
fund/fund/end/na,nt sa
branch/branch/end/sube,sb
`;

/** Institutions of the Russian state: each of these words may be left out, the last may not. */
const INSTITUTION_PARTS = [
  ['federalnoe', 'okruzhnoe', 'oblastnoe', 'negosudarstvennoe', ''],
  ['gosudarstvennoe', 'munitsipalnoe', ''],
  ['byudzhetnoe', 'avtonomnoe', 'kazennoe', 'chastnoe', ''],
  ['voennoe', ''],
  [
    'obrazovatelnoe',
    'obshcheobrazovatelnoe',
    'doshkolnoe obrazovatelnoe',
    'professionalnoe obrazovatelnoe',
    'nauchnoe',
    '',
  ],
  ['uchrezhdenie'],
];

function combined(parts: readonly (readonly string[])[]): string[] {
  return parts
    .reduce<string[]>(
      (all, words) => all.flatMap((text) => words.map((word) => `${text} ${word}`)),
      [''],
    )
    .map((text) => text.replace(/ +/g, ' ').trim());
}

const institutions = combined(INSTITUTION_PARTS).filter((text) => text.includes(' '));

/** What may follow such an institution. */
const INSTITUTION_ENDS =
  'vysshego obrazovaniya,vysshego professionalnogo obrazovaniya,srednego professionalnogo obrazovaniya,dopolnitelnogo obrazovaniya,dopolnitelnogo professionalnogo obrazovaniya,sotsialnogo obsluzhivaniya,zdravookhraneniya,kultury,nauki';

/** The lines of the table, and one for the institutions. */
export const FORMS_BY_LANGUAGE = `${TABLE.trim()}\nstate/state/any/${institutions.join(',')},${INSTITUTION_ENDS}`;
