/**
 * Fields that a column of a table can give. `ignored` is for columns that are
 * known and not read: they tell a header row from other rows.
 */
export const columnFields = [
  'manufacturer',
  'manufacturerCountry',
  'brand',
  'model',
  'supplier',
  'supplierCountry',
  'name',
  'description',
  'mac',
  'fccId',
  'cpe',
  'purl',
  'countryOfOrigin',
  'version',
] as const;
export type ColumnField = (typeof columnFields)[number];

/** What a header means; `vendor` and `partNumber` mean two things, and count only where no clearer column stands. */
export type Meaning = ColumnField | 'vendor' | 'partNumber' | 'ignored';

/**
 * Headers as people and systems write them, in English, German, French, Spanish,
 * Italian, Portuguese, Chinese and Japanese. Compared without case, accents,
 * blanks and punctuation; a number in a header is the number of a set.
 */
const HEADERS: Readonly<Record<Meaning, string>> = {
  manufacturer: `
    manufacturer | manufacturer name | mfr | mfr name | mfg | mfg name | manf | mnf | man |
    mf | maker | made by | original manufacturer | oem | oem name | producer |
    component manufacturer | hersteller | herstellername | fabrikat | produzent | fabricant |
    constructeur | fabricante | nombre del fabricante | produttore | costruttore | 制造商 |
    製造商 | 厂商 | 廠商 | 生产厂家 | 生产商 | 厂家 | 原厂 | 制造厂商 | 製造業者 | メーカー |
    メーカ | mfrnr`,
  manufacturerCountry: `
    manufacturer country | mfr country | mfg country | country of manufacturer |
    herstellerland | pays du fabricant`,
  brand: `
    brand | brand name | trade name | trademark | make | marke | marque | marca | 品牌 |
    牌子 | ブランド`,
  model: `
    model | model number | model no | model name | model code | mpn |
    manufacturer part number | manufacturer part no | manufacturer pn |
    manufacturer part code | manufacturer part | manufacturer item number |
    manufacturer number | mfr part number | mfr part no | mfr part | mfr pn | mfr no | mfr# |
    mfr_num | mfg part number | mfg part no | mfg pn | mfg# | mfg part# | manf# | manf_num |
    manf part | mnf# | man# | device model | product model | camera model | type designation |
    herstellerteilenummer | hersteller teilenummer | hersteller artikelnummer |
    herstellernummer | hersteller nr | modell | modellnummer | typ | typenbezeichnung |
    reference fabricant | ref fabricant | modele | numero de modele | numero de parte |
    nro de parte | pn fabricante | codigo fabricante | codigo del fabricante |
    referencia fabricante | referencia del fabricante | modelo | modello | codice produttore |
    制造商料号 | 厂商料号 | 原厂型号 | 原厂料号 | 型号 | 型號 | 规格型号 | 产品型号 |
    设备型号 | 型番 | 形式 | mfrpn`,
  supplier: `
    supplier | supplier name | distributor | distributor name | reseller | seller | sold by |
    dealer | wholesaler | lieferant | lieferantenname | handler | fournisseur | distributeur |
    proveedor | distribuidor | fornitore | fornecedor | 供应商 | 供應商 | 代理商 | 经销商 |
    供货商 | 仕入先 | サプライヤー | lifnr`,
  supplierCountry: `
    supplier country | vendor country | country of supplier | lieferantenland`,
  name: `
    component | component name | product | product name | item name | device | device name |
    part name | artikel | produkt | gerat | produit | article | appareil | producto | equipo |
    产品 | 产品名称 | 名称 | 设备名称 | 物料名称 | 品番名`,
  description: `
    description | desc | descr | part description | item description | product description |
    long description | short description | spec | specification | specifications | details |
    notes | remarks | remark | comments | part | beschreibung | bezeichnung | benennung |
    artikelbezeichnung | designation | libelle | descripcion | detalle | descrizione |
    descricao | 描述 | 规格 | 規格 | 说明 | 說明 | 品名 | 品名规格 | 备注 | 説明 | 品名仕様`,
  mac: `
    mac | mac address | mac addr | mac id | macaddress | ethernet address | hardware address |
    physical address | wifi mac | lan mac | wlan mac | mac adresse | adresse mac |
    direccion mac | indirizzo mac | mac地址 | 物理地址 | macアドレス`,
  fccId: `
    fcc id | fccid | fcc | fcc identifier | fcc number | fcc grantee | fcc认证`,
  cpe: `
    cpe | cpe name | cpe23 | cpe uri | cpe 2.3`,
  purl: `
    purl | package url | packageurl`,
  countryOfOrigin: `
    country | country of origin | coo | origin | country of manufacture | made in |
    ursprungsland | herkunftsland | land | pays | pays d'origine | pais | pais de origen |
    paese | paese di origine | 原产国 | 原产地 | 产地 | 国家 | 原産国 | herkl`,
  version: `
    version | revision | rev | firmware | firmware version | 版本`,
  vendor: `
    vendor | vendor name | company | company name | anbieter | vendeur | vendedor`,
  partNumber: `
    part number | part no | part# | part num | pn | p# | p/n | partno | teilenummer |
    artikelnummer | numero de piece | numero de pieza | 料号 | 零件号 | 品番`,
  ignored: `
    qty | quantity | quantities | qnty | qte | count | units | qty per board |
    qty per assembly | qty on hand | menge | anzahl | anz | stuckzahl | stuck | stk |
    quantite | cantidad | cant | unidades | uds | cantidad por placa | 数量 | 數量 | 用量 |
    单板用量 | 使用数量 | 件数 | 个数 | designator | designators | reference | references |
    ref | refdes | reference designator | part reference | bauteil | pos | position | repere |
    designador | referencia | posicion | 位号 | 位置号 | 部位号 | item | line | line number |
    no | nr | # | 序号 | 编号 | internal pn | material number | itemcode | item code |
    partcode | item no | item # | item number | tn | 内部料号 | 物料编码 | 物料号 |
    customerpn | customer part number | custpn | 客户料号 | 客户物料编码 | 客户编码 | value |
    val | comment | wert | valor | comentario | footprint | package | pcb footprint | case |
    encapsulado | huella | 封装 | 封装形式 | 外形 | dnp | dni | nopop | do not populate |
    fitted | bestuckt | no montar | upc code | upc | ean | barcode | libref |
    supplier part number | supplier pn | supplier part | vendor# | vp# | vpn |
    vendor part number | mouser part number | lcsc part | digikey part number |
    ref article fournisseur | codigo mouser | price | unit price | preis | prix | precio |
    单价 | 价格 | serial | serial number | seriennummer | 序列号 | ip | ip address |
    location | site | standort | category | type | status | date | lifecycle | rohs`,
};

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  Object.entries(HEADERS).flatMap(([meaning, headers]) =>
    headers.split('|').map((header) => [plain(header), meaning as Meaning] as const),
  ),
);

/** What a header says: which field, and of which numbered set. */
export interface HeaderMeaning {
  readonly meaning: Meaning;
  /** `Manufacturer 2` is of set 2; a header without a number is of set 1. */
  readonly set: number;
}

/** The meaning of a header; undefined where it is not known. */
export function meaningOf(header: string): HeaderMeaning | undefined {
  const known = MEANINGS.get(plain(header));
  if (known !== undefined) return { meaning: known, set: 1 };
  // `Manufacturer Part Number 2`, `MPN_2`, `Mfr (2)`, `制造商2`
  const [, number] = /(?<!\d)([1-9]\d?)(?!.*\d)/.exec(header) ?? [];
  if (number === undefined) return undefined;
  const numbered = MEANINGS.get(plain(header.replace(/(?<!\d)[1-9]\d?(?!.*\d)/, ' ')));
  return numbered === undefined ? undefined : { meaning: numbered, set: Number(number) };
}

/** A header without what differs by taste: case, accents, blanks, punctuation but the number sign. */
function plain(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]/gu, '')
    .normalize('NFKC');
}
