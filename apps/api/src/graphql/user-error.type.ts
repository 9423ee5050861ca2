import { type Problem, problemMessage, type Violation } from '@oops/item-status';
import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { FieldProblemEnum } from './enums.js';

@InterfaceType({ description: 'What a person can cause and put right. Nothing was changed.' })
export abstract class UserError {
  @Field({ description: 'For programs; the same as the name of the type, in capitals.', simple: true })
  code: string;

  @Field({ description: 'For people: what is wrong, in one sentence, in English.', simple: true })
  message: string;

  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

@ObjectType({ description: 'One field of an input and what is wrong with it.' })
export class FieldViolation {
  @Field({
    description: 'The path to the field in the input, e.g. `unitPrice` or `items.3.unitPrice` (from 0).',
    simple: true,
  })
  field: string;

  @Field({ description: 'What is wrong and what would be right, in one sentence, in English.', simple: true })
  message: string;

  @Field(() => FieldProblemEnum, { description: 'The same for programs.', simple: true })
  problem: Problem['code'];

  @Field(() => String, {
    nullable: true,
    description:
      'The bound that the value is beyond, a number of what `problem` says, such as `100000` or `0.01`; null where there is none.',
    simple: true,
  })
  bound: string | null;

  constructor({ field, problem }: Violation) {
    this.field = field;
    this.message = problemMessage(problem);
    this.problem = problem.code;
    this.bound = boundOf(problem);
  }
}

@ObjectType({ implements: UserError, description: 'Some fields of the input are wrong.' })
export class InvalidInput extends UserError {
  @Field(() => [FieldViolation], { description: 'Each field that is wrong, and why. Never empty.', simple: true })
  violations: FieldViolation[];

  constructor(violations: readonly Violation[]) {
    const fields = violations.map(({ field }) => field);
    super('INVALID_INPUT', `The input is wrong in ${fields.slice(0, 5).join(', ')}${fields.length > 5 ? ' …' : ''}.`);
    this.violations = violations.map((violation) => new FieldViolation(violation));
  }
}

@ObjectType({
  implements: UserError,
  description: 'There is no such order, item, API key or session, or it is not yours to see.',
})
export class NotFound extends UserError {
  constructor(what: 'order or item' | 'API key' | 'session' = 'order or item') {
    super('NOT_FOUND', `There is no such ${what}.`);
  }
}

@ObjectType({
  implements: UserError,
  description: 'Your role does not do this: buyers change orders, operators report.',
})
export class NotPermitted extends UserError {
  constructor() {
    super('NOT_PERMITTED', 'Your role does not do this.');
  }
}

@ObjectType({
  implements: UserError,
  description: 'The idempotency key was used within the last 24 hours for another input. Take a new key.',
})
export class IdempotencyKeyReused extends UserError {
  constructor() {
    super('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was already used for another input.');
  }
}

function boundOf(problem: Problem): string | null {
  if ('max' in problem) return String(problem.max);
  if ('min' in problem) return String(problem.min);
  return 'digits' in problem ? String(problem.digits) : null;
}
