/** The page that staff live in: shows conversations and passes on what they do. Owns no data. */
@Feature(uses = {"channel", "usage", "contact", "control", "conversation", "decision", "triage"})
package io.sylion.inbox.api;

import io.sylion.platform.api.Feature;
