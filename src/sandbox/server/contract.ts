import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import contract from '../../../contract/genesys-cloud-license.openapi.json' with { type: 'json' };
import type { CheckedRequest, ContractCheck, ContractProblem } from '../contract';
import type { OperationId } from '../service/operations';
import {
  closedDocument,
  type JsonObject,
  objectAt,
  type ParameterRules,
  parametersOf,
} from './document';

export interface LoadedContract extends ContractCheck {
  /** The operations of the document, as `METHOD /path`. */
  readonly operations: ReadonlyMap<string, string>;
}

const documentId = 'contract';

/**
 * The OpenAPI document as a check of traffic, stricter than the document itself: parameters and properties that it does
 * not name are problems too, since a misspelt optional one would otherwise pass unseen.
 */
export function loadContract(onViolation?: (violation: string) => void): LoadedContract {
  const document = closedDocument(contract);
  const bodies = new Ajv({ strict: false, allErrors: true });
  // A number in an address is text until it is read as one.
  const parameters = new Ajv({ strict: false, allErrors: true, coerceTypes: 'array' });
  for (const ajv of [bodies, parameters]) {
    formats(ajv);
    ajv.addSchema(document, documentId);
  }
  const checks = new Map<string, OperationChecks>();
  const operations = new Map<string, string>();
  for (const [path, methods] of Object.entries(objectAt(document, 'paths'))) {
    for (const method of Object.keys(objectAt(methods))) {
      const pointer = ['paths', path, method];
      const operation = objectAt(document, ...pointer);
      const id = String(operation['operationId']);
      operations.set(id, `${method.toUpperCase()} ${path}`);
      checks.set(id, operationChecks(operation, pointer, bodies, parameters));
    }
  }
  const violations: string[] = [];

  return {
    operations,
    violations,
    request(request) {
      const check = checks.get(request.operation);
      if (check === undefined) return [unknownOperation(request.operation)];
      return [...queryProblems(check, request), ...bodyProblems(check, request)];
    },
    answer(operation, status, body) {
      const problems = answerProblems(checks.get(operation), operation, status, body);
      for (const { where, message } of problems) {
        const violation = `${operation} ${status}: ${where} ${message}`;
        violations.push(violation);
        onViolation?.(violation);
      }
      return problems;
    },
  };
}

interface OperationChecks {
  parameters: ParameterRules;
  query: ValidateFunction;
  body: { required: boolean; validate: ValidateFunction } | undefined;
  /** By status; no function for an answer without a body. */
  answers: ReadonlyMap<string, ValidateFunction | undefined>;
}

function operationChecks(
  operation: JsonObject,
  pointer: readonly string[],
  bodies: Ajv,
  parameters: Ajv,
): OperationChecks {
  const rules = parametersOf(operation);
  const requestBody = operation['requestBody'];
  const answers = new Map<string, ValidateFunction | undefined>();
  for (const [status, answer] of Object.entries(objectAt(operation, 'responses'))) {
    const reference = objectAt(answer)['$ref'];
    const at =
      typeof reference === 'string'
        ? reference.slice(2).split('/')
        : [...pointer, 'responses', status];
    const hasBody = typeof reference === 'string' || 'content' in objectAt(answer);
    answers.set(status, hasBody ? compile(bodies, at) : undefined);
  }
  return {
    parameters: rules,
    query: parameters.compile(rules.schema),
    body:
      requestBody === undefined
        ? undefined
        : {
            required: objectAt(requestBody)['required'] === true,
            validate: compile(bodies, [...pointer, 'requestBody']),
          },
    answers,
  };
}

function compile(ajv: Ajv, pointer: readonly string[]): ValidateFunction {
  const path = [...pointer, 'content', 'application/json', 'schema']
    .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  return ajv.compile({ $ref: `${documentId}#/${path}` });
}

function queryProblems(check: OperationChecks, { query }: CheckedRequest): ContractProblem[] {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(query.keys())) {
    const given = query.getAll(name);
    const isList = check.parameters.lists.has(name);
    const [only = ''] = given;
    if (isList) values[name] = given.flatMap((value) => value.split(','));
    else values[name] = given.length === 1 ? only : given;
  }
  return problemsOf(check.query, values, 'query');
}

function bodyProblems(check: OperationChecks, { body, method }: CheckedRequest): ContractProblem[] {
  if (body === undefined) {
    return check.body?.required === true ? [{ where: 'body', message: 'is required' }] : [];
  }
  if (check.body === undefined) {
    return [{ where: 'body', message: `is not expected with ${method}` }];
  }
  return problemsOf(check.body.validate, body, 'body');
}

function answerProblems(
  check: OperationChecks | undefined,
  operation: OperationId,
  status: number,
  body: unknown,
): ContractProblem[] {
  if (check === undefined) return [unknownOperation(operation)];
  if (!check.answers.has(String(status))) {
    return [{ where: 'status', message: `${status} is not in the contract` }];
  }
  const validate = check.answers.get(String(status));
  if (validate === undefined) {
    return body === undefined ? [] : [{ where: 'body', message: 'is not expected' }];
  }
  if (body === undefined) return [{ where: 'body', message: 'is missing' }];
  return problemsOf(validate, body, 'body');
}

function problemsOf(validate: ValidateFunction, value: unknown, where: string): ContractProblem[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error: ErrorObject) => ({
    where: `${where}${error.instancePath}`,
    message: described(error),
  }));
}

function described({ keyword, params, message = 'is wrong' }: ErrorObject): string {
  if (keyword === 'additionalProperties') {
    return `must not have "${String(params['additionalProperty'])}", which the contract does not name`;
  }
  if (keyword === 'enum') return `must be one of ${JSON.stringify(params['allowedValues'])}`;
  return message;
}

function unknownOperation(operation: string): ContractProblem {
  return { where: 'operation', message: `${operation} is not in the contract` };
}
