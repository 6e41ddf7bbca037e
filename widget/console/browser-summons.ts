// Title, sound and desktop notifications of the browser. Of all open tabs only one makes a sound: the holder of a
// lock, which a tab asks for once the agent has touched it, since browsers let no untouched tab be heard.
import type { Summons } from './models/console-ports.ts';

const lockName = 'handrail-desk-summons';

export function browserSummons(): Summons {
  let audio: AudioContext | undefined;
  let leads = false;
  let able = 'Notification' in window;
  const show = (title: string, options?: NotificationOptions) => {
    try {
      return new Notification(title, options);
    } catch {
      // Some browsers let only service workers do so.
      able = false;
    }
  };
  const lead = () => {
    leads = true;
    // Held until the tab goes.
    return new Promise<never>(() => {});
  };
  const touched = () => {
    audio ??= new AudioContext();
    void audio.resume();
    // Without locks (plain HTTP) every touched tab is its own.
    void (navigator.locks ? navigator.locks.request(lockName, lead) : lead());
  };
  for (const event of ['keydown', 'pointerdown'] as const)
    document.addEventListener(event, touched, { once: true, capture: true });

  return {
    setTitle(title) {
      document.title = title;
    },
    sound() {
      if (!leads || !audio) return;
      play(audio, 660, audio.currentTime);
      play(audio, 880, audio.currentTime + 0.14);
    },
    notify(title, body, tag, pressed) {
      const shown = leads && able && Notification.permission === 'granted' && show(title, { body, tag });
      if (!shown) return;
      shown.onclick = () => {
        shown.close();
        window.focus();
        pressed();
      };
    },
    away: () => document.hidden || !document.hasFocus(),
    mayNotify: () => (able ? Notification.permission : 'denied'),
    async askToNotify() {
      // Tried first: without the permission nothing is shown.
      await (show('') && Notification.requestPermission());
    },
  };
}

/** A short note; `pitch` in Hz, `at` in seconds of the audio's clock. */
function play(audio: AudioContext, pitch: number, at: number): void {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  const { gain } = volume;
  tone.frequency.value = pitch;
  gain.setValueAtTime(0.0001, at);
  gain.exponentialRampToValueAtTime(0.12, at + 0.02);
  gain.exponentialRampToValueAtTime(0.0001, at + 0.28);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.3);
}
