/** A password of at least 8 characters, or a PIN of 6 to 12 digits; main checks the same. */
export const isLongEnough = (secret: string): boolean => secret.length >= 8 || /^\d{6,12}$/.test(secret);
