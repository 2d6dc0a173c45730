/** Where to go after signing in: a page of the office, never another site. */
export function returnPath(text: string): string {
  return /^\/office\/[\w\-./?=&%+~,:]*$/.test(text) && !text.includes('//') && !text.startsWith('/office/sign-')
    ? text
    : '/office';
}
