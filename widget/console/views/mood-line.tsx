// Frustration over the customer's messages as a small line, and the present mood in words.
import type { VNode } from 'preact';
import type { CustomerFacts } from '../models/customer-facts.ts';
import { useDesk } from './desk-context.ts';
import { MoodFace } from './mood-face.tsx';

const width = 120;
const height = 28;
const pad = 4;

export function MoodLine({ moods }: { moods: CustomerFacts['moods'] }): VNode {
  const { words } = useDesk();
  const step = moods.length > 1 ? (width - 2 * pad) / (moods.length - 1) : 0;
  const points = moods.map(({ mood }, at) => ({
    x: moods.length > 1 ? pad + at * step : width / 2,
    y: height - pad - mood.frustration * (height - 2 * pad),
  }));
  const last = moods.at(-1)!;
  const end = points.at(-1)!;
  return (
    <div class="mood-line">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.side.moodOver(moods.length)}>
        <path class="mood-half" d={`M0 ${height / 2}H${width}`} />
        <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
        <circle cx={end.x} cy={end.y} r="2.600" />
      </svg>
      <MoodFace mood={last.mood} />
    </div>
  );
}
