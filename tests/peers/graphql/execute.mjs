// Executes operations against the mirror schema with graphql-js: reads {sdl, objects, operations} from the file named, writes one result for each.
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, execute, isAbstractType, isObjectType, parse, validate } from 'graphql';

const [, , input, output] = process.argv;
const { sdl, objects, operations } = JSON.parse(readFileSync(input, 'utf8'));
const schema = buildSchema(sdl);

function value(told) {
  if (Array.isArray(told)) return told.map(value);
  if (told === null || typeof told !== 'object') return told;
  if (told.$error !== undefined) throw new Error(told.$error);
  return objects[told.$ref];
}

// What a field with arguments was given, canonically: keys in order, absent ones absent.
function echo(given) {
  if (Array.isArray(given)) return `[${given.map(echo).join(',')}]`;
  if (given === null) return 'null';
  if (typeof given === 'object') return `{${Object.keys(given).sort().map((key) => `${key}:${echo(given[key])}`).join(',')}}`;
  return typeof given === 'string' ? JSON.stringify(given) : String(given);
}

for (const type of Object.values(schema.getTypeMap())) {
  if (type.name.startsWith('__')) continue;
  if (isAbstractType(type)) type.resolveType = (object) => object.__typename;
  if (!isObjectType(type)) continue;
  for (const field of Object.values(type.getFields())) {
    field.resolve = (parent, given) => {
      if (field.name === 'echo') return echo(given);
      if (field.name === 'step' || field.name === 'mustStep') {
        if (given.by < 0) throw new Error('backwards');
        parent.steps = (parent.steps ?? 0) + given.by;
        return { ...objects.counter, count: parent.steps };
      }
      return value(parent[field.name] ?? null);
    };
  }
}

const results = operations.map(({ query, variables }) => {
  const document = parse(query);
  const invalid = validate(schema, document);
  if (invalid.length > 0) return { invalid: invalid.map((error) => error.message) };
  const kind = document.definitions.find((one) => one.kind === 'OperationDefinition').operation;
  return execute({ schema, document, rootValue: { ...objects[kind] }, variableValues: variables });
});
writeFileSync(output, JSON.stringify(results));
