/** A piece of an OpenAPI document. */
export type JsonObject = { [key: string]: unknown };

/** The object at a path of keys; an empty one where there is none. */
export function objectAt(value: unknown, ...keys: readonly string[]): JsonObject {
  const [key, ...rest] = keys;
  if (!isObject(value)) return {};
  return key === undefined ? value : objectAt(value[key], ...rest);
}

/** A copy of the document whose objects take no properties beyond those that they name. */
export function closedDocument(document: object): JsonObject {
  const copy: unknown = structuredClone(document);
  const schemas = objectAt(copy, 'components', 'schemas');
  for (const [name, schema] of Object.entries(schemas)) {
    // Parts that are closed one by one would refuse each other's properties: put them together first.
    schemas[name] = merged(schema, schemas);
  }
  close(copy);
  return objectAt(copy);
}

function merged(schema: unknown, schemas: JsonObject): unknown {
  const all = objectAt(schema)['allOf'];
  if (!Array.isArray(all)) return schema;
  const parts = all.map((part: unknown) => merged(resolved(part, schemas), schemas));
  return {
    type: 'object',
    properties: Object.assign({}, ...parts.map((part) => objectAt(part, 'properties'))),
    required: parts.flatMap((part) => {
      const required = objectAt(part)['required'];
      return Array.isArray(required) ? required : [];
    }),
  };
}

function resolved(schema: unknown, schemas: JsonObject): unknown {
  const reference = objectAt(schema)['$ref'];
  return typeof reference === 'string' ? schemas[reference.split('/').at(-1) ?? ''] : schema;
}

function close(node: unknown): void {
  if (Array.isArray(node)) {
    for (const item of node) close(item);
    return;
  }
  if (!isObject(node)) return;
  if (node['type'] === 'object' && isObject(node['properties'])) {
    node['additionalProperties'] ??= false;
  }
  for (const inner of Object.values(node)) close(inner);
}

export interface ParameterRules {
  schema: JsonObject;
  /** The parameters that are lists: repeated, or with commas. */
  lists: ReadonlySet<string>;
}

/** The query parameters of an operation as the schema of one object. */
export function parametersOf(operation: JsonObject): ParameterRules {
  const given = operation['parameters'];
  const parameters = (Array.isArray(given) ? given : [])
    .map((parameter) => objectAt(parameter))
    .filter((parameter) => parameter['in'] === 'query');
  const nameOf = (parameter: JsonObject): string => String(parameter['name']);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        parameters.map((parameter) => [nameOf(parameter), parameter['schema']]),
      ),
      required: parameters.filter((parameter) => parameter['required'] === true).map(nameOf),
      additionalProperties: false,
    },
    lists: new Set(
      parameters
        .filter((parameter) => objectAt(parameter, 'schema')['type'] === 'array')
        .map(nameOf),
    ),
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
