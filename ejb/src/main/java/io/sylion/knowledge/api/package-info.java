/** What a business knows: bases, documents and passages, found again by question. Owns text and vectors; does not write answers. */
@Feature(uses = {"usage"})
package io.sylion.knowledge.api;

import io.sylion.platform.api.Feature;
