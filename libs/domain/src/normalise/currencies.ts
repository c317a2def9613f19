/* ISO 4217: what is in use, and what was until a few years ago. */
const CODES =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE ' +
  'CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ ' +
  'GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL ' +
  'LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN ' +
  'PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD ' +
  'TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF ' +
  'XPT XSU XTS XUA XXX YER ZAR ZMW ZWG ZWL';

/* Currencies that a sign stands for; the first one, unless the installation has another of them. */
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD ARS AUD BBD BMD BND BSD BZD CAD CLP COP CVE DOP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD UYU XCD',
  '€': 'EUR',
  '£': 'GBP EGP FKP GIP LBP SDG SHP SSP SYP',
  '¥': 'JPY CNY',
  '₹': 'INR',
  '₨': 'PKR INR LKR MUR NPR SCR',
  '₩': 'KRW KPW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '₫': 'VND',
  '฿': 'THB',
  '₦': 'NGN',
  '₱': 'PHP CUP',
  '₴': 'UAH',
  '₸': 'KZT',
  '₮': 'MNT',
  '₡': 'CRC SVC',
  '₲': 'PYG',
  '₵': 'GHS',
  '₭': 'LAK',
  '₼': 'AZN',
  '₾': 'GEL',
  '\u058f': 'AMD',
  '\u060b': 'AFN',
  '৳': 'BDT',
  '៛': 'KHR',
  '\ufdfc': 'IRR OMR QAR SAR YER',
};

/* Wide and small forms of signs. */
const FORMS: Readonly<Record<string, string>> = { '＄': '$', '﹩': '$', '￡': '£', '￥': '¥', '￦': '₩' };

/** A pattern of every way of writing a currency beside an amount; ignore the case. @see docs/domain.md, section 9 */
export const CURRENCY_PATTERN = `(?:US\\$|\\p{Sc}|${CODES.replaceAll(' ', '|')})`;

/**
 * The currency that a sign or code beside an amount stands for.
 *
 * @param written as {@link CURRENCY_PATTERN} finds it
 * @param own code of the installation's currency: a sign that may stand for it does
 * @returns its ISO 4217 code; the sign itself where no code belongs to it
 */
export function currencyOf(written: string, own: string): string {
  const sign = FORMS[written] ?? written.toUpperCase();
  if (sign === 'US$') return 'USD';
  const codes = SIGNS[sign]?.split(' ') ?? [sign];
  return codes.includes(own) ? own : (codes[0] ?? sign);
}

/* Of whole words, in upper case: "all" is no lek. */
const CURRENCY_IN = new RegExp(`(?<!\\p{L})${CURRENCY_PATTERN}(?!\\p{L})|\\p{Sc}`, 'u');

/** The first sign or code of a currency in a text, such as what stands around a number; null when there is none. */
export const currencyIn = (text: string): string | null => CURRENCY_IN.exec(text)?.[0] ?? null;
