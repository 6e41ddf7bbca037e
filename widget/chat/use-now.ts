// The time as components watch it: it moves only where something on screen depends on it.
import { useEffect, useState } from 'preact/hooks';
import type { Clock } from '../ui/clock.ts';

/** Epoch ms, anew every `every` ms while `active`. */
export function useNow(clock: Clock, every: number, active: boolean): number {
  const [now, setNow] = useState(clock.now());
  useEffect(() => {
    if (!active) return;
    let callOff: () => void;
    const tick = () => {
      setNow(clock.now());
      callOff = clock.after(every, tick);
    };
    tick();
    return () => callOff();
  }, [clock, every, active]);
  return now;
}
