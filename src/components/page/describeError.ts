import { t } from '@lingui/core/macro';
import { ApiError } from '@/api/errors';
import { WorkerBrokeError } from '@/workers/WorkerBrokeError';

export interface ErrorDescription {
  message: string;
  code?: string | undefined;
  contextId?: string | undefined;
}

/** Any thrown value as words for a person. */
export function describeError(error: unknown): ErrorDescription {
  if (error instanceof ApiError) {
    return { message: error.message, code: error.code, contextId: error.contextId };
  }
  if (error instanceof WorkerBrokeError) {
    return {
      message: t`The calculation did not start or ran out of memory. Reload the page, then try again.`,
    };
  }
  const message = error instanceof Error ? error.message.trim() : '';
  return { message: message || t`Something went wrong that has no name. Try again.` };
}
