import { pieces } from './marks.ts';

/**
 * Text from a list or a file: shown as text, in its own direction, apart from
 * what stands beside it. Marks that would reorder it are shown as codes.
 */
export function Text({ of, lang }: { readonly of: string; readonly lang?: string | null }) {
  return (
    <bdi lang={lang ?? undefined}>
      {pieces(of).map(({ text, steering }, index) =>
        steering ? (
          <span key={index} class="steering" title="An invisible mark in the text">
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </bdi>
  );
}
