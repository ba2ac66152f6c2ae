import { t } from '@lingui/core/macro';
import { ErrorResponse } from 'oidc-client-ts';
import { refused, type SignInProblem, wordsFor } from './callback';
import { MixUpError } from './checkedClient';
import { forbiddenHosts } from './policy';
import { type Connection, endpointsOf } from './session';

/** A failure of a sign-in that this tab started. */
export async function explainFailure(
  error: unknown,
  connection: Connection,
): Promise<SignInProblem> {
  if (error instanceof ErrorResponse) {
    return {
      title: refused(),
      message: wordsFor(error.error ?? ''),
      detail: error.error_description ?? undefined,
    };
  }
  if (error instanceof MixUpError) {
    return {
      title: t`This sign-in cannot be completed`,
      message: t`The answer came from another sign-in service than the one you chose. Nobody was signed in by it. Tell whoever runs this console.`,
    };
  }
  if (error instanceof MissingTokenError) {
    return { title: refused(), message: t`Genesys Cloud answered without an access token.` };
  }
  if (error instanceof TypeError || (error instanceof Error && error.name === 'ErrorTimeout')) {
    const hosts = await forbiddenHosts(connection);
    const { login } = endpointsOf(connection);
    return {
      title: t`The sign-in service did not answer`,
      ...(hosts.length > 0 && { forbiddenHosts: hosts }),
      message: t`No answer from ${login}. Check your connection and the region.`,
    };
  }
  return {
    title: refused(),
    message: t`The answer of the sign-in service could not be used. Try again.`,
  };
}

export class MissingTokenError extends Error {
  constructor() {
    super('The answer holds no access token');
    this.name = 'MissingTokenError';
  }
}
