import { useEffect, useState } from 'preact/hooks';
import { hrefOf, type Route, routeOf } from './route.ts';

const CHANGED = 'redflag:route';

/** Whether the reader has left the first view: that one takes no focus, since one has only just come. */
let moved = false;
export const hasMoved = () => moved;

/** Goes to another view without loading the page anew. */
export function go(to: Route | string): void {
  const href = typeof to === 'string' ? to : hrefOf(to);
  if (href !== location.pathname + location.search) {
    history.replaceState({ y: scrollY }, '');
    history.pushState(null, '', href);
  }
  moved = true;
  dispatchEvent(new Event(CHANGED));
}

/** Has the address say what is shown, without a step of its own to go back over. */
export function note(route: Route): void {
  history.replaceState(history.state, '', hrefOf(route));
  dispatchEvent(new Event(CHANGED));
}

/** The route of the address bar, whoever changes it: a link, the form, back and forward. */
export function useRoute(): Route {
  const [search, setSearch] = useState(location.search);
  useEffect(() => {
    const changed = () => setSearch(location.search);
    const stepped = ({ state }: PopStateEvent) => {
      moved = true;
      changed();
      if (typeof state?.y === 'number') returnTo(state.y);
    };
    const clicked = (event: MouseEvent) => {
      const href = innerAddress(event);
      if (href === null) return;
      event.preventDefault();
      go(href);
      scrollTo(0, 0);
    };
    addEventListener(CHANGED, changed);
    addEventListener('popstate', stepped);
    addEventListener('click', clicked);
    return () => {
      removeEventListener(CHANGED, changed);
      removeEventListener('popstate', stepped);
      removeEventListener('click', clicked);
    };
  }, []);
  return routeOf(search);
}

/** Milliseconds in which a view that one comes back to may grow to its length. */
const GROWTH = 3000;

/** The browser restores the place before the view is there: it is done again once that is long enough. */
function returnTo(y: number): void {
  const end = performance.now() + GROWTH;
  const step = () => {
    if (document.documentElement.scrollHeight >= y + innerHeight) scrollTo(0, y);
    else if (performance.now() < end) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/** The address of a plain click on a link to another view; null leaves the click to the browser. */
function innerAddress(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link?.target !== '' || link.hasAttribute('download')) return null;
  const href = link.getAttribute('href') ?? '';
  return href === '/' || href.startsWith('/?') ? href : null;
}
