/**
 * The service worker: keeps every file of this version of the app, so that it opens without a network, and so that a window that is
 * open finds what it loads late when a newer version has been put on the server. A window that is opened or reloaded gets what is on
 * the server, if there is one to be reached. It becomes `service-worker.js`; vite.config.ts writes the list of files into it.
 */
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, matchPrecache, precache, addRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute, setDefaultHandler } from 'workbox-routing';

declare const self: { readonly __WB_MANIFEST: PrecacheEntry[] };

precache(self.__WB_MANIFEST);
cleanupOutdatedCaches();
clientsClaim();

const keptPage = async ({ pathname }: URL): Promise<Response | undefined> =>
  (await matchPrecache(pathname)) ?? (await matchPrecache('index.html'));

registerRoute(
  new NavigationRoute(async ({ request, url }) => {
    try {
      const response = await fetch(request);
      return response.ok ? response : ((await keptPage(url)) ?? response);
    } catch (offline) {
      const kept = await keptPage(url);
      if (!kept) throw offline;
      return kept;
    }
  }),
);
addRoute();

/** A window that was reloaded into a newer version has files that this worker does not list, but the newer one may have kept them. */
setDefaultHandler(async ({ request }) => (await caches.match(request)) ?? fetch(request));
