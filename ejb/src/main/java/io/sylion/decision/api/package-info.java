/** Why something automatic happened, or did not: the record that traces, replay and evaluation live on. */
@Feature(uses = {"channel", "conversation"})
package io.sylion.decision.api;

import io.sylion.platform.api.Feature;
