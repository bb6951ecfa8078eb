// Runs a list of named steps, one after the other, with a heading and the time that each took. The first failure ends the run.
import { spawn } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** The environment of each command that we start: our tools and the project's dev dependencies come first on PATH. */
const env = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
};

/** Puts a folder of programs first on the PATH of each command started from now on. */
export function addToPath(folder) {
  env.PATH = [folder, env.PATH].join(delimiter);
}

/** Looks a program up on PATH as a shell would; undefined when it is not there. */
export async function which(program) {
  const { code, stdout } = await capture('sh', ['-c', 'command -v "$0"', program]);
  return code === 0 ? stdout.trim() : undefined;
}

/** An error whose message says all that there is to say: no stack trace is printed for it. */
export class Failure extends Error {}

/** Runs a command with its output shown; an exit code other than 0 is a Failure. */
export function run(program, args, options = {}) {
  return new Promise((done, fail) => {
    const child = start(program, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.on('error', (error) => fail(new Failure(`${program}: ${error.message}`)));
    child.on('exit', (code, signal) => {
      if (code === 0) done();
      else fail(new Failure(`\`${[program, ...args].join(' ')}\` ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

/** Runs a command and hands back what it wrote. */
export function capture(program, args, options = {}) {
  return new Promise((done, fail) => {
    const child = start(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const stdout = [];
    const stderr = [];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    child.on('error', (error) => fail(new Failure(`${program}: ${error.message}`)));
    child.on('close', (code) =>
      done({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}

function start(program, args, options) {
  return spawn(program, args, { cwd: root, ...options, env: { ...env, ...options.env } });
}

/** One step: prints its heading, runs it, and prints how long it took. */
export async function step(name, action) {
  console.log(`\n▶ ${name}`);
  const begin = performance.now();
  const result = await action();
  console.log(`✔ ${name} (${seconds(begin)})`);
  return result;
}

/** Runs a whole script: a Failure is printed as one line and becomes exit code 1. */
export async function script(main) {
  const begin = performance.now();
  try {
    await main();
  } catch (error) {
    console.error(`\n✘ ${error instanceof Failure ? error.message : error.stack} (after ${seconds(begin)})`);
    process.exit(1);
  }
}

function seconds(begin) {
  return `${((performance.now() - begin) / 1000).toFixed(1)} s`;
}
