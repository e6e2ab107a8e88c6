/**
 * Words that tell apart what otherwise bears one name: the Civil and the Military Aviation Plant are two plants.
 * A line is one respect in which names differ; its parts exclude one another.
 */
const OPPOSITES = `
north northern / south southern / east eastern / west western / central centre
upper / lower / middle
inner / outer
import importer importers imports / export exporter exporters exports
domestic internal inland / foreign external overseas
civil civilian / military
army land ground / navy naval sea marine / air aerial / space
public state national / private
men mens male / women womens ladies female / children kids
old ancient / new modern
senior / junior
major big large grand / minor small little
buyers buyer purchasing / sellers seller sales
winter / summer
day / night
hardware / software
left / right
black / white / red / green / blue / yellow
`;

/** Words of one respect, by part: `OPPOSITE_WORDS[respect][part]`. */
export const OPPOSITE_WORDS: readonly (readonly (readonly string[])[])[] = OPPOSITES.trim()
  .split('\n')
  .map((line) => line.split('/').map((part) => part.trim().split(' ')));
