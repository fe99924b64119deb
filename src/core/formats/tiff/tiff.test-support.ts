/** Tiny TIFFs for tests: their pattern as a formula, packed by libtiff where the packing is its own art, else by hand. */

const unpacked = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (ch) => ch.charCodeAt(0));

export const WIDTH = 150;
export const HEIGHT = 12;

/** Rows all white, all black, in single pixels, half and half, and runs of many lengths. */
export function isBlack(x: number, y: number): boolean {
  if (y < 2) return y === 1;
  if (y === 2) return x % 2 === 0;
  if (y === 3) return x >= 70;
  return (x * x + y * y * 7) % (y * 9 + 11) < 4 + y;
}
export const greyAt = (x: number, y: number): number => (x * x * 3 + y * 41 + ((x * y) % 7) * 13) & 255;

/** The pattern in black and white, or in grey (LZW), in one strip. */
export const PACKED = {
  g4: unpacked(
    'k1DIBvKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHKHBBKIiIiIiIiIiIiIiIiIiIiIiIxEREREREREREREREREREREREREWeRdGiM0aIuihF0aIzRoi6KEXRojNGiLoEFJrsITCI6EjpMECHI6OIUwQIS6I6EjoKJdAgSQkdBQQIS6I6YQmLiR8SOkhSLqEIIE0XQhFOgkoggWHBAmUcISOkCSLp7hF0MQQIRMIILEIISOkhzCYWCKohEuhEILI6NrFleEIIqyhyhwh4nEkIiKQhBCIjl0IiynQjiOIwQJhCYR9AgTKrKgrAQiR0cRhCJdGEcWcSQIKYxCCEQghSCCE8hCCFlOVwIRPI9irKDBCYRdBBDEjplQVgIcWUMQiR0EEIIqNCYRxaQggQwAQAQ=',
  ),
  g3: unpacked(
    'ABkDABNQyAbgAmqHQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HAB3wHguADydUU1ROkJ1RTVE6QnVFNUTpCcAE18WIdYssWIdYssWIdYssWIdYssWIdYssTgAx2nXp1COoTr06vztOvTqEdQnXp1fnadeADyoh0OrUL16hWh0OqJCoh0OrUL16hWh0OqLwASE6EI6EJ0EToQjoYADRQsXrFCrULF6xQq1CxesUKtOADHyDXJ1NEKadcg13nyDXJ1NWADyxQsVEQhiIVFihYkLFCxUXg',
  ),
  'g3-2d': unpacked(
    'AAHIGAABE1DIBuABmqHQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HQ6HABCIiIiIiIiIiIiIiIiIiIiIiMRERERERERERERERERERERERERFgAAfJ1RTVE6QnVFNUTpCdUU1ROkJwAARNdhCYRHQkdJggQ5HRxCmCBCXRHQkdBRLoECSEjoKCBCXRHTCExcAHHadenUI6hOvTq/O069OoR1CdenV+dp14AAQggQiYQQWIQQkdJDmEwsEVRCJdCIQWR0bWLK8IQRVlDlDhDwAGQnQhHQhOgidCEdDAAAQIEwhMI+gQJlVlQVgIRI6OIwhEujCOLOJIEFAABx8g1ydTRCmnXINd58g1ydTVgAQkdMqCsBDiyhiESOgghBFRoTCOLSEECGA==',
  ),
  rle: unpacked(
    'kDA1DIBuNUOh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0Oh0ODfAeC45OqKaonSE6opqidITqimqJ0hODXxYh1iyxYh1iyxYh1iyxYh1iyxYh1iyxOAjtOvTqEdQnXp1fnadenUI6hOvTq/O0685UQ6HVqF69QrQ6HVEhUQ6HVqF69QrQ6HVF4hOhCOhCdBE6EI6GCihYvWKFWoWL1ihVqFi9YoVaePkGuTqaIU065BrvPkGuTqasDlihYqIhDEQqLFCxIWKFiovA==',
  ),
  packbits: unpacked(
    '7gDv/wD876oAqPkAAAP4/wD8EgJAEAgCQASAIBAEgAkAQCAJABASwQUEHBBQQcEFBBwQUEHBBQQcEBIYSAkQAiQEhgwkBIgBEgJDBhIAEgIAqEQEBEKgCACAKhEBARCoAgAQAAkAAAgBAAAJAAABIAABACD/ABIARBAQRAABEEBBEAAEQQEEQAAQEhgQAECQCABAJAgAIGDAgAIEgEASAgiCAIAEAABAAgCCIIAIIggCAA==',
  ),
  lzw: unpacked(
    'gAAAYMDYwJZsSbAeYsNawfZMUYAMbMHawFasGbAKbsRYwbaMIYAYaMLYwBbsabAWasVawXbMcYAEZMPawdYsObACZsZYwTYMQYAQYMTYwZZsCbAOYsdawPZMEYAcbMXawVasWbAabsBYwLaMYYAIaMbYwRbsKbAGasFawHbMMYAUZMfawNYsebASZsJYwDYMAcCgkGhEKhkOiESikWFI5J5rRq1ca8ew2PjIDRyOrZIazFKlE5UcR2CCwKwCLIRZ6TLotAaEMxOHgwFQqarheYLFJNO5MQS+ABISzqdJJV4bRoFQasGzGLj4TRCSpJAbDRJVE6kQRmKBAGwybLhd4DDo9MY0MyebggNS6WoRObbJK9G5ccRuACYGzaFLZR4lgaapRg4exrF4VBNEkGociGKY0kKU46FEawICgSxxGyGJHnmLpmiGMhzDcKQ3kkXZHmIf5yhYPJmGUFJHE8B5DAGFZaCGPoMFyMBZDKDxBCOCRxi+HgPlaThIkYGQciMfwLhsLYVi4SY6lwAIoCUUoDAkP55DWR4KE+ao2ASVh9FSLxfD+IwJkWMghmaXBUlAIQiicAQLhkKYPiYP4uk4cIWBEPJrG8I5bBWJZmCmQoMFiKBNCKewpAeaRNgechfiKFgMgYVRUlcLw3kMUY1koYZOmwDIwCkUp/AEM5pCGL5uC+RoOFiPZSmqWCUA2BwxF4YIThwVRjiKZJ8EQYYvlMJx+CqB46B0VY+iqbBeCWHZrGkahAkeJAxBOJo8igRA1leTx3CIIpTloEQdlqGowHYEZdn8UQmFCK5cD0c5akSBB0DmL57HcdhKk+Kg1BWJo6iQPgtk2QxpBIEI/kQeQDj6fIQFQbY3lcJx6CKe4qAkPYigqSA2HmbY3DELgAgOXBlEOUpkkwZBRm+YwHC4KpXloDQVk6CocF4dY9lsKR6FIbZegAdwehuG5MFICIUlEYx4D2WIkEUFo9meQhyFKCJvCsahZh6FBfFqK5/gQXhokiWQ/CgQYwlARRqmWY4SBYSpUg8HwyHWDpYHcRprhObAaHiLIREsCB1jiLB1G6PYPhIahylCXxDCoQYukwPxiluV4EAYOJAnkBwYFmcI4FUIpFmuQhuEqfJfBcUg9n6cA3C6e5LkwIgogSERzFgbZYnQZQGn2d4iCIUpYg8GwqGmfpEF8KpLm+RBuGaCIAHqJYmCmMBnHOAxDFicQMliegenOHhLnwXQTk0Nx2jkP0dIgAOgbGIHMFAPh/jGHcMETQeRcikEqOccg5x4BaDeIoAwLQtCNBCGAUoSxODzCgA4O45hbAxFkDkEItAmhHHYJcJAWgLjaH8M0UQfRcigEaNsag0xsA+CeGYbwAQVBZHSCQMoBwqCnAALoD4igrDNCUM0WIQG+lIGAM4Q4RgzAxAENkCI9BugnA4BcDAehDiaAcC0KQfQEhAD6BsMgswEC+A+PYI4QwihNC2G8RIBAVBWEQMAfwQhzg3EaOkJYswQjwDUOoOA/BHAmA+MMNoHRpiPCiHQIQFh4DQFsKId45xyjpHmAMDIkBZDaAQDwOwtgrijHqE0VYDw8hEF0DYXAQBnBiCuPcToSR9izDiJALQKgADcF8KYd44xujdHGO8AIdBJC2HABAIwggPhnFqAkMYwwUjwDENoLA3AzD2HOIMEozQ9gvHSAQZQlg0BAA8AII4NwWgpBWDMIIsBlDqAgDwNwpgfiDGaB0OYzwYj0DEB8EQKwdBPDUIsWQ3wJBLEUM8DQaxhAfEEOsLQzwlDLCkN8OQCxVBPH0Kuho4hVh6CeCoBY8hvjSGWMoZ42h1gCA+EINYmhngKCWJIb4MhFjqCeLoFYogPiiBWLoJ46hFgyG+JIJYChniaDWEID4Ah1jaGeMoZY0hvjyAWCoJ4ehVjiA+GIVY+gniqAWHIb4UhlhKGeFodc2hhBrA0M8RQSwJDfFkIsNQTwdArBFQ6iFEqKUWoxRqjlHqQUiCQFgNwihWDUAENsCoVRNjnByJESg+AxDSCQMQIwcwAiVBeM8OoIQ8AwHcLIPgTARCjEKG0LYTwkhJHoAACQKgkBsEsGsUI3ZtzdAQGgZwOhWAkFEMsKo5Q9gXFyGEWgaARDiFQHQIwwxQiFDeF8KoUR8AAAcCIHgXBBKLF6PsH4iRsjUBgJIfQaBuBWD2AERoHxbhVHyEgfArg1AsHoMIHYFR6jbGOLkWIVAsBiDkIgUgxhJjBHqC8N4tQAj4CgK4CQfB2BiEGAURocRHCxG0K4cYHgCBLEwOsdISBWi9BcKUEQShphiE4DcbAfxoiEB6KGLoAg/BbB8VQqwUQsBlA6DYKoeglB7FkJQa4IA3hpGICUGIngIiKFcDMXw9BFgoGWBkZAfRuieDKDIVQgwxDsGuMgX4YQyBtBCDYKIcgfBrE8HwXYAAlhBEwPUfoZhqhKDUOsOQpAbjQDeLkMgFQ4guHiLoFwAxvBkCWDgFYyRkDND6I4UowhFCzHELwe4OA/hxGIB0EIhh4hiD8PsPwrAdjQE0MQegz6Zg6BaIEbY4AjBXGSOYMg6ALinHE6YNoGw6AuEmFkZQnA6D3G2GoLQ9R4jzFAK4M4gQjBsEwG8U4ihnC9AaGMMgxhphBC0NQKgfwFhCG0B0YIaxgB2GuJkAw1BUAnAOJIPwFQGgLFoL4OYiQlBsEoGcTYehdClHiEMIAnhTgRBMJwDAPxjj6EcM0NoEwyAWDmDETQZAaCvEWBIfQjRAh7BACYa46RTDEHQLcc4wh/DlbCHQZw0wchKF4DQK42wFCaGqHECYwx9DcA+A0LgVgrC3GGDAJAwRygPE0NAM4qQmCaHcKMAYxAYD9DqPMaQXAjjdGoHYDwJxtjwFgNETobxRCAF+Kkeg6hzBDCWLQZAPQuiDAUDwZ4DRWD2CMPcKYEA8BBFqC8BQkA7gJH4JoHwQx5gEGAN0UocxRB8FuJ0cg1hnAnBWJAUAEQWhPGkAAR4yQyCqHsKMfYtAMDdCaMMTQHB/iND4BYWwtwxhwBQEEAozx9DQAOOkFgGgHBjDGMQaAPQqhzHkBwU43Q6C2H8KcfZAQ',
  ),
} as const;

interface Made {
  readonly tags: Readonly<Record<number, number | readonly number[]>>;
  readonly strips: readonly Uint8Array[];
  readonly little?: boolean;
  readonly big?: boolean;
}

/** A TIFF of these pictures: the strips first, then a directory for each. */
export function tiffOf(...pictures: readonly Made[]): Uint8Array {
  const { little = true, big = false } = pictures[0] ?? {};
  const [wide, entrySize] = big ? [8, 20] : [4, 12];
  const file: number[] = [];
  const put = (value: number, size: number): void => {
    const bytes = Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) & 255);
    file.push(...(little ? bytes : bytes.reverse()));
  };
  const patch = (at: number, value: number, size: number): void => {
    const tail = file.splice(at);
    put(value, size);
    file.push(...tail.slice(size));
  };
  put(little ? 0x4949 : 0x4d4d, 2);
  put(big ? 43 : 42, 2);
  if (big) {
    put(8, 2);
    put(0, 2);
  }
  let link = file.length;
  put(0, wide);
  for (const { tags, strips } of pictures) {
    const offsets = strips.map((strip) => {
      const at = file.length;
      file.push(...strip);
      return at;
    });
    const tiled = 322 in tags;
    const all: Record<number, number | readonly number[]> = {
      ...tags,
      [tiled ? 324 : 273]: offsets,
      [tiled ? 325 : 279]: strips.map(({ length }) => length),
    };
    const entries = Object.entries(all).map(([tag, value]) => {
      const values = typeof value === 'number' ? [value] : value;
      const size = tag === '347' ? 1 : values.some((one) => one > 65_535) ? 4 : 2;
      const outside = values.length * size > wide ? file.length : null;
      if (outside !== null) for (const one of values) put(one, size);
      return { tag: Number(tag), values, size, outside };
    });
    patch(link, file.length, wide);
    put(entries.length, big ? 8 : 2);
    for (const { tag, values, size, outside } of entries) {
      const start = file.length;
      put(tag, 2);
      put(size === 1 ? 7 : size === 2 ? 3 : 4, 2);
      put(values.length, wide);
      if (outside !== null) put(outside, wide);
      else for (const one of values) put(one, size);
      while (file.length < start + entrySize) file.push(0);
    }
    link = file.length;
    put(0, wide);
  }
  return Uint8Array.from(file);
}

/** The pattern's rows, one after the other, with so many bytes a pixel. */
export const patternBytes = (
  each: (x: number, y: number) => readonly number[],
  width = WIDTH,
  height = HEIGHT,
): Uint8Array =>
  Uint8Array.from(Array.from({ length: width * height }, (_, i) => each(i % width, Math.floor(i / width))).flat());
