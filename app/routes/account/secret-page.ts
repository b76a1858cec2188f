/** Of pages whose address is a secret: nobody stores or lists them. */
export const secretPageHeaders = () => ({ "cache-control": "no-store", "x-robots-tag": "noindex" });
