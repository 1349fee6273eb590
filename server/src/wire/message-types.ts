/** Values of option 53 (RFC 2132, section 9.6). */
export const DISCOVER = 1;
export const OFFER = 2;
export const REQUEST = 3;
export const ACKNOWLEDGEMENT = 5;
