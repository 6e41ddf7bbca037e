// The words of attaching, in every language of the panel: fetched with that part of it, so that opening pays nothing.

export interface FileWords {
  attach: string;
  camera: string;
  drop: string;
  sending: string;
  stop: string;
  missing: string;
  tooLarge: string;
  tooMany: string;
  unsupported: string;
  tooFast: string;
  failed: string;
}

const words: Readonly<Record<string, FileWords>> = {
  en: {
    attach: 'Attach an image or PDF',
    camera: 'Take a photo',
    drop: 'Drop images or PDF here',
    sending: 'Sending {name}',
    stop: 'Stop sending {name}',
    missing: 'It cannot be opened right now.',
    tooLarge: 'Larger than 10 MB: not sent.',
    tooMany: '20 files are in this conversation already: not sent.',
    unsupported: 'Only images (PNG, JPEG, WebP, GIF) and PDF can be sent.',
    tooFast: 'Many files in a short time: try again in a few minutes.',
    failed: 'It did not arrive.',
  },
  de: {
    attach: 'Bild oder PDF anhängen',
    camera: 'Foto aufnehmen',
    drop: 'Bilder oder PDF hier ablegen',
    sending: '{name} wird gesendet',
    stop: 'Senden von {name} abbrechen',
    missing: 'Das lässt sich gerade nicht öffnen.',
    tooLarge: 'Größer als 10 MB: nicht gesendet.',
    tooMany: 'Es sind schon 20 Dateien in diesem Gespräch: nicht gesendet.',
    unsupported: 'Nur Bilder (PNG, JPEG, WebP, GIF) und PDF lassen sich senden.',
    tooFast: 'Viele Dateien in kurzer Zeit: Versuchen Sie es in ein paar Minuten erneut.',
    failed: 'Das ist nicht angekommen.',
  },
  fr: {
    attach: 'Joindre une image ou un PDF',
    camera: 'Prendre une photo',
    drop: 'Déposez ici des images ou un PDF',
    sending: 'Envoi de {name}',
    stop: 'Arrêter l’envoi de {name}',
    missing: 'Impossible de l’ouvrir pour le moment.',
    tooLarge: 'Plus de 10 Mo : non envoyé.',
    tooMany: 'Cette conversation contient déjà 20 fichiers : non envoyé.',
    unsupported: 'Seuls les images (PNG, JPEG, WebP, GIF) et les PDF peuvent être envoyés.',
    tooFast: 'Beaucoup de fichiers en peu de temps : réessayez dans quelques minutes.',
    failed: 'Il n’est pas arrivé.',
  },
  es: {
    attach: 'Adjuntar imagen o PDF',
    camera: 'Hacer una foto',
    drop: 'Suelte aquí imágenes o PDF',
    sending: 'Enviando {name}',
    stop: 'Detener el envío de {name}',
    missing: 'No se puede abrir en este momento.',
    tooLarge: 'Ocupa más de 10 MB: no se ha enviado.',
    tooMany: 'Ya hay 20 archivos en esta conversación: no se ha enviado.',
    unsupported: 'Solo se pueden enviar imágenes (PNG, JPEG, WebP, GIF) y PDF.',
    tooFast: 'Muchos archivos en poco tiempo: inténtelo de nuevo en unos minutos.',
    failed: 'No ha llegado.',
  },
  pt: {
    attach: 'Anexar imagem ou PDF',
    camera: 'Tirar uma foto',
    drop: 'Solte aqui imagens ou PDF',
    sending: 'Enviando {name}',
    stop: 'Parar o envio de {name}',
    missing: 'Não é possível abrir neste momento.',
    tooLarge: 'Maior que 10 MB: não foi enviado.',
    tooMany: 'Já há 20 arquivos nesta conversa: não foi enviado.',
    unsupported: 'Só é possível enviar imagens (PNG, JPEG, WebP, GIF) e PDF.',
    tooFast: 'Muitos arquivos em pouco tempo: tente de novo em alguns minutos.',
    failed: 'Não chegou.',
  },
  ar: {
    attach: 'إرفاق صورة أو ملف PDF',
    camera: 'التقاط صورة',
    drop: 'أفلت الصور أو ملفات PDF هنا',
    sending: 'جارٍ إرسال {name}',
    stop: 'إيقاف إرسال {name}',
    missing: 'لا يمكن فتحه الآن.',
    tooLarge: 'أكبر من 10 ميغابايت: لم يُرسل.',
    tooMany: 'في هذه المحادثة 20 ملفًا بالفعل: لم يُرسل.',
    unsupported: 'يمكن إرسال الصور (PNG وJPEG وWebP وGIF) وملفات PDF فقط.',
    tooFast: 'ملفات كثيرة في وقت قصير: حاول مرة أخرى بعد بضع دقائق.',
    failed: 'لم يصل.',
  },
  hi: {
    attach: 'चित्र या PDF जोड़ें',
    camera: 'फ़ोटो लें',
    drop: 'चित्र या PDF यहाँ छोड़ें',
    sending: '{name} भेजा जा रहा है',
    stop: '{name} भेजना रोकें',
    missing: 'इसे अभी नहीं खोला जा सकता।',
    tooLarge: '10 MB से बड़ा है: नहीं भेजा गया।',
    tooMany: 'इस बातचीत में पहले से 20 फ़ाइलें हैं: नहीं भेजा गया।',
    unsupported: 'केवल चित्र (PNG, JPEG, WebP, GIF) और PDF भेजे जा सकते हैं।',
    tooFast: 'कम समय में बहुत सी फ़ाइलें: कुछ मिनट बाद फिर कोशिश करें।',
    failed: 'यह नहीं पहुँचा।',
  },
  ja: {
    attach: '画像またはPDFを添付',
    camera: '写真を撮る',
    drop: '画像またはPDFをここにドロップ',
    sending: '{name} を送信中',
    stop: '{name} の送信を中止',
    missing: '現在は開けません。',
    tooLarge: '10 MBを超えているため送信されませんでした。',
    tooMany: 'この会話にはすでに20個のファイルがあるため送信されませんでした。',
    unsupported: '送信できるのは画像（PNG、JPEG、WebP、GIF）とPDFだけです。',
    tooFast: '短時間に多くのファイルが送信されました。数分後にもう一度お試しください。',
    failed: '届きませんでした。',
  },
};

/** The words of a locale's (BCP 47) language, else English. */
export function fileWords(locale: string): FileWords {
  return words[locale.split('-')[0]!.toLowerCase()] ?? words.en!;
}

/** A text with the file's name in place, which keeps its own direction. */
export function withName(text: string, name: string): string {
  return text.replace('{name}', () => `\u2068${name}\u2069`);
}
