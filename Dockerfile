# The server and the page in one image:
#   docker build -t oops-orders .
#   docker run -p 127.0.0.1:4000:4000 -v oops-data:/app/data \
#     -e PUBLIC_URL=http://localhost:4000 -e DATABASE_URL=sqlite:data/oops.db oops-orders

FROM node:22-slim AS manifests
WORKDIR /app
# npm needs every workspace that the lock file names; e2e/, faults/ and bench/ are not installed.
COPY package.json package-lock.json .npmrc ./
COPY packages/item-status/package.json packages/item-status/
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY e2e/package.json e2e/
COPY faults/package.json faults/
COPY bench/package.json bench/

FROM manifests AS build
ENV TURBO_TELEMETRY_DISABLED=1
RUN npm ci --include-workspace-root -w @oops/item-status -w @oops/api -w @oops/web
COPY . .
RUN npx turbo run build

FROM manifests AS dependencies
RUN npm ci --omit=dev --include-workspace-root=false -w @oops/api

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY packages/item-status/package.json packages/item-status/
COPY apps/api/package.json apps/api/
COPY --from=build /app/packages/item-status/dist packages/item-status/dist
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/web/dist apps/web/dist
# Not a public file: the server alone reads it.
COPY --from=build /app/apps/web/src/gql/page-documents.json apps/web/src/gql/
# Where an embedded database can lie: DATABASE_URL=sqlite:data/oops.db
RUN install -d -o node -g node data
VOLUME /app/data
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
