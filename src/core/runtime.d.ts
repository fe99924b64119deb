/** What every runtime of the core has (browser, worker, Node) and the ES library does not name. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(input: string): Uint8Array<ArrayBuffer>;
}
/** Base64 to one character a byte, and back. */
declare function atob(base64: string): string;
declare function btoa(bytes: string): string;
