// The index, not the package itself: that reads the names of countries in all of seventy languages.
import countries from 'i18n-iso-countries/index.js';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };

countries.registerLocale(english);

/** Names and codes in use that ISO 3166 does not list, in the form that `fold` gives. */
const ALIASES: Readonly<Record<string, string>> = {
  prc: 'CN',
  'peoples republic of china': 'CN',
  'mainland china': 'CN',
  'hong kong sar': 'HK',
  'macao sar': 'MO',
  macau: 'MO',
  dprk: 'KP',
  'north korea': 'KP',
  'south korea': 'KR',
  'republic of korea': 'KR',
  korea: 'KR',
  russia: 'RU',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  usa: 'US',
  'united states of america': 'US',
  uae: 'AE',
  iran: 'IR',
  syria: 'SY',
  vietnam: 'VN',
  'viet nam': 'VN',
  laos: 'LA',
  burma: 'MM',
  'czech republic': 'CZ',
  turkey: 'TR',
  turkiye: 'TR',
  'ivory coast': 'CI',
  taiwan: 'TW',
  kosovo: 'XK',
};

/**
 * The ISO 3166-1 alpha-2 code of a country given by alpha-2, alpha-3 or name, in
 * any case; undefined where it is none.
 *
 * @example countryCode('Russian Federation') // 'RU'
 */
export function countryCode(text: string): string | undefined {
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (upper.length === 2 && countries.isValid(upper)) return upper;
  if (upper.length === 3) {
    const code = countries.alpha3ToAlpha2(upper);
    if (code) return code;
  }
  return ALIASES[fold(trimmed)] ?? countries.getAlpha2Code(trimmed, 'en');
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
