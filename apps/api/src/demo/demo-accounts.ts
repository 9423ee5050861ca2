import { Role } from '../accounts/role.js';

const password = 'oops-demo';

/** The accounts of a demo. Their passwords are no secret, so they are never made in production. */
export const demoAccounts = [
  { name: 'Bea Buyer', email: 'buyer@demo.example', password, role: Role.BUYER },
  { name: 'Otto Other', email: 'other-buyer@demo.example', password, role: Role.BUYER },
  { name: 'Olga Operator', email: 'operator@demo.example', password, role: Role.OPERATOR },
];
