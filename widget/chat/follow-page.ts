// Keeps language and theme as the page wants them, also when it changes its mind.
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { PageState } from '../../shared/bridge.ts';
import type { FrameConfig } from '../../shared/frame-config.ts';
import { applyAccent, applyTheme } from '../ui/apply-theme.ts';
import { chooseLocale, loadStrings } from '../ui/load-strings.ts';
import { en } from '../ui/strings/en.ts';
import { createWords, type FirstKey, type FirstStrings, type Words } from '../ui/words.ts';
import { laterParts } from './fetch-later.ts';

export interface Followed {
  /** The locale that is wanted; its words may still be on their way. */
  readonly locale: ReadonlySignal<string>;
  readonly words: ReadonlySignal<Words<FirstKey>>;
}

/**
 * Words and locale that follow `page`, and before it what the customer has `chosen`; the theme is put on `root` as a
 * side effect.
 */
export function followPage(
  page: ReadonlySignal<PageState | undefined>,
  config: FrameConfig,
  root: HTMLElement,
  chosen?: ReadonlySignal<string | undefined>,
): Followed {
  const wish = () =>
    chooseLocale({
      customer: chosen?.value,
      page: page.value?.locale,
      browser: navigator.languages,
      site: config.locales,
      fallback: config.locale,
    });
  const locale = signal(wish());
  const spoken = signal<{ strings: FirstStrings; locale: string }>({ strings: en, locale: 'en' });
  const words = computed(() => {
    const { strings, locale } = spoken.value;
    return createWords({ ...laterParts.value?.enLater, ...strings }, locale);
  });
  effect(() => {
    locale.value = wish();
  });
  effect(() => {
    const wanted = locale.value;
    if (wanted === spoken.peek().locale) return;
    void loadStrings(wanted).then((strings) => {
      if (locale.peek() === wanted) spoken.value = { strings, locale: wanted };
    });
  });
  effect(() => {
    root.lang = words.value.locale;
    root.dir = words.value.dir;
  });
  effect(() => applyTheme(root, { ...config.theme, ...page.value?.theme }));
  applyAccent(root, config.theme.accent, config.accent);
  const accent = computed(() => page.value?.theme?.accent ?? config.theme.accent);
  let shown = config.theme.accent;
  effect(() => {
    const wanted = accent.value;
    if (wanted === shown) return;
    // A page's own colour is rare: what finds its partners comes only for it.
    void import('../../shared/accent.ts').then(({ accentPartners }) => {
      const partners = accentPartners(wanted);
      if (!partners || accent.peek() !== wanted) return;
      shown = wanted;
      applyAccent(root, wanted, partners);
    });
  });
  return { locale, words };
}
