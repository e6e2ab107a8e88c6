import type { Coverage } from '../../screening/answer.ts';
import type { Layout } from './layout.ts';
import { counted } from './words.ts';

/** What was checked, as of when, and what was not: what makes "no match" mean anything. */
export function coverageLines(coverage: Coverage, layout: Layout): string[] {
  const checked = coverage.lists.map(
    ({ id, asOf, complete }) => `${id} (${asOf}${complete ? '' : ', in part'})`,
  );
  return [
    ...layout.paragraph(
      `${checked.join(', ')}; catalogue ${coverage.catalogue.version}`,
      `${layout.style('bold', 'Checked')}      `,
    ),
    ...layout.paragraph(
      `${notChecked(coverage).join('; ')} (the reasons: --json)`,
      `${layout.style('bold', 'Not checked')}  `,
    ),
  ];
}

/** The same by its numbers: `26 lists, 18 of them in part; …`. */
export function coverageCounts(coverage: Coverage, layout: Layout): string[] {
  const inPart = coverage.lists.filter(({ complete }) => !complete).length;
  const missing = counted(notChecked(coverage).length, 'matter', 'matters');
  return layout.paragraph(
    `${counted(coverage.lists.length, 'list', 'lists')}, ${inPart} of them in part, catalogue ` +
      `${coverage.catalogue.version}; ${missing} not checked, which --full names`,
    `${layout.style('bold', 'Checked')}  `,
  );
}

/** `ASDA: the rest`, `MEU List: the rest` -> `the rest (ASDA, MEU List)`. */
function notChecked({ notChecked }: Coverage): string[] {
  const subjects = new Map<string, string[]>();
  for (const { what } of notChecked) {
    const at = what.indexOf(': ');
    const matter = at === -1 ? what : what.slice(at + 2);
    const known = subjects.get(matter) ?? [];
    if (at !== -1) known.push(what.slice(0, at));
    subjects.set(matter, known);
  }
  return [...subjects].map(([matter, of]) => {
    const text = matter.replace(/[.;]$/, '');
    return of.length === 0 ? text : `${text} (${of.join(', ')})`;
  });
}
