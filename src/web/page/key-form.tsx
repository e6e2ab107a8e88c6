import { holdKey } from '../api/key.ts';

/** Where the service asks for a key: it is kept for this tab only. */
export function KeyForm({ again }: { readonly again: () => void }) {
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        holdKey(String(new FormData(event.currentTarget).get('key') ?? '').trim());
        again();
      }}
    >
      <label>
        API key <input name="key" type="password" required autocomplete="off" />
      </label>
      <button type="submit">Use this key</button>
    </form>
  );
}
