// How the reference implementation prints a schema.
// Usage: node print.mjs sdl <schema.graphql> | node print.mjs introspection <answer.json> | node print.mjs query
// "query" prints the introspection query that "introspection" wants the answer of.
import { readFileSync } from 'node:fs';
import { assertValidSchema, buildClientSchema, buildSchema, getIntrospectionQuery, printSchema } from 'graphql';

const [kind, file] = process.argv.slice(2);

function schema() {
  const text = readFileSync(file, 'utf8');
  return kind === 'sdl' ? buildSchema(text) : buildClientSchema(JSON.parse(text).data);
}

function printed() {
  const made = schema();
  assertValidSchema(made);
  return printSchema(made);
}

process.stdout.write(
  kind === 'query'
    ? getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true })
    : printed(),
);
