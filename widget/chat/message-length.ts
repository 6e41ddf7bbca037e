// How long a message may be, for whoever writes one.

/** Characters that the protocol takes in one message (protocol-schema.ts, which browsers do not import). */
export const maxLength = 4000;
