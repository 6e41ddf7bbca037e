// The desk's and the brief's words in Spanish.
import type { HandoffWords } from './handoff-words.ts';

export const es: HandoffWords = {
  brief: {
    labels: {
      wants: 'Lo que usted desea',
      details: 'Lo que nos dijo',
      tried: 'Lo que se intentó',
      known: 'Lo que se sabe',
      promised: 'Lo que se prometió',
    },
    added: 'Añadido por usted',
    agentLabels: {
      why: 'Por qué ha llegado aquí',
      wants: 'Lo que desea',
      details: 'Lo que dijo',
      mood: 'Ánimo hasta ahora',
      tried: 'Lo que se intentó',
      known: 'Conocido y verificado',
      promised: 'Prometido',
    },
    notSaid: 'aún no está claro',
    signedInAs: (name) => `sesión iniciada como ${name}`,
    signedIn: 'sesión iniciada',
    notSignedIn: 'sesión no iniciada',
    done: (what, reference) => `${what}: hecho${reference ? `, referencia ${reference}` : ''}`,
    undone: (what) => `${what}: hecho y después deshecho`,
    failed: (what) => `${what}: falló, no se hizo nada`,
    unknown: (what) => `${what}: enviado, pero no se sabe si se hizo`,
    notDone: (what) => `${what}: no confirmado, no se hizo nada`,
    notRun: (what) => `${what}: confirmado y no ejecutado`,
    read: (title) => `mostrado: ${title}`,
    asked: (question, answer) => `se preguntó «${question}», se respondió «${answer}»`,
    undoUntil: (what, time) => `${what}: se puede deshacer hasta: ${time}`,
    toBeDone: (what) => `${what}: confirmado, pendiente de hacerse`,
    within: (duration) => `una persona en ${duration} como máximo`,
    calm: 'con calma en todo momento',
    moods: { frustration: 'frustración', urgency: 'urgencia', confusion: 'confusión' },
    reasons: {
      asked: 'Pidió hablar con una persona',
      distress: 'En apuros',
      'unknown-outcome': 'No se conoce un resultado',
      frustration: 'Frustración repetida',
      'no-progress': 'Las preguntas no llevaron a nada',
      topic: 'Un tema para una persona',
      vip: 'VIP',
      failure: 'Una acción falló o no está disponible',
      hold: 'Una acción está retenida para una persona',
      watchdog: 'Un mensaje iba a quedar sin respuesta',
      intent: 'Una petición para una persona',
      approval: 'Una acción espera aprobación',
      takeover: 'Tomada del asistente',
    },
  },
  desk: {
    notices: {
      'requeued-released': (agent, wait) =>
        `${agent} ha devuelto su conversación al equipo. Usted conserva su puesto: ${wait}`,
      'requeued-vanished': (agent, wait) =>
        `Hemos perdido la conexión con ${agent}, disculpe. Usted vuelve a su puesto anterior: ${wait}`,
      'requeued-silent': (agent, wait) =>
        `${agent} no ha respondido, disculpe. Le atenderá otra persona y usted conserva su puesto: ${wait}`,
      lapsed: () =>
        'Ahora le atiende una persona, por lo que la pregunta de arriba queda cerrada. No se hizo nada.',
      'wait-longer': (_agent, wait) =>
        `Disculpe, está tardando más de lo que dijimos: ${wait} Puede seguir esperando, dejar un mensaje o pedir que le llamen y conservar su puesto.`,
    },
    someone: 'La persona',
    within: (position, duration, outOfTen) =>
      `número ${position} de la fila, normalmente ${duration} como máximo (se cumple ${outOfTen} de cada 10 veces).`,
    tooLittle: (position) => `número ${position} de la fila; hay muy pocos datos para decir cuánto tardará.`,
    nobody: (position, opens) =>
      opens
        ? `número ${position} de la fila; ahora no hay nadie, volvemos: ${opens}.`
        : `número ${position} de la fila; ahora no hay nadie.`,
  },
};
