import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from './schema.js';

// Writes the schema that the code makes to where partners and the page read it: `npm run generate`.
const file = new URL('../schema.graphql', import.meta.url);
writeFileSync(file, `${printSchema(lexicographicSortSchema(createSchema()))}\n`);
