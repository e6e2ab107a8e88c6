import type { Consequence, Status } from '../api/types.ts';
import { consequenceWords, statusWords, worded } from '../words/words.ts';

/** How an entry stands: a mark whose form differs as well as its colour, and the word. */
export function StatusMark({ status }: { readonly status: Status }) {
  return (
    <span class="status" data-status={status}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <StatusForm status={status} />
      </svg>
      {worded(statusWords, status)}
    </span>
  );
}

function StatusForm({ status }: { readonly status: Status }) {
  switch (status) {
    case 'in-force':
      return <rect class="full" x="1" y="1" width="10" height="10" />;
    case 'suspended':
      return (
        <>
          <rect class="full" x="1" y="1" width="3.500" height="10" />
          <rect class="full" x="7.500" y="1" width="3.500" height="10" />
        </>
      );
    case 'removed':
    case 'lapsed':
      return <path class="line" d="M2 2l8 8M10 2l-8 8" />;
    case 'announced':
      return <path class="full" d="M1 11V1l10 10z" />;
    default:
      return <rect class="line" x="1.500" y="1.500" width="9" height="9" />;
  }
}

/** How strong a consequence is, by colour and word. */
export function ConsequenceMark({ consequence }: { readonly consequence: Consequence }) {
  return (
    <span class="consequence" data-consequence={consequence}>
      {worded(consequenceWords, consequence)}
    </span>
  );
}
