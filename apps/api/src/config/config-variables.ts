/** A variable of the environment: the README's table is this list. */
export interface ConfigVariable {
  name: string;
  /** As text, as it would stand in the environment; empty when there is none. */
  default: string;
  description: string;
}

/** Every variable the product reads. The README shows them in this order; a test compares the two. */
export const CONFIG_VARIABLES = [
  {
    name: 'MONGO_URL',
    default: '',
    description: 'Connection string of MongoDB 7. Without it the embedded database serves.',
  },
  {
    name: 'MONGO_USER',
    default: '',
    description: 'User of the database, for a MONGO_URL that names none.',
  },
  {
    name: 'MONGO_PASSWORD',
    default: '',
    description: 'Password of that user, as it is: nothing in it is encoded.',
  },
  {
    name: 'MONGO_PASSWORD_FILE',
    default: '',
    description: 'File that holds the password instead, such as a secret of a container.',
  },
  {
    name: 'DB_NAME',
    default: '',
    description: 'Name of the database. Without it the one that MONGO_URL names, else `sales_analytics`.',
  },
  { name: 'PORT', default: '3000', description: 'Port to listen on; 0 takes a free one.' },
  { name: 'HOST', default: '127.0.0.1', description: 'Address to listen on.' },
  {
    name: 'DATA_DIR',
    default: './data',
    description:
      'Folder of the embedded database and of files being uploaded. A folder of its own, closed to other users at every start.',
  },
  {
    name: 'PUBLIC_URL',
    default: '',
    description:
      'Address people open, such as https://sales.example.com: beside loopback the only host that is answered. With https, cookies are Secure.',
  },
  {
    name: 'APP_TIME_ZONE',
    default: 'Europe/Paris',
    description: 'Time zone that says which calendar date is today.',
  },
  { name: 'APP_CURRENCY', default: 'USD', description: 'Currency of all amounts, an ISO 4217 code.' },
  {
    name: 'INGEST_DATE_ORDER',
    default: 'day_first',
    description: '`day_first` or `month_first`, for date columns that do not settle it themselves.',
  },
  { name: 'UPLOAD_LIMIT_MIB', default: '64', description: 'Largest file that can be uploaded, in MiB.' },
  {
    name: 'GOOGLE_SERVICE_ACCOUNT',
    default: '',
    description:
      'JSON key of a Google service account, or the path of its file: sheets that are shared with its address are read, too.',
  },
  {
    name: 'UPLOAD_SPACE_MIB',
    default: '1024',
    description: 'Space for files that were uploaded and wait to be read, in MiB.',
  },
  {
    name: 'INGEST_MEMORY_MIB',
    default: '2048',
    description: 'Memory that one import may use, in MiB; two run at a time. One that needs more fails.',
  },
  {
    name: 'ASHER_POV_EMAIL',
    default: 'asher@primelis.com',
    description: 'The one address that may write the Asher POV.',
  },
  {
    name: 'SEED',
    default: 'sample',
    description:
      '`sample` fills an empty embedded database with sample records, `none` with views and people only. Its example people are made only where local sign-in is on.',
  },
  {
    name: 'BOOTSTRAP_SUPER_ADMIN',
    default: '',
    description: 'Address that becomes super admin when the database has none.',
  },
  {
    name: 'GOOGLE_CLIENT_ID',
    default: '',
    description:
      'Client ID of a web application in Google Cloud: people sign in with Google. Needs the secret, and PUBLIC_URL.',
  },
  { name: 'GOOGLE_CLIENT_SECRET', default: '', description: 'Secret of that client.' },
  {
    name: 'AUTH_ALLOWED_DOMAINS',
    default: '',
    description:
      'Domains such as `example.com, example.org`: who signs in with Google under an address there becomes a viewer of the default view. Others have to be added first.',
  },
  {
    name: 'AUTH_LOCAL',
    default: '0',
    description:
      '`1` allows local sign-in also with MONGO_URL: on the machine itself only, not behind a proxy, not with a PUBLIC_URL that is not loopback; refused in production.',
  },
  {
    name: 'AUTH_DEMO',
    default: '0',
    description:
      '`1` lets anybody in as the demo user for 24 hours: it reads, and writes its own boards only, which all who open the demo share.',
  },
  { name: 'DEMO_USER_EMAIL', default: 'demo@example.com', description: 'Address of the demo user.' },
  {
    name: 'TRUSTED_PROXIES',
    default: '',
    description:
      'Addresses and networks of the proxies in front, such as `10.0.0.5, 172.18.0.0/16`: whom they name in X-Forwarded-For is who asks. From anybody else that header is ignored.',
  },
  {
    name: 'SIGN_IN_LIMIT',
    default: '30',
    description:
      'Sign-in attempts one address may make in a minute, for each way to sign in; and sign-ins of one person.',
  },
  {
    name: 'UPLOAD_RATE_LIMIT',
    default: '300',
    description: 'Uploads, refreshes and readings anew that one person or one address may begin in a minute.',
  },
  {
    name: 'CONNECTION_LIMIT',
    default: '1000',
    description: 'Connections held at most; beyond it those that do least give way.',
  },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    description: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`.',
  },
  {
    name: 'NODE_ENV',
    default: '',
    description:
      '`development`, `test` or `production`, which switches local sign-in off, whatever else is set.',
  },
] as const satisfies readonly ConfigVariable[];

export type VariableName = (typeof CONFIG_VARIABLES)[number]['name'];
