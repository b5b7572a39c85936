FROM node:24-bookworm-slim AS build
WORKDIR /src

# The packages change less often than the sources and get a layer of their own.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
RUN npm install --global "$(node -p "require('./package.json').packageManager")" && pnpm fetch

COPY . .
RUN pnpm install --frozen-lockfile --prefer-offline \
  && pnpm exec turbo run build \
  && pnpm --filter @astralis/server deploy --prod /deploy/server \
  && pnpm --filter @astralis/worker deploy --prod /deploy/worker

# Server, worker and migration in one image; which one runs is the command. The bundles lie as they do in the
# repository, because the server finds the web app's files beside itself.
FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3001
WORKDIR /app
COPY --from=build /deploy/server/node_modules apps/server/node_modules
COPY --from=build /deploy/worker/node_modules apps/worker/node_modules
COPY --from=build /src/apps/server/package.json apps/server/
COPY --from=build /src/apps/worker/package.json apps/worker/
COPY --from=build /src/apps/server/dist apps/server/dist
COPY --from=build /src/apps/worker/dist apps/worker/dist
COPY --from=build /src/apps/web/dist apps/web/dist
USER node
EXPOSE 3001
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1))"]
CMD ["node", "--enable-source-maps", "apps/server/dist/main.js"]
