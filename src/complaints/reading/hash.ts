// A short name for a text: the same text has the same name on every machine. Not a signature.

// Looking a global up for every character is slow in a script's own context.
const { imul } = Math;

/** 64 bits of FNV-1a as 16 hexadecimal digits, from two 32-bit halves with different starts. */
export function hashOf(...texts: readonly string[]): string {
  let low = 0x811c9dc5;
  let high = 0xc9dc5118;
  for (const text of texts) {
    for (let i = 0; i <= text.length; i++) {
      const unit = i < text.length ? text.charCodeAt(i) : 0x1f;
      low = imul(low ^ unit, 0x01000193);
      high = imul(high ^ unit ^ (low >>> 13), 0x01000193);
    }
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}
