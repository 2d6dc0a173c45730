const SECTOR = 512;
const [END, TABLE, FREE] = [0xfffffffe, 0xfffffffd, 0xffffffff] as const;

/** A compound file whose directory has these names and whose streams are empty. */
export function compoundFile(...names: readonly string[]): Uint8Array {
  const directorySectors = Math.ceil((names.length * 128) / SECTOR);
  const file = Buffer.alloc(SECTOR * (2 + directorySectors));
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48); // the directory begins in sector 1
  file.writeUInt32LE(END, 68);
  for (let index = 0; index < 109; index += 1) file.writeUInt32LE(index === 0 ? 0 : FREE, 76 + index * 4);
  for (let sector = 0; sector < SECTOR / 4; sector += 1) {
    const next = sector < directorySectors ? sector + 1 : END;
    file.writeUInt32LE(sector === 0 ? TABLE : sector <= directorySectors ? next : FREE, SECTOR + sector * 4);
  }
  for (const [index, name] of names.entries()) {
    const at = SECTOR * 2 + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
    file.writeUInt8(index === 0 ? 5 : 2, at + 66);
  }
  return file;
}
