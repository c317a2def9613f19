export const SIGN_IN = {
  promise:
    'One number, one definition: your sales sheet as a dashboard you can open down to the last record.',
  google: 'Continue with Google',
  who: 'Who are you?',
  local: 'This is a local installation: choose a person to sign in as.',
  demo: 'Open the demo',
  demoDetail: 'Look around for a day; nothing you do is kept.',
  noWay: 'No sign-in is set up',
  noWayDetail:
    'This installation offers no way to sign in. An administrator can switch one on: see the configuration table of the README.',
  unknownPerson:
    'That person cannot sign in here. Ask a super admin to add the address, or choose another one.',
  tooMany: 'Too many attempts. Wait a minute, then try again.',
  role: { super_admin: 'Super admin', viewer: 'Viewer' },
} as const;
