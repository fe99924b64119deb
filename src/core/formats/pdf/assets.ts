/** The tables of pdf.js for characters and fonts that a PDF names and does not bring along. They are fetched when a file wants one, from our own origin. */

interface Fetched {
  readonly ok: boolean;
  readonly status: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}
interface Runtime {
  readonly fetch?: (address: string) => Promise<Fetched>;
}

/** The build puts them beside the code; a runtime that reads code from files is told where they are. */
function besideCode(): string | undefined {
  const { url } = import.meta as unknown as { readonly url: string };
  return /^https?:/u.test(url) ? `${url.slice(0, url.lastIndexOf('/') + 1)}pdf/` : undefined;
}

/** pdf.js has such a class of its own, which asks a page for its address: a worker has none. */
class FromAddress {
  readonly #folders: Readonly<Record<string, string | null | undefined>>;
  constructor(folders: Readonly<Record<string, string | null | undefined>>) {
    this.#folders = folders;
  }
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const address = `${this.#folders[kind] ?? ''}${filename}`;
    const answer = await (globalThis as Runtime).fetch?.(address);
    if (!answer?.ok) throw new Error(`${address}: ${answer?.status ?? 'not fetched'}`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

/** What `getDocument` takes. `assets`: a folder or an address that ends with `/`. */
export function assetOptions(assets = besideCode()): object {
  if (assets === undefined) return {};
  return {
    cMapUrl: `${assets}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${assets}standard_fonts/`,
    ...(/^[a-z][\w+.-]+:\/\//iu.test(assets) ? { BinaryDataFactory: FromAddress } : {}),
  };
}
