// The random numbers with which the line is played forward: fixed tables, so that an estimate is a pure function
// of what was seen and does not jitter between two looks at the same line.

/** How often the line is played forward for one estimate. */
export const paths = 256;
/** Different draws of one path; more than these are met again from another path. */
export const dimensions = 160;

/** mulberry32: 32 bits of state are plenty for a table of this size. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Latin hypercube (McKay, Beckman & Conover 1979): each dimension meets each 1/paths slice of 0..1 once. */
function makeUniforms(): Float64Array {
  const random = generator(20_011);
  const table = new Float64Array(dimensions * paths);
  const order = Array.from({ length: paths }, (_, index) => index);
  for (let dimension = 0; dimension < dimensions; dimension++) {
    for (let index = paths - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1));
      [order[index], order[other]] = [order[other]!, order[index]!];
    }
    for (let path = 0; path < paths; path++)
      table[dimension * paths + path] = (order[path]! + random()) / paths;
  }
  return table;
}

let made: { uniforms: Float64Array; exponentials: Float64Array } | undefined;

/** Numbers in (0, 1), and the same as exponential times of mean 1; `place(draw, path)` says where one stands. */
export function drawTables(): { uniforms: Float64Array; exponentials: Float64Array } {
  if (!made) {
    const uniforms = makeUniforms();
    made = { uniforms, exponentials: uniforms.map((uniform) => -Math.log(uniform)) };
  }
  return made;
}

/** Index of one draw of one path; each lap through the dimensions is shifted, so that no two go in step. */
export function drawPlace(draw: number, path: number): number {
  if (draw < dimensions) return draw * paths + path;
  const lap = Math.floor(draw / dimensions);
  return (draw - lap * dimensions) * paths + ((path + lap * 97) % paths);
}
