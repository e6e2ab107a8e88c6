import type { DeviceSign, Devices } from '../domain/device.ts';
import { parseCpe } from './cpe.ts';
import { blockOf, isLocallyAdministered, type MacBlocks, type MacSign, macDigits } from './mac.ts';
import { modelPattern, normaliseModel } from './model.ts';
import { packagePath, packagePattern } from './package.ts';

/** A product as a query or a line of a bill of materials gives it. */
export interface Product {
  readonly model?: string | undefined;
  readonly mac?: string | undefined;
  readonly fccId?: string | undefined;
  readonly cpe?: string | undefined;
  readonly purl?: string | undefined;
}

export type DeviceField = keyof Product;

/** A sign that a product bears, and the party that it points to. */
export interface DeviceHit {
  readonly party: string;
  readonly field: DeviceField;
  readonly query: string;
  /** The pattern, block, code, vendor or package as it is known. */
  readonly listed: string;
  readonly sign: DeviceSign;
  /** What a reader must know before relying on it; null: nothing. */
  readonly caution: string | null;
}

const CHIP_CAUTION = 'names the maker of a part, not of the product that holds it';
const PACKAGE_CAUTION =
  'a package that the party publishes: a note on provenance, not covered equipment by itself';
const SOFTWARE_CAUTION = 'names the vendor of software, not the maker of a device';

interface Compiled<S extends DeviceSign> {
  readonly party: string;
  readonly sign: S;
  readonly expression: RegExp;
}

/**
 * Which party a device or component points to, by model number, MAC address,
 * FCC id, CPE name or package URL. Pure and immutable.
 *
 * @example new DeviceIndex(devices).identify({ mac: '44:19:b6:00:00:01' })[0]?.party // 'hikvision'
 */
export class DeviceIndex {
  readonly #models: Compiled<Extract<DeviceSign, { kind: 'model' | 'chip' }>>[] = [];
  /** Every model pattern in one: of a bill of materials nearly no part number has any. */
  readonly #anyModel: RegExp;
  readonly #packages: Compiled<Extract<DeviceSign, { kind: 'package' }>>[] = [];
  readonly #macs: MacBlocks;
  readonly #grantees = new Map<string, { party: string; sign: DeviceSign }>();
  readonly #vendors = new Map<string, { party: string; sign: DeviceSign }[]>();

  constructor(devices: Iterable<Devices>) {
    const macs = new Map<string, { party: string; sign: MacSign }>();
    for (const { id: party, signs } of devices) {
      for (const sign of signs) {
        if (sign.kind === 'model' || sign.kind === 'chip') {
          this.#models.push({ party, sign, expression: modelPattern(sign.pattern) });
        } else if (sign.kind === 'package') {
          this.#packages.push({ party, sign, expression: packagePattern(sign.pattern) });
        } else if (sign.kind === 'mac') {
          for (const block of sign.blocks.trim().split(/\s+/)) macs.set(block, { party, sign });
        } else if (sign.kind === 'fcc-grantee') {
          this.#grantees.set(sign.code, { party, sign });
        } else {
          for (const part of sign.parts) {
            const key = `${part}:${sign.vendor}`;
            this.#vendors.set(key, [...(this.#vendors.get(key) ?? []), { party, sign }]);
          }
        }
      }
    }
    this.#macs = macs;
    const patterns = this.#models.map(({ sign }) => `(?:${sign.pattern})`);
    this.#anyModel = modelPattern(patterns.length > 0 ? patterns.join('|') : '(?!)');
  }

  /** Every sign that the product bears, in the order model, MAC, FCC id, CPE, package. */
  identify({ model, mac, fccId, cpe, purl }: Product): DeviceHit[] {
    return [
      ...(model === undefined ? [] : this.#byModel(model)),
      ...(mac === undefined ? [] : this.#byMac(mac)),
      ...(fccId === undefined ? [] : this.#byFccId(fccId)),
      ...(cpe === undefined ? [] : this.#byCpe(cpe)),
      ...(purl === undefined ? [] : this.#byPackage(purl)),
    ];
  }

  #byModel(query: string): DeviceHit[] {
    const model = normaliseModel(query);
    if (!this.#anyModel.test(model)) return [];
    return this.#models
      .filter(({ expression }) => expression.test(model))
      .map(({ party, sign }) => ({
        ...{ party, field: 'model' as const, query, listed: sign.pattern, sign },
        caution: sign.kind === 'chip' ? CHIP_CAUTION : null,
      }));
  }

  #byMac(query: string): DeviceHit[] {
    const digits = macDigits(query);
    if (digits === null || isLocallyAdministered(digits)) return [];
    const block = blockOf(this.#macs, digits);
    if (!block) return [];
    const { party, sign, prefix } = block;
    const listed = `${prefix} ${sign.registrant}`;
    return [{ party, field: 'mac', query, listed, sign, caution: null }];
  }

  #byFccId(query: string): DeviceHit[] {
    const id = query
      .toUpperCase()
      .replace(/^FCC\s*ID:?/, '')
      .replace(/[^A-Z0-9]/g, '');
    // A grantee code has five characters when it begins with a digit, else three.
    const code = id.slice(0, /^[0-9]/.test(id) ? 5 : 3);
    const grantee = this.#grantees.get(code);
    if (!grantee || id.length <= code.length) return [];
    return [{ ...grantee, field: 'fccId', query, listed: code, caution: null }];
  }

  #byCpe(query: string): DeviceHit[] {
    const name = parseCpe(query);
    if (!name) return [];
    const vendors = this.#vendors.get(`${name.part}:${name.vendor}`) ?? [];
    return vendors.map((vendor) => ({
      ...vendor,
      ...{ field: 'cpe' as const, query, listed: name.vendor },
      caution: name.part === 'a' ? SOFTWARE_CAUTION : null,
    }));
  }

  #byPackage(query: string): DeviceHit[] {
    const path = packagePath(query);
    if (path === null) return [];
    return this.#packages
      .filter(({ expression }) => expression.test(path))
      .map(({ party, sign }) => ({
        ...{ party, field: 'purl' as const, query, listed: sign.pattern, sign },
        caution: PACKAGE_CAUTION,
      }));
  }
}
