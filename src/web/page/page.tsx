import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Answered } from '../api/use-answer.ts';
import { hasMoved } from '../route/navigation.ts';
import { flat } from '../text/marks.ts';
import { TroubleNote } from './trouble-note.tsx';

interface Properties {
  readonly title: string;
  readonly heading?: ComponentChildren;
  readonly lead?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A view with its heading, which takes the focus when the view is entered, so that a screen reader says where one is. */
export function Page({ title, heading, lead, children }: Properties) {
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${flat(title)} – Redflag`;
    if (hasMoved()) top.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <main id="main">
      <header class="page-head">
        <h1 ref={top} tabIndex={-1}>
          {heading ?? title}
        </h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </header>
      {children}
    </main>
  );
}

/** A view of one answer: what is known, or why nothing is. */
export function Loaded<T>(properties: {
  readonly answered: Answered<T>;
  readonly title: string;
  readonly children: (value: T) => ComponentChildren;
}) {
  const { answered, title, children } = properties;
  const { value, trouble, loading, again } = answered;
  if (trouble) {
    return (
      <Page title={title}>
        <TroubleNote trouble={trouble} again={again} />
      </Page>
    );
  }
  if (value === null) {
    return (
      <main id="main" class="waiting" aria-busy={loading}>
        <p class="quiet delayed">Reading …</p>
      </main>
    );
  }
  return <>{children(value)}</>;
}
