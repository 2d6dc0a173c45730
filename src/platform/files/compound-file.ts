/** Names in the directory of a compound file (the container of .doc, .xls and .wps); undefined where it is none or damaged. */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;
const ENTRY_BYTES = 128;
const FAT_IN_HEADER = 109;
const LAST_SECTOR = 0xfffffffa;
/** A document has some dozens of entries; with macros some hundreds. */
const MAX_ENTRIES = 20_000;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

function nameAt(view: DataView, at: number): string {
  const length = Math.min(view.getUint16(at + 64, true), 64);
  const codes: number[] = [];
  for (let offset = 0; offset + 2 < length; offset += 2) codes.push(view.getUint16(at + offset, true));
  return String.fromCharCode(...codes);
}

/** Sectors of the allocation table: those named in the header, then those named in the chain that follows it. */
function listTableSectors(view: DataView, start: (sector: number) => number, sectorBytes: number): number[] {
  const sectors: number[] = [];
  for (let index = 0; index < FAT_IN_HEADER; index += 1) sectors.push(view.getUint32(76 + index * 4, true));
  const perSector = sectorBytes / 4 - 1;
  let next = view.getUint32(68, true);
  const most = view.byteLength / sectorBytes;
  for (let seen = 0; next < LAST_SECTOR && seen < most; seen += 1) {
    const at = start(next);
    for (let index = 0; index < perSector; index += 1) sectors.push(view.getUint32(at + index * 4, true));
    next = view.getUint32(at + perSector * 4, true);
  }
  return sectors.filter(sector => sector < LAST_SECTOR);
}

function readNames(view: DataView): string[] {
  const sectorBytes = 1 << view.getUint16(30, true);
  if (sectorBytes !== 512 && sectorBytes !== 4096) throw new RangeError('no sector size of the format');
  const start = (sector: number) => (sector + 1) * sectorBytes;
  const tables = listTableSectors(view, start, sectorBytes);
  const follow = (sector: number): number => {
    const table = tables[Math.floor((sector * 4) / sectorBytes)];
    return table === undefined ? LAST_SECTOR : view.getUint32(start(table) + ((sector * 4) % sectorBytes), true);
  };
  const names: string[] = [];
  const most = view.byteLength / sectorBytes;
  let sector = view.getUint32(48, true);
  for (let seen = 0; sector < LAST_SECTOR && seen <= most && names.length < MAX_ENTRIES; seen += 1) {
    for (let at = start(sector); at < start(sector) + sectorBytes; at += ENTRY_BYTES)
      if (view.getUint8(at + 66) !== 0) names.push(nameAt(view, at));
    sector = follow(sector);
  }
  return names;
}

export function findCompoundNames(bytes: Uint8Array): readonly string[] | undefined {
  if (!isCompoundFile(bytes)) return undefined;
  try {
    return readNames(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    // Every offset comes from the file; one that leads out of it means damage.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
