import { replacementFrom } from '../../core/index.ts';
import { isOpen, type Action } from './action.ts';

export const sourceActions: readonly Action[] = [
  {
    id: 'replace-source',
    en: 'Replace the page’s source…',
    zh: '替换本版原文…',
    group: 'page',
    check(context) {
      const open = isOpen(context);
      if (open !== true) return open;
      if (context.editor.readOnly) return { code: 'refuse.read-only' };
      return context.editor.facsimileSource ? true : { code: 'refuse.no-such-source' };
    },
    async run({ editor, services }) {
      const source = editor.facsimileSource;
      const version = await services.readVersion();
      // Much can have happened while the file was picked.
      if (!source || !version || editor.readOnly || editor.edition.sources[source.id] !== source) return;
      const replacement = replacementFrom(editor.edition, source.id, version.edition);
      if (!replacement) return editor.refuse({ code: 'refuse.no-page-in-file' });
      editor.session.replacing = { was: source.name, replacement };
      editor.session.dialog = 'replace-source';
    },
  },
];
