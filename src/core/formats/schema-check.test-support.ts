/** Validates XML against published schemas with libxml2, where the schemas are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const local = ['../shared/corpus/schemas', '../../shared/corpus/schemas']
  .map((path) => resolve(path))
  .find((path) => existsSync(path));

/** The schema's path, or undefined, said aloud. */
export function schemaPath(name: string): string | undefined {
  const path = local && join(local, name);
  if (path && existsSync(path)) return path;
  console.warn(`skipped: no schema ${name} beside the checkout (../shared/corpus/schemas)`);
  return undefined;
}

export type Validate = (xml: string) => string[];

/** Every complaint of the schema about a document; an empty list: it is valid. */
export function validatorOf(path: string): Validate {
  xmlRegisterFsInputProviders();
  using schema = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  const validator = XsdValidator.fromDoc(schema);
  return (xml) => {
    const doc = XmlDocument.fromString(xml);
    try {
      validator.validate(doc);
      return [];
    } catch (error) {
      if (error instanceof XmlValidateError)
        return error.details.map((detail) => `${detail.line}: ${detail.message.trim()}`);
      throw error;
    } finally {
      doc.dispose();
    }
  };
}

/** Throws where the text is not well-formed. */
export function assertWellFormed(xml: string): void {
  XmlDocument.fromString(xml).dispose();
}
