import { type DocumentNode, parse } from 'graphql';
import { checkValidatesSoon, MAX_TOKENS, QueryTooComplex } from '../costs/limits.js';

/** Shorter ones without fragments cannot repeat enough, and need not be parsed twice. */
const SHORTEST = 400;

/**
 * What speaks against validating a document at all, because it would take long. Asked before Apollo Server is, whose
 * plugins cannot refuse anything between parsing and validating.
 */
export function slowToValidate(query: unknown): QueryTooComplex | undefined {
  if (typeof query !== 'string' || (query.length < SHORTEST && !query.includes('fragment'))) return undefined;
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MAX_TOKENS, noLocation: true });
  } catch {
    // Apollo Server says what is wrong with it.
    return undefined;
  }
  try {
    checkValidatesSoon(document);
    return undefined;
  } catch (error) {
    if (error instanceof QueryTooComplex) return error;
    throw error;
  }
}
