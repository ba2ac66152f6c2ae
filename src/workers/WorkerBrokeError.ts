/** The worker did not start, or ran out of memory. */
export class WorkerBrokeError extends Error {
  override readonly name = 'WorkerBrokeError';
}
