import { useId, useRef, useState } from 'preact/hooks';
import type { PartySummary } from '../api/types.ts';
import { Suggestion } from './suggestion.tsx';
import { useSuggestions } from './suggestions.ts';

interface Properties {
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** A suggestion was taken: its name is the question. */
  readonly onTake: (name: string) => void;
}

/** The one field of the question, with the parties that it may mean as one types. A combobox after the ARIA practices. */
export function NameField({ value, onInput, onTake }: Properties) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const suggestions = useSuggestions(open ? value : '');
  const shown = open && suggestions.length > 0;

  const take = (party: PartySummary) => {
    setOpen(false);
    setActive(-1);
    onTake(party.matched?.name ?? party.name);
  };
  const keyed = (event: KeyboardEvent) => {
    const last = suggestions.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (!shown) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((at) => (at + step > last ? -1 : at + step < -1 ? last : at + step));
    } else if (event.key === 'Escape') {
      if (shown) event.preventDefault();
      setOpen(false);
      setActive(-1);
    } else if (event.key === 'Enter') {
      const party = shown ? suggestions[active] : undefined;
      setOpen(false);
      if (!party) return;
      event.preventDefault();
      take(party);
    }
  };

  return (
    <div class="name-field">
      <label for={`${id}-field`}>Vendor, brand, model, MAC address or FCC id</label>
      <input
        ref={input}
        id={`${id}-field`}
        type="text"
        dir="auto"
        value={value}
        maxLength={512}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="search"
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        onInput={(event) => {
          setOpen(true);
          setActive(-1);
          onInput(event.currentTarget.value);
        }}
        onKeyDown={keyed}
        onBlur={() => setOpen(false)}
      />
      <div
        id={`${id}-list`}
        class="suggestions"
        role="listbox"
        aria-label="Parties of that name"
        hidden={!shown}
      >
        {suggestions.map((party, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys, as a combobox does
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, as a combobox does
          <div
            key={party.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(party)}
          >
            <Suggestion party={party} />
          </div>
        ))}
      </div>
      <p class="sr" role="status">
        {shown ? `${suggestions.length} parties of a like name; arrow keys choose` : ''}
      </p>
    </div>
  );
}
