/** A piece of the app could not be loaded: the network is gone, or the server has a newer build by now. */
export class ChunkLoadError extends Error {
  constructor(cause: unknown) {
    super('A part of the console could not be loaded.', { cause });
    this.name = 'ChunkLoadError';
  }
}
