import { type DeviceHit, DeviceIndex, macDigits, modelWords } from '../../devices/index.ts';
import type { Devices } from '../../domain/device.ts';
import type { Component } from '../component.ts';

export type SignField = 'model' | 'mac' | 'fccId' | 'cpe' | 'purl';

/** A sign of a component by which at least one party is known. */
export interface Sign {
  readonly field: SignField;
  readonly value: string;
  /** Field of the component in which it stands: `description` for what was found in text. */
  readonly foundIn: string;
  readonly hits: readonly DeviceHit[];
}

/** Longest value that the screener takes of each; a longer one is cut, and a sign is at its beginning. */
const LONGEST: Readonly<Record<SignField, number>> = {
  ...{ model: 128, mac: 32, fccId: 32, cpe: 512, purl: 512 },
};
/** Characters of a description that are searched. */
const SCANNED = 2000;
const FCC_ID = /\bFCC\s*ID\s*[:#]?\s*([A-Z0-9]{3}[A-Z0-9-]{2,17})/i;
const MAC = /\b[0-9A-F]{2}(?:[:-][0-9A-F]{2}){5}\b/i;
const WORDS = /\p{L}[\p{L}\d-]{2,}/gu;
const WORDS_TRIED = 20;

/** Finds the signs of components. */
export class Signs {
  readonly #devices: DeviceIndex;

  constructor(devices: Iterable<Devices>) {
    this.#devices = new DeviceIndex(devices);
  }

  /** Every sign that a party is known by. Signs of nobody (a resistor's part number) are left out. */
  of(component: Component): Sign[] {
    const { macs = [], fccIds = [], cpes = [], purls = [] } = component;
    const found = [
      ...this.#modelOf(component),
      ...macs.flatMap((mac) => this.#sign('mac', macDigits(mac) ?? '', 'mac')),
      ...fccIds.flatMap((id) => this.#sign('fccId', id, 'fccId')),
      ...cpes.flatMap((cpe) => this.#sign('cpe', cpe, 'cpe')),
      // Qualifiers (`?arch=...`) and subpaths say nothing of the publisher.
      ...purls.flatMap((purl) => this.#sign('purl', purl.replace(/[?#].*$/s, ''), 'purl')),
    ];
    const text = textOf(component);
    const inText =
      component.kind === 'device' && text !== ''
        ? [
            ...this.#sign('mac', macDigits(MAC.exec(text)?.[0] ?? '') ?? '', 'description'),
            ...this.#sign('fccId', FCC_ID.exec(text)?.[1] ?? '', 'description'),
          ]
        : [];
    const all = [...found, ...inText];
    return all.filter(
      (sign, at) =>
        all.findIndex(({ field, value }) => field === sign.field && value === sign.value) === at,
    );
  }

  /** The model number: of its own field as a whole, of a word in it, or of a word of the text. */
  #modelOf(component: Component): Sign[] {
    const { models = [], kind } = component;
    const whole = models.flatMap((model) => this.#sign('model', model, 'model'));
    if (whole.length > 0) return whole;
    const words = models.flatMap(modelWords).flatMap((word) => this.#sign('model', word, 'model'));
    if (words.length > 0 || kind !== 'device') return words.slice(0, 1);
    return modelWords(textOf(component))
      .flatMap((word) => this.#sign('model', word, 'description'))
      .slice(0, 1);
  }

  #sign(field: SignField, text: string, foundIn: string): Sign[] {
    if (text === '') return [];
    const value = text.slice(0, LONGEST[field]);
    const hits = this.#devices.identify({ [field]: value });
    return hits.length > 0 ? [{ field, value, foundIn, hits }] : [];
  }
}

/** Words of the text of a component that may be the name of its brand. */
export function brandWords(component: Component): string[] {
  return [...new Set(textOf(component).match(WORDS))].slice(0, WORDS_TRIED);
}

function textOf({ name = '', description = '' }: Component): string {
  return `${name} ${description}`.trim().slice(0, SCANNED);
}
