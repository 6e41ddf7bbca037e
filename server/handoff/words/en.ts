// The desk's and the brief's words in English.
import type { HandoffWords } from './handoff-words.ts';

export const en: HandoffWords = {
  brief: {
    labels: {
      wants: 'What you want',
      details: 'What you told us',
      tried: 'What was tried',
      known: 'What is known',
      promised: 'What was promised',
    },
    added: 'You added',
    agentLabels: {
      why: 'Why it came to you',
      wants: 'What they want',
      details: 'What they said',
      mood: 'Mood so far',
      tried: 'What was tried',
      known: 'Known and verified',
      promised: 'Promised',
    },
    notSaid: 'not clear yet',
    signedInAs: (name) => `signed in as ${name}`,
    signedIn: 'signed in',
    notSignedIn: 'not signed in',
    done: (what, reference) => `${what}: done${reference ? `, reference ${reference}` : ''}`,
    undone: (what) => `${what}: done and undone again`,
    failed: (what) => `${what}: failed, nothing was done`,
    unknown: (what) => `${what}: sent, but whether it was done is not known`,
    notDone: (what) => `${what}: not confirmed, nothing was done`,
    notRun: (what) => `${what}: confirmed, and not done`,
    read: (title) => `shown: ${title}`,
    asked: (question, answer) => `asked “${question}”, answered “${answer}”`,
    undoUntil: (what, time) => `${what}: can be undone until ${time}`,
    toBeDone: (what) => `${what}: confirmed, waiting to be done`,
    within: (duration) => `a person within ${duration}`,
    calm: 'calm throughout',
    moods: { frustration: 'frustration', urgency: 'urgency', confusion: 'confusion' },
    reasons: {
      asked: 'Asked for a person',
      distress: 'In distress',
      'unknown-outcome': 'An outcome is unknown',
      frustration: 'Frustrated more than once',
      'no-progress': 'Questions led nowhere',
      topic: 'A topic for a person',
      vip: 'VIP',
      failure: 'An action failed or is unavailable',
      hold: 'An action is held for a person',
      watchdog: 'A message was about to go unanswered',
      intent: 'A request for a person',
      approval: 'An action waits for approval',
      takeover: 'Taken over from the assistant',
    },
  },
  desk: {
    notices: {
      'requeued-released': (agent, wait) =>
        `${agent} has given your conversation back to the team. You keep your place: ${wait}`,
      'requeued-vanished': (agent, wait) =>
        `We lost the connection to ${agent}, sorry. You are back at your old place: ${wait}`,
      'requeued-silent': (agent, wait) =>
        `${agent} has not answered, sorry. Someone else will take over, and you keep your place: ${wait}`,
      lapsed: () => 'A person takes over now, so the question above is closed. Nothing was done.',
      'wait-longer': (_agent, wait) =>
        `Sorry, this takes longer than we said: ${wait} You can keep waiting, leave a message, or be called back and keep your place.`,
    },
    someone: 'The agent',
    within: (position, duration, outOfTen) =>
      `place ${position} in line, usually within ${duration} (that holds ${outOfTen} times in 10).`,
    tooLittle: (position) => `place ${position} in line; there is too little to go by to say how long.`,
    nobody: (position, opens) =>
      opens
        ? `place ${position} in line; nobody is here right now; we are back ${opens}.`
        : `place ${position} in line; nobody is here right now.`,
  },
};
