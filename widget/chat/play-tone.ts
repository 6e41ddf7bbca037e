// Two short soft notes, made here: no file is fetched. Of several pages one sounds.

let context: AudioContext | undefined;

/** Hz, and the seconds after which each begins. */
const notes = [
  [660, 0],
  [880, 0.12],
] as const;
const seconds = 0.16;
const loudness = 0.06;
const oneAtATime = 1_000;

/** Without a sound where the browser does not let the page make one. */
export function playTone(): void {
  if (typeof AudioContext === 'undefined') return;
  const sound = async () => {
    context ??= new AudioContext();
    // Before the first press this waits, and an old answer must not be heard then.
    if (context.state === 'suspended') await Promise.race([context.resume(), after(100)]);
    if (context.state !== 'running') return;
    for (const [pitch, begin] of notes) ring(context, pitch, context.currentTime + begin);
  };
  const { locks } = navigator;
  const alone = locks
    ? locks.request('handrail-tone', { ifAvailable: true }, async (lock) => {
        if (!lock) return;
        await sound();
        await after(oneAtATime);
      })
    : sound();
  alone.catch((error: unknown) => console.debug('handrail: no sound', error));
}

function ring(on: AudioContext, pitch: number, at: number): void {
  const tone = on.createOscillator();
  const gain = on.createGain();
  tone.frequency.value = pitch;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
  tone.connect(gain).connect(on.destination);
  tone.start(at);
  tone.stop(at + seconds);
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
