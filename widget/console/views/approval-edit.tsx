// The arguments with which an agent carried a proposal out instead: a field for each that is no list or record.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { exact } from './arguments.tsx';
import { useDesk } from './desk-context.ts';

type Value = string | number | boolean | null;

export function ApprovalEdit({
  values,
  busy,
  back,
  done,
}: {
  values: Record<string, unknown>;
  busy: boolean;
  back: () => void;
  done: (did: Record<string, Value>) => void;
}): VNode {
  const { words } = useDesk();
  const [texts, setTexts] = useState<Record<string, string>>(() =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, exact(value)])),
  );
  const submit = (event: Event) => {
    event.preventDefault();
    const did = Object.entries(texts).map(([name, text]) => [name, typedAs(text, values[name])] as const);
    done(Object.fromEntries(did));
  };
  return (
    <form onSubmit={submit}>
      <div class="approval-fields">
        {Object.entries(texts).map(([name, text]) => (
          <label key={name} class="approval-field">
            <span>{name}</span>
            <input
              type="text"
              maxLength={1000}
              value={text}
              onInput={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
      <div class="approval-acts">
        <button type="button" class="button small" onClick={back}>
          {words.approval.back}
        </button>
        <button type="submit" class="button small primary" disabled={busy}>
          {words.approval.didEdited}
        </button>
      </div>
    </form>
  );
}

/** What was a number and still reads as one stays a number; so with yes and no. */
function typedAs(text: string, before: unknown): Value {
  if (typeof before === 'number' && text.trim() !== '' && !Number.isNaN(Number(text))) return Number(text);
  if (typeof before === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
