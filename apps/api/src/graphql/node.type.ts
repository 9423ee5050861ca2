import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'Anything that `node(id)` finds.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, and unique over all types. Do not read anything into it.', simple: true })
  id: string;
}
