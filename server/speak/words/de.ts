// The assistant's own words in German.
import type { Vocabulary } from './vocabulary.ts';

export const de: Vocabulary = {
  notices: {
    greeting:
      '{opener, select, efficient {Hallo, ich bin {assistant}, der automatische Assistent. Was kann ich für Sie tun?} other {Hallo, ich bin {assistant}, der automatische Assistent. Erzählen Sie mir, worum es geht; ein Mensch ist jederzeit nur einen Tipp entfernt.}}',
    'welcome-back': 'Was kann ich für Sie tun?',
    thanks: 'Gern geschehen. Brauchen Sie noch etwas?',
    goodbye: 'Alles Gute. Sie können dieses Gespräch jederzeit fortsetzen.',
    cancelled: 'In Ordnung, das ist vom Tisch. Es wurde nichts geändert.',
    kept: 'In Ordnung. Alles bleibt, wie es ist; es wurde nichts geändert.',
    expired:
      'Die Bestätigung ist abgelaufen, es wurde also nichts getan. Mit einem Tipp wird sie noch einmal gezeigt.',
    lapsed: 'Die offene Bestätigung ist geschlossen. Es wurde nichts getan.',
    changed:
      'Seit der Bestätigung hat sich etwas geändert, darum wurde nichts getan. Fragen Sie noch einmal, dann sehen Sie den heutigen Stand.',
    done: 'Erledigt.',
    failed: 'Das hat nicht geklappt, und es wurde nichts geändert. Ein Mensch kann das übernehmen.',
    'unknown-outcome':
      'Ich habe die Anfrage abgeschickt, aber keine klare Antwort bekommen: Ich weiß noch nicht, ob es geschehen ist. Bitte schicken Sie sie nicht noch einmal. Ein Mensch prüft das und sagt Ihnen Bescheid.',
    undone: 'Das ist rückgängig gemacht.',
    'undo-failed': 'Ich konnte es nicht sicher rückgängig machen. Ein Mensch sieht es sich an.',
    'undo-over':
      'Das lässt sich hier nicht mehr rückgängig machen. Ein Mensch kann sagen, was noch möglich ist.',
    'undo-under-way':
      'Das wird schon rückgängig gemacht. Binnen einer Minute lesen Sie hier, wie es ausging.',
    'sign-in':
      'Dafür muss ich wissen, dass Sie es sind. Bitte melden Sie sich auf dieser Seite an und fragen Sie noch einmal, oder sprechen Sie mit einem Menschen.',
    unavailable:
      'Ich erreiche das System dafür gerade nicht und kann darum nichts prüfen oder ändern. Es wurde nichts getan.',
    'no-article': 'Dazu habe ich nichts Schriftliches.',
    'nothing-to-act-on':
      'Ich habe in Ihrem Konto nachgesehen und nichts gefunden, worauf das zutreffen könnte; geändert wurde nichts. Wenn Sie etwas anderes erwartet haben, kann ein Mensch mit Ihnen nachsehen.',
    'press-the-button':
      'Es ist noch nichts geschehen. Zum Entscheiden drücken Sie bitte einen der beiden Knöpfe, oder tippen Sie seinen Text ganz ein.',
    'come-back-to': 'Sie fragten auch nach: {topic}. Darauf komme ich gleich danach zurück.',
    'now-to': 'Nun zu: {topic}.',
    'one-moment':
      'Das konnte ich nicht rechtzeitig beantworten, und Sie sollen nicht rätseln: Ich hole einen Menschen dazu.',
    waiting:
      'Sie sind auf Platz {position} der Reihe. In {share} von 10 Fällen sind Sie innerhalb von {minutes} dran.',
    'waiting-no-estimate':
      'Sie sind auf Platz {position} der Reihe. Ich habe zu wenig Anhalt, um eine Zeit zu versprechen.',
    'nobody-on-duty':
      'Gerade ist niemand im Dienst. {opens, select, unknown {Ihr Platz bleibt erhalten.} other {Ab {opens} ist jemand da, und Ihr Platz bleibt erhalten.}}',
    'file-kept':
      'Ihre Datei ist angekommen, aber ich kann selbst nicht in Dateien hineinsehen. Sagen Sie mir in Worten, worum es geht, oder sprechen Sie mit einem Menschen, der sie öffnen kann.',
    'file-for-person':
      'Ihre Datei liegt für den Menschen bereit, der übernimmt. Ich selbst kann nicht hineinsehen.',
    'noted-for-person': 'Das habe ich für den Menschen notiert, der übernimmt.',
    distress:
      'Wenn Sie oder jemand bei Ihnen in Gefahr ist, rufen Sie bitte jetzt Hilfe: {contacts}. Ich hole sofort einen Menschen dazu.',
    left: 'Danke. Ihre Nachricht liegt beim Team, die Antwort kommt hier.',
    'left-known':
      'Danke. Ihre Nachricht liegt beim Team. Die Antwort kommt hier, und das Team kennt {contact}, um Sie zu erreichen.',
    'left-mail':
      'Danke. Ihre Nachricht liegt beim Team. Die Antwort kommt hier; sind Sie dann nicht da, geht sie an {contact}.',
    'mail-then':
      'Danke. Sie behalten Ihren Platz in der Reihe. Sind Sie nicht da, wenn jemand antwortet, geht die Antwort an {contact}.',
    callback:
      'Danke. Sie behalten Ihren Platz in der Reihe, und jemand ruft {contact} an, wenn Sie dran sind.',
    'carry-on': 'Gern. Sagen Sie mir, was Sie brauchen, und ich sehe, was ich tun kann.',
    corrected: 'Danke, das habe ich berichtigt.',
    rated: 'Danke für Ihre Rückmeldung.',
    returned: 'Hier ist wieder der automatische Assistent. Kann ich noch etwas tun?',
    requeued: 'Ihr Gespräch ist wieder an seinem Platz in der Reihe.',
    resolved: 'Dieses Gespräch ist abgeschlossen. Sie können hier jederzeit wieder schreiben.',
    'not-promised':
      'Ich konnte es gerade nicht zurücklegen und verspreche es darum nicht. Es wurde nichts bestellt und nichts berechnet.',
    held: 'Das muss sich erst ein Mensch ansehen. Es wurde noch nichts geändert.',
    checking:
      'Danke. Das sieht sich noch ein Mensch an, bevor es ausgeführt wird, innerhalb von {minutes}; bis dahin ist nichts geändert. Wenn Sie es doch lassen möchten, schreiben Sie „abbrechen“.',
    'still-checking':
      'Ein Mensch sieht sich noch an, was Sie bestätigt haben, höchstens {minutes} lang; bis jetzt ist nichts geändert. Wenn Sie es doch lassen möchten, schreiben Sie „abbrechen“.',
    'approval-late':
      'Es tut mir leid: In der genannten Zeit konnte es sich niemand ansehen, deshalb wurde nichts ausgeführt. Ein Mensch übernimmt und sieht alles, was war.',
    'not-approved':
      'Jemand aus dem Team hat es sich angesehen und wollte es so nicht ausführen, deshalb wurde nichts geändert. Ein Mensch geht es mit Ihnen durch.',
    deadline:
      '{deadline, select, none {} other {Es muss bis {deadline} erledigt sein. }}{contact, select, none {} other {Wenn es nicht auf uns warten kann, rufen Sie bitte {contact} an.}}',
    unsaid:
      'Das kann ich Ihnen nicht sicher sagen und möchte nicht raten; geändert habe ich gerade nichts. Fragen Sie gern mit anderen Worten, oder sprechen Sie mit einem Menschen.',
    'not-understood': 'Ich bin nicht sicher, ob ich das verstanden habe.',
    'not-done-as-said': 'Verstanden. Ich lasse das, wie es ist; es wurde nichts geändert.',
    'would-do': 'Fragen ändert nichts. Wenn Sie es täten, hieße das:',
    buffer:
      'Das kann ich für Sie tun. Es lässt sich nicht rückgängig machen, darum überstürze ich nichts: Noch ist nichts geändert. Sagen Sie „ja“, wenn ich weitermachen soll.',
    'offer-person': 'Möchten Sie darüber lieber mit einem Menschen sprechen?',
    'tell-me-more': 'Dann sagen Sie mir in Ihren Worten, was Sie brauchen.',
    'agent-late':
      '{agent} hat noch nicht geantwortet, das tut uns leid. Dauert es noch länger, übernimmt jemand anderes, und Sie behalten Ihren Platz.',
    'nothing-open':
      'Zwischen uns ist gerade keine Frage offen, und es wurde nichts getan. Sagen Sie mir, was Sie brauchen.',
  },
  acknowledge: {
    topic: [
      'Es geht also um {topic}.',
      'Ich sehe, es geht um {topic}.',
      'Sie schreiben wegen: {topic}.',
      'Gut, {topic}.',
      'Dann sehen wir uns das an: {topic}.',
      'Danke, es geht um {topic}.',
    ],
    plain: [
      'Danke für Ihre Nachricht.',
      'Danke, dass Sie mir das sagen.',
      'Ich möchte das für Sie richtig machen.',
      'Ich bin bei Ihnen.',
      'Ich will sichergehen, dass ich Sie verstehe.',
      'Gut, dass Sie fragen.',
    ],
    greeting: [
      'Guten Tag.',
      'Guten Tag, schön von Ihnen zu hören.',
      'Hallo.',
      'Willkommen.',
      'Schön, dass Sie da sind.',
    ],
    person: [
      'Sie möchten mit einem Menschen sprechen.',
      'Natürlich, Sie können mit einem Menschen sprechen.',
      'Gern, ein Mensch also.',
      'Ich verstehe, Sie wollen dafür einen Menschen.',
      'Gut, Sie sprechen lieber mit jemandem.',
    ],
    distress: [
      'Danke, dass Sie mir das sagen. Sie gehen jetzt vor.',
      'Gut, dass Sie das sagen. Sie gehen jetzt vor.',
      'Das klingt sehr ernst, und Sie gehen vor.',
      'Ich höre Sie. Wir bringen Sie jetzt zu jemandem.',
      'Danke für Ihre Offenheit. Nichts ist gerade so wichtig.',
    ],
    sorrow: {
      death: [
        'Mein herzliches Beileid.',
        'Es tut mir sehr leid. Mein Beileid Ihnen und Ihrer Familie.',
        'Das tut mir von Herzen leid. Mein aufrichtiges Beileid.',
        'Es tut mir sehr leid, was Sie durchmachen.',
        'Das ist sehr traurig. Mein Beileid zu Ihrem Verlust.',
      ],
      hardship: [
        'Das tut mir leid. Das ist viel auf einmal.',
        'Es tut mir leid, dass Sie das durchmachen.',
        'Das klingt sehr schwer, und es tut mir leid.',
        'Es tut mir leid, dass das passiert ist.',
        'Das ist eine schwere Zeit. Es tut mir leid.',
      ],
    },
    feeling: {
      frustration: [
        'Das ist ärgerlich, und es tut mir leid.',
        'Ich verstehe, dass Sie verärgert sind. Es tut mir leid.',
        'So sollte das nicht sein. Es tut mir leid.',
        'Es tut mir leid, dass das so mühsam war.',
        'Ihr Ärger ist verständlich, und es tut mir leid.',
        'Sie haben allen Grund, genervt zu sein. Es tut mir leid.',
      ],
      urgency: [
        'Ich sehe, das kann nicht warten.',
        'Ich verstehe, die Zeit drängt.',
        'Das ist eilig für Sie, also machen wir schnell.',
        'Ich sehe, Sie stehen unter Zeitdruck.',
        'Gut, verlieren wir keine Zeit.',
      ],
      confusion: [
        'Das ist verwirrend; ordnen wir es.',
        'Ich sehe, dass das nicht klar ist.',
        'Machen wir das einfacher.',
        'Darin verliert man sich leicht; gehen wir Schritt für Schritt vor.',
        'Ich versuche, das aufzuklären.',
      ],
    },
  },
  clarify: {
    first: ['Was davon meinen Sie?', 'Was möchten Sie tun?', 'Was passt am besten?'],
    again: 'Ich bin noch nicht sicher. Ist es eines davon?',
  },
  which: {
    first: 'Um welches geht es?',
    stranger: '„{name}“ finde ich bei Ihnen nicht. Um welches geht es?',
    again: 'Ich konnte nicht erkennen, was Sie meinen. Bitte wählen Sie eines:',
  },
  choices: {
    'something-else': 'Etwas anderes',
    'a-person': 'Mit einem Menschen sprechen',
    'the-assistant': 'Hier weitermachen',
  },
  handoff: {
    asked: 'Ein Mensch kommt dazu.',
    offered: 'Ich hole dafür einen Menschen dazu. Wenn Sie lieber mit mir weitermachen, genügt ein Tipp.',
    failure: 'Ein Mensch kommt dazu und sieht alles, was hier geschehen ist.',
    wait: 'Sie sind auf Platz {position} der Reihe. In {share} von 10 Fällen sind Sie innerhalb von {minutes} dran.',
    noEstimate:
      'Sie sind auf Platz {position} der Reihe. Ich habe zu wenig Anhalt, um eine Zeit zu versprechen.',
    nobody:
      'Gerade ist niemand im Dienst. Ab {opens} ist jemand da. Ihr Platz am Anfang der nächsten Schicht bleibt erhalten; Sie können eine Nachricht hinterlassen und sagen, wie wir Sie erreichen.',
    nobodyUnknown:
      'Gerade ist niemand im Dienst. Ihr Platz bleibt erhalten; Sie können eine Nachricht hinterlassen und sagen, wie wir Sie erreichen.',
  },
  source: 'Aus: {title}',
  mail: {
    subject: 'Eine Antwort von {business}',
    lead: 'Ihre Antwort von {agent}, {business}:',
    file: 'Im Gespräch liegt eine Datei für Sie bereit: {name}',
    link: 'Im Chat lesen und antworten',
    plain:
      'Um zu antworten, öffnen Sie den Chat auf unserer Seite, in dem Browser, in dem Sie uns geschrieben haben.',
    why: 'Sie bekommen diese Nachricht, weil Sie diese Adresse in unserem Chat hinterlassen haben. Was Sie per E-Mail zurückschicken, kommt im Gespräch nicht an.',
  },
  transcript: {
    title: 'Ihr Gespräch',
    you: 'Sie',
    automated: 'automatisch',
    person: 'Mensch',
    system: 'Hinweis',
    chosen: 'gewählt',
    unanswered: 'nicht beantwortet',
    undone: 'rückgängig gemacht',
    reference: 'Vorgang',
    file: 'angehängte Datei',
    lines: {
      handoff: 'Ein Mensch wurde gerufen',
      claimed: '{name} ist dazugekommen',
      transferred: 'Weitergegeben an {name}',
      returned: '{name} hat an den Assistenten zurückgegeben',
      requeued: 'Wieder in der Warteschlange',
      resolved: 'Das Gespräch wurde beendet',
      keep: 'Sie wollten weiter warten',
      message: 'Sie haben eine Nachricht hinterlassen',
      callback: 'Sie haben um Rückruf gebeten',
      mail: 'Sie haben um die Antwort per E-Mail gebeten',
      assistant: 'Sie haben mit dem Assistenten weitergemacht',
    },
  },
};
