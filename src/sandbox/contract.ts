import type { OperationId } from './service/operations';

/** What a check of the contract is told of a request that is about to be answered. */
export interface CheckedRequest {
  operation: OperationId;
  method: string;
  path: string;
  query: URLSearchParams;
  /** The parsed body, undefined when there was none. */
  body: unknown;
}

export interface ContractProblem {
  /** Where in the request or answer, e.g. `body/assignments/0`. */
  where: string;
  message: string;
}

/** Compares traffic with the OpenAPI document. The browser has none; the server and the tests do. */
export interface ContractCheck {
  request(request: CheckedRequest): ContractProblem[];
  /** Problems of an answer are also kept in `violations`. */
  answer(operation: OperationId, status: number, body: unknown): ContractProblem[];
  readonly violations: readonly string[];
}
