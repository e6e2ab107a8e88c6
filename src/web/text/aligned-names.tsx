import { alignLetters, type Run } from './letters.ts';
import { Text } from './text.tsx';

interface Properties {
  readonly asked: string;
  readonly listed: string;
  /** What the listed text is: an alias, a model number. */
  readonly sign: string;
}

/** Two names, one above the other, the letters that differ marked. */
export function AlignedNames({ asked, listed, sign }: Properties) {
  const runs = alignLetters(asked, listed);
  const alike = runs.some(({ same }) => same);
  return (
    <dl class="aligned">
      <div>
        <dt>Asked</dt>
        <dd>{alike ? <Letters runs={runs} side="a" /> : <Text of={asked} />}</dd>
      </div>
      <div>
        <dt>Listed</dt>
        <dd>
          {alike ? <Letters runs={runs} side="b" /> : <Text of={listed} />}{' '}
          <span class="quiet">{sign}</span>
        </dd>
      </div>
    </dl>
  );
}

function Letters({ runs, side }: { readonly runs: readonly Run[]; readonly side: 'a' | 'b' }) {
  return (
    <bdi>
      {runs.map((run, index) => {
        const text = run[side];
        const other = run[side === 'a' ? 'b' : 'a'];
        // biome-ignore-start lint/suspicious/noArrayIndexKey: runs never move
        if (run.same) return <Text key={index} of={text} />;
        if (text === '')
          return <span key={index} class="gap" data-width={Math.min([...other].length, 12)} />;
        return (
          <mark key={index}>
            <Text of={text} />
          </mark>
        );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: runs never move
      })}
    </bdi>
  );
}
