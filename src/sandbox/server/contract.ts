import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import contract from '../../../contract/genesys-cloud-license.openapi.json' with { type: 'json' };
import type { CheckedRequest, ContractCheck, ContractProblem } from '../contract';
import type { OperationId } from '../service/operations';
import { closedDocument, type JsonObject, objectAt, parametersOf } from './document';

const documentId = 'contract';

/**
 * The OpenAPI document as a check of traffic, stricter than the document itself: parameters and properties that it does
 * not name are problems too, since a misspelt optional one would otherwise pass unseen.
 */
export function loadContract(onViolation?: (violation: string) => void): ContractCheck {
  const document = closedDocument(contract);
  const bodies = new Ajv({ strict: false, allErrors: true });
  // A number in an address is text until it is read as one.
  const parameters = new Ajv({ strict: false, allErrors: true, coerceTypes: 'array' });
  formats(bodies);
  formats(parameters);
  bodies.addSchema(document, documentId);

  const operations = new Map<string, OperationChecks>();
  for (const [path, methods] of Object.entries(objectAt(document, 'paths'))) {
    for (const [method, operation] of Object.entries(objectAt(methods))) {
      const pointer = ['paths', path, method];
      const checks = operationChecks(objectAt(operation), pointer, bodies, parameters);
      operations.set(String(objectAt(operation)['operationId']), checks);
    }
  }
  const violations: string[] = [];

  return {
    violations,
    request(request) {
      const checks = operations.get(request.operation);
      if (checks === undefined) return [unknownOperation(request.operation)];
      return [...queryProblems(checks, request), ...bodyProblems(checks, request)];
    },
    answer(operation, status, body) {
      const problems = answerProblems(operations.get(operation), operation, status, body);
      for (const { where, message } of problems) {
        const violation = `${operation} ${status}: ${where} ${message}`;
        violations.push(violation);
        onViolation?.(violation);
      }
      return problems;
    },
  };
}

/** Compiled when it is first needed: most runs use a few operations, and all of them take a while. */
type Validator = () => ValidateFunction;

interface OperationChecks {
  lists: ReadonlySet<string>;
  query: Validator;
  body: { required: boolean; validator: Validator } | undefined;
  /** By status; null for an answer without a body. */
  answers: ReadonlyMap<string, Validator | null>;
}

function operationChecks(
  operation: JsonObject,
  pointer: readonly string[],
  bodies: Ajv,
  parameters: Ajv,
): OperationChecks {
  const { schema, lists } = parametersOf(operation);
  const answers = new Map<string, Validator | null>();
  for (const [status, answer] of Object.entries(objectAt(operation, 'responses'))) {
    const reference = objectAt(answer)['$ref'];
    if (typeof reference === 'string') {
      answers.set(status, bodyValidator(bodies, reference.slice(2).split('/')));
    } else {
      const hasBody = 'content' in objectAt(answer);
      answers.set(
        status,
        hasBody ? bodyValidator(bodies, [...pointer, 'responses', status]) : null,
      );
    }
  }
  return {
    lists,
    query: once(() => parameters.compile(schema)),
    body:
      operation['requestBody'] === undefined
        ? undefined
        : {
            required: objectAt(operation, 'requestBody')['required'] === true,
            validator: bodyValidator(bodies, [...pointer, 'requestBody']),
          },
    answers,
  };
}

function bodyValidator(ajv: Ajv, pointer: readonly string[]): Validator {
  const path = [...pointer, 'content', 'application/json', 'schema']
    .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  return once(() => ajv.compile({ $ref: `${documentId}#/${path}` }));
}

function once(compile: () => ValidateFunction): Validator {
  let compiled: ValidateFunction | undefined;
  return () => {
    compiled ??= compile();
    return compiled;
  };
}

function queryProblems(check: OperationChecks, { query }: CheckedRequest): ContractProblem[] {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(query.keys())) {
    const given = query.getAll(name);
    const isList = check.lists.has(name);
    const [only = ''] = given;
    if (isList) values[name] = given.flatMap((value) => value.split(','));
    else values[name] = given.length === 1 ? only : given;
  }
  return problemsOf(check.query(), values, 'query');
}

function bodyProblems(check: OperationChecks, { body, method }: CheckedRequest): ContractProblem[] {
  if (body === undefined) {
    return check.body?.required === true ? [{ where: 'body', message: 'is required' }] : [];
  }
  if (check.body === undefined) {
    return [{ where: 'body', message: `is not expected with ${method}` }];
  }
  return problemsOf(check.body.validator(), body, 'body');
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
  const validator = check.answers.get(String(status));
  if (!validator) {
    return body === undefined ? [] : [{ where: 'body', message: 'is not expected' }];
  }
  if (body === undefined) return [{ where: 'body', message: 'is missing' }];
  return problemsOf(validator(), body, 'body');
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
