import { Field, ObjectType } from 'type-graphql';
import { Allow } from '../authorization/allow.js';
import { isPersonOrReadsOrders } from '../authorization/rules.js';
import { Node } from '../graphql/node.type.js';
import { Role } from './role.js';
import type { Viewer } from './viewer.js';

@ObjectType({ implements: Node, description: 'Your own account.' })
export class Account extends Node {
  @Field({ description: 'How to address you.', simple: true })
  name: string;

  @Allow(isPersonOrReadsOrders)
  @Field({ description: 'What you sign in with, and where mails go. A key needs `orders:read`.', simple: true })
  email: string;

  @Field(() => Role, { description: 'What you are to us: it decides what you see and may do.', simple: true })
  role: Role;

  /** For the resolver of `latestChangeCursor`. */
  viewer: Viewer;
}

export function toAccount(viewer: Viewer): Account {
  const { id, name, email, role } = viewer;
  return Object.assign(new Account(), { id, name, email, role, viewer });
}

@ObjectType({ description: 'Who did something, or whose something is.' })
export class Person {
  @Field({ description: 'The name they go by.', simple: true })
  name: string;

  @Field(() => Role, { description: 'What they are to us.', simple: true })
  role: Role;

  constructor(name: string, role: Role) {
    this.name = name;
    this.role = role;
  }
}

@ObjectType({ description: 'An account made for trying the product out; its password is no secret.' })
export class DemoAccount {
  @Field({ description: 'The name it goes by.', simple: true })
  name: string;

  @Field({ description: 'What to sign in with.', simple: true })
  email: string;

  @Field({ description: 'The password to sign in with.', simple: true })
  password: string;

  @Field(() => Role, { description: 'The role that it shows.', simple: true })
  role: Role;
}
