// node build.mjs <out> <work>, in the folder of a client: installs what package-lock.json names and builds the client, once, whoever asks at the same time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const [out, work] = process.argv.slice(2);
const lock = join(work, 'lock');
const stamp = join(work, 'stamp');
const installed = 'node_modules/.stamp';

const files = (folder) => (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)])) : []);

function hash(paths) {
  const sum = createHash('sha256');
  for (const path of [...paths].sort()) sum.update(path).update(readFileSync(path));
  return sum.digest('hex');
}

const text = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A folder is made by one process only; a lock whose owner has ended is taken over. */
async function takeLock() {
  mkdirSync(work, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return;
    } catch {
      const owner = Number(text(join(lock, 'pid')));
      const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
      if (owner ? !alive(owner) : age > 10_000) rmSync(lock, { recursive: true, force: true });
      await wait(200);
    }
  }
}

function run(command, ...args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, LMS_CLIENT_OUT: join(work, 'dist') } });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

/** Each file is put in place by a rename, so a reader never meets half a file. */
function publish() {
  const fresh = files(join(work, 'dist'));
  for (const from of fresh) {
    const to = join(out, relative(join(work, 'dist'), from));
    if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, `${to}.new`);
    renameSync(`${to}.new`, to);
  }
  const wanted = new Set(fresh.map((from) => relative(join(work, 'dist'), from)));
  for (const old of files(out)) if (!wanted.has(relative(out, old))) rmSync(old);
}

await takeLock();
try {
  const needed = hash(['package.json', 'package-lock.json']);
  if (text(installed) !== needed) {
    // Nothing here needs its packages' own install scripts, and some of them report home.
    run('npm', 'ci', '--no-audit', '--no-fund', '--ignore-scripts');
    writeFileSync(installed, needed);
  }

  const inputs = hash([...files('src'), ...files('public'), ...readdirSync('.').filter((name) => /\.(json|ts)$/.test(name))]);
  if (text(stamp) !== inputs || !existsSync(out)) {
    run('npm', 'run', 'build');
    publish();
    writeFileSync(stamp, inputs);
  }
  utimesSync(stamp, new Date(), new Date());
} finally {
  rmSync(lock, { recursive: true, force: true });
}
