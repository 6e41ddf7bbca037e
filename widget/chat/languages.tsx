// The customer chooses the language: each stands in its own name. The panel speaks it at once, remembers it, and tells the
// server, whose fixed words follow.
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { baseLanguage } from '../../shared/base-language.ts';
import { languages } from '../ui/load-strings.ts';
import { newId } from '../ui/new-id.ts';
import { useLaterChat } from './chat-context.ts';
import type { Chat } from './chat-model.ts';

export function Languages(): VNode | null {
  const { chat, words } = useLaterChat();
  const { t } = words;
  const field = useId();
  const offered = chat.config.locales.filter((tag) => languages.includes(baseLanguage(tag)));
  if (offered.length < 2) return null;
  const spoken =
    offered.find((tag) => tag === words.locale) ??
    offered.find((tag) => baseLanguage(tag) === baseLanguage(words.locale));
  return (
    <div class="languages">
      <label for={field}>{t('language')}</label>
      <select
        id={field}
        class="field"
        value={spoken}
        lang={words.locale}
        onChange={({ currentTarget }) => choose(chat, currentTarget.value)}
      >
        {offered.map((tag) => (
          <option key={tag} value={tag} lang={tag} selected={tag === spoken}>
            {ownName(tag)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** "Deutsch", "العربية": as those who speak it call it. */
function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

function choose(chat: Chat, locale: string): void {
  chat.speak(locale);
  void tell(chat, locale, newId());
}

/** Until the server has taken it, or another one was chosen; what is not connected waits for the connection. */
async function tell(chat: Chat, locale: string, id: string): Promise<void> {
  for (;;) {
    const answer = await chat.ask('locale', { id, locale });
    if (answer.ok || (answer.error.code !== 'unavailable' && answer.error.code !== 'busy')) return;
    await new Promise<void>((resolve) => chat.clock.after(2_000, resolve));
    if (chat.chosen.peek() !== locale || chat.connection.peek() === 'idle') return;
  }
}
