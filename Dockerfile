# One node: `handrail serve` with the sites of demo/sites; mount a folder of your own over it, or set SITES_DIR.
FROM node:22-slim
WORKDIR /handrail
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
RUN node server/build-if-stale.mjs && mkdir -p data && chown node:node data
USER node
ENV NODE_ENV=production
EXPOSE 8787
CMD ["node", "server/handrail.mjs", "serve", "--sites", "demo/sites"]
