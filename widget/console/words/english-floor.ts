// The console in English: the search below the queue, and the supervisor's view.
import type { ConsoleWords } from './console-words.ts';

export const englishFloor: Pick<ConsoleWords, 'find' | 'floor'> = {
  find: {
    title: 'In all conversations',
    busy: 'Looking…',
    nothing: 'Nothing was found.',
    noOther: 'Nothing else was found.',
    claimed: 'With an agent',
    by: { agent: 'Agent', assistant: 'Assistant', system: 'Notice', note: 'Note' },
  },
  floor: {
    title: 'Floor',
    loading: 'Counting…',
    alerts: 'Alerts',
    line: 'Waiting, by whose promise breaks first',
    give: 'Give to…',
    agents: 'People',
    agent: 'Agent',
    load: 'In hand',
    today: 'Today',
    inHand: 'Conversations',
    waiting: 'waiting',
    handled: 'handled today',
    none: 'none yet',
    keptOf: (kept, of) => `${kept} of ${of} kept`,
    promises: (open) => (open > 0 ? `promises today, ${open} open` : 'promises today'),
    longest: (time) => `waiting, longest ${time}`,
    loadOf: (load, capacity) => `${load} of ${capacity}`,
    onDuty: (count) => `in hand, ${count} on duty`,
    each: (time) => `handled today, ${time} each`,
    done: (count) => (count === 0 ? 'none handled' : `${count} handled`),
  },
};
