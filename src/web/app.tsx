import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { BackgroundContext, loadBackground } from './api/catalogue.ts';
import { KEY_GIVEN } from './api/key.ts';
import { useAnswer } from './api/use-answer.ts';
import { AskPage } from './ask/ask-page.tsx';
import { BomPage } from './bom/bom-page.tsx';
import { ChangesPage } from './browse/changes-page.tsx';
import { DataPage } from './browse/data-page.tsx';
import { ListPage } from './browse/list-page.tsx';
import { ListsPage } from './browse/lists-page.tsx';
import { PartiesPage } from './browse/parties-page.tsx';
import { PartyPage } from './browse/party-page.tsx';
import { SourcePage } from './browse/source-page.tsx';
import { SourcesPage } from './browse/sources-page.tsx';
import { Masthead } from './page/masthead.tsx';
import { TroubleNote } from './page/trouble-note.tsx';
import { useRoute } from './route/navigation.ts';
import type { Route } from './route/route.ts';

function Console() {
  const route = useRoute();
  const background = useAnswer('background', loadBackground);
  const { trouble, again } = background;
  useEffect(unfoldForPrint, []);
  useEffect(() => {
    addEventListener(KEY_GIVEN, again);
    return () => removeEventListener(KEY_GIVEN, again);
  }, [again]);
  // A question that fails says so itself; what else is shown stands on the background.
  const asked = route.page === 'ask' && route.question.text !== '';
  return (
    <BackgroundContext.Provider value={background.value}>
      <Masthead route={route} />
      {trouble && !asked && (
        <aside class="background-trouble">
          <TroubleNote trouble={trouble} again={again} />
        </aside>
      )}
      <View route={route} />
    </BackgroundContext.Provider>
  );
}

function View({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'ask':
      return <AskPage question={route.question} />;
    case 'party':
      return <PartyPage key={route.id} id={route.id} on={route.on} />;
    case 'list':
      return <ListPage key={route.id} id={route.id} />;
    case 'source':
      return <SourcePage key={route.id} id={route.id} />;
    case 'lists':
      return <ListsPage />;
    case 'parties':
      return <PartiesPage filter={route.filter} />;
    case 'sources':
      return <SourcesPage />;
    case 'changes':
      return <ChangesPage key={route.since} since={route.since} />;
    case 'data':
      return <DataPage />;
    case 'bom':
      return <BomPage />;
  }
}

/** All but the reasons of findings: the record for paper has those, and here they would bury the lines. */
const UNFOLDED = 'details:not([open], .finding-table *)';

/** Paper has no folds: what is folded on the screen is printed unfolded, and folded again after. */
function unfoldForPrint(): () => void {
  let unfolded: HTMLDetailsElement[] = [];
  const before = () => {
    unfolded = [...document.querySelectorAll<HTMLDetailsElement>(UNFOLDED)];
    for (const details of unfolded) details.open = true;
  };
  const after = () => {
    for (const details of unfolded) details.open = false;
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}

const root = document.getElementById('console');
if (root) render(<Console />, root);
