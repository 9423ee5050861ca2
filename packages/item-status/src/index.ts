export * from './account-fields.js';
export * from './evidence.js';
export * from './item-fields.js';
export * from './limits.js';
export * from './messages.js';
export * from './money.js';
export * from './statuses.js';
export * from './violations.js';
