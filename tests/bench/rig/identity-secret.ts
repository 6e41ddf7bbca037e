// Signs who is signed in, for the benches' own server alone.
export const identitySecret = 'signs the customers of the benches and nobody else';
