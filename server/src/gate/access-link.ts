/**
 * A link that brings its code along, behind the sign that browsers keep to themselves: it is in no request,
 * no log and no referrer.
 * @param base the arena's own address, without a slash at its end
 */
export const accessLink = (base: string, code: string): string => `${base}/#join=${code}`
