import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface BreakableDisk {
  folder: string;
  /** What was not synced is gone, as when the plug is pulled; then the disk comes back. */
  cutPower(): Promise<void>;
  restorePower(): Promise<void>;
  remove(): Promise<void>;
}

/** `ioctl(EXT4_IOC_SHUTDOWN, NOLOGFLUSH)`; perl belongs to every Debian. */
const shutdown =
  'open(my $disk, "<", $ARGV[0]) or die $!; my $how = pack("L", 2); ioctl($disk, 0x8004587d, $how) or die $!';

/** Needs the right to mount, so this runs as root on Linux only; undefined says why not. */
export const cannotBreakDisks: string | undefined = reasonAgainst();

function reasonAgainst(): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "needs root on Linux";
  try {
    execFileSync("sh", ["-c", "command -v mkfs.ext4 && command -v perl && losetup --find"], {
      stdio: "pipe",
    });
    return undefined;
  } catch {
    return "needs mkfs.ext4, perl and a free loop device";
  }
}

/** A small ext4 disk in a file. */
export async function breakableDisk(megabytes = 128): Promise<BreakableDisk> {
  const home = await mkdtemp(join(tmpdir(), "portal-disk-"));
  const image = join(home, "image");
  const folder = join(home, "disk");
  const mount = () => run("mount", ["-o", "loop", image, folder]);
  const unmount = () => run("umount", ["--lazy", folder]);
  await run("sh", ["-c", `truncate -s ${megabytes}M image && mkfs.ext4 -q -m 0 image && mkdir disk`], {
    cwd: home,
  });
  await mount();
  return {
    folder,
    async cutPower() {
      await run("perl", ["-e", shutdown, `${folder}/.`]);
    },
    async restorePower() {
      await run("umount", [folder]);
      await mount();
    },
    async remove() {
      await unmount();
      await rm(home, { recursive: true });
    },
  };
}
