/** `[Content_Types].xml`: what each part is, by its name or else by its extension. */
import { walkXml } from './xml-gate.ts';

export const CONTENT_TYPES = '[Content_Types].xml';

export type ContentTypes = (name: string) => string | undefined;

export function readContentTypes(bytes: Uint8Array, file: string): ContentTypes {
  const byName = new Map<string, string>();
  const byExtension = new Map<string, string>();
  walkXml(
    bytes,
    { file, part: CONTENT_TYPES },
    {
      open({ local, attributes }) {
        const type = attributes.ContentType?.value ?? '';
        const value = (name: string): string => (attributes[name]?.value ?? '').toLowerCase();
        if (local === 'Override') byName.set(value('PartName').replace(/^\//, ''), type);
        if (local === 'Default') byExtension.set(value('Extension'), type);
      },
    },
  );
  return (name) => {
    const lower = name.toLowerCase();
    return byName.get(lower) ?? byExtension.get(lower.slice(lower.lastIndexOf('.') + 1));
  };
}
