// The assistant's own words in Spanish: usted, plain and warm.
import type { Vocabulary } from './vocabulary.ts';

export const es: Vocabulary = {
  notices: {
    greeting:
      '{opener, select, efficient {Hola, soy {assistant}, el asistente automático. ¿En qué puedo ayudarle?} other {Hola, soy {assistant}, el asistente automático. Cuénteme qué le trae por aquí; en cualquier momento puede hablar con una persona con un solo toque.}}',
    'welcome-back': '¿En qué puedo ayudarle?',
    thanks: 'De nada. ¿Necesita algo más?',
    goodbye: 'Que le vaya bien. Puede retomar esta conversación cuando quiera.',
    cancelled: 'De acuerdo, queda descartado. No se cambió nada.',
    kept: 'De acuerdo. Todo queda como está; no se cambió nada.',
    expired:
      'Se acabó el tiempo de la confirmación, así que no se hizo nada. Puede volver a verla con un solo toque.',
    lapsed: 'La confirmación que estaba abierta se ha cerrado. No se hizo nada.',
    changed:
      'Algo cambió desde que se mostró la confirmación, así que no se hizo nada. Pídalo otra vez y verá cómo está ahora.',
    done: 'Hecho.',
    failed: 'No ha funcionado y no se cambió nada. Una persona puede encargarse a partir de aquí.',
    'unknown-outcome':
      'Envié la solicitud, pero no recibí una respuesta clara: todavía no sé si se hizo. Por favor, no la envíe de nuevo. Una persona lo comprobará y se lo dirá.',
    undone: 'Ya está deshecho.',
    'undo-failed': 'No pude deshacerlo con seguridad. Una persona lo revisará.',
    'undo-over': 'Aquí ya no se puede deshacer. Una persona puede decirle qué es posible todavía.',
    'undo-under-way': 'Ya se está deshaciendo. En menos de un minuto leerá aquí cómo ha ido.',
    'sign-in':
      'Para eso necesito saber que es usted. Inicie sesión en este sitio y pídalo otra vez, o hable con una persona.',
    unavailable:
      'Ahora no consigo acceder al sistema necesario, así que no puedo comprobarlo ni cambiarlo. No se hizo nada.',
    'no-article': 'No tengo nada escrito sobre eso.',
    'nothing-to-act-on':
      'He mirado en su cuenta y no he encontrado nada a lo que esto pueda referirse, así que no he cambiado nada. Si esperaba ver algo, una persona puede revisarlo con usted.',
    'press-the-button':
      'Todavía no se ha hecho nada. Para decidir, pulse uno de los dos botones de abajo o escriba su texto completo.',
    'come-back-to': 'También preguntó por esto: {topic}. Vuelvo a ello enseguida.',
    'now-to': 'Pasemos a esto: {topic}.',
    'one-moment': 'No pude responderle a tiempo y no quiero dejarle con la duda: voy a avisar a una persona.',
    waiting:
      'Es usted el número {position} de la fila. La espera es de {minutes} como máximo, {share} de cada 10 veces.',
    'waiting-no-estimate':
      'Es usted el número {position} de la fila. Tengo muy pocos datos para prometerle un tiempo.',
    'nobody-on-duty':
      'En este momento no hay nadie de servicio. {opens, select, unknown {Le guardamos su puesto.} other {Volvemos: {opens}. Le guardamos su puesto.}}',
    'file-kept':
      'He guardado su archivo, pero yo no puedo ver lo que contiene. Dígame con palabras de qué se trata o hable con una persona, que podrá abrirlo.',
    'file-for-person':
      'He guardado su archivo para la persona que le atenderá. Yo no puedo ver lo que contiene.',
    'noted-for-person': 'Lo he anotado para la persona que le atenderá.',
    distress:
      'Si usted o alguien que está con usted corre peligro, pida ayuda ahora mismo: {contacts}. Aviso a una persona de inmediato.',
    left: 'Gracias. El equipo tiene su mensaje y le responde aquí.',
    'left-known':
      'Gracias. El equipo tiene su mensaje. Le responde aquí y conoce este medio para localizarle: {contact}.',
    'left-mail':
      'Gracias. El equipo tiene su mensaje. Le responde aquí; si entonces no está, la respuesta se envía a {contact}.',
    'mail-then':
      'Gracias. Conserva su puesto en la fila. Si no está cuando alguien responda, la respuesta se envía a {contact}.',
    callback:
      'Gracias. Conserva su puesto en la fila, y alguien le llamará al {contact} cuando sea su turno.',
    'carry-on': 'Con gusto. Dígame qué necesita y veré qué puedo hacer.',
    corrected: 'Gracias, ya está corregido.',
    rated: 'Gracias por su opinión.',
    returned: 'Vuelvo a ser el asistente automático. ¿Puedo ayudarle en algo más?',
    requeued: 'Su conversación está de nuevo en su puesto de la fila.',
    resolved: 'Esta conversación ha terminado. Puede volver a escribir aquí cuando quiera.',
    'not-promised':
      'No he podido reservárselo en este momento, así que no se lo prometo. No se pidió nada ni se cobró nada.',
    held: 'Una persona tiene que revisarlo antes de seguir. Todavía no se ha cambiado nada.',
    checking:
      'Gracias. Una persona lo revisa antes de hacerlo, en {minutes} como máximo; todavía no se ha cambiado nada. Si prefiere dejarlo, escriba «stop».',
    'still-checking':
      'Una persona sigue revisando lo que usted confirmó, durante {minutes} como máximo; todavía no se ha cambiado nada. Escriba «stop» si prefiere dejarlo.',
    'approval-late':
      'Lo siento: nadie pudo revisarlo en el tiempo que le dije, así que no se hizo nada. Una persona se encarga desde aquí y ve todo lo ocurrido.',
    'not-approved':
      'Alguien del equipo lo revisó y no quiso que se hiciera así, de modo que no se cambió nada. Una persona lo verá con usted.',
    deadline:
      '{deadline, select, none {} other {Fecha límite: {deadline}. }}{contact, select, none {} other {Si no puede esperarnos, llame al {contact}.}}',
    unsaid:
      'No puedo decírselo con seguridad y prefiero no adivinar; ahora mismo no he cambiado nada. Puede preguntarlo con otras palabras o hablar con una persona.',
    'not-understood': 'No estoy seguro de haberlo entendido.',
    'not-done-as-said': 'Entendido. Lo dejo como está; no se cambió nada.',
    'would-do': 'Preguntar no cambia nada. Si siguiera adelante, significaría esto:',
    buffer:
      'Puedo hacerlo por usted. No se puede deshacer, así que no me precipito: todavía no se ha cambiado nada. Diga «OK» cuando quiera que siga.',
    'offer-person': '¿Prefiere hablar de esto con una persona?',
    'tell-me-more': 'Entonces dígame con sus palabras qué necesita.',
    'agent-late':
      '{agent} aún no ha respondido, disculpe. Si tarda mucho más, otra persona le atenderá y usted conserva su puesto.',
    'nothing-open':
      'Ahora mismo no hay ninguna pregunta abierta entre nosotros, y no se hizo nada. Dígame qué necesita.',
  },
  acknowledge: {
    topic: [
      'Se trata, entonces, de esto: {topic}.',
      'Ya veo, es sobre esto: {topic}.',
      'Nos escribe por lo siguiente: {topic}.',
      'Bien, el tema es: {topic}.',
      'Veámoslo: {topic}.',
      'Gracias, he anotado: {topic}.',
    ],
    plain: [
      'Gracias por escribirnos.',
      'Gracias por decírmelo.',
      'Quiero hacerlo bien para usted.',
      'Le escucho.',
      'Quiero asegurarme de entenderle bien.',
      'Ha hecho bien en preguntar.',
    ],
    greeting: [
      'Hola.',
      'Hola, me alegra saludarle.',
      'Buenas.',
      'Le damos la bienvenida.',
      'Qué bien que esté aquí.',
    ],
    person: [
      'Desea hablar con una persona.',
      'Por supuesto, puede hablar con una persona.',
      'De acuerdo, con una persona.',
      'Entiendo, para esto quiere a una persona.',
      'Bien, prefiere hablar con alguien.',
    ],
    distress: [
      'Gracias por decírmelo. Ahora lo primero es usted.',
      'Ha hecho bien en decirlo. Ahora lo primero es usted.',
      'Eso suena muy grave, y lo primero es usted.',
      'Le escucho. Vamos a ponerle en contacto con alguien ahora mismo.',
      'Gracias por su confianza. En este momento nada es más importante.',
    ],
    sorrow: {
      death: [
        'Le acompaño en el sentimiento.',
        'Lo siento mucho. Mi más sentido pésame para usted y su familia.',
        'Siento de corazón su pérdida.',
        'Siento mucho por lo que está pasando.',
        'Es una noticia muy triste. Reciba mi pésame.',
      ],
      hardship: [
        'Lo siento. Es mucho lo que lleva encima.',
        'Siento que esté pasando por esto.',
        'Eso suena muy duro, y lo siento.',
        'Siento que haya ocurrido esto.',
        'Es un momento difícil. Lo siento.',
      ],
    },
    feeling: {
      frustration: [
        'Lo siento, eso es frustrante.',
        'Tiene que ser molesto, y lo siento.',
        'Entiendo su disgusto, y lo siento.',
        'No debería ser así. Lo siento.',
        'Siento que haya sido tan complicado.',
        'Tiene todos los motivos para estar harto de esto. Lo siento.',
      ],
      urgency: [
        'Veo que esto no puede esperar.',
        'Entiendo que queda poco tiempo.',
        'Para usted es urgente, así que vayamos rápido.',
        'Veo que el tiempo apremia.',
        'Bien, no perdamos tiempo.',
      ],
      confusion: [
        'Es confuso; vamos a ordenarlo.',
        'Veo que esto no está claro.',
        'Hagámoslo más sencillo.',
        'Es fácil perderse en esto; vayamos paso a paso.',
        'Voy a intentar aclararlo.',
      ],
    },
  },
  clarify: {
    first: ['¿A cuál de estas opciones se refiere?', '¿Qué desea hacer?', '¿Cuál encaja mejor?'],
    again: 'Aún no estoy seguro. ¿Es una de estas opciones?',
  },
  which: {
    first: '¿De cuál se trata?',
    stranger: 'No encuentro «{name}» entre lo suyo. ¿De cuál se trata?',
    again: 'No he podido saber a cuál se refiere. Elija una opción, por favor:',
  },
  choices: {
    'something-else': 'Otra cosa',
    'a-person': 'Hablar con una persona',
    'the-assistant': 'Continuar aquí',
  },
  handoff: {
    asked: 'Enseguida le atiende una persona.',
    offered: 'Para esto aviso a una persona. Si prefiere seguir conmigo, basta un toque.',
    failure: 'Enseguida le atiende una persona, que verá todo lo ocurrido aquí.',
    wait: 'Es usted el número {position} de la fila. La espera es de {minutes} como máximo, {share} de cada 10 veces.',
    noEstimate: 'Es usted el número {position} de la fila. Tengo muy pocos datos para prometerle un tiempo.',
    nobody:
      'En este momento no hay nadie de servicio. Volvemos: {opens}. Le guardamos el primer puesto del próximo turno; puede dejar un mensaje y decirnos cómo localizarle.',
    nobodyUnknown:
      'En este momento no hay nadie de servicio. Le guardamos su puesto; puede dejar un mensaje y decirnos cómo localizarle.',
  },
  source: 'Fuente: {title}',
  mail: {
    subject: 'Una respuesta de {business}',
    lead: 'Su respuesta de {agent}, {business}:',
    file: 'Un archivo le espera en la conversación: {name}',
    link: 'Leerla y contestar en el chat',
    plain: 'Para contestar, abra el chat en nuestra página, en el navegador desde el que nos escribió.',
    why: 'Recibe este mensaje porque dejó esta dirección en nuestro chat. Lo que envíe de vuelta por correo no llega a la conversación.',
  },
  transcript: {
    title: 'Su conversación',
    you: 'Usted',
    automated: 'automático',
    person: 'persona',
    system: 'Aviso',
    chosen: 'elegido',
    unanswered: 'sin respuesta',
    undone: 'deshecho',
    reference: 'Referencia',
    file: 'archivo adjunto',
    lines: {
      handoff: 'Se avisó a una persona',
      claimed: '{name} se unió',
      transferred: 'Pasado a {name}',
      returned: '{name} devolvió la conversación al asistente',
      requeued: 'De vuelta en la fila',
      resolved: 'La conversación terminó',
      keep: 'Usted eligió seguir esperando',
      message: 'Usted dejó un mensaje',
      callback: 'Usted pidió que le llamaran',
      mail: 'Usted pidió la respuesta por correo electrónico',
      assistant: 'Usted siguió con el asistente',
    },
  },
};
