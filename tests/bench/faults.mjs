// Rules switched off, one at a time, in the code that keeps them: `safeguards --without RULE` must then find
// violations. A rule that is kept in two places is switched off in both. Each text must stand in its file once.

/** @type {Record<string, { file: string, find: string, put: string }[]>} */
export const faults = {
  A6: [
    {
      file: 'server/decide/on-choice.ts',
      find: 'const held = situation.gates.held.includes(id);',
      put: 'const held = false;',
    },
    {
      file: 'server/decide/take-up.ts',
      find: 'if (situation.gates.held.includes(action.id))',
      put: 'if (false)',
    },
  ],
  A4: [
    {
      file: 'server/decide/on-hold.ts',
      find: "outcome === 'done' && age <= action.maxStaleness",
      put: "outcome !== 'refused'",
    },
    { file: 'server/decide/hold-first.ts', find: 'age > action.maxStaleness', put: 'false' },
  ],
  A5: [
    {
      file: 'server/decide/rollout-mode.ts',
      find: "return mode === 'supervised' && risk === 'destructive';",
      put: 'return false;',
    },
  ],
  C3: [
    { file: 'server/decide/reply.ts', find: 'if (!asks || closes) return drafts;', put: 'return drafts;' },
    { file: 'server/speak/gate.ts', find: 'openAfter(events, conversation) > 1', put: 'false' },
  ],
  D3: [
    { file: 'server/intake/take.ts', find: "if (!isOpen) return failure('gone');", put: '' },
    {
      file: 'server/intake/take.ts',
      find: "kind === 'confirm' && choice === 'do' && now() >= expiresAt",
      put: 'false',
    },
    { file: 'server/decide/what-changed.ts', find: 'if (proposal.status !== live)', put: 'if (false)' },
    { file: 'server/decide/what-changed.ts', find: 'hashes.includes(proposal.hash)', put: 'true' },
  ],
  D4: [
    {
      file: 'server/decide/answer-open.ts',
      find: 'sameWords(input.text, label)',
      put: "reading.gesture === 'yes'",
    },
  ],
  D5: [
    {
      file: 'server/intake/take.ts',
      find: 'await write(who, id, verdict, { expect: loaded.row.seq })',
      put: 'await write(who, id, verdict)',
    },
    { file: 'server/decide/what-changed.ts', find: 'if (proposal.status !== live)', put: 'if (false)' },
  ],
  E1: [
    {
      file: 'server/decide/acknowledge.ts',
      find: 'if (inside.acknowledged && !risen && !sorrow)',
      put: 'if (!risen && !sorrow)',
    },
  ],
  H2: [{ file: 'server/decide/hand-off.ts', find: 'within: wait.within,', put: 'within: null,' }],
  H7: [
    { file: 'server/turn.ts', find: 'expect: row.seq,', put: '' },
    { file: 'server/turn.ts', find: 'fence: row.fence,', put: '' },
  ],
  N1: [{ file: 'server/intake/take.ts', find: 'setTimers: timers,', put: '' }],
  R2: [{ file: 'server/decide/reply.ts', find: 'because: reply.because,', put: 'because: [],' }],
};

/** A plugin for the bundler that makes these edits; throws where a text is not found just once. */
export function withFaults(edits) {
  return {
    name: 'faults',
    enforce: 'pre',
    transform(code, id) {
      const file = id.replaceAll('\\', '/');
      let text = code;
      for (const { file: target, find, put } of edits.filter((edit) => file.endsWith(`/${edit.file}`))) {
        if (text.split(find).length !== 2)
          throw new Error(`${target} has “${find}” ${text.split(find).length - 1} times, not once`);
        text = text.replace(find, () => put);
      }
      return text === code ? undefined : { code: text, map: null };
    },
  };
}

/** The plugins for a bench called with these arguments. */
export function pluginsFor(args) {
  const at = args.indexOf('--without');
  if (at < 0) return [];
  const rule = args[at + 1] ?? '';
  const edits = faults[rule];
  if (!edits) {
    throw Object.assign(
      new Error(`--without takes one of ${Object.keys(faults).join(', ')}, not “${rule}”.`),
      { name: 'UsageError' },
    );
  }
  return [withFaults(edits)];
}
