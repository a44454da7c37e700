import { firefox, type Browser } from "@playwright/test";

/** What Playwright tells each browser, whether it knows the command or not; the ESR of 2026 does not. */
const unknownCommand = "emulation.setMediaFeaturesOverride";

interface Session {
  send: (this: Session, command: string, words: unknown) => Promise<unknown>;
}

/** The part of Playwright that talks with the browser; it has no name outside. */
interface WithSession {
  readonly _connection: { readonly toImpl: (browser: Browser) => { readonly _browserSession: Session } };
}

/** Debian's Firefox ESR, driven by WebDriver BiDi, which each Firefox speaks: Playwright's own is another program. */
export async function launchFirefox(): Promise<Browser> {
  const browser = await firefox.launch({ channel: "moz-firefox", executablePath: "/usr/bin/firefox-esr" });
  const session = (browser as unknown as WithSession)._connection.toImpl(browser)._browserSession;
  const everySession = Object.getPrototypeOf(session) as Session;
  const { send } = everySession;
  everySession.send = function (command, words) {
    return command === unknownCommand ? Promise.resolve({}) : send.call(this, command, words);
  };
  return browser;
}
