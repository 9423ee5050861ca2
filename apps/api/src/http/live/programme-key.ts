import { hash } from 'node:crypto';
import { type ArgumentNode, type DocumentNode, type ExecutionArgs, getOperationAST, Kind, visit } from 'graphql';
import type { Caller } from '../../accounts/caller.js';

/**
 * Names what a subscription is told: equal for equal documents, variables and callers. Where it begins makes no
 * difference, so a variable that says nothing else is left out.
 */
export function programmeKey(
  { document, operationName, variableValues }: Pick<ExecutionArgs, 'document' | 'operationName' | 'variableValues'>,
  { viewer, scopes }: Caller,
): string {
  const start = startVariable(document, operationName);
  const declared = declaredIn(document, operationName);
  const variables = Object.entries(variableValues ?? {}).filter(([name]) => name !== start && declared.has(name));
  const parts = [document.loc?.source.body, operationName, variables, viewer?.id, viewer?.role, scopes];
  // Documents are long, and so that many callers do not hold one each, only its hash is kept.
  return hash('sha256', JSON.stringify(parts), 'base64');
}

/** The variables of an operation; what else comes with it makes no difference. */
function declaredIn(document: DocumentNode, operationName: string | null | undefined): ReadonlySet<string> {
  const { variableDefinitions = [] } = getOperationAST(document, operationName) ?? {};
  return new Set(variableDefinitions.map(({ variable }) => variable.name.value));
}

/** The variable that is used for the place to begin after and nowhere else, if there is one. */
function startVariable(document: DocumentNode, operationName: string | null | undefined): string | undefined {
  const [field] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  const after = field?.kind === Kind.FIELD ? field.arguments?.find(isAfter)?.value : undefined;
  if (after?.kind !== Kind.VARIABLE) return undefined;
  let uses = 0;
  visit(document, {
    VariableDefinition() {
      return false;
    },
    Variable({ name }) {
      if (name.value === after.name.value) uses += 1;
    },
  });
  return uses === 1 ? after.name.value : undefined;
}

function isAfter({ name }: ArgumentNode): boolean {
  return name.value === 'after';
}
