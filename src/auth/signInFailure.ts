import { ErrorResponse } from 'oidc-client-ts';
import { REFUSED, type SignInProblem, wordsFor } from './callback';
import { forbiddenHosts } from './policy';
import { type Connection, endpointsOf } from './session';

/** A failure of a sign-in that this tab started. */
export async function explainFailure(
  error: unknown,
  connection: Connection,
): Promise<SignInProblem> {
  if (error instanceof ErrorResponse) {
    return {
      title: REFUSED,
      message: wordsFor(error.error ?? ''),
      detail: error.error_description ?? undefined,
    };
  }
  if (error instanceof MissingTokenError) {
    return { title: REFUSED, message: 'Genesys Cloud answered without an access token.' };
  }
  if (error instanceof TypeError || (error instanceof Error && error.name === 'ErrorTimeout')) {
    const hosts = await forbiddenHosts(connection);
    return {
      title: 'The sign-in service did not answer',
      ...(hosts.length > 0 && { forbiddenHosts: hosts }),
      message: `No answer from ${endpointsOf(connection).login}. Check your connection and the region.`,
    };
  }
  return {
    title: REFUSED,
    message: 'The answer of the sign-in service could not be used. Try again.',
  };
}

export class MissingTokenError extends Error {
  constructor() {
    super('The answer holds no access token');
    this.name = 'MissingTokenError';
  }
}
