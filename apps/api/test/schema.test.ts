import { readFileSync } from 'node:fs';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { createSchema } from '../src/schema.js';

const schema = createSchema();

test('the committed schema is the one that the code makes', () => {
  const committed = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
  expect(committed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
});

test('everything that a client sees is described', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const undescribed = types.flatMap((type) => {
    const parts: Array<[string, string | null | undefined]> = [];
    // The three roots need no words of their own.
    if (!roots.some((root) => root === type)) parts.push([type.name, type.description]);
    if (isEnumType(type)) for (const value of type.getValues()) parts.push([value.name, value.description]);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        parts.push([`${type.name}.${field.name}`, field.description]);
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        parts.push([`${type.name}.${field.name}`, field.description]);
        for (const arg of field.args) parts.push([`${type.name}.${field.name}(${arg.name})`, arg.description]);
      }
    }
    return parts.filter(([, description]) => !description).map(([name]) => name);
  });
  expect(undescribed).toEqual([]);
});
