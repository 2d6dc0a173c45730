const PATH = /^\/(?!\/)[\w\-./~%]*$/;

/** Whether a removed item may lead there: a page of our own portal, never another site. */
export const isRedirectTarget = (path: string): boolean => PATH.test(path) && !path.includes('..');
