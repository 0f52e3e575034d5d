// What the reference implementation finds wrong with documents.
// Usage: node validate.mjs <schema.graphql> <documents.json: a list of texts>
// Prints a line for each document: {"syntax":[line,column]}, {"broken":[[rule,line,column,line,column,…],…]}, or {"crash":message} where it fails itself.
import { readFileSync } from 'node:fs';
import { GraphQLError, buildSchema, parse, specifiedRules, validate } from 'graphql';

const [schemaFile, documentsFile] = process.argv.slice(2);
const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
const documents = JSON.parse(readFileSync(documentsFile, 'utf8'));

/** The rule, with its name noted in the errors that it reports. */
function named(rule) {
  const name = rule.name.replace(/Rule$/, '');
  return (context) => {
    const own = Object.create(context);
    own.reportError = (error) => {
      error.brokenRule = name;
      context.reportError(error);
    };
    return rule(own);
  };
}

const rules = specifiedRules.map(named);
const places = (error) => (error.locations ?? []).flatMap(({ line, column }) => [line, column]);

function check(text) {
  let document;
  try {
    document = parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return { syntax: places(error) };
    return { crash: `parse: ${error.message}` };
  }
  try {
    return { broken: validate(schema, document, rules, { maxErrors: 1e9 }).map((error) => [error.brokenRule, ...places(error)]) };
  } catch (error) {
    return { crash: error.message };
  }
}

process.stdout.write(documents.map((text) => `${JSON.stringify(check(text))}\n`).join(''));
