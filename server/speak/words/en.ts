// The assistant's own words in English. Plain, warm, short; says what was done and what was not.
import type { Vocabulary } from './vocabulary.ts';

export const en: Vocabulary = {
  notices: {
    greeting:
      '{opener, select, efficient {Hello, I’m {assistant}, the automated assistant. What can I do for you?} other {Hello, I’m {assistant}, the automated assistant. Tell me what brings you here; a person is one tap away at any time.}}',
    'welcome-back': 'What can I do for you?',
    thanks: 'You’re welcome. Is there anything else you need?',
    goodbye: 'Take care. You can come back to this conversation whenever you like.',
    cancelled: 'All right, that is off. Nothing was changed.',
    kept: 'All right. Everything stays as it is; nothing was changed.',
    expired: 'The confirmation ran out, so nothing was done. You can have it shown again with one tap.',
    lapsed: 'The confirmation that was open is closed. Nothing was done.',
    changed:
      'Something changed since the confirmation was shown, so nothing was done. Ask once more and you will see it as it is now.',
    done: 'Done.',
    failed: 'That did not work, and nothing was changed. A person can take it from here.',
    'unknown-outcome':
      'I sent the request, but got no clear answer: I don’t know yet whether it was done. Please don’t send it again. A person will check and tell you.',
    undone: 'That is undone.',
    'undo-failed': 'I could not undo it for certain. A person will look at it.',
    'undo-over': 'That can’t be undone here any more. A person can tell you what is still possible.',
    'undo-under-way': 'That is being undone already. You will read here how it went, within a minute.',
    'sign-in':
      'For that I need to know that it is you. Please sign in on this site and ask again, or talk to a person.',
    unavailable:
      'I can’t reach the system for that right now, so I can’t check or change it. Nothing was done.',
    'no-article': 'I don’t have that in writing.',
    'nothing-to-act-on':
      'I looked in your account and found nothing there that this could apply to, so I have not changed anything. If you expected to see something, a person can look with you.',
    'press-the-button':
      'Nothing is done yet. To decide, please press one of the two buttons below, or type its words in full.',
    'come-back-to': 'You also asked about {topic}. I’ll come back to that right after.',
    'now-to': 'Now to {topic}.',
    'one-moment': 'I could not answer that in time, and I won’t keep you guessing: I’m bringing in a person.',
    waiting:
      'You are number {position} in line. It should be your turn within {minutes}, {share} times out of 10.',
    'waiting-no-estimate': 'You are number {position} in line. I have too little to go by to promise a time.',
    'nobody-on-duty':
      'Nobody is on duty right now. {opens, select, unknown {Your place is kept.} other {Someone is here from {opens}, and your place is kept.}}',
    'file-kept':
      'I’ve kept your file, but I can’t look into files myself. Tell me in words what it is about, or talk to a person, who can open it.',
    'file-for-person': 'I’ve kept your file for the person who will take over. I can’t look into it myself.',
    'noted-for-person': 'I’ve put that down for the person who will take over.',
    distress:
      'If you or someone with you is in danger, please call for help now: {contacts}. I’m bringing in a person straight away.',
    left: 'Thank you. Your message is with the team, and they answer you here.',
    'left-known':
      'Thank you. Your message is with the team. They answer you here, and they have {contact} to reach you.',
    'left-mail':
      'Thank you. Your message is with the team. They answer you here; if you are away then, you get the answer at {contact}.',
    'mail-then':
      'Thank you. You keep your place in line. If you are away when a person answers, you get the answer at {contact}.',
    callback: 'Thank you. You keep your place in line, and someone will call {contact} when it is your turn.',
    'carry-on': 'Gladly. Tell me what you need, and I’ll see what I can do.',
    corrected: 'Thank you, I’ve put that right.',
    rated: 'Thank you for telling us.',
    returned: 'I’m the automated assistant again. Is there anything else I can do?',
    requeued: 'Your conversation is back at its place in line.',
    resolved: 'This conversation is resolved. You can write here again at any time.',
    'not-promised':
      'I could not set it aside just now, so I won’t promise it. Nothing was ordered and nothing was charged.',
    held: 'A person has to look at this before it goes ahead. Nothing was changed yet.',
    checking:
      'Thank you. A person looks at this before it is done, within {minutes}; nothing is changed yet. If you would rather leave it, say “stop”.',
    'still-checking':
      'A person is still looking at what you confirmed, for {minutes} at most; nothing is changed yet. Say “stop” if you would rather leave it.',
    'approval-late':
      'I’m sorry: nobody could look at it in the time I gave you, so nothing was done. A person takes it from here and sees all of it.',
    'not-approved':
      'A colleague looked at it and did not want it done like this, so nothing was changed. A person will go through it with you.',
    deadline:
      '{deadline, select, none {} other {It has to be done by {deadline}. }}{contact, select, none {} other {If it can’t wait for us, please call {contact}.}}',
    unsaid:
      'I can’t tell you that for certain, so I’d rather not guess, and I have changed nothing just now. You can ask in other words, or talk to a person.',
    'not-understood': 'I’m not sure I got that.',
    'not-done-as-said': 'Understood. I’m leaving that as it is; nothing was changed.',
    'would-do': 'Nothing is changed by asking. If you went ahead, this is what it would mean:',
    buffer:
      'I can do that for you. It can’t be undone, so I’m not rushing into it: nothing is changed yet. Say “yes” when you want me to go on.',
    'offer-person': 'Would you rather talk to a person about this?',
    'tell-me-more': 'Then tell me in your own words what you need.',
    'agent-late':
      '{agent} has not answered yet, sorry. If it takes much longer, someone else will take over and you keep your place.',
    'nothing-open':
      'There is no question open between us right now, and nothing was done. Tell me what you need.',
  },
  acknowledge: {
    topic: [
      'So this is about {topic}.',
      'I see, it’s about {topic}.',
      'You’re writing about {topic}.',
      'Right, {topic}.',
      'Let’s look at {topic}.',
      'Thank you, so it’s {topic}.',
    ],
    plain: [
      'Thank you for writing.',
      'Thanks for telling me.',
      'I want to get this right for you.',
      'I’m with you.',
      'Let me make sure I understand you.',
      'Good that you’re asking.',
    ],
    greeting: ['Hello.', 'Hello, good to hear from you.', 'Hi there.', 'Welcome.', 'Good to have you here.'],
    person: [
      'You’d like to talk to a person.',
      'Of course, you can talk to a person.',
      'A person it is.',
      'I understand, you want a person for this.',
      'Right, you’d rather speak with someone.',
    ],
    distress: [
      'Thank you for telling me. You come first now.',
      'I’m glad you said that. You come first now.',
      'That sounds very serious, and you come first.',
      'I hear you. Let’s get you to someone now.',
      'Thank you for saying it. Nothing else is as important right now.',
    ],
    sorrow: {
      death: [
        'I’m very sorry for your loss.',
        'I’m so sorry. My condolences to you and your family.',
        'I’m deeply sorry to hear that. You have my sympathy.',
        'I’m so sorry for what you’re going through.',
        'That is very sad news, and I’m sorry for your loss.',
      ],
      hardship: [
        'I’m sorry to hear that. That is a lot to carry.',
        'I’m sorry you’re going through this.',
        'That sounds very hard, and I’m sorry.',
        'I’m sorry that this has happened.',
        'That is a hard time. I’m sorry.',
      ],
    },
    feeling: {
      frustration: [
        'I’m sorry, that is frustrating.',
        'That must be annoying, and I’m sorry.',
        'I can see why you’re upset, and I’m sorry.',
        'That is not how it should be. I’m sorry.',
        'I’m sorry that this has been such a struggle.',
        'You’ve every reason to be fed up. I’m sorry.',
      ],
      urgency: [
        'I see that this can’t wait.',
        'I understand that time is short.',
        'This is urgent for you, so let’s be quick.',
        'I see you’re pressed for time.',
        'Right, let’s not lose any time.',
      ],
      confusion: [
        'That is confusing, let’s sort it out.',
        'I can see that this isn’t clear.',
        'Let’s make this plainer.',
        'It’s easy to get lost in this; let’s go step by step.',
        'Let me try to clear that up.',
      ],
    },
  },
  clarify: {
    first: ['Which of these do you mean?', 'What would you like to do?', 'Which one fits best?'],
    again: 'I’m still not sure. Is it one of these?',
  },
  which: {
    first: 'Which one is it about?',
    stranger: 'I can’t find “{name}” among yours. Which one is it about?',
    again: 'I could not tell which one you mean. Please pick one:',
  },
  choices: {
    'something-else': 'Something else',
    'a-person': 'Talk to a person',
    'the-assistant': 'Carry on here',
  },
  handoff: {
    asked: 'A person is coming.',
    offered: 'I’m bringing in a person for this. If you’d rather carry on with me, one tap is enough.',
    failure: 'A person is coming and will see all that happened here.',
    wait: 'You are number {position} in line. It should be your turn within {minutes}, {share} times out of 10.',
    noEstimate: 'You are number {position} in line. I have too little to go by to promise a time.',
    nobody:
      'Nobody is on duty right now. Someone is here from {opens}. Your place is kept at the head of the next shift; you can leave a message and say how to reach you.',
    nobodyUnknown:
      'Nobody is on duty right now. Your place is kept; you can leave a message and say how to reach you.',
  },
  source: 'From: {title}',
  mail: {
    subject: 'An answer from {business}',
    lead: 'Your answer from {agent}, {business}:',
    file: 'A file waits for you in the conversation: {name}',
    link: 'Read it and write back in the chat',
    plain: 'To write back, open the chat on our page, in the browser in which you wrote to us.',
    why: 'You get this because you left this address in our chat. What you send back by e-mail does not reach the conversation.',
  },
  transcript: {
    title: 'Your conversation',
    you: 'You',
    automated: 'automated',
    person: 'person',
    system: 'Notice',
    chosen: 'chosen',
    unanswered: 'not answered',
    undone: 'undone',
    reference: 'Reference',
    file: 'attached file',
    lines: {
      handoff: 'A person was called in',
      claimed: '{name} joined',
      transferred: 'Passed on to {name}',
      returned: '{name} handed back to the assistant',
      requeued: 'Back in line for a person',
      resolved: 'The conversation ended',
      keep: 'You chose to keep waiting',
      message: 'You left a message',
      callback: 'You asked to be called back',
      mail: 'You asked for the answer by e-mail',
      assistant: 'You went on with the assistant',
    },
  },
};
