/** The window's side of the service worker. */

/** Not asked for more often than this; a day in one window is usual. */
const LOOK_EVERY_MS = 30 * 60_000;

/**
 * Does the server's page start with another script than this window did? A window that was just loaded is the newest itself. The
 * service worker does not know the address with a question, so it asks the server.
 */
async function isNewerOnServer(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type="module"]')?.getAttribute('src');
  const page = await (await fetch(new URL('./?newest', document.baseURI), { cache: 'no-store' })).text();
  return own != null && !page.includes(`"${own}"`);
}

/** `onNewer`: a newer version of the app lies on the server, and is kept already. A browser without service workers has none. */
export async function keepAppOffline(onNewer: () => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register(new URL('./service-worker.js', document.baseURI));
  const watch = (worker: ServiceWorker | null): void => {
    worker?.addEventListener('statechange', () => {
      if (worker.state !== 'installed' || !registration.active) return;
      void isNewerOnServer().then(
        (newer) => newer && onNewer(),
        () => undefined, // the network went away again: the next window gets the newer version by itself
      );
    });
  };
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));

  let looked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - looked < LOOK_EVERY_MS) return;
    looked = performance.now();
    registration.update().catch(() => undefined); // without a network: the next time
  });
}
