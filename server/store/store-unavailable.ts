// The one error of a store that the outside answers as `unavailable`: nothing was stored, it may be tried again.

export class StoreUnavailable extends Error {
  readonly code = 'unavailable';
  override readonly name = 'StoreUnavailable';
}
