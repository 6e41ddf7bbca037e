// Ends a conversation: how it ended, and in one tap whether the assistant's reading was right (H10).
import type { VNode } from 'preact';
import { outcomes } from '../models/resolve-model.ts';
import { useDesk } from './desk-context.ts';
import { openNext } from './desk-steps.ts';
import { Dialog } from './dialog.tsx';

export function ResolveDialog(): VNode | null {
  const desk = useDesk();
  const { words, resolving, layout, profile, threads, acts } = desk;
  const form = resolving.form.value;
  if (!form) return null;
  const site = threads.held.value.get(form.conversation)?.conversation.value.view.site;
  const intents = profile.value?.sites.find((each) => each.id === site)?.intents ?? [];
  const label = (id: string) => intents.find((intent) => intent.id === id)?.label ?? id;
  const close = () => {
    resolving.cancel();
    layout.dialog.value = undefined;
  };
  const send = async (next: boolean) => {
    if (!(await resolving.send())) return;
    layout.dialog.value = undefined;
    if (next) openNext(desk, form.conversation);
  };
  const disabled = acts.busy.value.has(form.conversation) || !resolving.ready.value;
  return (
    <Dialog title={words.resolve.title} close={close} first="input:checked">
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send(true);
        }}
      >
        <fieldset class="pills">
          <legend>{words.resolve.outcome}</legend>
          {outcomes.map((outcome) => (
            <label key={outcome}>
              <input
                type="radio"
                name="outcome"
                checked={form.outcome === outcome}
                onChange={() => resolving.fill({ outcome })}
              />
              <span>{words.resolve.outcomes[outcome]}</span>
            </label>
          ))}
        </fieldset>
        {form.read === undefined ? (
          <p class="soft">{words.resolve.unread}</p>
        ) : (
          <fieldset class="pills">
            <legend>
              {words.resolve.right} <span class="soft">{words.resolve.read(label(form.read))}</span>
            </legend>
            {[true, false].map((correct) => (
              <label key={String(correct)}>
                <input
                  type="radio"
                  name="correct"
                  required
                  checked={form.correct === correct}
                  onChange={() => resolving.fill({ correct })}
                />
                <span>{correct ? words.resolve.yes : words.resolve.no}</span>
              </label>
            ))}
          </fieldset>
        )}
        {(form.correct === false || form.read === undefined) && (
          <label class="field">
            <span>{words.resolve.which}</span>
            <select
              value={form.intent}
              onChange={(event) => resolving.fill({ intent: event.currentTarget.value })}
            >
              <option value="">{words.resolve.noneOfThem}</option>
              {intents
                .filter((intent) => intent.id !== form.read)
                .map((intent) => (
                  <option key={intent.id} value={intent.id}>
                    {intent.label}
                  </option>
                ))}
            </select>
          </label>
        )}
        {(form.correct === false || form.read === undefined) && (
          <label class="field">
            <span>
              {words.resolve.comment} <span class="soft">({words.optional})</span>
            </span>
            <textarea
              rows={2}
              maxLength={1000}
              value={form.comment}
              placeholder={words.resolve.commentHint}
              onInput={(event) => resolving.fill({ comment: event.currentTarget.value })}
            />
          </label>
        )}
        <div class="dialog-acts">
          <button type="button" class="button" disabled={disabled} onClick={() => void send(false)}>
            {words.resolve.send}
          </button>
          <button type="submit" class="button primary" disabled={disabled}>
            {words.resolve.sendNext}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
