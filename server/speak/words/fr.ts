// The assistant's own words in French: vous, plain and warm.
import type { Vocabulary } from './vocabulary.ts';

export const fr: Vocabulary = {
  notices: {
    greeting:
      '{opener, select, efficient {Bonjour, je suis {assistant}, l’assistant automatique. Que puis-je faire pour vous ?} other {Bonjour, je suis {assistant}, l’assistant automatique. Dites-moi ce qui vous amène ; vous pouvez joindre un conseiller à tout moment, en un seul geste.}}',
    'welcome-back': 'Que puis-je faire pour vous ?',
    thanks: 'Je vous en prie. Avez-vous besoin d’autre chose ?',
    goodbye: 'Au revoir. Vous pouvez reprendre cette conversation quand vous le souhaitez.',
    cancelled: 'Très bien, on en reste là. Rien n’a été modifié.',
    kept: 'Très bien. Tout reste comme avant ; rien n’a été modifié.',
    expired:
      'Le délai de confirmation est écoulé, donc rien n’a été fait. Vous pouvez la réafficher d’un seul geste.',
    lapsed: 'La confirmation qui était ouverte est fermée. Rien n’a été fait.',
    changed:
      'Quelque chose a changé depuis l’affichage de la confirmation, donc rien n’a été fait. Redemandez-le, et vous verrez la situation actuelle.',
    done: 'C’est fait.',
    failed: 'Cela n’a pas fonctionné, et rien n’a été modifié. Un conseiller peut prendre le relais.',
    'unknown-outcome':
      'J’ai envoyé la demande, mais je n’ai pas reçu de réponse claire : je ne sais pas encore si c’est fait. Merci de ne pas la renvoyer. Un conseiller va vérifier et vous le dira.',
    undone: 'C’est annulé : tout est comme avant.',
    'undo-failed': 'Je n’ai pas pu l’annuler avec certitude. Un conseiller va s’en occuper.',
    'undo-over': 'Cela ne peut plus être annulé ici. Un conseiller peut vous dire ce qui reste possible.',
    'undo-under-way': 'L’annulation est déjà en cours. Vous en lirez le résultat ici dans la minute.',
    'sign-in':
      'Pour cela, je dois être sûr qu’il s’agit bien de vous. Connectez-vous sur ce site et redemandez-le, ou parlez à un conseiller.',
    unavailable:
      'Je n’arrive pas à joindre le système nécessaire pour l’instant ; je ne peux donc ni vérifier ni modifier. Rien n’a été fait.',
    'no-article': 'Je n’ai rien d’écrit à ce sujet.',
    'nothing-to-act-on':
      'J’ai regardé votre compte et je n’y ai rien trouvé qui corresponde ; je n’ai donc rien modifié. Si vous vous attendiez à y voir quelque chose, un conseiller peut regarder avec vous.',
    'press-the-button':
      'Rien n’est encore fait. Pour décider, appuyez sur l’un des deux boutons ci-dessous, ou écrivez son texte en entier.',
    'come-back-to': 'Vous avez aussi parlé de ceci : {topic}. J’y reviens juste après.',
    'now-to': 'Passons à ceci : {topic}.',
    'one-moment':
      'Je n’ai pas pu répondre à temps, et je ne veux pas vous laisser dans le doute : j’appelle un conseiller.',
    waiting: 'Vous êtes numéro {position} dans la file. Attente d’au plus {minutes}, {share} fois sur 10.',
    'waiting-no-estimate':
      'Vous êtes numéro {position} dans la file. J’ai trop peu d’éléments pour promettre une durée.',
    'nobody-on-duty':
      'Personne n’est de service en ce moment. {opens, select, unknown {Votre place est gardée.} other {Nous serons de retour : {opens}. Votre place est gardée.}}',
    'file-kept':
      'Votre fichier est bien arrivé, mais je ne peux pas l’ouvrir moi-même. Dites-moi avec des mots de quoi il s’agit, ou parlez à un conseiller, qui pourra l’ouvrir.',
    'file-for-person':
      'Votre fichier est gardé pour le conseiller qui prendra le relais. Je ne peux pas l’ouvrir moi-même.',
    'noted-for-person': 'Je l’ai noté pour le conseiller qui prendra le relais.',
    distress:
      'Si vous ou quelqu’un près de vous êtes en danger, appelez tout de suite à l’aide : {contacts}. J’appelle un conseiller immédiatement.',
    left: 'Merci. L’équipe a votre message et vous répond ici.',
    'left-known':
      'Merci. L’équipe a votre message. Elle vous répond ici et connaît ce moyen de vous joindre : {contact}.',
    'left-mail':
      'Merci. L’équipe a votre message. Elle vous répond ici ; si vous n’êtes plus là, la réponse part à {contact}.',
    'mail-then':
      'Merci. Vous gardez votre place dans la file. Si vous n’êtes plus là quand quelqu’un répond, la réponse part à {contact}.',
    callback:
      'Merci. Vous gardez votre place dans la file, et quelqu’un vous appellera au {contact} quand ce sera votre tour.',
    'carry-on': 'Avec plaisir. Dites-moi ce qu’il vous faut, et je verrai ce que je peux faire.',
    corrected: 'Merci, c’est corrigé.',
    rated: 'Merci de nous l’avoir dit.',
    returned: 'C’est de nouveau l’assistant automatique. Puis-je faire autre chose pour vous ?',
    requeued: 'Votre conversation a retrouvé sa place dans la file.',
    resolved: 'Cette conversation est terminée. Vous pouvez réécrire ici à tout moment.',
    'not-promised':
      'Je n’ai pas pu vous le réserver à l’instant, je ne vous le promets donc pas. Rien n’a été commandé ni débité.',
    held: 'Un conseiller doit d’abord regarder cela. Rien n’a encore été modifié.',
    checking:
      'Merci. Un conseiller regarde cela avant l’exécution, en {minutes} au plus ; rien n’est encore modifié. Si vous préférez y renoncer, écrivez « stop ».',
    'still-checking':
      'Un conseiller regarde encore ce que vous avez confirmé, pendant {minutes} au plus ; rien n’est encore modifié. Écrivez « stop » si vous préférez y renoncer.',
    'approval-late':
      'Je suis désolé : personne n’a pu regarder dans le délai annoncé, donc rien n’a été fait. Un conseiller prend le relais et voit tout ce qui s’est passé.',
    'not-approved':
      'Un collègue a regardé et n’a pas souhaité que ce soit fait ainsi ; rien n’a donc été modifié. Un conseiller va en parler avec vous.',
    deadline:
      '{deadline, select, none {} other {Date limite : {deadline}. }}{contact, select, none {} other {Si cela ne peut pas nous attendre, appelez le {contact}.}}',
    unsaid:
      'Je ne peux pas vous le dire avec certitude et je préfère ne pas deviner ; je n’ai rien modifié à l’instant. Vous pouvez le demander autrement, ou parler à un conseiller.',
    'not-understood': 'Je ne suis pas sûr d’avoir compris.',
    'not-done-as-said': 'Compris. Je laisse tout comme c’est ; rien n’a été modifié.',
    'would-do': 'Demander ne change rien. Si vous le faisiez, voici ce que cela voudrait dire :',
    buffer:
      'Je peux le faire pour vous. Comme c’est irréversible, je ne précipite rien : rien n’est encore modifié. Dites « OK » quand vous souhaitez que je continue.',
    'offer-person': 'Préférez-vous en parler avec un conseiller ?',
    'tell-me-more': 'Alors dites-moi avec vos mots ce qu’il vous faut.',
    'agent-late':
      '{agent} n’a pas encore répondu, veuillez nous en excuser. Si cela dure, quelqu’un d’autre prendra le relais et vous garderez votre place.',
    'nothing-open':
      'Aucune question n’est ouverte entre nous, et rien n’a été fait. Dites-moi ce qu’il vous faut.',
  },
  acknowledge: {
    topic: [
      'Il s’agit donc de ceci : {topic}.',
      'Je vois, votre demande porte sur : {topic}.',
      'Vous nous écrivez à ce sujet : {topic}.',
      'Bien, voici le sujet : {topic}.',
      'Regardons cela ensemble : {topic}.',
      'Merci, j’ai noté : {topic}.',
    ],
    plain: [
      'Merci de votre message.',
      'Merci de me le dire.',
      'Je tiens à bien faire les choses pour vous.',
      'Je vous écoute.',
      'Je veux être sûr de bien vous comprendre.',
      'Vous avez bien fait de demander.',
    ],
    greeting: [
      'Bonjour.',
      'Bonjour, ravi de vous lire.',
      'Bonjour à vous.',
      'Bienvenue.',
      'Heureux de vous accueillir.',
    ],
    person: [
      'Vous souhaitez parler à un conseiller.',
      'Bien sûr, vous pouvez parler à un conseiller.',
      'Entendu, un conseiller.',
      'Je comprends, vous voulez un conseiller pour cela.',
      'Bien, vous préférez parler à quelqu’un.',
    ],
    distress: [
      'Merci de me le dire. C’est vous qui comptez maintenant.',
      'Vous avez bien fait de le dire. Vous passez avant tout.',
      'Cela semble très grave, et vous passez avant tout.',
      'Je vous entends. Mettons-vous tout de suite en contact avec quelqu’un.',
      'Merci de votre confiance. Rien n’est plus important en ce moment.',
    ],
    sorrow: {
      death: [
        'Je vous présente mes sincères condoléances.',
        'Je suis profondément désolé. Mes condoléances à vous et à votre famille.',
        'C’est une très triste nouvelle. Toutes mes condoléances.',
        'Je suis sincèrement désolé de ce que vous traversez.',
        'Je suis vraiment désolé pour cette perte.',
      ],
      hardship: [
        'J’en suis désolé. C’est beaucoup à porter.',
        'Je suis désolé que vous traversiez cela.',
        'Cela semble très dur, et j’en suis désolé.',
        'Je suis désolé de ce qui vous est arrivé.',
        'C’est une période difficile. J’en suis désolé.',
      ],
    },
    feeling: {
      frustration: [
        'Je suis désolé, c’est vraiment agaçant.',
        'Cela doit être pénible, j’en suis désolé.',
        'Je comprends votre mécontentement, et j’en suis désolé.',
        'Cela ne devrait pas se passer ainsi. Je suis désolé.',
        'Je suis désolé que ce soit si compliqué.',
        'Vous avez toutes les raisons d’en avoir assez. Je suis désolé.',
      ],
      urgency: [
        'Je vois que cela ne peut pas attendre.',
        'Je comprends que le temps presse.',
        'C’est urgent pour vous, faisons donc vite.',
        'Je vois que vous avez peu de temps.',
        'Bien, ne perdons pas de temps.',
      ],
      confusion: [
        'C’est déroutant, mettons cela au clair.',
        'Je vois bien que ce n’est pas clair.',
        'Rendons cela plus simple.',
        'On s’y perd facilement ; avançons pas à pas.',
        'Je vais essayer d’éclaircir cela.',
      ],
    },
  },
  clarify: {
    first: [
      'Que voulez-vous dire parmi ceci ?',
      'Que souhaitez-vous faire ?',
      'Qu’est-ce qui convient le mieux ?',
    ],
    again: 'Je n’en suis pas encore sûr. Est-ce l’une de ces possibilités ?',
  },
  which: {
    first: 'De quoi s’agit-il exactement ?',
    stranger: 'Je ne trouve pas « {name} » chez vous. De quoi s’agit-il exactement ?',
    again: 'Je n’ai pas pu voir de quoi vous parlez. Choisissez, s’il vous plaît :',
  },
  choices: {
    'something-else': 'Autre chose',
    'a-person': 'Parler à un conseiller',
    'the-assistant': 'Continuer ici',
  },
  handoff: {
    asked: 'Un conseiller arrive.',
    offered: 'J’appelle un conseiller pour cela. Si vous préférez continuer avec moi, un seul geste suffit.',
    failure: 'Un conseiller arrive et verra tout ce qui s’est passé ici.',
    wait: 'Vous êtes numéro {position} dans la file. Attente d’au plus {minutes}, {share} fois sur 10.',
    noEstimate:
      'Vous êtes numéro {position} dans la file. J’ai trop peu d’éléments pour promettre une durée.',
    nobody:
      'Personne n’est de service en ce moment. Nous serons de retour : {opens}. Votre place est gardée en tête de la prochaine équipe ; vous pouvez laisser un message et dire comment vous joindre.',
    nobodyUnknown:
      'Personne n’est de service en ce moment. Votre place est gardée ; vous pouvez laisser un message et dire comment vous joindre.',
  },
  source: 'Source : {title}',
  mail: {
    subject: 'Une réponse de {business}',
    lead: 'Votre réponse de {agent}, {business} :',
    file: 'Un fichier vous attend dans la conversation : {name}',
    link: 'La lire et répondre dans le chat',
    plain: 'Pour répondre, ouvrez le chat sur notre page, dans le navigateur où vous nous avez écrit.',
    why: 'Vous recevez ce message parce que vous avez laissé cette adresse dans notre chat. Ce que vous renvoyez par e-mail n’arrive pas dans la conversation.',
  },
  transcript: {
    title: 'Votre conversation',
    you: 'Vous',
    automated: 'automatique',
    person: 'humain',
    system: 'Information',
    chosen: 'choisi',
    unanswered: 'sans réponse',
    undone: 'annulé',
    reference: 'Référence',
    file: 'fichier joint',
    lines: {
      handoff: 'Une personne a été appelée',
      claimed: '{name} a rejoint la conversation',
      transferred: 'Transmis à {name}',
      returned: '{name} a rendu la main à l’assistant',
      requeued: 'De retour dans la file d’attente',
      resolved: 'La conversation est terminée',
      keep: 'Vous avez choisi d’attendre',
      message: 'Vous avez laissé un message',
      callback: 'Vous avez demandé à être rappelé',
      mail: 'Vous avez demandé la réponse par e-mail',
      assistant: 'Vous avez continué avec l’assistant',
    },
  },
};
