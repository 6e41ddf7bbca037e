// The launcher as a page wears it: alone, with words, with unread messages, while the panel is open.
import { doorStyle } from '../../widget/embed/door-style.ts';
import { createLauncher } from '../../widget/embed/launcher.ts';

const labels: Record<string, string> = { ar: 'محادثة', de: 'Chat', hi: 'चैट', ja: 'チャット' };

/** `state`: launcher, launcher-text, launcher-unread or launcher-open. */
export function showLauncher(state: string, language: string, dark: boolean): void {
  const { documentElement: root, body } = document;
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  root.dataset.scheme = dark ? 'dark' : 'light';
  const host = document.createElement('main');
  host.append(Object.assign(document.createElement('h1'), { textContent: 'Meridian Air' }));
  body.prepend(host);
  const launcher = createLauncher();
  // The door brings these when the panel is warmed.
  const door = new CSSStyleSheet();
  door.replaceSync(doorStyle);
  launcher.root.adoptedStyleSheets.push(door);
  if (state === 'launcher-unread') {
    const badge = document.createElement('b');
    badge.textContent = '3';
    launcher.button.append(badge);
  }
  launcher.draw(state === 'launcher-open', {
    accent: '#2f5bea',
    position: 'end',
    launcher: state === 'launcher-text' ? 'text' : 'bubble',
    label: labels[language] ?? 'Chat',
  });
  root.append(launcher.host);
  root.dataset.ready = 'true';
}
