import { delimiter } from 'node:path';

// biome-ignore lint/style/noProcessEnv: the one place where these tests read it.
const { OOPS_FAULTS_FULL, OOPS_SEED, OOPS_FIGURES, PATH } = process.env;

/** Whether the scenarios run in the sizes that they are named for, and not in short. */
export const IS_FULL = OOPS_FAULTS_FULL === 'true';

/** What all random choices follow from. */
export const SEED = Number(OOPS_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** The file that figures are appended to, one JSON object a line. */
export const FIGURES_FILE = OOPS_FIGURES;

/** Where programs are looked for. Database servers are often installed where only root looks. */
export const PROGRAM_PATH = [PATH, '/usr/local/sbin', '/usr/sbin', '/sbin'].filter(Boolean).join(delimiter);
