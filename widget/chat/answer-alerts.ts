// Calls the customer who looks elsewhere when there is an answer: by a notification of the page around, which they asked
// for, and by a sound, which they can turn off. In a chunk of its own, fetched once either is wanted.
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import { cleanName } from '../ui/clean-text.ts';
import type { FirstKey, TextKey, Words } from '../ui/words.ts';
import type { Chat } from './chat-model.ts';
import { playTone } from './play-tone.ts';

export interface AnswerAlerts {
  /** Wanted by the customer; whether the browser lets the page do so is `chat.page`'s `notices`. */
  readonly tells: ReadonlySignal<boolean>;
  readonly sounds: ReadonlySignal<boolean>;
  /** From a press: the browser may ask the customer now. */
  setTells(on: boolean): void;
  setSounds(on: boolean): void;
  dispose(): void;
}

/** What the customer chose, as it is kept on the device: `tell`, `sound`, `quiet`, each as a word. */
type Wish = 'tell' | 'sound' | 'quiet';

const longestBody = 140;

/** `isHidden`: the page is in the background. */
export function createAnswerAlerts(
  chat: Chat,
  words: ReadonlySignal<Words<FirstKey>>,
  isHidden: () => boolean = () => document.hidden,
  play: () => void = playTone,
): AnswerAlerts {
  const { notify } = chat.config;
  const changed = signal(0);
  const wishes = computed(() => {
    changed.value;
    return new Set(chat.memory.value.alerts().split(' '));
  });
  const keep = (on: boolean, wish: Wish, other?: Wish) => {
    const next = new Set(wishes.peek());
    next.delete(wish);
    if (other) next.delete(other);
    if (on) next.add(wish);
    else if (other) next.add(other);
    next.delete('');
    chat.memory.peek().keepAlerts([...next].join(' '));
    changed.value += 1;
  };
  const tells = computed(() => wishes.value.has('tell'));
  const sounds = computed(
    () => wishes.value.has('sound') || (notify?.sound === true && !wishes.value.has('quiet')),
  );

  // What this browser turned out to be unable to do, the next page does not promise again; this one says so.
  const disposeWish = effect(() => {
    if (chat.page.value?.notices !== 'none' || !tells.value) return;
    const others = [...wishes.value].filter((wish) => wish !== 'tell');
    chat.memory.peek().keepAlerts(others.join(' '));
  });

  let of: string | undefined;
  let until = 0;
  const disposeNews = effect(() => {
    const id = chat.conversation.value;
    const { entries, seq } = chat.view.value;
    const there = chat.welcome.value?.conversation;
    if (of !== id) until = 0;
    of = id;
    const from = until;
    // What was said before this began is no news, though a long conversation may still be arriving, page by page.
    until = Math.max(from, seq, from === 0 && there && there.id === id ? there.seq : 0);
    if (from === 0) return;
    const fresh = entries.filter((entry) => entry.seq > from);
    untracked(() => call(fresh));
  });

  function later(): Words<TextKey>['t'] {
    return words.peek().t as Words<TextKey>['t'];
  }

  function call(fresh: Chat['view']['value']['entries']): void {
    const said = fresh.findLast((entry) => entry.kind === 'message' && entry.from === 'agent');
    if (said?.kind === 'message' && tells.value && isHidden()) {
      const t = later();
      const name = cleanName(said.name ?? '');
      chat.say({
        type: 'tell',
        title: t('answerTitle', { name: notify?.text && name ? name : chat.config.name }),
        body: notify?.text ? said.text.slice(0, longestBody) : t('answerBody'),
        tag: `handrail-${of}`,
      });
    }
    const answers = fresh.some(
      (entry) => entry.kind === 'question' || (entry.kind === 'message' && entry.from !== 'customer'),
    );
    if (answers && sounds.value && (isHidden() || !chat.visible.value)) play();
  }

  return {
    tells,
    sounds,
    setTells(on) {
      keep(on, 'tell');
      if (!on) return;
      // Where it is granted already, only one that is shown tells whether the browser lets the page do so.
      const granted = chat.page.peek()?.notices === 'granted';
      chat.say({ type: 'tell', ...(granted ? { title: chat.config.name, body: later()('tellOn') } : {}) });
    },
    setSounds(on) {
      keep(on, 'sound', 'quiet');
      // In the press itself: a browser that lets no page begin by itself lets it go on later.
      if (on) play();
    },
    dispose() {
      disposeWish();
      disposeNews();
    },
  };
}
