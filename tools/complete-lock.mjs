// Adds to package-lock.json the packages of other platforms that it leaves out, and changes no other entry.
//
// A registry that mirrors only some platforms makes `npm install` write a lock without the others, and `npm ci` then
// refuses the lock. Run `npm run lock` after changing dependencies; it does nothing where nothing is missing.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = {};

for (const [folder, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(folder, name)) continue;
    const platform = platformOf(name);
    if (!platform || !/^\d/.test(version)) {
      console.error(`${name} ${version}, wanted by ${folder}, is missing, and its name tells no platform.`);
      process.exitCode = 1;
      continue;
    }
    missing[`node_modules/${name}`] = {
      version,
      ...platform,
      ...(entry.dev && { dev: true }),
      optional: true,
      ...(entry.engines && { engines: entry.engines }),
    };
  }
}

const { '': root, ...locked } = lock.packages;
const entries = Object.entries({ ...locked, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = { '': root, ...Object.fromEntries(entries) };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`Packages of other platforms added to the lock: ${Object.keys(missing).length}`);

/** Whether a package is found from a folder, as Node would look for it: there or in any folder above. */
function isLocked(folder, name) {
  const path = `${folder ? `${folder}/` : ''}node_modules/${name}`;
  if (lock.packages[path] || missing[path]) return true;
  if (!folder) return false;
  const above = folder.lastIndexOf('/node_modules/');
  return isLocked(above < 0 ? '' : folder.slice(0, above), name);
}

/** What a name such as `@swc/core-linux-arm64-musl` says of the platform that the package is for. */
function platformOf(name) {
  const os = /darwin/.test(name)
    ? 'darwin'
    : /win/.test(name)
      ? 'win32'
      : /android|freebsd|openharmony|linux/.exec(name)?.[0];
  const cpu =
    /arm64|ia32|x64|ppc64|riscv64|s390x|loong64|arm/.exec(name.split('/')[1] ?? name)?.[0] ??
    (/-64$/.test(name) ? 'x64' : undefined);
  if (!os || !cpu) return undefined;
  const libc = os === 'linux' ? (/musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : undefined) : undefined;
  return { cpu: [cpu], ...(libc && { libc: [libc] }), os: [os] };
}
