# Pin the image by its digest for builds that can be repeated: docs/operations.md says how.
ARG NODE_IMAGE=node:24-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/console/package.json apps/console/
COPY libs/contracts/package.json libs/contracts/
COPY libs/domain/package.json libs/domain/
COPY libs/embedded-mongo/package.json libs/embedded-mongo/
RUN npm ci
COPY . .
RUN npm run build && node scripts/runtime-tree.mjs /runtime

FROM ${NODE_IMAGE}
# What is freed goes back to the system (scripts/lib/native-memory.mjs).
ENV NODE_ENV=production HOST=0.0.0.0 MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=65536
WORKDIR /app
COPY --from=build /runtime ./
# By number: systems that refuse root look at nothing else. It is the user `node` of the image.
RUN mkdir data && chown 1000:1000 data && chmod 700 data
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/api/health/ready').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
