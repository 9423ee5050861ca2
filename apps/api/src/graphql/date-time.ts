import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';

/** Times as everybody knows them. Where we hand out one as text it is of our own making, and told as it is. */
export const DateTime = new GraphQLScalarType<Date, Date | string>({
  ...GraphQLDateTime.toConfig(),
  serialize: (time) => (typeof time === 'string' ? time : GraphQLDateTime.serialize(time)),
});
