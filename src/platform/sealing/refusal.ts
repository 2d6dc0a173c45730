/**
 * A failure with the keys that the operator can put right: the message is one Chinese sentence that says what is wrong and
 * what to do.
 */
export class SealingRefusal extends Error {
  override readonly name = 'SealingRefusal';
}

/** Sealed data that does not open: changed, put elsewhere, or sealed under a key that is not there. Never shown to a visitor. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}
