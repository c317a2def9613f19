// Run once by the database image, on an empty volume: the product's user may read and write its own database only.
const { MONGO_APP_DATABASE, MONGO_APP_USER, MONGO_APP_PASSWORD } = process.env;

db.getSiblingDB(MONGO_APP_DATABASE).createUser({
  user: MONGO_APP_USER,
  pwd: MONGO_APP_PASSWORD,
  roles: [{ role: 'readWrite', db: MONGO_APP_DATABASE }],
});
