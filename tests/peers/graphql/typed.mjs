// What a client generated from a schema would make of a document: nothing, where the document is wrong.
import { getNamedType, isLeafType, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';

export const operationsOf = document => document.definitions.filter(one => one.kind === 'OperationDefinition');

/** The number of fields that have a type, and what keeps the document from having types for all of them. */
export function typed(schema, file, document) {
  const problems = validate(schema, document).map(error => `${file}: ${error.message} ${JSON.stringify(error.locations)}`);
  let fields = 0;
  const info = new TypeInfo(schema);
  visit(document, visitWithTypeInfo(info, {
    Field(field) {
      const type = info.getType();
      if (!type) problems.push(`${file}: ${field.name.value} has no type`);
      else if (isLeafType(getNamedType(type)) === Boolean(field.selectionSet)) problems.push(`${file}: ${field.name.value} cannot be typed`);
      else fields++;
    },
  }));
  return { fields, problems };
}
