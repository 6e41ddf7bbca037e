// Title, sound and desktop notifications of the browser. Of all open tabs only one makes a sound: the holder of a
// lock, which a tab asks for once the agent has touched it, since browsers let no untouched tab be heard.
import type { Summons } from './models/console-ports.ts';

const lockName = 'handrail-desk-summons';
/** Two short notes, Hz and seconds after the beginning. */
const notes = [
  { pitch: 660, after: 0 },
  { pitch: 880, after: 0.14 },
];

export function browserSummons(): Summons {
  let audio: AudioContext | undefined;
  let leads = false;
  const touched = () => {
    audio ??= new AudioContext();
    void audio.resume();
    lead();
  };
  const lead = () => {
    // Without locks (plain HTTP) every touched tab is its own.
    if (!navigator.locks) leads = true;
    else
      void navigator.locks.request(lockName, () => {
        leads = true;
        // Held until the tab goes.
        return new Promise<never>(() => {});
      });
  };
  for (const event of ['pointerdown', 'keydown'] as const)
    document.addEventListener(event, touched, { once: true, capture: true });

  return {
    setTitle(title) {
      document.title = title;
    },
    sound() {
      if (!leads || !audio) return;
      for (const { pitch, after } of notes) play(audio, pitch, audio.currentTime + after);
    },
    notify(title, body, tag, pressed) {
      if (!leads || typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
      const shown = new Notification(title, { body, tag });
      shown.addEventListener('click', () => {
        window.focus();
        pressed();
        shown.close();
      });
    },
    away: () => document.hidden || !document.hasFocus(),
    mayNotify: () => (typeof Notification === 'undefined' ? 'denied' : Notification.permission),
    async askToNotify() {
      await Notification.requestPermission();
    },
  };
}

function play(audio: AudioContext, pitch: number, at: number): void {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.12, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.28);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.3);
}
