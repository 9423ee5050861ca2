import { makeOperator } from './accounts/make-operator.js';
import { readConfig } from './config.js';
import { openServices } from './open-services.js';
import { explainStartFailure } from './start-failure.js';

// Makes an account that of an operator, beside the running servers: `npm run make-operator -- <email address>`.
const [email] = process.argv.slice(2);

if (!email || email.startsWith('-')) {
  console.error('npm run make-operator -- <email address of an account>');
  process.exit(1);
}

const config = readConfig();
try {
  const { services, close } = await openServices(config);
  const found = await makeOperator(services, email);
  await close();
  if (found) console.log(`${email} is an operator from now on, signs in anew, and makes new API keys.`);
  else console.error(`There is no account with the address ${email}. Let them sign up first.`);
  process.exitCode = found ? 0 : 1;
} catch (error) {
  console.error(explainStartFailure(error, config));
  process.exit(1);
}
