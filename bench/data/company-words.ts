/**
 * Words that only organisations carry in their names: enough to tell a company
 * from a person where a list does not say which it is.
 */
const WORDS =
  'co company companies corp corporation inc incorporated ltd limited llc llp lp plc gmbh ag kg sa srl spa bv nv oy ab as aps ' +
  'ooo oao zao pao ao jsc ojsc pjsc cjsc fze fzc fzco fzllc sdn bhd pte pty pvt sarl ltda cia sti sirketi kft sp oo doo ad ' +
  'bank banco banque group holding holdings trading trade trust fund foundation association organization organisation society ' +
  'institute institut university academy college school center centre laboratory ministry department directorate agency ' +
  'authority administration bureau office committee council commission army navy force forces brigade battalion party front ' +
  'movement union industries industry industrial factory plant works shipyard mill engineering technology technologies tech ' +
  'electronics electronic systems system services service solutions international enterprise enterprises import export ' +
  'shipping marine maritime airlines airways aviation logistics transport construction development investment investments ' +
  'oil gas petroleum petrochemical energy power mining metal steel chemical pharmaceutical medical insurance finance financial ' +
  'exchange hotel restaurant supply products manufacturing machinery equipment communications telecom telecommunications ' +
  'network software semiconductor microelectronics aerospace defense defence research scientific design obshchestvo ' +
  'otvetstvennostyu aktsionernoe kompaniya zavod predpriyatie nauchno institut comercial comercializadora inversiones ' +
  'inmobiliaria constructora transportes servicios grupo';

const known = new Set(WORDS.split(' '));

/** Whether the name holds a word that only organisations carry, or a digit. */
export function looksLikeCompany(name: string): boolean {
  if (/\d|&/.test(name)) return true;
  const words = name
    .toLowerCase()
    .replace(/[.'’]/g, '')
    .split(/[^\p{L}]+/u);
  return words.some((word) => known.has(word));
}

/** Whether the name reads as a person's: two to four capitalised words and nothing else. */
export function looksLikePerson(name: string): boolean {
  const words = name.replace(/,/g, ' ').trim().split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word)) &&
    !looksLikeCompany(name)
  );
}
