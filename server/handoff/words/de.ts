// The desk's and the brief's words in German.
import type { HandoffWords } from './handoff-words.ts';

export const de: HandoffWords = {
  brief: {
    labels: {
      wants: 'Ihr Anliegen',
      details: 'Ihre Angaben',
      tried: 'Was versucht wurde',
      known: 'Was bekannt ist',
      promised: 'Was zugesagt wurde',
    },
    added: 'Von Ihnen ergänzt',
    agentLabels: {
      why: 'Warum es zu Ihnen kam',
      wants: 'Anliegen',
      details: 'Angaben',
      mood: 'Stimmung bisher',
      tried: 'Was versucht wurde',
      known: 'Bekannt und geprüft',
      promised: 'Zugesagt',
    },
    notSaid: 'noch nicht klar',
    signedInAs: (name) => `angemeldet als ${name}`,
    signedIn: 'angemeldet',
    notSignedIn: 'nicht angemeldet',
    done: (what, reference) => `${what}: erledigt${reference ? `, Referenz ${reference}` : ''}`,
    undone: (what) => `${what}: erledigt und wieder rückgängig gemacht`,
    failed: (what) => `${what}: fehlgeschlagen, es wurde nichts geändert`,
    unknown: (what) => `${what}: abgeschickt, aber der Ausgang ist nicht bekannt`,
    notDone: (what) => `${what}: nicht bestätigt, es wurde nichts geändert`,
    notRun: (what) => `${what}: bestätigt und nicht ausgeführt`,
    read: (title) => `gezeigt: ${title}`,
    asked: (question, answer) => `gefragt „${question}“, geantwortet „${answer}“`,
    undoUntil: (what, time) => `${what}: bis ${time} rückgängig zu machen`,
    toBeDone: (what) => `${what}: bestätigt, wird noch ausgeführt`,
    within: (duration) => `ein Mensch innerhalb von ${duration}`,
    calm: 'durchweg ruhig',
    moods: { frustration: 'Frust', urgency: 'Eile', confusion: 'Verwirrung' },
    reasons: {
      asked: 'Wollte mit einem Menschen sprechen',
      distress: 'In Not',
      'unknown-outcome': 'Ein Ausgang ist nicht bekannt',
      frustration: 'Mehr als einmal verärgert',
      'no-progress': 'Rückfragen führten nicht weiter',
      topic: 'Ein Thema für einen Menschen',
      vip: 'VIP',
      failure: 'Eine Aktion schlug fehl oder ist nicht verfügbar',
      hold: 'Eine Aktion wird für einen Menschen zurückgehalten',
      watchdog: 'Eine Nachricht wäre ohne Antwort geblieben',
      intent: 'Ein Anliegen für einen Menschen',
      approval: 'Eine Aktion wartet auf Freigabe',
      takeover: 'Vom Assistenten übernommen',
    },
  },
  desk: {
    notices: {
      'requeued-released': (agent, wait) =>
        `${agent} hat Ihr Gespräch an das Team zurückgegeben. Ihr Platz bleibt erhalten: ${wait}`,
      'requeued-vanished': (agent, wait) =>
        `Die Verbindung zu ${agent} ist leider abgebrochen. Sie sind wieder an Ihrem alten Platz: ${wait}`,
      'requeued-silent': (agent, wait) =>
        `${agent} hat leider nicht geantwortet. Jemand anderes übernimmt, und Ihr Platz bleibt erhalten: ${wait}`,
      lapsed: () =>
        'Jetzt übernimmt ein Mensch, die Frage oben ist damit erledigt. Es wurde nichts ausgeführt.',
      'wait-longer': (_agent, wait) =>
        `Es dauert leider länger als angekündigt: ${wait} Sie können weiter warten, eine Nachricht hinterlassen oder sich zurückrufen lassen; Ihr Platz bleibt.`,
    },
    someone: 'Der Mitarbeiter',
    within: (position, duration, outOfTen) =>
      `Platz ${position} in der Reihe, meist innerhalb von ${duration} (das stimmt in ${outOfTen} von 10 Fällen).`,
    tooLittle: (position) =>
      `Platz ${position} in der Reihe; für eine Zeitangabe gibt es noch zu wenige Erfahrungswerte.`,
    nobody: (position, opens) =>
      opens
        ? `Platz ${position} in der Reihe; im Moment ist niemand da; wir sind zurück ${opens}.`
        : `Platz ${position} in der Reihe; im Moment ist niemand da.`,
  },
};
