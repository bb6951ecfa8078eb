// npm run audit: known vulnerabilities, licences and sources of what we depend on. Where the data on vulnerabilities can't
// be had, it says so and checks the rest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, Failure, root, run, script, step } from './steps.mjs';
import { installAuditor } from './tools.mjs';

/** esbuild's only swaps its launcher for the platform's program, which comes as a package of its own. */
const MAY_HAVE_INSTALL_SCRIPTS = ['node_modules/esbuild'];

async function auditCrates() {
  const { code, stderr } = await capture('cargo', ['deny', 'check', 'advisories']);
  const unavailable = /failed to (fetch|clone|load) advisory database/.test(stderr);
  if (unavailable) console.log('the advisories of crates can not be had here: not checked');
  else if (code !== 0) throw new Failure(stderr);
  await run('cargo', ['deny', 'check', 'bans', 'licenses', 'sources']);
}

async function auditPackages() {
  const { code, stdout, stderr } = await capture('npm', ['audit']);
  const unavailable = /audit endpoint returned an error/.test(stderr);
  if (unavailable) console.log('the advisories of npm packages can not be had here: not checked');
  else if (code !== 0) throw new Failure(stdout);
}

/** npm runs no install scripts here (.npmrc), and no package may come to need one unseen. */
function refuseInstallScripts() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = Object.keys(packages).filter((path) => packages[path].hasInstallScript);
  const unexpected = found.filter((path) => !MAY_HAVE_INSTALL_SCRIPTS.includes(path));
  if (unexpected.length > 0) throw new Failure(`packages with install scripts: ${unexpected.join(', ')}`);
}

await script(async () => {
  await installAuditor();
  await step('crates', auditCrates);
  await step('npm packages', auditPackages);
  await step('install scripts', refuseInstallScripts);
});
