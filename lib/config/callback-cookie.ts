/** The cookie in which next-auth would keep where to lead people; the front lets none in. */
export const callbackCookieName = "__Host-fortnight-callback";
