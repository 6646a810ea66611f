/** What customers' questions teach: gaps of the knowledge, and the articles that close them. Owns the questions without answer. */
@Feature(uses = {"assistant", "conversation", "decision", "knowledge", "usage"})
package io.sylion.learning.api;

import io.sylion.platform.api.Feature;
