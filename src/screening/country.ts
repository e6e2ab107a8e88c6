export { countryCode } from '../domain/country.ts';
