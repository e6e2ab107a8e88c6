import { FORMS_BY_LANGUAGE } from './legal-forms-by-language.ts';

/**
 * Legal forms of many jurisdictions, as classes.
 *
 * A form is one way of organising a firm under one law ("gmbh"); its spellings are equal to one another
 * ("Co., Ltd." = "Company Limited" = 有限公司, which reaches this table as "co ltd"). Forms of one class
 * are alike ("GmbH" and "Ltd" both limit liability), forms of two classes differ. ISO 20275 (entity legal
 * forms) is the standard list; this table keeps the forms that occur in trade.
 *
 * Each line: class / form / where it may stand / spellings in folded words, separated by commas.
 *   end   only after the distinctive words (short forms such as "sa" are words elsewhere)
 *   start only before them     both  at either end     any  anywhere
 */
const TABLE = `
limited/ltd/any/limited,ltd,co ltd,co limited,company limited,company ltd,coltd,coltda,ltd co,limited company,private limited,private ltd,private limited company,pvt ltd,pvt limited,pte ltd,pte limited,p ltd,pty ltd,pty limited,proprietary limited,proprietary ltd,pvt,pte,pty,ltd liability co,lmtd,co lmt,co pte ltd,co pvt ltd,co pty ltd,company pte ltd,company pvt ltd,company private limited,corp ltd,corporation ltd,corporation limited,ltd corp,inc ltd,lnc ltd,colimited,coitd,itd,co itd,lld,teoranta,cyfyngedig
limited/ltd/end/pl,lt,limi,limite,limit,lim,ltdd
limited/llc/any/llc,limited liability company,limited liability co,liability company,ltd liability company,limited liability,co llc,company llc,l l c,pllc,professional limited liability company,wll,with limited liability
limited/llc/end/lc,ll
limited/gmbh/any/gmbh,gesellschaft mit beschrankter haftung,gesellschaft mbh,gesmbh,ges mbh,mbh,ggmbh,gemeinnutzige gmbh,g m b h
limited/ug/any/ug haftungsbeschrankt,unternehmergesellschaft,unternehmergesellschaft haftungsbeschrankt,ug haftungsbeschraenkt
limited/ug/end/ug
limited/sarl/any/sarl,societe a responsabilite limitee,s a r l,sarlu,eurl,suarl
limited/srl/any/srl,societa a responsabilita limitata,sociedad de responsabilidad limitada,s de rl,s de rl de cv,srls,societate cu raspundere limitata,s r l,sociedad responsabilidad limitada
limited/sl/any/sociedad limitada,slu,sociedad limitada unipersonal,sociedad limitada laboral
limited/sl/end/sl,sll,slp,slne
limited/ltda/any/ltda,limitada,sociedade limitada,lda,sociedad limitada,compania limitada,cia ltda,lda unipessoal,unipessoal lda,ltda me,eireli
limited/bv/any/besloten vennootschap,besloten vennootschap met beperkte aansprakelijkheid,bvba,bv bvba
limited/bv/end/bv
limited/oy/any/osakeyhtio,osakeyhtio ab
limited/oy/both/oy,oy ab
limited/ab/any/aktiebolag,aktiebolaget
limited/ab/both/ab
limited/aps/any/anpartsselskab
limited/aps/end/aps
limited/as/any/aksjeselskap,aktieselskab
limited/as/end/as,a s
limited/asa/any/allmennaksjeselskap
limited/asa/end/asa
limited/ehf/end/ehf,hf
limited/ou/both/ou,osauhing
limited/sia/both/sia
limited/uab/both/uab,uzdaroji akcine bendrove
limited/spzoo/any/sp z o o,spolka z ograniczona odpowiedzialnoscia,sp zoo,spzoo,sp z oo,spolka z o o
limited/sro/any/sro,spol s r o,spol sro,spolecnost s rucenim omezenym,spolocnost s rucenim obmedzenym,s r o
limited/doo/any/drustvo s ogranicenom odgovornoscu,d o o,dooel,drustvo sa ogranicenom odgovornoscu,druzba z omejeno odgovornostjo
limited/doo/end/doo
limited/kft/any/kft,korlatolt felelossegu tarsasag
limited/ood/both/ood,eood,druzhestvo s ogranichena otgovornost
limited/epe/both/epe,ike,etairia periorismenis efthynis
limited/ooo/any/ooo,obshchestvo s ogranichennoy otvetstvennostyu,obshchestvo s ogranichennoi otvetstvennostyu,obschestvo s ogranichennoy otvetstvennostyu,tzov,tovarystvo z obmezhenoyu vidpovidalnistyu,tovaristvo z obmezhenoyu vidpovidalnistyu,tovarystvo z obmezhenoiu vidpovidalnistiu,limited liability partnership ooo,tovarishchestvo s ogranichennoy otvetstvennostyu,mchj,mas uliyatli jamiyat
limited/ooo/both/too,odo,tov
limited/limsti/any/limited sirketi,ltd sti,ltd sirketi,limited sti,ltd sirk
limited/limsti/end/sti
limited/sdnbhd/any/sdn bhd,sendirian berhad,sdn berhad,sdnbhd
limited/tnhh/any/tnhh,cong ty tnhh,trach nhiem huu han,cong ty trach nhiem huu han
limited/godo/any/godo kaisha,goudou kaisha,godo gaisha
limited/godo/end/gk
limited/yugen/any/yugen kaisha,yuugen kaisha,yugen gaisha
limited/yuhan/any/yuhan hoesa,yuhan hoesa,yuhanhoesa
limited/baam/any/b m,baam,bm lmtd
limited/baam/end/bm,vm
limited/chamkad/any/chamkad,borisat chamkad,brisath chamkad
joint-stock/ag/any/aktiengesellschaft,ag co,kommanditgesellschaft auf aktien,ag co kgaa,se co kgaa
joint-stock/ag/end/ag,kgaa,a g
joint-stock/sa/any/societe anonyme,sociedad anonima,sociedade anonima,societa anonima,sa de cv,s a de c v,sociedad anonima de capital variable,sab de cv,sapi de cv,sa cv,societe par actions simplifiee,sasu,sociedad anonima cerrada,saog,saoc,saog,anonymi etaireia,anonimi eteria
joint-stock/sa/end/sas,sac,saa,saic,saci,savv,saca
joint-stock/sa/end/sa,s a,eiffage sa
joint-stock/sa/both/sae,sal,sak,sarl sal,societe anonyme libanaise,spa eurl
joint-stock/spa/any/societa per azioni,sociedad por acciones
joint-stock/spa/end/spa,s p a
joint-stock/ae/end/ae
joint-stock/nv/any/naamloze vennootschap
joint-stock/nv/end/nv
joint-stock/plc/any/plc,public limited company,public ltd co,public co ltd,public company limited,pcl,public limited,public company,p l c,public joint stock
joint-stock/se/any/societas europaea
joint-stock/se/end/se
joint-stock/oyj/both/oyj,julkinen osakeyhtio,abp
joint-stock/jsc/any/jsc,joint stock company,joint stock co,joint stock,aktsionernoe obshchestvo,akcionernoe obshchestvo,aksionernoe obshchestvo,oao,otkrytoe aktsionernoe obshchestvo,open joint stock company,ojsc,pao,publichnoe aktsionernoe obshchestvo,public joint stock company,pjsc,zao,zakrytoe aktsionernoe obshchestvo,closed joint stock company,cjsc,private joint stock company,prjsc,pjs,pjs co,pjsco,nepublichnoe aktsionernoe obshchestvo,aktsionerne tovarystvo,publichne aktsionerne tovarystvo,privatne aktsionerne tovarystvo,joint stock company of open type,non public joint stock company,open joint stock,jsco,jscb,jstc,aksjadorlik jamiyati,sherkat sahami,sherkate sahami,sahami khass,sahami aam,sherkat sahami khass,sherkat sahami am,p j s c,j s c,o j s c,c j s c,o a o,z a o,p a o,cong ty co phan,co phan,ctcp,aksjonerlik,shoqeri aksionare,sh a,ojsc,jsb
joint-stock/jsc/both/ao,pat,gak,akb,jvs,nao,prat
joint-stock/jscltd/any/joint stock co ltd,joint stock co limited,joint stock company limited,joint stock company ltd,stock co ltd,share co ltd,shares co ltd,co inc ltd,gufen co ltd,gufen youxian gongsi,incorporated company,stock company,stock corporation,shareholding co ltd,holding co ltd jsc
joint-stock/anonim/any/anonim sirketi,anonim sirket,as sirketi,as ve ticaret
joint-stock/ad/both/ad,ead,aktsionerno druzhestvo,akcionarsko drustvo
joint-stock/dd/end/dd,d d,dionicko drustvo,delniska druzba
joint-stock/asczech/any/akciova spolecnost,akciova spolocnost
joint-stock/nyrt/any/nyrt,zrt,nyilvanosan mukodo reszvenytarsasag,reszvenytarsasag,zartkoruen mukodo reszvenytarsasag
joint-stock/nyrt/end/rt
joint-stock/spolkaakc/any/spolka akcyjna
joint-stock/tbk/any/tbk,persero tbk,perseroan terbatas,persero,pt persero
joint-stock/tbk/start/pt
joint-stock/berhad/any/berhad,bhd
joint-stock/kabushiki/any/kabushiki kaisha,kabushiki gaisha,kabushikikaisha,kabushikigaisha,jusighoesa,jusikhoesa,jusik hoesa,chusik hoesa
joint-stock/kabushiki/both/kk,k k
joint-stock/moa/any/chamkad mahachon,borisat mahachon chamkad
corporation/inc/any/inc,incorporated,incorporation,incorp,lnc,1nc,co inc,company inc,corp inc
corporation/inc/end/in,incorporat,incorpor,incorporate
corporation/corp/any/corp,corporation,corporacion,corporacao,corporazione,korporatsiya,korporaciya,corporate,corpn,co corp,corporation inc,korporasi
corporation/corp/end/cor,corporatio,corporati,corpo,corporat,corpor
company/co/any/company,compagnie,compania,companhia,compagnia,kompaniya,kompania,kompanija,kampani,kampania,gongsi,youxian gongsi,sharikat,sherkat,sherkate,sharika,shrkh,shrkt,hoesa,kaisha,borisat,brisath,cong ty,perusahaan,sirketi,sirket,eteria,etaireia,shirkat,sherkati,shirket
company/co/both/cie,cia
company/co/end/comp
company/co/both/co,compan,compa
partnership/lp/any/limited partnership,l p,lllp,limited liability limited partnership,slp
partnership/lp/end/lp
partnership/llp/any/llp,limited liability partnership,l l p
partnership/kg/any/kommanditgesellschaft,gmbh co kg,gmbh und co kg,gmbh co kommanditgesellschaft,gmbh co ohg,ag co kg,und co kg,co kg,gmbh kg,ug co kg,mbh co kg,kda
partnership/kg/end/kg,ohg,gbr,og,keg
partnership/snc/any/societe en nom collectif,societa in nome collettivo,societe en commandite,societe civile,societa in accomandita semplice
partnership/snc/end/snc,scs,sca,sas di,scp,sci,gie,scrl
partnership/cv/end/cv,vof,commanditaire vennootschap
partnership/hb/end/hb,kb,handelsbolag,kommanditbolag
partnership/partners/any/general partnership,gp llc
cooperative/coop/any/cooperative,coop,cooperativa,cooperatie,genossenschaft,kooperativ,kooperatif,osuuskunta,cooperativa de,eingetragene genossenschaft,cooperatieve
cooperative/coop/end/eg,scoop
foundation/foundation/any/stiftung,stichting,fundacion,fondation,fundacao,fondazione,saatio,bonyad,vakfi
association/verein/any/eingetragener verein,vereniging
association/verein/end/ev,vzw,asbl,aisbl
state/state/any/fgup,federalnoe gosudarstvennoe unitarnoe predpriyatie,federal state unitary enterprise,fsue,gosudarstvennoe unitarnoe predpriyatie,state unitary enterprise,state enterprise,gosudarstvennoe predpriyatie,municipal unitary enterprise,federal state budgetary institution,fgbu,federalnoe gosudarstvennoe byudzhetnoe uchrezhdenie,fgku,federal state enterprise,state owned enterprise,rup,republican unitary enterprise,respublikanskoe unitarnoe predpriyatie,derzhavne pidpryiemstvo,federal state autonomous institution,federal state institution,unitary enterprise,chup,private unitary enterprise,state company,fkp,gku,gbu
state/state/both/gp,mup,gup
sole-trader/sole/any/eingetragener kaufmann,sole proprietorship,sole trader,individual entrepreneur,establishment,empresa individual,entreprise individuelle,individualnyy predprinimatel
sole-trader/sole/end/est
sole-trader/sole/end/ek,ip,eirl,ei,esp
free-zone/fze/any/fze,fz llc,fzllc,free zone establishment,freezone establishment,free zone enterprise,dmcc,dwc llc,dwc
free-zone/fze/end/fz
free-zone/fzco/any/fzco,fzc,fzco llc,free zone company,free zone co,fz co
branch/branch/any/branch,filial,filiale,sucursal,succursale,zweigniederlassung,representative office,rep office,branch office,niederlassung
`;

export type LegalClass = string;

/** Where in a name the spelling counts as a legal form. */
export type LegalPosition = 'start' | 'end' | 'both' | 'any';

export interface LegalForm {
  /** Dense number of the form, from 1: what an index stores. */
  code: number;
  id: string;
  class: LegalClass;
}

export interface LegalSpelling {
  form: LegalForm;
  position: LegalPosition;
  words: readonly string[];
}

const forms = new Map<string, LegalForm>();
const spellings: LegalSpelling[] = [];
for (const line of `${TABLE.trim()}\n${FORMS_BY_LANGUAGE}`.split('\n')) {
  const [legalClass = '', id = '', position = 'any', list = ''] = line.split('/');
  let form = forms.get(id);
  if (form === undefined) {
    form = { code: forms.size + 1, id, class: legalClass };
    forms.set(id, form);
  }
  for (const spelling of list.split(','))
    spellings.push({ form, position: position as LegalPosition, words: spelling.split(' ') });
}

export const LEGAL_SPELLINGS: readonly LegalSpelling[] = spellings;

const FORMS_BY_CODE: readonly LegalForm[] = [...forms.values()];

/** The form stored as `code` (1-based). */
export function legalForm(code: number): LegalForm {
  const form = FORMS_BY_CODE[code - 1];
  if (form === undefined) throw new RangeError(`no legal form has the code ${code}`);
  return form;
}

/** The code of a form by its id ("gmbh"); 0 where there is none. */
export function legalFormCode(id: string): number {
  return forms.get(id)?.code ?? 0;
}
