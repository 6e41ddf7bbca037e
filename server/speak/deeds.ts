// What an assistant may claim to have done or promise to do, by kind, in the words of both languages. No business
// is named here: these are the verbs of any.

export type Deed =
  | 'cancel'
  | 'refund'
  | 'remove'
  | 'change'
  | 'add'
  | 'restore'
  | 'charge'
  | 'person'
  | 'other';

/** Whole words. `done`: as after "has been" or "I have"; `doing`: as after "I will" and "I am". */
interface DeedWords {
  done: RegExp;
  doing: RegExp;
}

/** One of these, whole; each is a pattern without spaces. */
const words = (sources: string): RegExp => new RegExp(`^(?:${sources.split(' ').join('|')})$`);

export const deeds: Partial<Record<Deed, DeedWords>> = {
  cancel: {
    done: words(
      'cancell?ed annulled revoked terminated voided scrapped ended storniert gekündigt ' +
        'aufgehoben annulliert abgesagt widerrufen beendet',
    ),
    doing: words(
      'cancel cancell?ing annul revoke revoking terminate terminating end ending void ' +
        'stornieren? kündigen? annullieren? beenden?',
    ),
  },
  refund: {
    done: words(
      'refunded reimbursed repaid credited compensated (?:zurück|rück)?erstattet zurückgezahlt ' +
        'zurücküberwiesen überwiesen gutgeschrieben entschädigt',
    ),
    doing: words(
      'refund refunding reimburse reimbursing repay repaying credit crediting compensate ' +
        '(?:zurück|rück)?erstatten? zurückzahlen überweisen? gutschreiben',
    ),
  },
  remove: {
    done: words('removed deleted dropped erased wiped entfernt gestrichen gelöscht herausgenommen'),
    doing: words(
      'remove removing delete deleting drop dropping erase erasing entfernen? streichen? ' +
        'löschen? herausnehmen',
    ),
  },
  change: {
    done: words(
      'changed moved rebooked updated modified rescheduled postponed upgraded switched ' +
        'corrected geändert umgebucht aktualisiert verschoben angepasst verlegt',
    ),
    doing: words(
      'change changing move moving rebook rebooking update updating modify reschedule ' +
        'rescheduling postpone upgrade upgrading ändern? ändere umbuchen aktualisieren? ' +
        'verschieben?',
    ),
  },
  add: {
    done: words(
      'added booked ordered reserved issued shipped dispatched hinzugefügt gebucht bestellt ' +
        'reserviert ausgestellt verschickt versandt',
    ),
    doing: words(
      'add adding book booking order ordering reserve reserving issue issuing ship hinzufügen ' +
        'buchen? bestellen? reservieren? verschicken?',
    ),
  },
  restore: {
    done: words('restored reinstated undone reactivated reopened wiederhergestellt reaktiviert'),
    doing: words('restore restoring reinstate reinstating undo undoing reactivate wiederherstellen'),
  },
  charge: {
    done: words('charged debited billed abgebucht belastet berechnet'),
    doing: words('charge charging debit bill abbuchen belasten?'),
  },
};

/** What may follow "I have" or "I" in the past: it looks at things and changes none. */
export const harmlessDone = words(
  'need looked checked found read seen saw noted understood heard tried received got listed ' +
    'explained asked answered said mentioned told had been was did meant thought hoped ' +
    'promised assumed shown summed learned learnt nachgesehen geschaut nachgeschaut gesehen ' +
    'gefunden gelesen notiert verstanden gehört versucht erhalten bekommen geprüft überprüft ' +
    'gefragt gesagt erklärt gezeigt gemeint gedacht gehabt genannt erwähnt gern gerne gerade ' +
    'gestern genau genug getan',
);

/** What may follow "I will" or "let me". */
export const harmlessDoing = words(
  'be look check see help explain show tell ask try find do need have say list read answer ' +
    'know think keep make start go come wait stay walk guide sum repeat understand mention ' +
    'point gladly never not sein sehen nachsehen nachschauen schauen prüfen helfen erklären ' +
    'zeigen sagen fragen versuchen suchen antworten lesen haben machen können brauchen müssen ' +
    'wissen werden bleiben warten wiederholen nennen verstehen ihnen ihren einen den gegen ' +
    'wegen zwischen',
);
