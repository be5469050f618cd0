//! The Content-Security-Policy of the built site.

use std::collections::BTreeSet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// The policy of a page. Allows one inline script and one of these inline styles, by hash (CSP 3, 6.7.3.2).
/// `'wasm-unsafe-eval'` allows WebAssembly without `eval`. `'self'` matches nothing in a sandbox, so the origin is
/// listed too. Without `frame-ancestors`, because even `*` excludes sandboxed hosts, files and apps.
pub fn policy(origin: &str, script: &str, styles: &BTreeSet<String>) -> String {
    let hash = |text: &str| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let hashes: String = styles.iter().map(|style| hash(style)).collect();
    let script = hash(script);
    let own_origin = format!("'self' {origin}");
    format!(
        "default-src 'none'; script-src {own_origin} 'wasm-unsafe-eval'{script}; require-trusted-types-for 'script'; \
         trusted-types chuhai; style-src {own_origin}{hashes}; img-src {own_origin}; font-src {own_origin}; \
         connect-src {own_origin}; manifest-src {own_origin}; worker-src {own_origin}; frame-src {own_origin}; \
         base-uri 'none'; form-action 'none'"
    )
}
