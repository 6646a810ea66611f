/** The pages on what a business knows: bases, documents, passages, uploads. Owns no data. */
@Feature(uses = {"assistant", "knowledge", "decision", "usage"})
package io.sylion.library.api;

import io.sylion.platform.api.Feature;
