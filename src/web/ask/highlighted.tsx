import { Text } from '../text/text.tsx';

interface Properties {
  readonly text: string;
  /** Half-open ranges of UTF-16 units, ascending. */
  readonly ranges: readonly (readonly number[])[];
}

/** A name with the parts that were found in it marked. */
export function Highlighted({ text, ranges }: Properties) {
  const parts = [];
  let at = 0;
  for (const [from = 0, to = 0] of ranges) {
    if (from < at) continue;
    if (from > at) parts.push(<Text key={at} of={text.slice(at, from)} />);
    parts.push(
      <mark key={`m${from}`}>
        <Text of={text.slice(from, to)} />
      </mark>,
    );
    at = to;
  }
  if (at < text.length) parts.push(<Text key={at} of={text.slice(at)} />);
  return <bdi>{parts}</bdi>;
}
