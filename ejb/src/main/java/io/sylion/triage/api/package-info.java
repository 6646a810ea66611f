/**
 * Decides for every inbound message whether it is answered automatically, given to a person, or left alone. Owns the tenant's rules
 * and ignore examples.
 */
@Feature(uses = {"conversation", "contact", "decision", "control", "channel"})
package io.sylion.triage.api;

import io.sylion.platform.api.Feature;
