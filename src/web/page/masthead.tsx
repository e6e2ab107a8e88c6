import { hrefOf, NO_QUESTION, type Route } from '../route/route.ts';
import { HeldKey } from './held-key.tsx';

const ENTRIES = [
  { href: '/', label: 'Ask', pages: ['ask'] },
  { href: '/?page=bom', label: 'Bills of materials', pages: ['bom'] },
  { href: '/?page=lists', label: 'Lists', pages: ['lists', 'list'] },
  { href: '/?page=parties', label: 'Parties', pages: ['parties', 'party'] },
  { href: '/?page=sources', label: 'Sources', pages: ['sources', 'source'] },
  { href: '/?page=changes', label: 'Changes', pages: ['changes'] },
  { href: '/?page=data', label: 'Data', pages: ['data'] },
] as const;

/** The head of every view. */
export function Masthead({ route }: { readonly route: Route }) {
  return (
    <header class="masthead">
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <a class="brand" href={hrefOf({ page: 'ask', question: NO_QUESTION })}>
        <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
          <path class="staff" d="M3 1h1.500v14H3z" />
          <path class="cloth" d="M4.500 1.500h9L11 5.250 13.500 9h-9z" />
        </svg>
        Redflag
      </a>
      <nav aria-label="Views">
        <ul>
          {ENTRIES.map(({ href, label, pages }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={pages.some((page) => page === route.page) ? 'page' : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <HeldKey />
    </header>
  );
}
