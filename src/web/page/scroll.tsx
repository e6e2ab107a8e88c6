import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Properties {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** What may be wider than the screen: it scrolls by itself, with the arrow keys too; where it fits it is no stop for the keyboard. */
export function Scroll({ label, children }: Properties) {
  const box = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const measure = () => setScrolls(current.scrollWidth > current.clientWidth);
    const observer = new ResizeObserver(measure);
    for (const element of [current, ...current.children]) observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return (
    <section ref={box} class="scroll" aria-label={label} {...(scrolls && { tabIndex: 0 })}>
      {children}
    </section>
  );
}
