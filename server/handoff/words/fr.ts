// The desk's and the brief's words in French.
import type { HandoffWords } from './handoff-words.ts';

export const fr: HandoffWords = {
  brief: {
    labels: {
      wants: 'Votre demande',
      details: 'Ce que vous nous avez dit',
      tried: 'Ce qui a été essayé',
      known: 'Ce que nous savons',
      promised: 'Ce qui a été promis',
    },
    added: 'Ajouté par vous',
    agentLabels: {
      why: 'Pourquoi c’est arrivé ici',
      wants: 'La demande',
      details: 'Ce qui a été dit',
      mood: 'Humeur jusqu’ici',
      tried: 'Ce qui a été essayé',
      known: 'Connu et vérifié',
      promised: 'Promis',
    },
    notSaid: 'pas encore clair',
    signedInAs: (name) => `connecté en tant que ${name}`,
    signedIn: 'connecté',
    notSignedIn: 'non connecté',
    done: (what, reference) => `${what} : fait${reference ? `, référence ${reference}` : ''}`,
    undone: (what) => `${what} : fait, puis annulé`,
    failed: (what) => `${what} : échec, rien n’a été fait`,
    unknown: (what) => `${what} : envoyé, mais on ne sait pas si cela a été fait`,
    notDone: (what) => `${what} : non confirmé, rien n’a été fait`,
    notRun: (what) => `${what} : confirmé, mais pas exécuté`,
    read: (title) => `montré : ${title}`,
    asked: (question, answer) => `demandé « ${question} », répondu « ${answer} »`,
    undoUntil: (what, time) => `${what} : peut être annulé jusqu’à ${time}`,
    toBeDone: (what) => `${what} : confirmé, en attente d’exécution`,
    within: (duration) => `un conseiller sous ${duration}`,
    calm: 'calme du début à la fin',
    moods: { frustration: 'agacement', urgency: 'urgence', confusion: 'confusion' },
    reasons: {
      asked: 'A demandé un conseiller',
      distress: 'En détresse',
      'unknown-outcome': 'Une issue est inconnue',
      frustration: 'Agacement répété',
      'no-progress': 'Les questions n’ont mené à rien',
      topic: 'Un sujet pour un conseiller',
      vip: 'VIP',
      failure: 'Une action a échoué ou est indisponible',
      hold: 'Une action est retenue pour un conseiller',
      watchdog: 'Un message allait rester sans réponse',
      intent: 'Une demande pour un conseiller',
      approval: 'Une action attend une approbation',
      takeover: 'Reprise à l’assistant',
    },
  },
  desk: {
    notices: {
      'requeued-released': (agent, wait) =>
        `${agent} a rendu votre conversation à l’équipe. Vous gardez votre place : ${wait}`,
      'requeued-vanished': (agent, wait) =>
        `Nous avons perdu la connexion avec ${agent}, veuillez nous en excuser. Vous retrouvez votre ancienne place : ${wait}`,
      'requeued-silent': (agent, wait) =>
        `${agent} n’a pas répondu, veuillez nous en excuser. Quelqu’un d’autre prendra le relais, et vous gardez votre place : ${wait}`,
      lapsed: () =>
        'Un conseiller prend maintenant le relais, la question ci-dessus est donc close. Rien n’a été fait.',
      'wait-longer': (_agent, wait) =>
        `Veuillez nous excuser, c’est plus long qu’annoncé : ${wait} Vous pouvez continuer d’attendre, laisser un message ou être rappelé en gardant votre place.`,
    },
    someone: 'Le conseiller',
    within: (position, duration, outOfTen) =>
      `numéro ${position} dans la file, en général sous ${duration} (c’est vrai ${outOfTen} fois sur 10).`,
    tooLittle: (position) =>
      `numéro ${position} dans la file ; nous avons trop peu d’éléments pour dire combien de temps.`,
    nobody: (position, opens) =>
      opens
        ? `numéro ${position} dans la file ; personne n’est là pour l’instant, nous serons de retour : ${opens}.`
        : `numéro ${position} dans la file ; personne n’est là pour l’instant.`,
  },
};
