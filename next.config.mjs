/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  productionBrowserSourceMaps: false,
  typescript: { ignoreBuildErrors: true }, // `npm run check` types the whole house, once
  turbopack: { root: import.meta.dirname }, // a lockfile in a folder above is none of ours
  experimental: { sri: { algorithm: "sha384" } },
};

export default config;
