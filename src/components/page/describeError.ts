import { t } from '@lingui/core/macro';
import { ApiError } from '@/api/errors';

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
  const message = error instanceof Error ? error.message.trim() : '';
  return { message: message || t`Something went wrong that has no name. Try again.` };
}
