/**
 * Every limit of the HTTP face, by name. Sizes are in bytes, times in
 * milliseconds. The limits of single fields (a name of 512 code points, ...)
 * belong to the query and stand in `screening/query.ts`.
 */

const KIB = 1024;
const MIB = 1024 * KIB;
const SECOND = 1000;

/** Body of `POST /screen`, and one line of an NDJSON batch. */
export const QUERY_BODY_LIMIT = 64 * KIB;

/** Body of `POST /screen/batch` as a JSON array. NDJSON has no limit but that of a line. */
export const BATCH_BODY_LIMIT = 16 * MIB;

/** Queries in a JSON array; more go as NDJSON. */
export const BATCH_ITEMS_LIMIT = 10_000;

/**
 * What an NDJSON batch reads ahead of the answers that its client has taken.
 * Many clients send the whole body before they read: up to this much they get
 * away with it (some 250,000 names); beyond it they must read while they send.
 */
export const BATCH_READ_AHEAD = 16 * MIB;

/** Answers of a batch are sent in pieces of about this size. */
export const BATCH_CHUNK = 64 * KIB;

/** The longest that a batch keeps other requests waiting before it lets them run. */
export const BATCH_SLICE = 10;

/**
 * Request line and headers together. The longest legitimate address is a name
 * and an address in Chinese, percent-encoded: about 14 kB.
 */
export const HEADERS_LIMIT = 32 * KIB;

/** One segment of a path. Ids have at most 120 characters; more is not found. */
export const SEGMENT_LIMIT = 512;

/** All headers must have arrived by then. */
export const HEADERS_TIMEOUT = 15 * SECOND;

/** How often connections are looked at for headers that are late. */
export const HEADERS_CHECK = 5 * SECOND;

/** A connection on which nothing moves in either direction is closed. */
export const IDLE_TIMEOUT = 60 * SECOND;

/** How long a connection may stay open between two requests. Longer than the 60 s of common proxies. */
export const KEEP_ALIVE_TIMEOUT = 72 * SECOND;

/** While closing: how often connections that have become idle are ended. */
export const DRAIN_INTERVAL = 50;

/** Entries of a page of a collection. */
export const PAGE_DEFAULT = 50;
export const PAGE_LIMIT = 500;

/** Names that the index hands to the ranking of `GET /parties?q=`. */
export const SEARCH_CANDIDATES = 200;
